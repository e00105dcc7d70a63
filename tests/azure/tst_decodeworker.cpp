#include "azure/decodeworker.h"
#include "gzipped.h"
#include "results/inflater.h"

#include <QRandomGenerator>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace sonde;

namespace {

/// Keeps what it is given, may be held up, and knows on which threads it worked.
class Keeper final : public BodyReader
{
public:
    Result<Appetite> take(std::string_view bytes) override
    {
        if (gate)
            gate->acquire();
        threads.insert(QThread::currentThread());
        all.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        if (failAt > 0 && all.size() >= failAt)
            return failure(ErrorKind::Decode, QStringLiteral("bad"));
        return enoughAt > 0 && all.size() >= enoughAt ? Appetite::Enough : Appetite::More;
    }
    Result<void> end() override
    {
        ended = true;
        return {};
    }

    QByteArray all;
    bool ended = false;
    qsizetype failAt = 0;
    qsizetype enoughAt = 0;
    QSemaphore *gate = nullptr;
    QSet<QThread *> threads;
};

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator random(7);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

} // namespace

/// Unpacking, and the queue between the network thread and the decode worker.
class TestDecodeWorker : public QObject
{
    Q_OBJECT

private slots:
    void inflates_data();
    void inflates();
    void refusesDamage_data();
    void refusesDamage();
    void capsTheOutput();
    void readsInOrderAndAway();
    void queueIsBounded();
    void stopsWhenTheReaderHasEnough();
    void reportsTheReadersFailure();
    void reportsACutBody();
    void unfinishedBodyIsNotEnded();
    void cancelStops();
    void deletingAbandons();
    void manyAtOnce();

private:
    CancelStatePtr m_cancel = std::make_shared<CancelState>();
};

void TestDecodeWorker::inflates_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("plain");
    const QByteArray text = QByteArray("hello log ").repeated(100'000);
    const QByteArray random = noise(700'000);
    QTest::newRow("identity") << text << QByteArray() << text;
    QTest::newRow("named identity") << text << QByteArray("identity") << text;
    QTest::newRow("gzip") << gzipped(text) << QByteArray("gzip") << text;
    QTest::newRow("gzip, incompressible") << gzipped(random) << QByteArray("gzip") << random;
    QTest::newRow("two members") << gzipped("one ") + gzipped("two") << QByteArray("gzip")
                                 << QByteArray("one two");
    QTest::newRow("deflate") << qCompress(text).mid(4) << QByteArray("deflate") << text;
    QTest::newRow("empty") << gzipped({}) << QByteArray("gzip") << QByteArray();
    // Far beyond the 40:1 at which Qt gives up.
    const QByteArray zeros(28'000'000, '0');
    QTest::newRow("1000:1") << gzipped(zeros) << QByteArray("gzip") << zeros;
}

void TestDecodeWorker::inflates()
{
    QFETCH(QByteArray, packed);
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, plain);
    for (const qsizetype size : {qsizetype(1), qsizetype(1000), qsizetype(1) << 30}) {
        if (size == 1 && packed.size() > 100'000)
            continue;
        Inflater inflater(encoding, 1LL << 40);
        QByteArray out;
        for (qsizetype at = 0; at < packed.size(); at += size) {
            const QByteArray piece = packed.mid(at, size);
            const Result<bool> fed =
                inflater.feed({piece.constData(), static_cast<std::size_t>(piece.size())},
                              [&out](std::string_view bytes) -> Result<bool> {
                                  out.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
                                  return true;
                              });
            QVERIFY(fed.has_value());
            QVERIFY(*fed);
        }
        QVERIFY(inflater.finish());
        QVERIFY(out == plain);
        QCOMPARE(inflater.outputSize(), plain.size());
    }
}

void TestDecodeWorker::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("message");
    const QByteArray good = gzipped(noise(5000));
    QByteArray flipped = good;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
    QTest::newRow("flipped") << flipped << QByteArray("gzip")
                             << QStringLiteral("The packed answer is damaged.");
    QTest::newRow("cut") << good.left(good.size() - 9) << QByteArray("gzip")
                         << QStringLiteral("The answer ended before it was whole.");
    QTest::newRow("no gzip") << QByteArray("plain text") << QByteArray("gzip")
                             << QStringLiteral("The packed answer is damaged.");
    QTest::newRow("brotli") << QByteArray("x") << QByteArray("br")
                            << QStringLiteral("The answer is packed as “br”, which was not asked for.");
}

void TestDecodeWorker::refusesDamage()
{
    QFETCH(QByteArray, packed);
    QFETCH(QByteArray, encoding);
    const Result<QByteArray> out = inflateAll(packed, encoding, 1'000'000);
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::Decode);
    QTEST(out.error().message, "message");
}

void TestDecodeWorker::capsTheOutput()
{
    const QByteArray packed = gzipped(QByteArray(3'000'000, 'x'));
    QVERIFY(inflateAll(packed, "gzip", 3'000'000));
    const Result<QByteArray> out = inflateAll(packed, "gzip", 2'999'999);
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::Decode);
    QVERIFY(out.error().message.contains(QLatin1String("2 MB")));
}

void TestDecodeWorker::readsInOrderAndAway()
{
    QThreadPool pool;
    const QByteArray plain = noise(3'000'000);
    const QByteArray packed = gzipped(plain);
    const auto keeper = std::make_shared<Keeper>();
    DecodeWorker worker(keeper, "gzip", {}, m_cancel, pool, nullptr);
    QSignalSpy finished(&worker, &DecodeWorker::finished);
    for (qsizetype at = 0; at < packed.size(); at += 10'007)
        worker.push(packed.mid(at, 10'007));
    worker.end(true);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!worker.error());
    QVERIFY(keeper->all == plain);
    QVERIFY(keeper->ended);
    QCOMPARE(worker.inflatedBytes(), plain.size());
    QCOMPARE(worker.headBytes(), plain.left(64 * 1024));
    QVERIFY(!keeper->threads.contains(QThread::currentThread()));
}

void TestDecodeWorker::queueIsBounded()
{
    QThreadPool pool;
    QSemaphore gate;
    const auto keeper = std::make_shared<Keeper>();
    keeper->gate = &gate;
    DecodeWorker::Limits limits;
    limits.queued = 10'000;
    DecodeWorker worker(keeper, {}, limits, m_cancel, pool, nullptr);
    QSignalSpy drained(&worker, &DecodeWorker::drained);
    QSignalSpy finished(&worker, &DecodeWorker::finished);
    int pushed = 0;
    while (worker.hasRoom() && pushed < 1000) {
        worker.push(QByteArray(1000, 'x'));
        ++pushed;
    }
    // Ten that wait and perhaps one that the reader holds.
    QVERIFY2(pushed == 10 || pushed == 11, qPrintable(QString::number(pushed)));
    QCOMPARE(drained.count(), 0);
    gate.release(pushed);
    QTRY_COMPARE(drained.count(), 1);
    QVERIFY(worker.hasRoom());
    worker.end(true);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(keeper->all.size(), pushed * 1000);
}

void TestDecodeWorker::stopsWhenTheReaderHasEnough()
{
    QThreadPool pool;
    const auto keeper = std::make_shared<Keeper>();
    keeper->enoughAt = 5;
    DecodeWorker worker(keeper, {}, {}, m_cancel, pool, nullptr);
    QSignalSpy finished(&worker, &DecodeWorker::finished);
    worker.push("123");
    worker.push("456");
    worker.push("789");
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(worker.hadEnough());
    QVERIFY(!worker.error());
    QVERIFY(!worker.hasRoom());
    QCOMPARE(keeper->all, QByteArray("123456"));
    QVERIFY(!keeper->ended);
}

void TestDecodeWorker::reportsTheReadersFailure()
{
    QThreadPool pool;
    const auto keeper = std::make_shared<Keeper>();
    keeper->failAt = 2;
    DecodeWorker worker(keeper, {}, {}, m_cancel, pool, nullptr);
    QSignalSpy finished(&worker, &DecodeWorker::finished);
    worker.push("12");
    worker.push("34");
    worker.end(true);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(worker.error()->message, QStringLiteral("bad"));
    QCOMPARE(keeper->all, QByteArray("12"));
}

void TestDecodeWorker::reportsACutBody()
{
    QThreadPool pool;
    const auto keeper = std::make_shared<Keeper>();
    DecodeWorker worker(keeper, "gzip", {}, m_cancel, pool, nullptr);
    QSignalSpy finished(&worker, &DecodeWorker::finished);
    worker.push(gzipped(noise(1000)).left(500));
    worker.end(true);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(worker.error()->kind, ErrorKind::Decode);
    QVERIFY(!keeper->ended);
}

void TestDecodeWorker::unfinishedBodyIsNotEnded()
{
    QThreadPool pool;
    const auto keeper = std::make_shared<Keeper>();
    DecodeWorker worker(keeper, {}, {}, m_cancel, pool, nullptr);
    QSignalSpy finished(&worker, &DecodeWorker::finished);
    worker.push("half");
    worker.end(false);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!worker.error());
    QCOMPARE(keeper->all, QByteArray("half"));
    QVERIFY(!keeper->ended);
}

void TestDecodeWorker::cancelStops()
{
    QThreadPool pool;
    QSemaphore gate;
    const auto keeper = std::make_shared<Keeper>();
    keeper->gate = &gate;
    const auto cancel = std::make_shared<CancelState>();
    DecodeWorker worker(keeper, {}, {}, cancel, pool, nullptr);
    QSignalSpy finished(&worker, &DecodeWorker::finished);
    for (int i = 0; i < 100; ++i)
        worker.push("x");
    cancel->cancel();
    gate.release(100);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(keeper->all.size() <= 1);
    QVERIFY(!worker.hadEnough());
}

void TestDecodeWorker::deletingAbandons()
{
    QThreadPool pool;
    QSemaphore gate;
    const auto keeper = std::make_shared<Keeper>();
    keeper->gate = &gate;
    auto worker =
        std::make_unique<DecodeWorker>(keeper, QByteArray(), DecodeWorker::Limits(), m_cancel, pool, nullptr);
    for (int i = 0; i < 100; ++i)
        worker->push("x");
    worker.reset(); // does not wait for the reader
    gate.release(100);
    pool.waitForDone();
    QVERIFY(keeper->all.size() <= 1);
}

void TestDecodeWorker::manyAtOnce()
{
    // More answers than threads: none may wait for another's bytes.
    QThreadPool pool;
    pool.setMaxThreadCount(2);
    std::vector<std::unique_ptr<DecodeWorker>> workers;
    std::vector<std::shared_ptr<Keeper>> keepers;
    int ended = 0;
    for (int i = 0; i < 20; ++i) {
        keepers.push_back(std::make_shared<Keeper>());
        workers.push_back(std::make_unique<DecodeWorker>(keepers.back(), QByteArray(), DecodeWorker::Limits(),
                                                         m_cancel, pool, nullptr));
        connect(workers.back().get(), &DecodeWorker::finished, this, [&ended] { ++ended; });
    }
    for (int round = 0; round < 50; ++round) {
        for (const auto &worker : workers)
            worker->push("0123456789");
    }
    for (const auto &worker : workers)
        worker->end(true);
    QTRY_COMPARE(ended, 20);
    for (const auto &keeper : keepers)
        QCOMPARE(keeper->all.size(), 500);
}

QTEST_GUILESS_MAIN(TestDecodeWorker)
#include "tst_decodeworker.moc"
