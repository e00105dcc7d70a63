#include "azure/httpclient.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace sonde;

/// The file of requests: what stands in it, how it rotates, and that it gives up quietly.
class TestRequestLog : public QObject
{
    Q_OBJECT

private slots:
    void offWritesNothing();
    void writesBlocks();
    void goesOnAtTheEnd();
    void longTextsAreCut();
    void rotates();
    void fullDiskSwitchesOff();
    void noBlockIsTorn();
    void folderThatCannotBeSwitchesOff();

private:
    static HttpRequest request(const QByteArray &body = "{\"query\":\"Event\"}")
    {
        HttpRequest http;
        http.verb = "POST";
        http.url = QUrl(QStringLiteral("https://one.example/path?a=b"));
        http.bearer = "TOKEN-VALUE";
        http.body = body;
        return http;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    const std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();
    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
};

void TestRequestLog::offWritesNothing()
{
    RequestLog log(m_clock);
    QSignalSpy off(&log, &RequestLog::switchedOff);
    log.logRequest("id", request());
    log.logAnswer("id", {});
    log.setFile(path("off.log"));
    QVERIFY(log.isOn());
    log.setFile({});
    QVERIFY(!log.isOn());
    log.logRequest("id", request());
    QCOMPARE(contentOf(path("off.log")), QByteArray());
    QCOMPARE(off.count(), 0);
}

void TestRequestLog::writesBlocks()
{
    RequestLog log(m_clock);
    log.setFile(path("blocks.log"));
    log.logRequest("id-1", request("client_secret=SECRET&a=b"));
    log.logAnswer("id-1", {200, 1234, 56, {}});
    Error error;
    error.kind = ErrorKind::Offline;
    error.message = QStringLiteral("Gone.");
    error.detail = QStringLiteral("one\ntwo");
    log.logAnswer("id-2", {0, 0, 7, error});
    QCOMPARE(contentOf(path("blocks.log")),
             QByteArray("2026-11-22T16:00:00.000Z id-1 POST https://one.example/path?a=b\n"
                        "    \n"
                        "    client_secret=***&a=b\n"
                        "2026-11-22T16:00:00.000Z id-1 200, 1234 bytes, 56 ms\n"
                        "2026-11-22T16:00:00.000Z id-2 no answer, 0 bytes, 7 ms\n"
                        "    Offline: Gone.\n"
                        "    one\n"
                        "    two\n"));
}

void TestRequestLog::goesOnAtTheEnd()
{
    for (int round = 1; round <= 2; ++round) {
        RequestLog log(m_clock);
        log.setFile(path("again.log"));
        log.logAnswer("id", {200, 1, 1, {}});
        log.setFile(path("again.log")); // no change
        log.logAnswer("id", {200, 1, 1, {}});
        QCOMPARE(contentOf(path("again.log")).count('\n'), 2 * round);
    }
}

void TestRequestLog::longTextsAreCut()
{
    RequestLog log(m_clock);
    log.setFile(path("long.log"));
    log.logRequest("id", request(QByteArray(1'000'000, 'q')));
    const QByteArray content = contentOf(path("long.log"));
    QVERIFY(content.size() < 70'000);
    QVERIFY(content.contains("bytes more)"));
}

void TestRequestLog::rotates()
{
    RequestLog log(m_clock, 1000);
    QSignalSpy off(&log, &RequestLog::switchedOff);
    const QString file = path("rotating.log");
    log.setFile(file);
    for (int i = 0; i < 200; ++i)
        log.logAnswer(QByteArray::number(i), {200, i, i, {}});
    QCOMPARE(off.count(), 0);
    QByteArray all;
    for (const char *suffix : {".2", ".1", ""}) {
        const QByteArray content = contentOf(file + QLatin1String(suffix));
        QVERIFY2(!content.isEmpty() && content.size() <= 1000, suffix);
        QVERIFY(content.endsWith('\n')); // no block is torn
        all += content;
    }
    QVERIFY(!QFile::exists(file + QStringLiteral(".3")));
    // The newest are there, without a gap.
    const QList<QByteArray> lines = all.trimmed().split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        QCOMPARE(lines[i].split(' ').value(1).toInt(), 200 - lines.size() + i);
}

void TestRequestLog::fullDiskSwitchesOff()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("This system has no /dev/full.");
    RequestLog log(m_clock);
    QList<Error> errors;
    connect(&log, &RequestLog::switchedOff, this, [&errors](const Error &error) { errors << error; });
    log.setFile(QStringLiteral("/dev/full"));
    QVERIFY(log.isOn());
    for (int i = 0; i < 3; ++i)
        log.logRequest("id", request());
    QVERIFY(!log.isOn());
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().kind, ErrorKind::Io);
    QCOMPARE(errors.first().message,
             QStringLiteral("The request log was switched off: “/dev/full” could not be written."));
    QVERIFY2(!errors.first().detail.isEmpty(), "the system's reason");
    QCOMPARE(errors.first().remedy, Remedy::OpenSettings);
    // It can be switched on again.
    log.setFile(path("after.log"));
    log.logRequest("id", request());
    QVERIFY(!contentOf(path("after.log")).isEmpty());
}

/// A disk that fills up in the middle of a block, played by the limit of a file's size.
void TestRequestLog::noBlockIsTorn()
{
#ifdef Q_OS_UNIX
    RequestLog log(m_clock);
    QSignalSpy off(&log, &RequestLog::switchedOff);
    log.setFile(path("torn.log"));
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    for (int i = 0; i < 50; ++i)
        log.logAnswer("id", {200, i, i, {}});
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QCOMPARE(off.count(), 1);
    const QByteArray content = contentOf(path("torn.log"));
    QVERIFY(content.size() > 900 && content.size() <= 1000);
    QVERIFY(content.endsWith(" ms\n"));
#else
    QSKIP("Needs a limit of a file's size.");
#endif
}

void TestRequestLog::folderThatCannotBeSwitchesOff()
{
    QFile file(path("a file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    RequestLog log(m_clock);
    QSignalSpy off(&log, &RequestLog::switchedOff);
    log.setFile(path("a file") + QStringLiteral("/requests.log"));
    QVERIFY(!log.isOn());
    QCOMPARE(off.count(), 1);
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
