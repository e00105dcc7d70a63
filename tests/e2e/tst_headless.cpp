#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

namespace {

const QString bin = QStringLiteral(SONDE_BIN "/");

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    QByteArrayList lines() const
    {
        QByteArrayList list = out.split('\n');
        if (!list.isEmpty() && list.last().isEmpty())
            list.removeLast();
        for (QByteArray &line : list) {
            if (line.endsWith('\r'))
                line.chop(1);
        }
        return list;
    }
};

Run run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(bin + QStringLiteral("sonde"), QStringList(QStringLiteral("query")) + arguments);
    process.write(input);
    process.closeWriteChannel();
    Run result;
    if (!process.waitForFinished(180'000)) {
        process.kill();
        process.waitForFinished();
        return result;
    }
    result.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

/// A sonde-sandbox of its own, with its JSON line in a file.
class Sandbox
{
public:
    explicit Sandbox(const QString &folder, const QStringList &arguments = {}, const QString &language = {})
        : m_file(folder + QStringLiteral("/endpoints.json"))
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LANGUAGE"), language);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(bin + QStringLiteral("sonde-sandbox"),
                        QStringList{QStringLiteral("--rows"), QStringLiteral("20000")} + arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(120'000)) {
        }
        m_line = m_process.readLine();
        QFile file(m_file);
        if (file.open(QIODevice::WriteOnly))
            file.write(m_line);
    }

    ~Sandbox()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(60'000))
            m_process.kill();
        m_process.waitForFinished();
    }

    QString file() const { return m_file; }
    QByteArray line() const { return m_line; }

    int end()
    {
        m_process.terminate();
        return m_process.waitForFinished(60'000) && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }

private:
    QProcess m_process;
    QString m_file;
    QByteArray m_line;
};

QStringList kql(const QString &endpoints, const char *text)
{
    return {QStringLiteral("--endpoints"), endpoints, QStringLiteral("--text"), QString::fromUtf8(text)};
}

QStringList classic(const QString &endpoints, const char *text)
{
    return kql(endpoints, text) + QStringList{QStringLiteral("--language"), QStringLiteral("classic")};
}

} // namespace

/// `sonde query` as scripts use it, against the embedded workspace and a sonde-sandbox with faults.
class TestHeadless : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

private slots:
    void topErrorsByComputer()
    {
        const Run result = run({QStringLiteral("--demo"), QStringLiteral("--text"),
                                QStringLiteral("Event | where EventLevelName == \"Error\" | summarize "
                                               "count() by Computer | top 5 by count_"),
                                QStringLiteral("--format"), QStringLiteral("csv")});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        const QByteArrayList lines = result.lines();
        QCOMPARE(lines.size(), qsizetype(6));
        QCOMPARE(lines[0], QByteArray("Computer,count_"));
        qint64 previous = std::numeric_limits<qint64>::max();
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qint64 count = lines[i].split(',').last().toLongLong();
            QVERIFY(count > 0 && count <= previous);
            previous = count;
        }
    }

    void theOriginalScriptsJob()
    {
        const Run result =
            run({QStringLiteral("--demo"), QStringLiteral("--language"), QStringLiteral("classic"),
                 QStringLiteral("--text"), QStringLiteral("Type=Event"), QStringLiteral("--range"),
                 QStringLiteral("24h"), QStringLiteral("--top"), QStringLiteral("100"),
                 QStringLiteral("--format"), QStringLiteral("jsonl")});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QCOMPARE(result.lines().size(), qsizetype(100));
        QVERIFY2(result.err.contains("look 2"), result.err.constData()); // at least two Pendings
        QVERIFY(result.err.contains("100 of "));
        for (const QByteArray &line : result.lines())
            QCOMPARE(QJsonDocument::fromJson(line)[QStringLiteral("Type")].toString(),
                     QStringLiteral("Event"));
    }

    void unionOfColumns()
    {
        Sandbox sandbox(m_dir.path());
        const Run result = run(classic(sandbox.file(), "Type=Perf OR Type=Heartbeat"));
        QVERIFY2(result.exitCode == 0, result.err.constData());
        const QByteArray header = result.lines().value(0);
        for (const char *field : {"TimeGenerated", "Computer", "Type"})
            QVERIFY2(header.contains(field), header.constData());
    }

    void sameBytesInFileAndOnStandardOutput()
    {
        Sandbox sandbox(m_dir.path());
        const QString target = m_dir.filePath(QStringLiteral("out.csv"));
        const char *query = "SecurityEvent | summarize count() by EventID | order by EventID asc";
        // Two runs of one range: the last 24 hours are others a moment later.
        const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(-3600);
        const QStringList asked =
            kql(sandbox.file(), query) +
            QStringList{QStringLiteral("--range"),
                        end.addDays(-1).toString(Qt::ISODate) + u'/' + end.toString(Qt::ISODate)};
        const Run printed = run(asked);
        const Run written = run(asked + QStringList{QStringLiteral("--out"), target});
        QCOMPARE(printed.exitCode, 0);
        QCOMPARE(written.exitCode, 0);
        QVERIFY(written.out.isEmpty());
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), printed.out);
        QVERIFY(printed.lines().size() > 2);
    }

    /// Its help speaks the user's language; what it answers as a service is the same everywhere.
    void theSandboxAnswersInEnglish()
    {
        Sandbox sandbox(m_dir.path(), {}, QStringLiteral("nl"));
        const Run refused = run(kql(sandbox.file(), "Event | reduce by RenderedDescription"));
        QCOMPARE(refused.exitCode, 4);
        QVERIFY2(refused.err.contains("does not support the operator"), refused.err.constData());
    }

    void parametersOfAQuery()
    {
        Sandbox sandbox(m_dir.path());
        const auto ask = [&](const char *text, const QStringList &values) {
            QStringList arguments = kql(sandbox.file(), text);
            for (const QString &value : values)
                arguments += {QStringLiteral("--param"), value};
            return run(arguments);
        };
        const char *computers =
            "Heartbeat | where Computer in ({names}) | distinct Computer | order by Computer asc";
        const Run all = ask("Heartbeat | distinct Computer | order by Computer asc", {});
        QVERIFY2(all.exitCode == 0 && all.lines().size() > 3, all.err.constData());
        const QString first = QString::fromUtf8(all.lines().at(1));
        const QString second = QString::fromUtf8(all.lines().at(2));
        const Run two = ask(computers, {QString(QLatin1String("names=") + second + u',' + first)});
        QVERIFY2(two.exitCode == 0, two.err.constData());
        QCOMPARE(two.lines(), all.lines().mid(0, 3));
        // A value is a value, whatever stands in it.
        const Run none = ask(computers, {QStringLiteral("names=x\") or 1 == 1 //")});
        QCOMPARE(none.exitCode, 0);
        QCOMPARE(none.lines(), (QByteArrayList{"Computer"}));
        const Run declared =
            ask("declare query_parameters(n:long = 5); Event | take n | count", {QStringLiteral("n=2")});
        QCOMPARE(declared.lines(), (QByteArrayList{"Count", "2"}));
        // The service counts in what was sent, a person in what was given.
        const Run wrong =
            ask("Event | where Computer == {c} | where Nope == 1", {QStringLiteral("c=a long value")});
        QCOMPARE(wrong.exitCode, 4);
        QVERIFY2(wrong.err.contains("line 1, column 39 "), wrong.err.constData());
        const Run missing = ask(computers, {});
        QCOMPARE(missing.exitCode, 2);
        QVERIFY2(missing.err.contains("needs a value for “names”"), missing.err.constData());
    }

    void queryFromStandardInput()
    {
        Sandbox sandbox(m_dir.path());
        const Run result = run({QStringLiteral("--endpoints"), sandbox.file(), QStringLiteral("-"),
                                QStringLiteral("--format"), QStringLiteral("table")},
                               "print Answer = 6 * 7");
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QCOMPARE(result.lines(), (QByteArrayList{"Answer", "------", "    42"}));
    }

    void topCutsOnTheClient()
    {
        Sandbox sandbox(m_dir.path());
        const Run result = run(kql(sandbox.file(), "Event | project EventID") +
                               QStringList{QStringLiteral("--top"), QStringLiteral("7"),
                                           QStringLiteral("--range"), QStringLiteral("30d")});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.lines().size(), qsizetype(8));
        QVERIFY2(result.err.contains("Capped"), result.err.constData());
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("faults");
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const QStringList &faults, const char *query, int code,
                            const char *said) {
            QTest::newRow(name) << faults << QString::fromLatin1(query) << code << QByteArray(said);
        };
        const auto fault = [](const char *what) {
            return QStringList{QStringLiteral("--fault"), QString::fromLatin1(what)};
        };
        row("unknown table", {}, "NoSuchTable | count", 4, "NoSuchTable");
        row("syntax", {}, "Event | where", 4, "line 1");
        row("unsupported", {}, "Event | reduce by Computer", 4, "reduce");
        row("empty", {}, "  ", 2, "");
        row("partial", fault("partial-error"), "Event | take 5", 5, "Partial");
        row("service fails", fault("500"), "Event | take 5", 6, "");
        row("cut short", fault("truncated"), "Event | take 500", 5, "cut short");
        row("switched off", fault("gone"), "classic:Type=Event", 6, "KQL");
    }

    void exitCodes()
    {
        QFETCH(QStringList, faults);
        QFETCH(QString, query);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, said);
        Sandbox sandbox(m_dir.path(), faults);
        const bool isClassic = query.startsWith(QLatin1String("classic:"));
        const QByteArray text = (isClassic ? query.mid(8) : query).toUtf8();
        const Run result = run(isClassic ? classic(sandbox.file(), text.constData())
                                         : kql(sandbox.file(), text.constData()));
        QVERIFY2(
            result.exitCode == exitCode,
            qPrintable(QStringLiteral("%1\n%2").arg(result.exitCode).arg(QString::fromUtf8(result.err))));
        QVERIFY2(result.err.contains(said), result.err.constData());
    }

    void wrongSecret()
    {
        Sandbox sandbox(m_dir.path());
        QJsonObject object = QJsonDocument::fromJson(sandbox.line()).object();
        object[QStringLiteral("clientSecret")] = QStringLiteral("not-it-5150");
        QFile file(sandbox.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
        file.close();
        const Run result = run(kql(sandbox.file(), "Event | take 1"));
        QCOMPARE(result.exitCode, 3);
        QVERIFY2(result.err.contains("AADSTS7000215"), result.err.constData());
        QVERIFY(!result.err.contains("not-it-5150"));
    }

    void nobodyAnswers()
    {
        QFile file(m_dir.filePath(QStringLiteral("dead.json")));
        {
            Sandbox sandbox(m_dir.path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(sandbox.line());
            file.close();
            QCOMPARE(sandbox.end(), 0);
        }
        QCOMPARE(run(kql(file.fileName(), "Event | take 1")).exitCode, 6);
    }

    void cannotWrite()
    {
        Sandbox sandbox(m_dir.path());
        const Run result =
            run(kql(sandbox.file(), "print 1") +
                QStringList{QStringLiteral("--out"), m_dir.filePath(QStringLiteral("no/such/folder.csv"))});
        QCOMPARE(result.exitCode, 7);
        QVERIFY2(result.err.contains("does not exist"), result.err.constData());
    }

    void interrupted()
    {
        Sandbox sandbox(m_dir.path(), {QStringLiteral("--fault"), QStringLiteral("delay=60000")});
        QProcess process;
        process.start(bin + QStringLiteral("sonde"),
                      QStringList(QStringLiteral("query")) + kql(sandbox.file(), "Event | take 1"));
        QByteArray said;
        while (!said.contains('\n') && process.waitForReadyRead(20'000))
            said += process.readAllStandardError();
        while (said.isEmpty() && process.waitForReadyRead(20'000)) {
        }
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }

    void aClosedPipeEndsItQuietly()
    {
        Sandbox sandbox(m_dir.path());
        QProcess shell;
        shell.start(QStringLiteral("bash"),
                    {QStringLiteral("-c"),
                     QStringLiteral("set -o pipefail; \"$0\" query --endpoints \"$1\" --range 30d --text "
                                    "'Perf' 2>\"$2\" | head -n 1"),
                     bin + QStringLiteral("sonde"), sandbox.file(), m_dir.filePath(QStringLiteral("err"))});
        QVERIFY(shell.waitForFinished(120'000));
        QVERIFY(shell.readAllStandardOutput().startsWith("TenantId") || shell.exitCode() == 0);
        QCOMPARE(shell.exitCode(), 0);
        QFile err(m_dir.filePath(QStringLiteral("err")));
        QVERIFY(err.open(QIODevice::ReadOnly));
        const QByteArray said = err.readAll();
        QVERIFY2(!said.contains("could not be written"), said.constData());
    }

    void usage()
    {
        const Run result = run({QStringLiteral("--demo")});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
        QVERIFY(result.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
