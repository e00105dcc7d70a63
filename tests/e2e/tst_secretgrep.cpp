#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

const QString bin = QStringLiteral(SONDE_BIN "/");
const QString connectionName = QStringLiteral("Grep");

/// Stands between the program and the sandbox, passes everything on, and learns each token that is used. So
/// neither of the two has to tell.
class Listener final : public QObject
{
public:
    explicit Listener(const QUrl &sandbox)
        : m_sandbox(sandbox)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = m_server.nextPendingConnection())
                join(client);
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }
    const QSet<QByteArray> &tokens() const { return m_tokens; }
    /// Answers to queries that have passed to their end.
    int answers() const { return m_answers; }

private:
    void join(QTcpSocket *client)
    {
        auto *service = new QTcpSocket(client);
        auto *said = new QByteArray;
        connect(client, &QObject::destroyed, this, [said] { delete said; });
        connect(client, &QTcpSocket::readyRead, service, [this, client, service, said] {
            const QByteArray bytes = client->readAll();
            *said += bytes;
            note(*said);
            service->write(bytes);
        });
        connect(service, &QTcpSocket::readyRead, client,
                [client, service] { client->write(service->readAll()); });
        // The sandbox closes each connection behind its answer.
        connect(service, &QTcpSocket::disconnected, client, [this, client, said] {
            if (said->startsWith("POST /v1/workspaces/"))
                ++m_answers;
            client->disconnectFromHost();
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        service->connectToHost(m_sandbox.host(), static_cast<quint16>(m_sandbox.port()));
    }

    void note(const QByteArray &request)
    {
        static const QRegularExpression pattern(QStringLiteral("Authorization: Bearer ([^\\r\\n]+)\\r\\n"),
                                                QRegularExpression::CaseInsensitiveOption);
        const auto match = pattern.match(QString::fromLatin1(request));
        if (match.hasMatch())
            m_tokens.insert(match.captured(1).toLatin1());
    }

    QUrl m_sandbox;
    QTcpServer m_server;
    QSet<QByteArray> m_tokens;
    int m_answers = 0;
};

/// The forms in which a text may lie in a file: plain, in UTF-16, and in base64 at each of its three
/// alignments.
QList<QByteArray> formsOf(const QByteArray &text)
{
    QList<QByteArray> forms{text};
    QByteArray wide;
    for (const char c : text)
        wide.append(c).append('\0');
    forms << wide;
    for (int shift = 0; shift < 3; ++shift) {
        // Only the characters that do not depend on the neighbours.
        const QByteArray coded = QByteArray(QByteArray(shift, '\0') + text).toBase64();
        const int first = (shift * 8 + 5) / 6;
        const auto last = static_cast<int>((shift + text.size()) * 8 / 6);
        forms << coded.mid(first, last - first);
        forms << QByteArray(forms.last()).replace('+', '-').replace('/', '_');
    }
    return forms;
}

struct Found
{
    QStringList places;
    int files = 0;
    qint64 bytes = 0;
};

Found grep(const QString &folder, const QList<QByteArray> &texts)
{
    QList<QByteArray> forms;
    for (const QByteArray &text : texts)
        forms += formsOf(text);
    Found found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        // Sockets and pipes hold nothing.
        if (!files.fileInfo().isFile() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        ++found.files;
        found.bytes += bytes.size();
        for (const QByteArray &form : std::as_const(forms)) {
            // A name may hold it too.
            if (bytes.contains(form) || path.toUtf8().contains(form))
                found.places << path;
        }
    }
    found.places.removeDuplicates();
    return found;
}

} // namespace

/// Uses the program as people do (from a script with an endpoints file, from a script with a saved
/// connection, in its window), ends each run by a crash once its rows are there, and looks through all that
/// is left: home, settings, logs, temporary files, what was printed, and core files, for the client secret
/// and for each token that was used.
class TestSecretGrep : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theSearchFindsWhatIsThere();
    void endpointsFromAPipe();
    void savedConnection();
    void window();
    void coresAreForbidden();
    void nothingIsLeft();
    void cleanupTestCase();

private:
    /// With core files allowed and everything it may write below the home.
    void start(QProcess &process, const QStringList &command) const;
    /// SIGABRT, as by a failed assertion; then what it printed is kept for the search.
    void crash(QProcess &process, const char *name);
    bool isWritten(const char *name) const;
    void runHeadless(const QStringList &source, const QByteArray &input, const char *name);
    QByteArray endpoints() const { return QJsonDocument(m_endpoints).toJson(QJsonDocument::Compact); }
    QList<QByteArray> secrets() const
    {
        QList<QByteArray> all(m_listener->tokens().begin(), m_listener->tokens().end());
        return all << m_secret;
    }

    QDir m_home{qEnvironmentVariable("HOME")};
    QProcess m_sandbox;
    QJsonObject m_endpoints;
    QByteArray m_secret;
    std::unique_ptr<Listener> m_listener;
};

void TestSecretGrep::initTestCase()
{
    // with-home.sh gives a home that is removed afterwards; never look through a person's own.
    QVERIFY2(m_home.path().contains(QLatin1String("sonde-test-")), "run through tests/support/with-home.sh");
    for (const char *folder : {"tmp", "cores", "printed"})
        QVERIFY(m_home.mkpath(QLatin1String(folder)));
    m_sandbox.start(bin + QStringLiteral("sonde-sandbox"),
                    {QStringLiteral("--rows"), QStringLiteral("20000")});
    while (!m_sandbox.canReadLine() && m_sandbox.waitForReadyRead(120'000)) {
    }
    m_endpoints = QJsonDocument::fromJson(m_sandbox.readLine()).object();
    m_secret = m_endpoints.value(QLatin1String("clientSecret")).toString().toLatin1();
    QVERIFY(m_secret.size() > 30);
    m_listener = std::make_unique<Listener>(QUrl(m_endpoints.value(QLatin1String("authority")).toString()));
    for (const char *key : {"authority", "management"})
        m_endpoints.insert(QLatin1String(key), m_listener->url());
    m_endpoints.insert(QStringLiteral("logs"), QString(m_listener->url() + QStringLiteral("/v1")));
}

void TestSecretGrep::start(QProcess &process, const QStringList &command) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), m_home.filePath(QStringLiteral("tmp")));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_home.filePath(QStringLiteral(".cache")));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home.filePath(QStringLiteral("cores")));
    process.start(QStringLiteral("sh"),
                  QStringList{QStringLiteral("-c"), QStringLiteral("ulimit -c unlimited; exec \"$@\""),
                              QStringLiteral("sh")} +
                      command);
}

void TestSecretGrep::crash(QProcess &process, const char *name)
{
    // While it lives: neither its arguments nor its environment say anything.
    for (const char *file : {"cmdline", "environ"}) {
        QFile open(QStringLiteral("/proc/%1/%2").arg(process.processId()).arg(QLatin1String(file)));
        QVERIFY(open.open(QIODevice::ReadOnly));
        const QByteArray bytes = open.readAll();
        QVERIFY(!bytes.isEmpty());
        for (const QByteArray &secret : secrets()) {
            for (const QByteArray &form : formsOf(secret))
                QVERIFY2(!bytes.contains(form), file);
        }
    }
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGABRT), 0);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QFile printed(m_home.filePath(QStringLiteral("printed/") + QLatin1String(name)));
    QVERIFY(printed.open(QIODevice::WriteOnly));
    printed.write(process.readAllStandardOutput() + process.readAllStandardError());
}

/// Whether a file of that name, with something in it, is anywhere in the home.
bool TestSecretGrep::isWritten(const char *name) const
{
    QDirIterator files(m_home.path(), {QLatin1String(name)}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    return files.hasNext() && QFileInfo(files.next()).size() > 0;
}

/// Each form of each secret would be found, in a file and in a core file.
void TestSecretGrep::theSearchFindsWhatIsThere()
{
    const QString planted = m_home.filePath(QStringLiteral(".local/planted"));
    QVERIFY(m_home.mkpath(QStringLiteral(".local")));
    QVERIFY(grep(m_home.path(), {m_secret}).places.isEmpty());
    const QList<QByteArray> shapes{
        m_secret,
        QByteArray(reinterpret_cast<const char *>(QString::fromLatin1(m_secret).utf16()),
                   2 * m_secret.size()),
        QByteArray("id:" + m_secret).toBase64(), QByteArray("id::" + m_secret + ':').toBase64(),
        QByteArray("id:::" + m_secret + "::").toBase64(QByteArray::Base64UrlEncoding)};
    for (const QByteArray &shape : shapes) {
        QFile file(planted);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("before" + shape + "after");
        file.close();
        QCOMPARE(grep(m_home.path(), {m_secret}).places, QStringList(planted));
    }
    QVERIFY(QFile::remove(planted));
}

void TestSecretGrep::runHeadless(const QStringList &source, const QByteArray &input, const char *name)
{
    const int tokens = static_cast<int>(m_listener->tokens().size());
    // Nobody reads its rows, so it still stands there when they have come: a pipe holds 64 KB of them.
    const QString pipe = m_home.filePath(QStringLiteral("tmp/rows-") + QLatin1String(name));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const int end = ::open(QFile::encodeName(pipe).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(end >= 0);
    const auto closeEnd = qScopeGuard([end] { ::close(end); });
    const auto hasRows = [end] {
        int waiting = 0;
        return ::ioctl(end, FIONREAD, &waiting) == 0 && waiting > 0;
    };
    QProcess process;
    process.setStandardOutputFile(pipe);
    start(process, QStringList{bin + QStringLiteral("sonde"), QStringLiteral("query")} + source +
                       QStringList{QStringLiteral("--range"), QStringLiteral("30d"), QStringLiteral("--text"),
                                   QStringLiteral("Perf | take 5000")});
    process.write(input);
    process.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->tokens().size(), tokens + 1, 150'000);
    QTRY_VERIFY_WITH_TIMEOUT(hasRows() || process.state() == QProcess::NotRunning, 150'000);
    QVERIFY2(process.state() == QProcess::Running, process.readAllStandardError().constData());
    crash(process, name);
    QByteArray rows(64 * 1024, '\0');
    rows.resize(std::max<qsizetype>(0, ::read(end, rows.data(), static_cast<std::size_t>(rows.size()))));
    QFile printed(m_home.filePath(QStringLiteral("printed/rows-") + QLatin1String(name)));
    QVERIFY(printed.open(QIODevice::WriteOnly));
    QVERIFY(!rows.isEmpty());
    printed.write(rows);
}

void TestSecretGrep::endpointsFromAPipe()
{
    runHeadless({QStringLiteral("--endpoints"), QStringLiteral("/dev/stdin")}, endpoints(), "endpoints");
}

void TestSecretGrep::savedConnection()
{
    QProcess keep;
    keep.start(QStringLiteral(SONDE_KEEP_CONNECTION),
               {m_home.filePath(QStringLiteral(".config/sonde")), connectionName});
    keep.write(endpoints());
    keep.closeWriteChannel();
    QVERIFY(keep.waitForFinished(60'000));
    QVERIFY2(keep.exitCode() == 0, keep.readAllStandardError().constData());
    runHeadless({QStringLiteral("--connection"), connectionName}, {}, "connection");
}

/// The window with that connection, its query run by F5.
void TestSecretGrep::window()
{
    if (QProcess::execute(QStringLiteral("xdotool"), {QStringLiteral("version")}) != 0)
        QSKIP("xdotool is not there to press a key.");
    const QString query = m_home.filePath(QStringLiteral("tmp/query.kql"));
    {
        QFile file(query);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Perf | take 50");
    }
    const int tokens = static_cast<int>(m_listener->tokens().size());
    const int answers = m_listener->answers();
    QProcess process;
    start(process, {bin + QStringLiteral("sonde"), query});
    const auto press = [&process] {
        QProcess keys;
        keys.start(QStringLiteral("sh"),
                   {QStringLiteral("-c"),
                    QStringLiteral("w=$(xdotool search --onlyvisible --pid $0 | tail -n 1) && "
                                   "xdotool windowfocus $w key --clearmodifiers F5"),
                    QString::number(process.processId())});
        return keys.waitForFinished(10'000) && keys.exitCode() == 0;
    };
    // A key that comes before the window takes it is lost: then it is pressed again.
    const auto answered = [this, answers] { return m_listener->answers() > answers; };
    const auto isOver = [&process] { return process.state() == QProcess::NotRunning; };
    QTRY_VERIFY_WITH_TIMEOUT(isOver() || (press() && QTest::qWaitFor(answered, 5'000)), 60'000);
    QVERIFY2(!isOver(), qPrintable(QStringLiteral("It ended (%1): ").arg(process.exitCode()) +
                                   QString::fromUtf8(process.readAllStandardError())));
    QVERIFY(m_listener->tokens().size() > tokens);
    QTRY_VERIFY(isWritten("layout.json"));
    QCOMPARE(process.state(), QProcess::Running);
    crash(process, "window");
}

/// A program that is not told leaves a core file where this test looks, with the secret in it; ours left
/// none.
void TestSecretGrep::coresAreForbidden()
{
    const QDir cores(m_home.filePath(QStringLiteral("cores")));
    QCOMPARE(cores.entryList(QDir::Files), QStringList());
    QProcess control;
    start(control,
          {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("read secret; kill -ABRT $$")});
    control.write(m_secret + '\n');
    control.closeWriteChannel();
    QVERIFY(control.waitForFinished(20'000));
    QCOMPARE(control.exitStatus(), QProcess::CrashExit);
    const QStringList left = cores.entryList(QDir::Files);
    if (left.isEmpty())
        QSKIP(
            "This machine puts core files elsewhere (kernel.core_pattern), so their absence proves nothing.");
    const Found found = grep(cores.path(), {m_secret});
    QVERIFY(!found.places.isEmpty());
    for (const QString &core : left)
        QVERIFY(QFile::remove(cores.filePath(core)));
}

void TestSecretGrep::nothingIsLeft()
{
    QVERIFY(m_listener->tokens().size() >= 2);
    // What a run writes is there to be searched: the request log, the history, and the tab.
    for (const char *written : {"requests.log", "history.sqlite", "layout.json"})
        QVERIFY2(isWritten(written), written);
    const Found found = grep(m_home.path(), secrets());
    QVERIFY(found.files > 5);
    qInfo("%d files, %lld bytes, %d texts in %d forms each: nothing", found.files,
          static_cast<long long>(found.bytes), static_cast<int>(secrets().size()),
          static_cast<int>(formsOf(m_secret).size()));
    QCOMPARE(found.places, QStringList());
}

void TestSecretGrep::cleanupTestCase()
{
    m_sandbox.terminate();
    if (!m_sandbox.waitForFinished(20'000))
        m_sandbox.kill();
    m_sandbox.waitForFinished();
}

QTEST_GUILESS_MAIN(TestSecretGrep)
#include "tst_secretgrep.moc"
