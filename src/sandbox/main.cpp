#include "core/language.h"
#include "kql/kqlservice.h"
#include "sandbox/endsignal.h"
#include "sandbox/importedfiles.h"
#include "sandbox/sandboxcommand.h"
#include "sandbox/sandboxserver.h"
#include "sonde_build.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <duckdb.h>

#include <QLocale>
#include <cstdio>
#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif
#include <optional>

using namespace sonde;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SandboxProgram)
};

int complain(const Error &error)
{
    std::fprintf(stderr, "sonde-sandbox: %s\n", qUtf8Printable(error.message));
    if (!error.advice.isEmpty())
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.advice));
    if (!error.detail.isEmpty())
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.detail));
    return error.kind == ErrorKind::Usage ? 2 : 1;
}

Result<quint64> numberOf(const QCommandLineParser &parser, const QString &option, quint64 most)
{
    bool valid = false;
    const quint64 number = parser.value(option).toULongLong(&valid);
    if (!valid || number > most)
        return failure(ErrorKind::Usage,
                       //: %1: what was given; %2: an option’s name
                       Words::tr("“%1” is not a valid value of --%2.").arg(parser.value(option), option));
    return number;
}

Result<SandboxServer::Options> readOptions(const QCommandLineParser &parser)
{
    SandboxServer::Options options;
    const auto port = numberOf(parser, QStringLiteral("port"), 65535);
    const auto rows = numberOf(parser, QStringLiteral("rows"), 1'000'000'000);
    const auto seed = numberOf(parser, QStringLiteral("seed"), ~quint64(0));
    for (const auto *number : {&port, &rows, &seed}) {
        if (!*number)
            return tl::unexpected(number->error());
    }
    options.http.port = static_cast<quint16>(*port);
    options.data.rows = static_cast<qint64>(*rows);
    options.data.seed = *seed;
    options.http.certificateFile = parser.value(QStringLiteral("certificate"));
    options.http.keyFile = parser.value(QStringLiteral("key"));
    if (options.http.certificateFile.isEmpty() != options.http.keyFile.isEmpty())
        return failure(ErrorKind::Usage, Words::tr("--certificate and --key belong together."),
                       Words::tr("Give both or none."));
    const auto faults = Faults::parse(parser.values(QStringLiteral("fault")));
    if (!faults)
        return tl::unexpected(faults.error());
    options.http.faults = *faults;
    const auto limits = ServiceLimits::parse(parser.values(QStringLiteral("limit")));
    if (!limits)
        return tl::unexpected(limits.error());
    options.limits = *limits;
    const QString answer = parser.value(QStringLiteral("answer"));
    if (!answer.isEmpty()) {
        QFile file(answer);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorKind::Io, Words::tr("“%1” could not be read.").arg(answer),
                           file.errorString());
        options.fixedAnswer = file.readAll().toStdString();
    }
    return options;
}

/// On a terminal one line that changes, elsewhere nothing.
class ProgressLine
{
public:
    void show(const ImportProgress &progress)
    {
        if (!m_seen || progress.bytes == 0)
            return;
        const QLocale locale;
        //: %1: a percentage; %2, %3: sizes, such as 20 MB
        const QString line =
            Words::tr("%1 %: %2 of %3")
                .arg(progress.bytesRead * 100 / progress.bytes)
                .arg(locale.formattedDataSize(progress.bytesRead), locale.formattedDataSize(progress.bytes));
        std::fprintf(stderr, "\r%s\033[K", qUtf8Printable(line));
        std::fflush(stderr);
    }
    void clear()
    {
        if (m_seen)
            std::fputs("\r\033[K", stderr);
    }

private:
#ifdef Q_OS_UNIX
    const bool m_seen = isatty(STDERR_FILENO) != 0;
#else
    const bool m_seen = _isatty(_fileno(stderr)) != 0;
#endif
};

/// The files of --import in a database that \a options then names; null without the option.
Result<std::unique_ptr<ImportedFiles>> importFiles(const QCommandLineParser &parser,
                                                   SandboxServer::Options &options, const EndSignal &end)
{
    const auto values = [&parser](const char *name) { return parser.values(QString::fromLatin1(name)); };
    const auto command =
        ImportCommand::parse({values("import"), values("import-delimiter"), values("import-quote"),
                              values("import-header"), values("import-type")});
    if (!command)
        return tl::unexpected(command.error());
    if (command->sources.isEmpty())
        return nullptr;
    // Without sample tables every name is free.
    const QStringList taken = options.data.rows == 0 ? QStringList() : SampleData::tableNames(options.data);
    CancelState cancel;
    ProgressLine line;
    const auto say = [&line](const QString &text) {
        line.clear();
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    };
    auto files = ImportedFiles::read(
        *command, taken, options.data.folder, say,
        [&](const ImportProgress &progress) {
            line.show(progress);
            if (end.hasCome())
                cancel.cancel();
        },
        cancel);
    line.clear();
    if (files)
        options.data.imported = (*files)->path();
    return files;
}

/// One line, for logs of tests and for reports.
QString versionLine()
{
    return QStringLiteral("sonde-sandbox %1 (Qt %2, DuckDB %3, Kusto language service %4; commit %5, %6, %7)")
        .arg(QStringLiteral(SONDE_VERSION), QString::fromLatin1(qVersion()),
             QString::fromLatin1(duckdb_library_version()), QString::fromLatin1(build::languageService),
             QString::fromLatin1(build::commit), QString::fromLatin1(build::type),
             QString::fromLatin1(build::compiler));
}

} // namespace

int main(int argc, char **argv)
{
    EndSignal end;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sonde-sandbox"));
    // Help and options in the user's language; the answers of a service are not: they end before it begins.
    std::optional<Language> language(std::in_place);
    language->use({});
    QCommandLineParser parser;
    const CommandDescription command = sandboxCommandDescription();
    describe(parser, command);
    const QString mistake = parseErrorOf(parser, QCoreApplication::arguments());
    if (!mistake.isEmpty())
        return complain(failure(ErrorKind::Usage, mistake).value());
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        const QString text = parser.isSet(QStringLiteral("help")) ? helpText(parser, command)
                                                                  : versionLine() + QLatin1Char('\n');
        std::fputs(qUtf8Printable(text), stdout);
        return 0;
    }
    auto options = readOptions(parser);
    if (!options)
        return complain(options.error());
    const auto imported = importFiles(parser, *options, end);
    if (!imported)
        return complain(imported.error());

    language.reset();
    QLocale::setDefault(QLocale::c());
    KqlService kql;
    SandboxServer server(kql, *options);
    if (const auto started = server.start(); !started)
        return complain(started.error());
    if (*imported)
        (*imported)->hide();
    std::printf("%s\n", server.endpoints().toJson().constData());
    std::fflush(stdout);
    // Nothing here needs an event loop: the server has threads of its own, and this one waits for its end.
    end.wait();
    server.stop();
    return 0;
}
