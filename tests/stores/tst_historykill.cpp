#include "stores/historystore.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace sonde;

namespace {

constexpr int kills = 50;

bool isWhole(const HistoryEntry &entry)
{
    const QString body = entry.text.section(u'\n', 0, -2) + u'\n';
    const QString sum = entry.text.section(u'\n', -1).mid(3);
    return entry.textLength == entry.text.size() &&
           sum == QString::fromLatin1(
                      QCryptographicHash::hash(body.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

/// A program that writes runs as fast as it can is killed at random moments, again and again on the same
/// file.
class TestHistoryKill final : public QObject
{
    Q_OBJECT

private slots:
    void survivesKills();

private:
    void killWriter();
    void readAnswers(const QByteArray &output);
    QList<HistoryEntry> reopen();
    QString integrity() const;

    QTemporaryDir m_folder;
    QSet<qint64> m_begun;
    QSet<qint64> m_ended;
};

void TestHistoryKill::readAnswers(const QByteArray &output)
{
    const QList<QByteArray> lines = output.split('\n');
    // A last line without its end was being written when the kill came.
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        if (line.startsWith("begun "))
            m_begun.insert(line.mid(6).toLongLong());
        else if (line.startsWith("ended "))
            m_ended.insert(line.mid(6).toLongLong());
        else
            QFAIL(line.constData());
    }
}

void TestHistoryKill::killWriter()
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QStringLiteral(SONDE_HISTORY_WRITER), {m_folder.path()});
    QVERIFY(writer.waitForStarted());
    // From before the file is open to hundreds of runs later.
    QTimer::singleShot(QRandomGenerator::global()->bounded(5, 400), &writer, &QProcess::kill);
    QSignalSpy ended(&writer, &QProcess::finished);
    QVERIFY(ended.wait(10'000));
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
    readAnswers(writer.readAllStandardOutput());
}

QList<HistoryEntry> TestHistoryKill::reopen()
{
    QList<HistoryEntry> entries;
    HistoryStore store(m_folder.path(), {1'000'000, 100'000'000'000});
    QSignalSpy problems(&store, &HistoryStore::problem);
    HistorySearch all;
    all.limit = 1'000'000;
    bool isDone = false;
    store.search(all, this, [&](const Result<HistoryPage> &page) {
        if (page)
            entries = page->entries;
        isDone = true;
    });
    if (!QTest::qWaitFor([&isDone] { return isDone; }, 20'000) || !problems.isEmpty())
        entries.clear();
    return entries;
}

QString TestHistoryKill::integrity() const
{
    QString verdict;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("check"));
        database.setDatabaseName(m_folder.filePath(QStringLiteral("history.sqlite")));
        if (database.open()) {
            QSqlQuery query(QStringLiteral("PRAGMA integrity_check"), database);
            if (query.next())
                verdict = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("check"));
    return verdict;
}

void TestHistoryKill::survivesKills()
{
    QElapsedTimer timer;
    timer.start();
    int beforeFirstRun = 0;
    int interrupted = 0;
    qsizetype unacknowledged = 0;
    qsizetype runs = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const qsizetype before = m_begun.size();
        killWriter();
        if (QTest::currentTestFailed())
            return;
        beforeFirstRun += m_begun.size() == before ? 1 : 0;

        const QList<HistoryEntry> entries = reopen();
        QVERIFY(!entries.isEmpty() || m_begun.isEmpty());
        QCOMPARE(integrity(), QStringLiteral("ok"));
        QSet<qint64> found;
        QSet<qint64> complete;
        interrupted = 0;
        for (const HistoryEntry &entry : entries) {
            QVERIFY(isWhole(entry));
            found.insert(entry.id);
            if (entry.outcome == RunOutcome::Complete) {
                complete.insert(entry.id);
                QCOMPARE(entry.rows, entry.id % 1'000'003);
                QCOMPARE(entry.durationMs, entry.id % 10'007);
                QCOMPARE(entry.total, entry.textLength);
            } else {
                QCOMPARE(entry.outcome, RunOutcome::Interrupted);
                QVERIFY(!entry.rows && !entry.durationMs);
                ++interrupted;
            }
        }
        QCOMPARE(found.size(), entries.size());
        QVERIFY(found.contains(m_begun));
        QVERIFY(complete.contains(m_ended));
        unacknowledged = found.size() - m_begun.size();
        runs = found.size();
    }
    QVERIFY(!m_ended.isEmpty());
    // Only the lock of opening is left beside the database: the dead leave nothing behind for good.
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("run-by-*")}, QDir::Files).size(), 0);
    qInfo("%d kills (%d before the first run) in %.1f s: %lld runs acknowledged and there, %lld more there, "
          "%lld ends acknowledged and there, %d runs marked interrupted, integrity ok each time",
          kills, beforeFirstRun, static_cast<double>(timer.elapsed()) / 1000.0,
          static_cast<long long>(m_begun.size()), static_cast<long long>(unacknowledged),
          static_cast<long long>(m_ended.size()), interrupted);
    QVERIFY(runs >= m_begun.size());
}

QTEST_GUILESS_MAIN(TestHistoryKill)
#include "tst_historykill.moc"
