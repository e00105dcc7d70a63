#include "app/commands.h"
#include "completion.h"
#include "core/timezone.h"
#include "manualpage.h"
#include "releasenotes.h"

#ifdef SONDE_LOCAL_ENGINE
#include "sandbox/faults.h"
#include "sandbox/sandboxcommand.h"
#endif

#include <QCommandLineParser>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

using namespace sonde;

namespace {

QList<QList<CommandDescription>> programs()
{
    QList<QList<CommandDescription>> all{commandDescriptions()};
#ifdef SONDE_LOCAL_ENGINE
    all << QList<CommandDescription>{sandboxCommandDescription()};
#endif
    return all;
}

QString written(const QString &name)
{
    QFile file(QStringLiteral(SONDE_PAPERS_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString helpOf(const CommandDescription &command)
{
    QCommandLineParser parser;
    describe(parser, command);
    return helpText(parser, command);
}

/// What bash offers for the last of \a words.
QStringList bashOffers(const QString &program, const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted << u'\'' + word + u'\'';
    QProcess bash;
    bash.start(
        QStringLiteral("bash"),
        {QStringLiteral("--norc"), QStringLiteral("-c"),
         QStringLiteral(
             "source %1/%2.bash; COMP_WORDS=(%3); COMP_CWORD=%4; %5; printf '%s\\n' \"${COMPREPLY[@]}\"")
             .arg(QStringLiteral(SONDE_PAPERS_DIR), program, quoted.join(u' '))
             .arg(words.size() - 1)
             .arg(u'_' + QString(program).replace(u'-', u'_'))});
    if (!bash.waitForFinished() || bash.exitCode() != 0)
        return {QStringLiteral("bash: ") + QString::fromUtf8(bash.readAllStandardError())};
    return QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

/// Help, manual pages and completion are made from one description and leave nothing of it out.
class TestPapers : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionIsEverywhere();
    void valuesBelongToTheirOption();
    void theManualEscapesWhatRoffWouldTake();
    void bashCompletes_data();
    void bashCompletes();
    void shellsTakeTheirFiles_data();
    void shellsTakeTheirFiles();
    void everyFaultIsOffered();
    void changelogIsRead();
    void appStreamIsWellFormed();
    void debiansChangelogIsFolded();
    void theTreesOwnChangelogIsUnderstood();
};

void TestPapers::everyOptionIsEverywhere()
{
    for (const QList<CommandDescription> &commands : programs()) {
        const QString program = commands.first().name;
        const QString manual = written(program + QLatin1String(".1"));
        const QString bash = written(program + QLatin1String(".bash"));
        const QString zsh = written(program + QLatin1String(".zsh"));
        const QString fish = written(program + QLatin1String(".fish"));
        for (const CommandDescription &command : commands) {
            QVERIFY2(!command.options.isEmpty(), qPrintable(command.name));
            const QString help = helpOf(command);
            QVERIFY(help.startsWith(QLatin1String("Usage: ") + command.name + QLatin1String(" [options]")));
            for (const OptionDescription &option : command.options) {
                const QString dashed = QLatin1String("--") + option.name;
                QVERIFY2(!option.description.isEmpty(), qPrintable(dashed));
                QVERIFY2(help.contains(dashed), qPrintable(dashed));
                QString roff = dashed;
                QVERIFY2(manual.contains(roff.replace(u'-', QLatin1String("\\-"))), qPrintable(dashed));
                QVERIFY2(bash.contains(dashed), qPrintable(dashed));
                QVERIFY2(zsh.contains(dashed), qPrintable(dashed));
                QVERIFY2(fish.contains(QLatin1String(" -l ") + option.name), qPrintable(dashed));
            }
            // And there is nothing beyond the description: what the help lists is what it was taught.
            static const QRegularExpression listed(QStringLiteral("^  (?:-\\w, )?--([\\w-]+)"),
                                                   QRegularExpression::MultilineOption);
            int count = 0;
            for (auto match = listed.globalMatch(help); match.hasNext(); match.next())
                ++count;
            QCOMPARE(count, command.options.size());
            for (const CommandDescription::ExitCode &code : command.exitCodes) {
                QVERIFY(manual.contains(QStringLiteral("\\fB%1\\fR\n%2")
                                            .arg(code.code)
                                            .arg(QString(code.meaning).replace(u'-', QLatin1String("\\-")))));
            }
        }
    }
}

void TestPapers::valuesBelongToTheirOption()
{
    // A command's own values only: what --format takes is no value of --language.
    const QString fish = written(QStringLiteral("sonde.fish"));
    QVERIFY(fish.contains(QLatin1String("-l language -x -a 'kql classic'")));
    QVERIFY(fish.contains(
        QLatin1String("-l format -x -a 'csv tsv xlsx json jsonl markdown html kql table parquet'")));
}

void TestPapers::theManualEscapesWhatRoffWouldTake()
{
    ProgramDescription program;
    CommandDescription command;
    command.name = QStringLiteral("a");
    command.summary = QStringLiteral("b");
    command.description = QStringLiteral(".dot\n\n'quote' \\back -dash");
    program.commands = {command};
    const QString page = manualPage(program, QStringLiteral("1.2"), QDate(2026, 11, 28));
    QVERIFY(page.contains(QLatin1String("\n\\&.dot\n")));
    QVERIFY(page.contains(QLatin1String("\n\\(aqquote\\(aq \\(rsback \\-dash\n")));
    QVERIFY(page.contains(QLatin1String(".TH A 1 2026-11-28 \"Sonde 1.2\"")));
}

void TestPapers::bashCompletes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offered");
    const auto row = [](const char *name, const char *words, const char *offered) {
        QTest::newRow(name) << QString::fromLatin1(words).split(u' ')
                            << QString::fromLatin1(offered).split(u' ', Qt::SkipEmptyParts);
    };
    row("command", "sonde quer", "query");
    row("option", "sonde --th", "--theme");
    row("value", "sonde --theme ", "light dark");
    row("value after =", "sonde --theme = d", "dark");
    row("all values after =", "sonde --theme =", "light dark");
    row("of the command", "sonde query --la", "--language");
    row("value of the command", "sonde query --format m", "markdown");
    row("language", "sonde query --demo --language ", "kql classic");
    row("no option of another command", "sonde query --th", "");
    row("nothing to know", "sonde query --text ", "");
#ifdef SONDE_LOCAL_ENGINE
    row("fault", "sonde-sandbox --fault pen", "pending=");
#endif
}

void TestPapers::bashCompletes()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, offered);
    QCOMPARE(bashOffers(words.first(), words), offered);
}

void TestPapers::shellsTakeTheirFiles_data()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"bash", "zsh", "fish"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

void TestPapers::shellsTakeTheirFiles()
{
    QFETCH(QString, shell);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP("This shell is not installed.");
    for (const QList<CommandDescription> &commands : programs()) {
        QProcess process;
        process.start(shell, {QStringLiteral("-n"),
                              QStringLiteral(SONDE_PAPERS_DIR "/%1.%2").arg(commands.first().name, shell)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
        QCOMPARE(process.exitCode(), 0);
    }
}

void TestPapers::everyFaultIsOffered()
{
#ifdef SONDE_LOCAL_ENGINE
    const QStringList offered =
        bashOffers(QStringLiteral("sonde-sandbox"),
                   {QStringLiteral("sonde-sandbox"), QStringLiteral("--fault"), QString()});
    QVERIFY(offered.size() > 10);
    for (const QString &word : offered)
        QVERIFY2(Faults().add(word.endsWith(u'=') ? word + QLatin1String("1") : word), qPrintable(word));
#endif
}

void TestPapers::changelogIsRead()
{
    const QList<Release> releases = releasesOf(
        QStringLiteral(
            "# Changelog\n\nWhat a user notices.\n\n## Unreleased\n\nOne `a`\nline.\n\n- first\n  goes on\n"
            "- second\n\n## [0.9.1] - 2026-01-02\n\n- old\n"),
        QStringLiteral("1.0.0"));
    QCOMPARE(releases.size(), 2);
    QCOMPARE(releases.first().version, QStringLiteral("1.0.0"));
    QVERIFY(!releases.first().date.isValid());
    QCOMPARE(releases.first().blocks.size(), 3);
    QCOMPARE(releases.first().blocks.at(0).text, QStringLiteral("One `a` line."));
    QVERIFY(!releases.first().blocks.at(0).isItem);
    QCOMPARE(releases.first().blocks.at(1).text, QStringLiteral("first goes on"));
    QVERIFY(releases.first().blocks.at(1).isItem);
    QCOMPARE(releases.last().version, QStringLiteral("0.9.1"));
    QCOMPARE(releases.last().date, QDate(2026, 1, 2));
}

void TestPapers::appStreamIsWellFormed()
{
    const QList<Release> releases = releasesOf(
        QStringLiteral("## Unreleased\n\nA & b.\n\n- **x** `<y>`\n\nAfter.\n\n## 0.9 - 2026-01-02\n- z\n"),
        QStringLiteral("1.0"));
    const QString xml = appStreamReleases(releases, QDate(2026, 11, 28));
    QXmlStreamReader reader(xml);
    QStringList elements;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            elements << reader.name().toString();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(elements.join(u' '),
             QStringLiteral("releases release description p ul li code p release description ul li"));
    QVERIFY(xml.contains(QLatin1String("version=\"1.0\" date=\"2026-11-28\" type=\"development\"")));
    QVERIFY(xml.contains(QLatin1String("version=\"0.9\" date=\"2026-01-02\" type=\"stable\"")));
    QVERIFY(!xml.contains(u'*'));
}

void TestPapers::debiansChangelogIsFolded()
{
    const QList<Release> releases = releasesOf(
        QStringLiteral("## Unreleased\n\n- ") + QStringLiteral("word ").repeated(60), QStringLiteral("1.0"));
    const QString text = debianChangelog(releases, QStringLiteral("A <a@b.c>"),
                                         QDateTime(QDate(2026, 11, 28), QTime(10, 25, 35), utcZone));
    QVERIFY(text.startsWith(QLatin1String("sonde (1.0-1) UNRELEASED; urgency=medium\n\n  * word")));
    QVERIFY(text.endsWith(QLatin1String("\n -- A <a@b.c>  Sat, 28 Nov 2026 10:25:35 +0000\n")));
    for (const QString &line : text.split(u'\n'))
        QVERIFY(line.size() <= 80);
}

void TestPapers::theTreesOwnChangelogIsUnderstood()
{
    QFile file(QStringLiteral(SONDE_CHANGELOG));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const QList<Release> releases = releasesOf(text, QStringLiteral(SONDE_VERSION));
    QVERIFY(!releases.isEmpty());
    // A heading that is not understood would lose its section.
    QCOMPARE(releases.size(), text.count(QLatin1String("\n## ")));
    qsizetype items = 0;
    for (const Release &release : releases) {
        for (const Release::Block &block : release.blocks)
            items += block.isItem ? 1 : 0;
    }
    QCOMPARE(items, text.count(QLatin1String("\n- ")));
}

QTEST_GUILESS_MAIN(TestPapers)
#include "tst_papers.moc"
