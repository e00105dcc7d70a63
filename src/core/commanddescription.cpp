#include "core/commanddescription.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace sonde {

namespace {

constexpr int helpWidth = 79;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

OptionDescription option(const char *name, const char *shortName, const QString &description)
{
    OptionDescription option;
    option.name = QString::fromLatin1(name);
    option.shortName = QString::fromLatin1(shortName);
    option.description = description;
    return option;
}

/// The parser folds what it says of options only.
QString folded(const QString &text)
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        QString line;
        for (const QString &word : paragraph.split(u' ')) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > helpWidth) {
                lines << line;
                line.clear();
            }
            line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
        }
        lines << line;
    }
    return lines.join(u'\n');
}

QString withExitCodes(const CommandDescription &command)
{
    if (command.exitCodes.isEmpty())
        return command.description;
    QStringList codes;
    for (const CommandDescription::ExitCode &code : command.exitCodes)
        codes << QString::number(code.code) + QLatin1Char(' ') + code.meaning;
    return command.description + QLatin1String("\n\n") +
           //: %1: a list such as “0 all is well, 2 wrong usage”
           Words::tr("Exit codes: %1.").arg(codes.join(QLatin1String(", ")));
}

} // namespace

OptionDescription helpOption()
{
    return option("help", "h", Words::tr("Tell what there is, then end."));
}

OptionDescription versionOption()
{
    return option("version", "v", Words::tr("Tell the version and what it was built from, then end."));
}

void describe(QCommandLineParser &parser, const CommandDescription &command)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setApplicationDescription(folded(withExitCodes(command)));
    for (const OptionDescription &option : command.options) {
        QStringList names(option.name);
        if (!option.shortName.isEmpty())
            names.prepend(option.shortName);
        parser.addOption({names, option.description, option.valueName, option.defaultValue});
    }
    if (!command.argumentName.isEmpty()) {
        parser.addPositionalArgument(command.argumentName, command.argumentDescription,
                                     command.argumentSyntax);
    }
}

QString helpText(const QCommandLineParser &parser, const CommandDescription &command)
{
    // Qt writes the path of the program, or, before there is an application object, that it does not know it.
    const QString program = QCoreApplication::instance() != nullptr ? QCoreApplication::arguments().value(0)
                                                                    : QStringLiteral("<executable_name>");
    QString text = parser.helpText();
    if (const auto place = text.indexOf(program); place >= 0)
        text.replace(place, program.size(), command.name);
    return text;
}

QString parseErrorOf(QCommandLineParser &parser, const QStringList &arguments)
{
    return parser.parse(arguments) ? QString() : parser.errorText();
}

} // namespace sonde
