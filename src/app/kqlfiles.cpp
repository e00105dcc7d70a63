#include "app/kqlfiles.h"

#include "app/headlessquery.h"
#include "core/atomicfile.h"
#include "core/favouritetext.h"
#include "core/querycheck.h"
#include "kql/kqlschemafile.h"
#include "kql/kqlservice.h"

#include <QCoreApplication>
#include <QFile>
#include <cstdio>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KqlFiles)
};

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const bool isInput = path == QLatin1String("-");
    const bool isOpen = isInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QByteArray bytes = isOpen ? file.readAll() : QByteArray();
    if (isOpen && file.error() == QFile::NoError)
        return bytes;
    return failure(ErrorKind::Usage, Words::tr("“%1” could not be read.").arg(path), file.errorString());
}

/// Nothing for a classic search, which another language is for.
Result<std::optional<QString>> textOf(const QString &path, const QByteArray &bytes)
{
    const auto text = queryTextOf(bytes, path);
    if (!text)
        return failure(text.error());
    const auto favourite = FavouriteText::fromBytes(bytes);
    if (favourite && favourite->favourite().language == QueryLanguage::Classic) {
        std::fprintf(stderr, "%s\n",
                     qUtf8Printable(Words::tr("“%1” is a classic search and was left out.").arg(path)));
        return std::nullopt;
    }
    return *text;
}

/// Of that file.
ExitCode sayFailure(const QString &path, Error error)
{
    error.message = path + u": " + error.message;
    printError(error);
    return ExitUsage;
}

const char *wordOf(KqlDiagnostic::Severity severity)
{
    switch (severity) {
    case KqlDiagnostic::Severity::Error:
        return "error";
    case KqlDiagnostic::Severity::Warning:
        return "warning";
    case KqlDiagnostic::Severity::Suggestion:
        break;
    }
    return "suggestion";
}

ExitCode checkFile(const QString &path, const KqlSchemaPtr &schema, KqlService &service)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return sayFailure(path, bytes.error());
    const auto text = textOf(path, *bytes);
    if (!text)
        return sayFailure(path, text.error());
    if (!*text)
        return ExitComplete;
    const auto found = service.check(**text, schema).result();
    if (!found) {
        std::printf("%s:1:1: error: %s\n", qUtf8Printable(path), qUtf8Printable(found.error().message));
        return ExitFaults;
    }
    ExitCode code = ExitComplete;
    for (const KqlDiagnostic &diagnostic : *found) {
        std::printf("%s:%d:%d: %s %s: %s\n", qUtf8Printable(path), diagnostic.position.line,
                    diagnostic.position.column + 1, wordOf(diagnostic.severity),
                    qUtf8Printable(diagnostic.code), qUtf8Printable(diagnostic.message));
        if (diagnostic.severity == KqlDiagnostic::Severity::Error)
            code = ExitFaults;
    }
    return code;
}

ExitCode formatFile(const QString &path, const FormatCommand &command, KqlService &service)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return sayFailure(path, bytes.error());
    const auto text = textOf(path, *bytes);
    if (!text)
        return sayFailure(path, text.error());
    if (!*text)
        return ExitComplete;
    if (bytes->startsWith("\xFF\xFE") || bytes->startsWith("\xFE\xFF")) {
        const auto refused = failure(ErrorKind::Usage, Words::tr("This file is in UTF-16."),
                                     Words::tr("Save it as UTF-8; only that is written."));
        return sayFailure(path, refused.value());
    }
    const auto formatted = service.format(**text).result();
    if (!formatted)
        return sayFailure(path, formatted.error());
    const bool isSame = *formatted == **text;
    if (command.mode == FormatCommand::Mode::Check) {
        if (!isSame)
            std::printf("%s\n", qUtf8Printable(path));
        return isSame ? ExitComplete : ExitFaults;
    }
    QByteArray written = formatted->toUtf8();
    if (bytes->startsWith(byteOrderMark))
        written.prepend(byteOrderMark);
    if (command.mode == FormatCommand::Mode::Print) {
        std::fwrite(written.constData(), 1, static_cast<std::size_t>(written.size()), stdout);
        return ExitComplete;
    }
    if (isSame)
        return ExitComplete;
    if (const auto replaced =
            replaceFile(path, {written.constData(), static_cast<std::size_t>(written.size())});
        !replaced) {
        printError(replaced.error());
        return ExitWrite;
    }
    std::printf("%s\n", qUtf8Printable(path));
    return ExitComplete;
}

/// What could not be done says more than what was found.
ExitCode worse(ExitCode one, ExitCode other)
{
    return std::max(one, other);
}

} // namespace

Result<KqlSchemaPtr> schemaOf(const CheckCommand &command)
{
    if (command.schemaFile.isEmpty()) {
        auto any = std::make_shared<KqlSchema>();
        any->isOpen = true;
        return any;
    }
    const auto bytes = bytesOf(command.schemaFile);
    if (!bytes)
        return failure(bytes.error());
    auto schema = kqlSchemaFromJson(*bytes);
    if (!schema)
        schema.error().message.prepend(QString(command.schemaFile + u": "));
    return schema;
}

ExitCode checkKqlFiles(const CheckCommand &command, const KqlSchemaPtr &schema, KqlService &service)
{
    ExitCode code = ExitComplete;
    for (const QString &path : command.files)
        code = worse(code, checkFile(path, schema, service));
    return code;
}

ExitCode formatKqlFiles(const FormatCommand &command, KqlService &service)
{
    ExitCode code = ExitComplete;
    for (const QString &path : command.files)
        code = worse(code, formatFile(path, command, service));
    return code;
}

} // namespace sonde
