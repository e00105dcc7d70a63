#include "sandbox/sandboxcommand.h"

#include "sandbox/faults.h"

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
    };
    return command;
}

} // namespace sonde
