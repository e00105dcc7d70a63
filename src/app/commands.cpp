#include "app/commands.h"

#include "app/exitcode.h"

#include <QCoreApplication>

namespace sonde {

namespace {

/// The words of the command line all have one context.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

OptionDescription option(const char *name, const QString &description)
{
    OptionDescription option;
    option.name = QString::fromLatin1(name);
    option.description = description;
    return option;
}

OptionDescription valueOption(const char *name, const char *value, const QString &description)
{
    OptionDescription described = option(name, description);
    described.valueName = QString::fromLatin1(value);
    return described;
}

OptionDescription fileOption(const char *name, const QString &description)
{
    OptionDescription described = valueOption(name, "FILE", description);
    described.values = OptionDescription::Values::Files;
    return described;
}

OptionDescription wordOption(const char *name, const char *value, const QStringList &words,
                             const QString &description)
{
    OptionDescription described = valueOption(name, value, description);
    described.values = OptionDescription::Values::Words;
    described.words = words;
    return described;
}

OptionDescription repeating(OptionDescription described)
{
    described.repeats = true;
    return described;
}

OptionDescription withDefault(OptionDescription described, const char *value)
{
    described.defaultValue = QString::fromLatin1(value);
    return described;
}

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

CommandDescription windowCommandDescription()
{
    CommandDescription command;
    command.name = QStringLiteral("sonde");
    command.summary = Words::tr("search Azure Log Analytics");
    command.description = Words::tr("Search Azure Log Analytics.\n\n“sonde query --help” tells how to run a "
                                    "query without a window, “sonde check --help” "
                                    "and “sonde format --help” how to look after files of queries.");
    command.options = {
        helpOption(),
        versionOption(),
        option("demo", Words::tr("Open the embedded workspace and run a first query.")),
        option("new-query",
               Words::tr("Open a tab for a new query, in the running Sonde where there is one.")),
        fileOption("screenshot",
                   Words::tr("With --demo: save a picture of the window after its first query, then end.")),
        wordOption("theme", "THEME", {latin("light"), latin("dark")},
                   Words::tr("light or dark, for this run.")),
        valueOption("size", "WIDTHxHEIGHT", Words::tr("The size of the window.")),
        option("new-instance", Words::tr("Start with tabs of its own, also where Sonde is running already. "
                                         "They come back with the next "
                                         "such start.")),
    };
    command.argumentName = QStringLiteral("files");
    command.argumentSyntax = QStringLiteral("[FILE...]");
    command.argumentDescription =
        Words::tr("Queries (.kql) and results (.sonde-result, or an answer in .json) to open.");
    command.takesFiles = true;
    command.examples = {
        {QStringLiteral("The embedded workspace, with no account and no network"), latin("sonde --demo")},
        {QStringLiteral("A query that was kept in a file"), latin("sonde errors.kql")},
    };
    return command;
}

QStringList queryFormats()
{
    return {latin("csv"),      latin("tsv"),  latin("xlsx"), latin("json"),  latin("jsonl"),
            latin("markdown"), latin("html"), latin("kql"),  latin("table"), latin("parquet")};
}

CommandDescription queryCommandDescription()
{
    CommandDescription command;
    command.name = QStringLiteral("sonde query");
    command.summary = Words::tr("run one query without a window");
    command.description =
        Words::tr("Run one query without a window and write its rows. Progress goes to standard error.");
    OptionDescription out = withDefault(
        fileOption("out",
                   Words::tr("Write to that file, replacing it as a whole; - is standard output (default).")),
        "-");
    command.options = {
        helpOption(),
        option("demo", Words::tr("Ask the embedded workspace.")),
        valueOption("connection", "NAME", Words::tr("Ask the saved connection of that name.")),
        fileOption("endpoints", Words::tr("Ask the workspace that sonde-sandbox described in that file.")),
        fileOption("response",
                   Words::tr("Ask nobody; read a result that was stored in that file: one that Sonde saved "
                             "(.sonde-result), or an answer of either service as it came (JSON, also "
                             "packed with gzip).")),
        withDefault(wordOption("language", "LANGUAGE", {latin("kql"), latin("classic")},
                               Words::tr("kql (default) or classic.")),
                    "kql"),
        withDefault(wordOption("range", "RANGE",
                               {latin("1h"), latin("24h"), latin("P7D"), latin("P30D"), latin("today"),
                                latin("yesterday"), latin("thisweek")},
                               Words::tr("24h (default), P7D, today, START/END: the time range, in UTC.")),
                    "24h"),
        valueOption("top", "N",
                    Words::tr("At most N rows; classic asks the service for 100 if this is not given.")),
        valueOption("text", "QUERY", Words::tr("The query.")),
        fileOption("file", Words::tr("A file with the query.")),
        repeating(valueOption(
            "param", "NAME=VALUE",
            Words::tr("The value of the query’s parameter {NAME}, or of one that it declares with declare "
                      "query_parameters; once for each. It is written as its type wants it: the declared "
                      "one, else what the text around it needs (a list within in (...)), else what the "
                      "value looks like. NAME:TYPE=VALUE says it: string, number, datetime, timespan or "
                      "list."))),
        out,
        withDefault(wordOption("format", "FORMAT", queryFormats(),
                               Words::tr("csv (default, or what the name of --out ends in), tsv, xlsx, json, "
                                         "jsonl, markdown, html, kql (a "
                                         "datatable), parquet or table (for a terminal).")),
                    "csv"),
        valueOption("profile", "NAME",
                    Words::tr("Write as the export profile of that name does, which was saved in Sonde’s "
                              "export dialog.")),
    };
    command.argumentName = QStringLiteral("-");
    command.argumentSyntax = QStringLiteral("[-]");
    command.argumentDescription = Words::tr("Read the query from standard input.");
    command.exitCodes = {
        {ExitComplete, Words::tr("complete")},
        {ExitUsage, Words::tr("usage")},
        {ExitSignIn, Words::tr("sign-in")},
        {ExitRefused, Words::tr("the query was refused")},
        {ExitPartial, Words::tr("partial rows were written")},
        {ExitService, Words::tr("network or service, or a stored result that cannot be read")},
        {ExitWrite, Words::tr("could not write")},
        {ExitInterrupted, Words::tr("interrupted")},
    };
    command.examples = {
        {QStringLiteral("The computers with the most errors of the sample data"),
         latin("sonde query --demo --format table --text 'Event | where EventLevelName == \"Error\" | "
               "summarize count() by Computer | top 5 by count_'")},
        {QStringLiteral("A query of a file, on a connection that was saved in the window, into a file"),
         latin("sonde query --connection Production --file errors.kql --range P7D --out errors.csv")},
        {QStringLiteral("A query with the parameters {computers} and {level}"),
         latin("sonde query --demo --text 'Event | where Computer in ({computers}) and EventLevelName == "
               "{level}' --param computers=web01,web02 --param level=Error")},
        {QStringLiteral("The rows of an answer that was stored, with no network"),
         latin("sonde query --response answer.json.gz --format jsonl")},
        {QStringLiteral("A workbook, as the export profile “Monthly report” says"),
         latin("sonde query --connection Production --file errors.kql --profile 'Monthly report' --out "
               "errors.xlsx")},
        {QStringLiteral("A classic search"),
         latin("sonde query --demo --language classic --text 'Type=Event' --top 100")},
    };
    return command;
}

CommandDescription checkCommandDescription()
{
    CommandDescription command;
    command.name = QStringLiteral("sonde check");
    command.summary = Words::tr("say what is wrong with query files");
    command.description =
        Words::tr("Say what Microsoft’s language service finds wrong with files of KQL, "
                  "with no network but where --connection asks a workspace.\n\nEach finding is "
                  "a line: FILE:LINE:COLUMN: error, warning or suggestion, the service’s "
                  "code, and what it says. Queries in "
                  "one file have empty lines between them.");
    command.options = {
        helpOption(),
        fileOption("schema",
                   Words::tr("The tables there are, in JSON: {\"Event\": {\"TimeGenerated\": \"datetime\"}}. "
                             "Without it all tables are, with any columns.")),
        valueOption(
            "connection", "NAME",
            Words::tr("The tables of this connection’s workspace: as it listed them within the last day, "
                      "else it is asked.")),
    };
    command.argumentName = QStringLiteral("files");
    command.argumentSyntax = QStringLiteral("FILE...");
    command.argumentDescription = Words::tr("Files of KQL; - is standard input.");
    command.takesFiles = true;
    command.exitCodes = {
        {ExitComplete, Words::tr("no errors")},
        {ExitFaults, Words::tr("errors were found")},
        {ExitUsage, Words::tr("usage, or a file that cannot be read")},
        {ExitSignIn, Words::tr("the workspace’s tables are not known, and the sign-in failed")},
        {ExitService, Words::tr("they are not known, and the network or the service failed")},
    };
    command.examples = {
        {QStringLiteral("All queries of a folder, as a step of a build"), latin("sonde check queries/*.kql")},
    };
    return command;
}

CommandDescription formatCommandDescription()
{
    CommandDescription command;
    command.name = QStringLiteral("sonde format");
    command.summary = Words::tr("write query files evenly");
    command.description = Words::tr("Write files of KQL as Microsoft’s language service formats them, with "
                                    "no network: to standard output, or "
                                    "with --write in their own place.");
    command.options = {
        helpOption(),
        option("write", Words::tr("Replace the files, each as a whole, and name those that have changed.")),
        option("check", Words::tr("Write nothing; name the files that would change.")),
    };
    command.argumentName = QStringLiteral("files");
    command.argumentSyntax = QStringLiteral("FILE...");
    command.argumentDescription = Words::tr("Files of KQL; - is standard input.");
    command.takesFiles = true;
    command.exitCodes = {
        {ExitComplete, Words::tr("done, or with --check: nothing would change")},
        {ExitFaults, Words::tr("with --check: files would change")},
        {ExitUsage, Words::tr("usage, or a file that cannot be read")},
        {ExitWrite, Words::tr("could not write")},
    };
    command.examples = {
        {QStringLiteral("Whether all queries of a folder are formatted, as a step of a build"),
         latin("sonde format --check queries/*.kql")},
    };
    return command;
}

QList<CommandDescription> commandDescriptions()
{
    return {windowCommandDescription(), queryCommandDescription(), checkCommandDescription(),
            formatCommandDescription()};
}

} // namespace sonde
