#include "widgets/queryfile.h"

#include "core/atomicfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryFile)
};

/// The services take no query of this size; a file beyond it is no query.
constexpr qint64 largestFile = qint64(16) << 20;

} // namespace

Result<QString> readQueryFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
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
    const QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorKind::Io, Words::tr("“%1” could not be read.").arg(name),
                       Words::tr("Check the disk or the network drive, and open it again."),
                       file.errorString());
    }
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    return text;
}

Result<void> writeQueryFile(const QString &path, const QString &text)
{
    return replaceFile(path, text.toStdString());
}

} // namespace sonde
