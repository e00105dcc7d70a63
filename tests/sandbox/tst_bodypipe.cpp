#include "sandbox/bodypipe.h"

#include <QTest>

#include <zlib.h>

using namespace sonde;

namespace {

std::string inflated(const std::string &packed, bool &whole)
{
    z_stream z{};
    inflateInit2(&z, 15 + 16);
    std::string out(1 << 20, '\0');
    std::string in = packed;
    z.next_in = reinterpret_cast<Bytef *>(in.data());
    z.avail_in = static_cast<uInt>(in.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    whole = inflate(&z, Z_FINISH) == Z_STREAM_END;
    out.resize(z.total_out);
    inflateEnd(&z);
    return out;
}

struct Line
{
    std::string sent;
    std::vector<std::size_t> pieces;
    int pauses = 0;
    std::size_t room = std::string::npos;

    BodyPipe pipe(const Faults &faults, bool gzip)
    {
        return BodyPipe(
            [this](std::string_view bytes) {
                if (sent.size() + bytes.size() > room)
                    return false;
                sent += bytes;
                pieces.push_back(bytes.size());
                return true;
            },
            [this](std::chrono::milliseconds) { return ++pauses > 0; }, faults, gzip);
    }
};

} // namespace

class TestBodyPipe : public QObject
{
    Q_OBJECT

private slots:
    void passesOn()
    {
        Line line;
        BodyPipe pipe = line.pipe({}, false);
        QVERIFY(pipe.write("{\"a\":") && pipe.write("1}") && pipe.flush() && pipe.finish());
        QCOMPARE(line.sent, std::string("{\"a\":1}"));
    }

    void packs()
    {
        Line line;
        BodyPipe pipe = line.pipe({}, true);
        std::string body;
        for (int i = 0; i < 5000; ++i)
            body += "[" + std::to_string(i) + ",\"row\"],";
        QVERIFY(pipe.write(std::string_view(body).substr(0, 1000)) && pipe.flush());
        bool whole = true;
        QCOMPARE(inflated(line.sent, whole), body.substr(0, 1000)); // a flushed part can be read at once
        QVERIFY(!whole);
        QVERIFY(pipe.write(std::string_view(body).substr(1000)) && pipe.finish());
        QCOMPARE(inflated(line.sent, whole), body);
        QVERIFY(whole);
        QVERIFY(line.sent.size() < body.size() / 2);
    }

    void truncates_data()
    {
        QTest::addColumn<bool>("gzip");
        QTest::newRow("plain") << false;
        QTest::newRow("packed") << true;
    }

    void truncates()
    {
        QFETCH(bool, gzip);
        Faults faults;
        faults.truncated = true;
        Line line;
        BodyPipe pipe = line.pipe(faults, gzip);
        const std::string body = R"({"tables":[{"name":"PrimaryResult","columns":[],"rows":[]}]})";
        for (const char letter : body)
            QVERIFY(pipe.write(std::string_view(&letter, 1)));
        QVERIFY(pipe.finish()); // whole to HTTP
        bool whole = true;
        const std::string got = gzip ? inflated(line.sent, whole) : line.sent;
        QVERIFY(whole);
        QVERIFY(got.size() < body.size() && !got.empty());
        QVERIFY(body.starts_with(got));
    }

    void cuts()
    {
        Faults faults;
        faults.cutAfter = 10;
        Line line;
        BodyPipe pipe = line.pipe(faults, false);
        QVERIFY(pipe.write("1234567"));
        QVERIFY(!pipe.write("8901234"));
        QCOMPARE(line.sent, std::string("1234567890"));
        QVERIFY(!pipe.write("more"));
        QVERIFY(!pipe.finish());
    }

    void trickles()
    {
        Faults faults;
        faults.trickle = 4;
        Line line;
        BodyPipe pipe = line.pipe(faults, false);
        QVERIFY(pipe.write("0123456789"));
        QCOMPARE(line.pieces, (std::vector<std::size_t>{4, 4, 2}));
        QCOMPARE(line.pauses, 2);
    }

    void tellsThatNobodyListens()
    {
        Line line;
        line.room = 5;
        BodyPipe pipe = line.pipe({}, false);
        QVERIFY(pipe.write("1234"));
        QVERIFY(!pipe.write("5678"));
        QVERIFY(!pipe.flush());
        QVERIFY(!pipe.finish());
    }
};

QTEST_GUILESS_MAIN(TestBodyPipe)
#include "tst_bodypipe.moc"
