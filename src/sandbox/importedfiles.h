#pragma once

#include "core/cancelstate.h"
#include "import/fileimport.h"
#include "import/importfolder.h"
#include "sandbox/importcommand.h"

#include <memory>

namespace sonde {

/// Files of a person in a database of their own, in the cache folder, for as long as the program runs.
class ImportedFiles
{
public:
    /// Sentences for a person: what the files were taken for, what was not taken as it stands.
    using Say = std::function<void(const QString &)>;

    /// Guesses and imports. \a taken are the names of tables that are there already; \a folder is the cache
    /// folder, empty for the user's. Fails as FileImport does and as ImportCommand::correct().
    static Result<std::unique_ptr<ImportedFiles>> read(const ImportCommand &command, const QStringList &taken,
                                                       const QString &folder, const Say &say,
                                                       const FileImport::ProgressHandler &progress,
                                                       const CancelState &cancel);

    /// The database, for SampleData::Options::imported.
    QString path() const { return m_folder->filePath(QStringLiteral("imported.duckdb")); }
    /// Once the database is open: takes its name off the disk where an open file can do without, so that
    /// nothing stays however the program ends.
    void hide() { m_folder->hide(); }

private:
    explicit ImportedFiles(std::unique_ptr<ImportFolder> folder);
    std::unique_ptr<ImportFolder> m_folder;
};

} // namespace sonde
