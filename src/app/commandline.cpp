#include "app/commandline.h"

#include "app/commands.h"
#include "app/parameteroptions.h"
#include "core/querycheck.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <cstdio>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Errors of QCommandLineParser come as one sentence of Qt's own.
Result<void> parseOptions(QCommandLineParser &parser, const QStringList &arguments, const QString &command)
{
    const QString error = parseErrorOf(parser, arguments);
    if (error.isEmpty())
        return {};
    return failure(ErrorKind::Usage, error, Words::tr("See “%1 --help” for what there is.").arg(command));
}

Result<QString> readText(QFile &file, const QString &name)
{
    const QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return failure(ErrorKind::Usage, Words::tr("“%1” could not be read.").arg(name), file.errorString());
    return queryTextOf(bytes, name);
}

Result<QString> queryText(const QCommandLineParser &parser)
{
    const bool fromInput = parser.positionalArguments() == QStringList(QStringLiteral("-"));
    const int given = int(parser.isSet(QStringLiteral("text"))) + int(parser.isSet(QStringLiteral("file"))) +
                      int(fromInput);
    if (!fromInput && !parser.positionalArguments().isEmpty()) {
        return failure(ErrorKind::Usage,
                       Words::tr("“%1” is not expected here.").arg(parser.positionalArguments().first()),
                       Words::tr("Give the query with --text, --file or - (standard input)."));
    }
    if (given != 1)
        return failure(ErrorKind::Usage, Words::tr("One query is needed."),
                       Words::tr("Give it with exactly one of --text, --file and - (standard input)."));
    if (parser.isSet(QStringLiteral("text")))
        return parser.value(QStringLiteral("text"));
    QFile file(parser.value(QStringLiteral("file")));
    if (fromInput) {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return failure(ErrorKind::Usage, Words::tr("Standard input could not be read."));
        return readText(file, Words::tr("standard input"));
    }
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Usage, Words::tr("“%1” could not be read.").arg(file.fileName()),
                       file.errorString());
    return readText(file, file.fileName());
}

/// What is of a run alone makes no sense beside a result that is there already.
Result<void> readStoredSource(const QCommandLineParser &parser, QueryCommand &command)
{
    QStringList given;
    for (const char *name :
         {"demo", "connection", "endpoints", "language", "range", "top", "text", "file", "param"}) {
        if (parser.isSet(QLatin1String(name)))
            given << QLatin1String("--") + QLatin1String(name);
    }
    given += parser.positionalArguments();
    if (!given.isEmpty()) {
        return failure(
            ErrorKind::Usage, Words::tr("“%1” does not go with --response.").arg(given.first()),
            Words::tr("A stored result is read as it is; only --out, --format and --profile go with it."));
    }
    command.source = QueryCommand::Source::StoredResult;
    command.sourceName = parser.value(QStringLiteral("response"));
    return {};
}

Result<void> readSource(const QCommandLineParser &parser, QueryCommand &command)
{
    const bool demo = parser.isSet(QStringLiteral("demo"));
    const bool connection = parser.isSet(QStringLiteral("connection"));
    const bool endpoints = parser.isSet(QStringLiteral("endpoints"));
    if (int(demo) + int(connection) + int(endpoints) != 1) {
        return failure(
            ErrorKind::Usage, Words::tr("One workspace is needed."),
            Words::tr("Name it with exactly one of --demo, --connection NAME and --endpoints FILE."));
    }
    command.source = demo         ? QueryCommand::Source::Demo
                     : connection ? QueryCommand::Source::Connection
                                  : QueryCommand::Source::EndpointsFile;
    command.sourceName =
        parser.value(connection ? QStringLiteral("connection") : QStringLiteral("endpoints"));
    return {};
}

/// What the file's name ends in, else CSV.
QString formatOfFile(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("md"))
        return QStringLiteral("markdown");
    return queryFormats().contains(suffix) ? suffix : QStringLiteral("csv");
}

Result<void> readFormat(const QCommandLineParser &parser, QueryCommand &command)
{
    command.format = parser.isSet(QStringLiteral("format"))
                         ? parser.value(QStringLiteral("format"))
                         : formatOfFile(parser.value(QStringLiteral("out")));
    command.profile = parser.value(QStringLiteral("profile"));
    if (parser.isSet(QStringLiteral("profile")) && parser.isSet(QStringLiteral("format"))) {
        return failure(ErrorKind::Usage, Words::tr("--format and --profile exclude each other."),
                       Words::tr("A profile has a format of its own; leave --format out."));
    }
    if (parser.isSet(QStringLiteral("profile")) && command.profile.isEmpty())
        return failure(ErrorKind::Usage, Words::tr("“%1” is not a profile.").arg(QString()),
                       Words::tr("Give the name of one that was saved in Sonde’s export dialog."));
    if (!queryFormats().contains(command.format)) {
        return failure(ErrorKind::Usage, Words::tr("“%1” is not a format.").arg(command.format),
                       //: %1: a list of words, such as csv, json
                       Words::tr("Formats are %1.").arg(queryFormats().join(QLatin1String(", "))));
    }
    return {};
}

Result<void> readLimits(const QCommandLineParser &parser, QueryCommand &command)
{
    const QString language = parser.value(QStringLiteral("language"));
    if (language != QLatin1String("kql") && language != QLatin1String("classic")) {
        return failure(ErrorKind::Usage, Words::tr("“%1” is not a language.").arg(language),
                       Words::tr("Languages are kql and classic."));
    }
    command.query.language = language == QLatin1String("kql") ? QueryLanguage::Kql : QueryLanguage::Classic;
    if (command.query.language == QueryLanguage::Classic)
        command.query.top = defaultClassicTop;
    auto range = TimeRange::parse(parser.value(QStringLiteral("range")));
    if (!range)
        return failure(range.error());
    command.query.range = *range;
    if (parser.isSet(QStringLiteral("top"))) {
        bool isNumber = false;
        command.query.top = parser.value(QStringLiteral("top")).toLongLong(&isNumber);
        if (!isNumber || *command.query.top < 1 || *command.query.top > largestTop) {
            return failure(
                ErrorKind::Usage,
                Words::tr("“%1” is not a number of rows.").arg(parser.value(QStringLiteral("top"))),
                Words::tr("Give a whole number from 1 to %1.").arg(largestTop));
        }
    }
    return readFormat(parser, command);
}

Result<void> readRun(const QCommandLineParser &parser, QueryCommand &command)
{
    if (auto source = readSource(parser, command); !source)
        return source;
    if (auto limits = readLimits(parser, command); !limits)
        return limits;
    auto text = queryText(parser);
    if (!text)
        return failure(text.error());
    command.query.text = *text;
    if (auto refused = problemOf(command.query))
        return failure(*refused);
    auto filled = withParameters(command.query, parser.values(QStringLiteral("param")));
    if (!filled)
        return failure(filled.error());
    command.text = *filled;
    command.query.text = filled->text();
    return {};
}

Result<void> readStored(const QCommandLineParser &parser, QueryCommand &command)
{
    if (auto source = readStoredSource(parser, command); !source)
        return source;
    return readFormat(parser, command);
}

/// Parses what stands behind the name of the command. Nothing where help was asked for, which is then in \a
/// line.
Result<bool> parseCommand(QCommandLineParser &parser, const CommandDescription &command,
                          QStringList arguments, CommandLine &line)
{
    arguments.removeAt(1);
    describe(parser, command);
    if (auto parsed = parseOptions(parser, arguments, command.name); !parsed)
        return failure(parsed.error());
    if (!parser.isSet(QStringLiteral("help")))
        return true;
    line.action = CommandLine::Action::ShowText;
    line.text = helpText(parser, command);
    return false;
}

Result<CommandLine> parseQuery(const QStringList &arguments)
{
    QCommandLineParser parser;
    CommandLine line;
    const auto parsed = parseCommand(parser, queryCommandDescription(), arguments, line);
    if (!parsed)
        return failure(parsed.error());
    if (!*parsed)
        return line;
    line.action = CommandLine::Action::Query;
    const bool isStored = parser.isSet(QStringLiteral("response"));
    if (auto read = isStored ? readStored(parser, line.query) : readRun(parser, line.query); !read)
        return failure(read.error());
    if (parser.value(QStringLiteral("out")) != QLatin1String("-"))
        line.query.outFile = parser.value(QStringLiteral("out"));
    return line;
}

Result<QStringList> queryFiles(const QCommandLineParser &parser, const QString &command)
{
    if (!parser.positionalArguments().isEmpty())
        return parser.positionalArguments();
    return failure(ErrorKind::Usage, Words::tr("Files are needed."),
                   Words::tr("See “%1 --help” for what there is.").arg(command));
}

Result<CommandLine> parseCheck(const QStringList &arguments)
{
    QCommandLineParser parser;
    CommandLine line;
    const CommandDescription command = checkCommandDescription();
    const auto parsed = parseCommand(parser, command, arguments, line);
    if (!parsed)
        return failure(parsed.error());
    if (!*parsed)
        return line;
    const auto files = queryFiles(parser, command.name);
    if (!files)
        return failure(files.error());
    line.action = CommandLine::Action::Check;
    line.check = {*files, parser.value(QStringLiteral("schema")), parser.value(QStringLiteral("connection"))};
    if (!line.check.schemaFile.isEmpty() && !line.check.connection.isEmpty())
        return failure(ErrorKind::Usage, Words::tr("--schema and --connection exclude each other."));
    return line;
}

Result<CommandLine> parseFormat(const QStringList &arguments)
{
    QCommandLineParser parser;
    CommandLine line;
    const CommandDescription command = formatCommandDescription();
    const auto parsed = parseCommand(parser, command, arguments, line);
    if (!parsed)
        return failure(parsed.error());
    if (!*parsed)
        return line;
    const auto files = queryFiles(parser, command.name);
    if (!files)
        return failure(files.error());
    const bool isWritten = parser.isSet(QStringLiteral("write"));
    const bool isChecked = parser.isSet(QStringLiteral("check"));
    if (isWritten && isChecked)
        return failure(ErrorKind::Usage, Words::tr("--write and --check exclude each other."));
    if (isWritten && files->contains(QLatin1String("-")))
        return failure(ErrorKind::Usage, Words::tr("Standard input cannot be replaced."),
                       Words::tr("Leave --write out; what is formatted goes to standard output."));
    line.action = CommandLine::Action::Format;
    line.format = {*files, isWritten   ? FormatCommand::Mode::Write
                           : isChecked ? FormatCommand::Mode::Check
                                       : FormatCommand::Mode::Print};
    return line;
}

Result<void> readWindowSize(const QString &text, QSize &size)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return failure(ErrorKind::Usage, Words::tr("“%1” is not a size.").arg(text),
                       Words::tr("Write it as 1400x900."));
    size = {match.captured(1).toInt(), match.captured(2).toInt()};
    return {};
}

Result<CommandLine> parseWindow(const QStringList &arguments)
{
    QCommandLineParser parser;
    const CommandDescription command = windowCommandDescription();
    describe(parser, command);
    if (auto parsed = parseOptions(parser, arguments, command.name); !parsed)
        return failure(parsed.error());
    CommandLine line;
    if (parser.isSet(QStringLiteral("help"))) {
        line.action = CommandLine::Action::ShowText;
        line.text = helpText(parser, command);
        return line;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        line.action = CommandLine::Action::ShowVersion;
        return line;
    }
    line.window.demo = parser.isSet(QStringLiteral("demo"));
    line.window.screenshot = parser.value(QStringLiteral("screenshot"));
    line.window.theme = parser.value(QStringLiteral("theme"));
    line.window.newQuery = parser.isSet(QStringLiteral("new-query"));
    line.window.newInstance = parser.isSet(QStringLiteral("new-instance"));
    line.window.files = parser.positionalArguments();
    for (const QString &file : std::as_const(line.window.files)) {
        if (!QFile::exists(file)) {
            return failure(ErrorKind::Usage, Words::tr("There is no file “%1”.").arg(file),
                           Words::tr("See “sonde --help” for what there is."));
        }
    }
    const QStringList themes{QString(), QStringLiteral("light"), QStringLiteral("dark")};
    if (!themes.contains(line.window.theme)) {
        return failure(ErrorKind::Usage, Words::tr("“%1” is not a theme.").arg(line.window.theme),
                       Words::tr("Themes are light and dark."));
    }
    if (!line.window.screenshot.isEmpty() && !line.window.demo)
        return failure(ErrorKind::Usage, Words::tr("--screenshot needs --demo."));
    if (parser.isSet(QStringLiteral("size"))) {
        if (auto read = readWindowSize(parser.value(QStringLiteral("size")), line.window.size); !read)
            return failure(read.error());
    }
    return line;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    const QString command = arguments.value(1);
    if (command == QLatin1String("query"))
        return parseQuery(arguments);
    if (command == QLatin1String("check"))
        return parseCheck(arguments);
    if (command == QLatin1String("format"))
        return parseFormat(arguments);
    return parseWindow(arguments);
}

} // namespace sonde
