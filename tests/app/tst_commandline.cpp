#include "app/commandline.h"

#include "app/commands.h"
#include "app/exitcode.h"
#include "app/headlessquery.h"
#include "core/queryparameters.h"
#include "widgets/exportrequest.h"

#include <QTemporaryFile>
#include <QTest>

using namespace sonde;

namespace {

Result<CommandLine> parse(const QString &line)
{
    return CommandLine::parse(QStringList(QStringLiteral("sonde")) +
                              line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void theOriginalScript()
    {
        const auto line =
            parse(QStringLiteral("query --demo --language classic --text Type=Event --range 24h --top 100"));
        QVERIFY(line.has_value());
        QCOMPARE(line->action, CommandLine::Action::Query);
        QCOMPARE(line->query.source, QueryCommand::Source::Demo);
        QCOMPARE(line->query.query.language, QueryLanguage::Classic);
        QCOMPARE(line->query.query.text, QStringLiteral("Type=Event"));
        QCOMPARE(line->query.query.top, std::optional<qint64>(100));
        QCOMPARE(line->query.query.range, TimeRange());
        QCOMPARE(line->query.format, QStringLiteral("csv"));
        QVERIFY(line->query.outFile.isEmpty());
    }

    void defaults()
    {
        QVERIFY(!parse(QStringLiteral("query --demo --text T"))->query.query.top);
        QCOMPARE(parse(QStringLiteral("query --demo --text T --language classic"))->query.query.top,
                 std::optional<qint64>(100));
        QCOMPARE(parse(QString())->action, CommandLine::Action::Window);
        QVERIFY(!parse(QString())->window.demo);
    }

    void queryFromAFile()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("\xEF\xBB\xBF"
                   "Event\r\n| count");
        file.close();
        const auto line = parse(
            QStringLiteral("query --endpoints e.json --out o.csv --format jsonl --file ") + file.fileName());
        QVERIFY(line.has_value());
        QCOMPARE(line->query.query.text, QStringLiteral("Event\r\n| count"));
        QCOMPARE(line->query.source, QueryCommand::Source::EndpointsFile);
        QCOMPARE(line->query.sourceName, QStringLiteral("e.json"));
        QCOMPARE(line->query.outFile, QStringLiteral("o.csv"));
        QCOMPARE(line->query.format, QStringLiteral("jsonl"));
    }

    void formatsAndProfiles()
    {
        for (const QString &format : queryFormats()) {
            const auto line = parse(QStringLiteral("query --demo --text T --format ") + format);
            QVERIFY2(line, qPrintable(format));
            const auto options = exportOptionsOf(line->query, {});
            QVERIFY(options);
            QCOMPARE(exportFormatName(options->format), format);
        }
        // Whatever the window writes can be written here.
        for (const ExportFormat format : fileFormats())
            QVERIFY(queryFormats().contains(exportFormatName(format)));
        const auto line = parse(QStringLiteral("query --demo --text T --profile Excel"));
        QVERIFY(line);
        ExportOptions workbook;
        workbook.format = ExportFormat::Xlsx;
        const QList<ExportProfile> profiles{{QStringLiteral("Plain"), {}},
                                            {QStringLiteral("Excel"), workbook}};
        QCOMPARE(exportOptionsOf(line->query, profiles).value(), workbook);
        const auto unknown = exportOptionsOf(line->query, {profiles.at(0)});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::Usage);
        QVERIFY(unknown.error().message.contains(QLatin1String("Excel")));
        QVERIFY(unknown.error().advice.contains(QLatin1String("Plain")));
        QVERIFY(!exportOptionsOf(line->query, {}).error().advice.isEmpty());
    }

    void formatOfTheFile()
    {
        const auto formatOf = [](const QString &more) {
            return parse(QStringLiteral("query --demo --text T ") + more)->query.format;
        };
        QCOMPARE(formatOf(QStringLiteral("--out a.xlsx")), QStringLiteral("xlsx"));
        QCOMPARE(formatOf(QStringLiteral("--out a.JSONL")), QStringLiteral("jsonl"));
        QCOMPARE(formatOf(QStringLiteral("--out a.md")), QStringLiteral("markdown"));
        QCOMPARE(formatOf(QStringLiteral("--out a.txt")), QStringLiteral("csv"));
        QCOMPARE(formatOf(QStringLiteral("--out -")), QStringLiteral("csv"));
        QCOMPARE(formatOf(QStringLiteral("--out a.xlsx --format csv")), QStringLiteral("csv"));
    }

    void storedResult()
    {
        const auto line = parse(QStringLiteral("query --response a.json.gz --out o.jsonl --format jsonl"));
        QVERIFY(line.has_value());
        QCOMPARE(line->query.source, QueryCommand::Source::StoredResult);
        QCOMPARE(line->query.sourceName, QStringLiteral("a.json.gz"));
        QCOMPARE(line->query.outFile, QStringLiteral("o.jsonl"));
        QCOMPARE(line->query.format, QStringLiteral("jsonl"));
    }

    void parameters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("sent");
        const auto row = [](const char *query, const QStringList &options, const char *sent) {
            QTest::newRow(query) << QString::fromLatin1(query) << options << QString::fromLatin1(sent);
        };
        row("T | where A == {x}", {QStringLiteral("x=web01")}, "T | where A == \"web01\"");
        row("T | where A == {x} or B == {y}", {QStringLiteral("y=2026-11-22"), QStringLiteral("x=1=2")},
            "T | where A == \"1=2\" or B == datetime(2026-11-22T00:00:00.0000000Z)");
        row("T | where A == {x} // by what it looks like", {QStringLiteral("x=7")},
            "T | where A == 7 // by what it looks like");
        row("T | where A == {x} // by what is said", {QStringLiteral("x:string=7")},
            "T | where A == \"7\" // by what is said");
        row("T | where A == {x} // nothing is a text", {QStringLiteral("x=")},
            "T | where A == \"\" // nothing is a text");
        row("T | where A has {x}", {QStringLiteral("x:string=")}, "T | where A has \"\"");
        row("declare query_parameters(x:string = 'a'); T | where A == {x}", {QStringLiteral("x=")},
            "declare query_parameters(x:string = \"\"); T | where A == \"\"");
        row("T | where A in ({x})", {QStringLiteral("x=a,b")}, "T | where A in (\"a\", \"b\")");
        row("T | where TimeGenerated > ago({x})", {QStringLiteral("x=2h")},
            "T | where TimeGenerated > ago(timespan(02:00:00))");
        row("declare query_parameters(x:string, y:long = 5); T", {QStringLiteral("x=7")},
            "declare query_parameters(x:string = \"7\", y:long = 5); T");
        row("T | extend d = dynamic({})", {}, "T | extend d = dynamic({})");
    }

    void parameters()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, options);
        QFETCH(QString, sent);
        QStringList arguments{QStringLiteral("sonde"), QStringLiteral("query"), QStringLiteral("--demo"),
                              QStringLiteral("--text"), query};
        for (const QString &option : options)
            arguments += {QStringLiteral("--param"), option};
        const auto line = CommandLine::parse(arguments);
        QVERIFY2(line, line ? "" : qPrintable(line.error().message));
        QCOMPARE(line->query.query.text, sent);
        QCOMPARE(line->query.text.original(), query);
    }

    /// What a window sends, which asks with the same text and no type.
    void sameAsInAWindow_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("value");
        for (const char *query :
             {"T | where A == {x}", "T | where A in ({x})", "T | where A has {x}", "T | take {x}",
              "T | where TimeGenerated > {x}", "declare query_parameters(x:string); T | where A == x"}) {
            for (const char *value : {"4625", "007", "0x1F", "12e4", "7d", "1M", "2026-11-22", "web01, web02",
                                      "74be27de-1e4e-49d9-b579-fe0b331d3642"})
                QTest::addRow("%s %s", query, value)
                    << QString::fromLatin1(query) << QString::fromLatin1(value);
        }
    }

    void sameAsInAWindow()
    {
        QFETCH(QString, query);
        QFETCH(QString, value);
        SentText sent(query);
        const auto problem = fillParameters(sent, {{QStringLiteral("x"), {std::nullopt, value}}});
        const auto line =
            CommandLine::parse({QStringLiteral("sonde"), QStringLiteral("query"), QStringLiteral("--demo"),
                                QStringLiteral("--text"), query, QStringLiteral("--param"),
                                QString(QLatin1String("x=") + value)});
        QCOMPARE(line.has_value(), !problem.has_value());
        if (line)
            QCOMPARE(line->query.query.text, sent.text());
    }

    void aMissingParameterIsNamed()
    {
        const auto missing = parse(QStringLiteral("query --demo --text T|take({rows})"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().message, QStringLiteral("The query needs a value for “rows”."));
        QCOMPARE(missing.error().advice, QStringLiteral("Give it with --param rows=VALUE."));
        const auto wrong =
            parse(QStringLiteral("query --demo --text T|take({rows}) --param rows:number=many"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().message, QStringLiteral("The value of “rows”: “many” is no number."));
        const auto none = parse(QStringLiteral("query --demo --text T|take({rows}) --param rows:number="));
        QVERIFY(!none);
        QCOMPARE(none.error().message, QStringLiteral("The value of “rows”: “” is no number."));
        const auto other = parse(QStringLiteral("query --demo --text T|take({rows}) --param row=1"));
        QCOMPARE(other.error().advice, QStringLiteral("It has: rows."));
    }

    void window()
    {
        const auto line = parse(QStringLiteral("--demo --screenshot a.png --theme dark --size 1024x700"));
        QVERIFY(line.has_value());
        QVERIFY(line->window.demo);
        QCOMPARE(line->window.screenshot, QStringLiteral("a.png"));
        QCOMPARE(line->window.size, QSize(1024, 700));
        QTemporaryFile file;
        QVERIFY(file.open());
        QCOMPARE(parse(file.fileName())->window.files, QStringList(file.fileName()));
        QVERIFY(!line->window.newInstance);
        QVERIFY(parse(QStringLiteral("--new-instance"))->window.newInstance);
        QVERIFY(!line->window.newQuery);
        QVERIFY(parse(QStringLiteral("--new-query"))->window.newQuery);
    }

    void texts()
    {
        for (const char *arguments : {"--help", "-h", "query --help"}) {
            const auto line = parse(QString::fromLatin1(arguments));
            QVERIFY(line.has_value());
            QCOMPARE(line->action, CommandLine::Action::ShowText);
            QVERIFY(!line->text.isEmpty());
        }
        QCOMPARE(parse(QStringLiteral("--version"))->action, CommandLine::Action::ShowVersion);
        QCOMPARE(parse(QStringLiteral("-v"))->action, CommandLine::Action::ShowVersion);
        QVERIFY(parse(QStringLiteral("query --help"))->text.contains(QLatin1String("130 interrupted")));
        QVERIFY(parse(QStringLiteral("query --help"))->text.contains(QLatin1String("sonde query [")));
    }

    void queryFiles()
    {
        const auto check = parse(QStringLiteral("check --schema s.json a.kql -"));
        QVERIFY(check);
        QCOMPARE(check->action, CommandLine::Action::Check);
        QCOMPARE(check->check.files, QStringList({QStringLiteral("a.kql"), QStringLiteral("-")}));
        QCOMPARE(check->check.schemaFile, QStringLiteral("s.json"));
        QVERIFY(check->check.connection.isEmpty());
        QCOMPARE(parse(QStringLiteral("check a.kql --connection Prod"))->check.connection,
                 QStringLiteral("Prod"));
        const auto format = parse(QStringLiteral("format -"));
        QVERIFY(format);
        QCOMPARE(format->action, CommandLine::Action::Format);
        QCOMPARE(format->format.mode, FormatCommand::Mode::Print);
        QCOMPARE(parse(QStringLiteral("format --write a b"))->format.mode, FormatCommand::Mode::Write);
        QCOMPARE(parse(QStringLiteral("format --check a b"))->format.mode, FormatCommand::Mode::Check);
        for (const char *help : {"check --help", "format --help"})
            QCOMPARE(parse(QString::fromLatin1(help))->action, CommandLine::Action::ShowText);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *arguments : {"query",
                                      "query --demo",
                                      "query --text T",
                                      "query --demo --connection c --text T",
                                      "query --demo --text T --file f",
                                      "query --demo --text T more",
                                      "query --demo --text T --language sql",
                                      "query --demo --text T --range soon",
                                      "query --demo --text T --top 0",
                                      "query --demo --text T --top x",
                                      "query --demo --text T --format xls",
                                      "query --demo --file /no/such/file",
                                      "query --demo --text",
                                      "query --response",
                                      "query --response a --demo",
                                      "query --response a --text T",
                                      "query --response a --range 1h",
                                      "query --response a -",
                                      "query --response a --format xls",
                                      "query --demo --text T --format in",
                                      "query --demo --text T --format csv --profile p",
                                      "query --demo --text T --profile=",
                                      "query --unknown",
                                      "query --demo --text T --param x=1",
                                      "query --demo --text T|take({x})",
                                      "query --demo --text T|take({x}) --param x",
                                      "query --demo --text T|take({x}) --param =1",
                                      "query --demo --text T|take({x}) --param x:table=1",
                                      "query --demo --text T|take({x}) --param x:number=many",
                                      "query --demo --text T|take({x}) --param x=1 --param x=2",
                                      "query --demo --language classic --text T --param x=1",
                                      "query --response a --param x=1",
                                      "check",
                                      "check --unknown a",
                                      "check --schema s.json --connection Prod a",
                                      "format",
                                      "format --write --check a",
                                      "format --write a -",
                                      "--unknown",
                                      "nosuchcommand",
                                      "--screenshot a.png",
                                      "--demo --theme blue",
                                      "--size big"})
            QTest::newRow(arguments) << QString::fromLatin1(arguments);
    }

    void refused()
    {
        QFETCH(QString, arguments);
        const auto line = parse(arguments);
        QVERIFY(!line);
        QCOMPARE(line.error().kind, ErrorKind::Usage);
        QVERIFY(!line.error().message.isEmpty());
        QCOMPARE(exitCodeOf(line.error().kind), ExitUsage);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
