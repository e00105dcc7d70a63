#include "import/filekind.h"

#include "import/jsonfile.h"
#include "import/storedresultfile.h"
#include "results/resultfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace sonde {

namespace {

constexpr qint64 lookedAt = 1024 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

tl::unexpected<Error> refused(const QString &message, const QString &advice)
{
    return failure(ErrorKind::Decode, message, advice);
}

/// Files that are texts or data in a wrapping that DuckDB's readers do not undo.
Result<void> checkText(const QString &path, const QByteArray &beginning)
{
    if (beginning.startsWith("\xff\xfe") || beginning.startsWith("\xfe\xff"))
        return refused(Words::tr("“%1” is UTF-16.").arg(path), Words::tr("Save it as UTF-8."));
    if (beginning.startsWith("PK\x03\x04"))
        return refused(Words::tr("“%1” is a workbook or a ZIP archive.").arg(path),
                       Words::tr("Save its sheet as CSV, or unpack it."));
    if (beginning.startsWith("\x1f\x8b") || beginning.startsWith("\x28\xb5\x2f\xfd"))
        return refused(Words::tr("“%1” is packed.").arg(path), Words::tr("Unpack it first."));
    if (const auto zeros = beginning.count('\0'); zeros > 0) {
        if (zeros > beginning.size() / 4)
            return refused(Words::tr("“%1” looks like UTF-16 without a mark.").arg(path),
                           Words::tr("Save it as UTF-8."));
        return refused(Words::tr("“%1” is no text.").arg(path),
                       Words::tr("CSV, JSON, Parquet, SQLite and saved results can be imported."));
    }
    return {};
}

} // namespace

Result<FileKind> FileKind::of(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::NotFound, Words::tr("There is no file “%1”.").arg(path));
    QFile file(path);
    if (info.isDir() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Io, Words::tr("“%1” could not be read.").arg(path), {},
                       info.isDir() ? Words::tr("It is a folder.") : file.errorString());
    FileKind kind;
    kind.bytes = file.size();
    kind.beginning = file.read(lookedAt);
    if (kind.beginning.startsWith("PAR1")) {
        kind.kind = ImportKind::Parquet;
        return kind;
    }
    if (kind.beginning.startsWith(QByteArray("SQLite format 3\0", 16))) {
        kind.kind = ImportKind::Sqlite;
        return kind;
    }
    if (isResultFile(kind.beginning) || storedresultfile::isAnswer(kind.beginning)) {
        kind.kind = ImportKind::StoredResult;
        return kind;
    }
    if (const auto text = checkText(path, kind.beginning); !text)
        return failure(text.error());
    const bool hasMark = kind.beginning.startsWith("\xef\xbb\xbf");
    if (hasMark)
        kind.beginning.remove(0, 3);
    if (kind.beginning.trimmed().isEmpty())
        return refused(Words::tr("“%1” is empty.").arg(path), {});
    kind.jsonFormat = jsonfile::formatOf(kind.beginning);
    if (!kind.jsonFormat.isEmpty())
        kind.kind = kind.jsonFormat == u"array" ? ImportKind::JsonArray : ImportKind::JsonLines;
    // DuckDB passes over the mark only where it need not find lines.
    if (hasMark && kind.jsonFormat == u"newline_delimited")
        kind.jsonFormat = QStringLiteral("unstructured");
    return kind;
}

} // namespace sonde
