#include "results/openresult.h"

#include "results/rawanswer.h"
#include "results/resultfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ResultFile)
};

constexpr qint64 beginningSize = 4096;

} // namespace

bool isResultFileName(const QString &path)
{
    return path.endsWith(QLatin1String(".sonde-result"), Qt::CaseInsensitive) ||
           path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ||
           path.endsWith(QLatin1String(".json.gz"), Qt::CaseInsensitive);
}

Result<ResultInfo> readStoredResult(const QString &path, const StoredResultHandlers &handlers,
                                    const CancelState &cancel)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return failure(ErrorKind::Io, Words::tr("There is no file “%1”.").arg(path),
                       Words::tr("Check the name, or choose another file."));
    }
    // To open a pipe would wait for who writes into it.
    if (!info.isFile()) {
        return failure(ErrorKind::Io, Words::tr("“%1” is not a file.").arg(path),
                       Words::tr("Choose a file with a result."));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Io, Words::tr("“%1” could not be read.").arg(path),
                       Words::tr("Check the file and its permissions."), file.errorString());
    }
    return readStoredResult(file, info.fileName(), handlers, cancel);
}

Result<ResultInfo> readStoredResult(QIODevice &device, const QString &name,
                                    const StoredResultHandlers &handlers, const CancelState &cancel)
{
    const QByteArray beginning = device.peek(beginningSize);
    // What looks like JSON is told so that it is no answer, not that it is no result file.
    if (!isResultFile(beginning) && (isRawAnswer(beginning) || beginning.trimmed().startsWith('{')))
        return readRawAnswer(device, name, handlers, cancel);
    ResultInfo found;
    StoredResultHandlers listening = handlers;
    listening.opened = [&](const StoredResult &about) {
        found = about.info;
        handlers.opened(about);
    };
    if (auto read = readResultFile(device, name, listening, cancel); !read)
        return failure(read.error());
    return found;
}

} // namespace sonde
