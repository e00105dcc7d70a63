#include "widgets/queryfile.h"

#include "core/atomicfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryFile)
};

/// The services take no query of this size; a file beyond it is no query.
constexpr qint64 largestFile = qint64(16) << 20;

bool hasMark(const QByteArray &bytes, const char *mark, qsizetype size)
{
    return bytes.startsWith(QByteArray::fromRawData(mark, size));
}

tl::unexpected<Error> notUtf8(const QString &name, const QByteArray &bytes)
{
    const bool isUtf16 = hasMark(bytes, "\xFF\xFE", 2) || hasMark(bytes, "\xFE\xFF", 2);
    return failure(ErrorKind::Usage,
                   isUtf16 ? Words::tr("“%1” is UTF-16, not UTF-8.").arg(name)
                           : Words::tr("“%1” is not UTF-8, so its characters cannot be told.").arg(name),
                   Words::tr("Save it as UTF-8 in the program that made it, and open it again."));
}

/// CR LF behind every line, and at least one.
bool isCrlf(const QByteArray &bytes)
{
    const qsizetype lines = bytes.count('\n');
    return lines > 0 && bytes.count("\r\n") == lines;
}

} // namespace

Result<QueryFile> readQueryFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    // Before the content: a change in between is then noticed later, not missed.
    const FileStamp stamp = stampOf(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Io, Words::tr("“%1” could not be opened.").arg(name),
                       Words::tr("Check that the file is there and that you may read it."),
                       file.errorString());
    }
    if (file.size() > largestFile) {
        return failure(ErrorKind::Usage, Words::tr("“%1” is too large to be a query.").arg(name),
                       Words::tr("Choose a file of at most 16 MB."));
    }
    QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorKind::Io, Words::tr("“%1” could not be read.").arg(name),
                       Words::tr("Check the disk or the network drive, and open it again."),
                       file.errorString());
    }
    QueryFile query;
    query.stamp = stamp;
    query.form.byteOrderMark = hasMark(bytes, "\xEF\xBB\xBF", 3);
    if (query.form.byteOrderMark)
        bytes.remove(0, 3);
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    query.text = decode(bytes);
    if (decode.hasError())
        return notUtf8(name, bytes);
    query.form.crlf = isCrlf(bytes);
    if (query.form.crlf)
        query.text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    return query;
}

Result<void> writeQueryFile(const QString &path, const QString &text, const TextForm &form)
{
    if (!text.isValidUtf16()) {
        return failure(ErrorKind::Usage, Words::tr("The query has half a character, which no file can hold."),
                       Words::tr("Remove it (it shows as a box or a question mark) and save again."),
                       Words::tr("A surrogate of UTF-16 without its other half."));
    }
    QString lines = text;
    if (form.crlf)
        lines.replace(QLatin1Char('\n'), QLatin1String("\r\n"));
    const std::string bytes = lines.toStdString();
    return replaceFile(path, form.byteOrderMark ? "\xEF\xBB\xBF" + bytes : bytes);
}

FileStamp stampOf(const QString &path)
{
    QFileInfo info(path);
    info.setCaching(false);
    FileStamp stamp;
    if (info.isFile())
        stamp = {info.lastModified().toMSecsSinceEpoch(), info.size()};
    return stamp;
}

} // namespace sonde
