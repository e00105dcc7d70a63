#include "sandbox/importedfiles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace sonde {

namespace {

constexpr int abandonedAfterHours = 2;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SandboxProgram)
};

/// What imports left that were killed while they read.
void removeAbandoned(const QString &folder)
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-3600 * abandonedAfterHours);
    const auto folders = QDir(folder).entryInfoList({QStringLiteral("import-*")}, QDir::Dirs);
    for (const QFileInfo &old : folders) {
        QDateTime used = old.lastModified();
        for (const QFileInfo &file : QDir(old.filePath()).entryInfoList(QDir::Files))
            used = std::max(used, file.lastModified());
        if (used < limit)
            QDir(old.filePath()).removeRecursively();
    }
}

} // namespace

ImportedFiles::ImportedFiles(const QString &pattern)
    : m_folder(pattern)
{}

Result<std::unique_ptr<ImportedFiles>>
ImportedFiles::read(const ImportCommand &command, const QStringList &taken, const QString &folder,
                    const Say &say, const FileImport::ProgressHandler &progress, const CancelState &cancel)
{
    const QString cache = folder.isEmpty()
                              ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                                    QStringLiteral("/sonde")
                              : folder;
    QList<ImportGuess> guesses;
    for (const ImportSource &source : command.sources) {
        const auto guess = FileImport::guess(source, cancel);
        if (!guess)
            return failure(guess.error());
        guesses += *guess;
    }
    if (const auto corrected = command.correct(guesses); !corrected)
        return failure(corrected.error());
    for (const ImportGuess &guess : std::as_const(guesses))
        say(describeGuess(guess).join(u'\n'));
    if (const auto names = FileImport::checkNames(guesses, taken); !names)
        return failure(names.error());
    QDir().mkpath(cache);
    removeAbandoned(cache);
    std::unique_ptr<ImportedFiles> files(new ImportedFiles(cache + QStringLiteral("/import-XXXXXX")));
    if (!files->m_folder.isValid())
        return failure(ErrorKind::Io, Words::tr("The folder “%1” could not be written to.").arg(cache),
                       Words::tr("Check that it is yours to write to."), files->m_folder.errorString());
    const auto remarks = FileImport::run(guesses, files->path(), {}, progress, cancel);
    if (!remarks)
        return failure(remarks.error());
    for (const QString &remark : *remarks)
        say(remark);
    return files;
}

void ImportedFiles::hide()
{
#ifdef Q_OS_UNIX
    m_folder.remove();
#endif
}

} // namespace sonde
