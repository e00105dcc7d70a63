#include "sandbox/importedfiles.h"

namespace sonde {

ImportedFiles::ImportedFiles(std::unique_ptr<ImportFolder> folder)
    : m_folder(std::move(folder))
{}

Result<std::unique_ptr<ImportedFiles>>
ImportedFiles::read(const ImportCommand &command, const QStringList &taken, const QString &folder,
                    const Say &say, const FileImport::ProgressHandler &progress, const CancelState &cancel)
{
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
    auto made = ImportFolder::make(folder);
    if (!made)
        return failure(made.error());
    std::unique_ptr<ImportedFiles> files(new ImportedFiles(*std::move(made)));
    const auto remarks = FileImport::run(guesses, files->path(), {}, progress, cancel);
    if (!remarks)
        return failure(remarks.error());
    for (const QString &remark : *remarks)
        say(remark);
    return files;
}

} // namespace sonde
