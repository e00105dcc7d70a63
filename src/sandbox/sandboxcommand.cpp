#include "sandbox/sandboxcommand.h"

#include "sandbox/faults.h"
#include "sandbox/servicelimits.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SandboxProgram)
};

OptionDescription valueOption(const char *name, const QString &value, const QString &description,
                              const QString &defaultValue = {})
{
    OptionDescription option;
    option.name = QString::fromLatin1(name);
    option.description = description;
    option.valueName = value;
    option.defaultValue = defaultValue;
    return option;
}

OptionDescription fileOption(const char *name, const QString &description)
{
    OptionDescription option = valueOption(name, Words::tr("file"), description);
    option.values = OptionDescription::Values::Files;
    return option;
}

OptionDescription repeated(OptionDescription option)
{
    option.repeats = true;
    return option;
}

OptionDescription importOption()
{
    OptionDescription option = valueOption(
        "import", Words::tr("[name=]file"),
        Words::tr("Serves a file of yours as a table, too, with --rows 0 alone; may be repeated. CSV, "
                  "JSON Lines, a JSON array, Parquet, SQLite or .sonde-result; what it was taken for "
                  "goes to standard error."));
    option.values = OptionDescription::Values::Files;
    return repeated(option);
}

/// "delay=MS" as a shell offers it: "delay=".
QStringList faultWords()
{
    QStringList words;
    for (const QString &name : Faults::names().split(QLatin1String(", "))) {
        const auto equals = name.indexOf(u'=');
        words << (equals < 0 ? name : name.left(equals + 1));
    }
    return words;
}

} // namespace

CommandDescription sandboxCommandDescription()
{
    CommandDescription command;
    command.name = QStringLiteral("sonde-sandbox");
    command.summary = Words::tr("serve an invented Log Analytics workspace");
    command.description = Words::tr(
        "Serves an invented Log Analytics workspace on this machine: token endpoints, classic search and "
        "logs query. Prints one line of JSON with all that a client needs, and ends on SIGTERM.");
    OptionDescription fault =
        valueOption("fault", Words::tr("name[=value]"),
                    Words::tr("Does something wrong; may be repeated. One of: %1.").arg(Faults::names()));
    fault.values = OptionDescription::Values::Words;
    fault.words = faultWords();
    fault.repeats = true;
    const QString number = Words::tr("number");
    command.options = {
        helpOption(),
        versionOption(),
        valueOption("port", number, Words::tr("Port on 127.0.0.1; 0 takes any that is free."),
                    QStringLiteral("0")),
        valueOption("rows", number, Words::tr("Rows of all tables together, over 30 days."),
                    QStringLiteral("200000")),
        valueOption("seed", number, Words::tr("Other data for another number."), QStringLiteral("1")),
        fileOption("certificate", Words::tr("PEM certificate; with --key the sandbox speaks TLS.")),
        fileOption("key", Words::tr("PEM key of the certificate.")),
        fault,
        importOption(),
        repeated(valueOption("import-delimiter", Words::tr("[table=]character"),
                             Words::tr("What parts the cells of a CSV file, where the guess is wrong: a "
                                       "character, or the word tab."))),
        repeated(valueOption("import-quote", Words::tr("[table=]character"),
                             Words::tr("What stands around cells of a CSV file, or the word none."))),
        repeated(valueOption("import-header", Words::tr("[table=]yes|no"),
                             Words::tr("Whether a CSV file begins with the names of its columns."))),
        repeated(
            valueOption("import-type", Words::tr("table.column=type"),
                        Words::tr("Type of a column, where the guess is wrong: string, long, real, bool, "
                                  "datetime, timespan, guid, dynamic, int or decimal."))),
        repeated(
            valueOption("limit", Words::tr("name=number"),
                        Words::tr("What a caller gets at most, 0 for no limit; may be repeated. As it is: "
                                  "%1.")
                            .arg(ServiceLimits::names()))),
        fileOption("answer", Words::tr("Serves this JSON as the answer to every logs query.")),
    };
    command.exitCodes = {
        {0, Words::tr("ended by a signal")}, {1, Words::tr("could not start")}, {2, Words::tr("usage")}};
    command.examples = {
        {QStringLiteral("A workspace for other programs, and a query of it"),
         QStringLiteral("sonde-sandbox > endpoints.json &\n"
                        "sonde query --endpoints endpoints.json --text 'Heartbeat | count'")},
        {QStringLiteral("A service that answers 503, after two seconds"),
         QStringLiteral("sonde-sandbox --fault 503 --fault delay=2000")},
        {QStringLiteral("Two files of yours and no sample data"),
         QStringLiteral("sonde-sandbox --rows 0 --import errors.csv --import Requests=log.jsonl "
                        "--import-type errors.Code=string")},
    };
    return command;
}

} // namespace sonde
