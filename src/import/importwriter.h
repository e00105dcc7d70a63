#pragma once

#include "import/fileimport.h"
#include "import/filltask.h"

namespace sonde {

/// One run of an import. Internal to it.
class ImportWriter
{
public:
    ImportWriter(const QList<ImportGuess> &guesses, const QString &target, const FileImport::Options &options,
                 const FileImport::ProgressHandler &progress, const CancelState &cancel);

    /// See FileImport::run().
    Result<QStringList> write();

private:
    Result<void> fillAll(ImportDatabase &database);
    Result<void> fillTable(ImportDatabase &database, const ImportGuess &guess, ImportTable table);
    Result<FillOutcome> pass(ImportDatabase &database, const ImportGuess &guess, const ImportTable &table,
                             TableNotes &notes, const CsvLeniency &csv);
    void tell(const ImportGuess &guess, double part);

    const QList<ImportGuess> &m_guesses;
    const QString m_target;
    const FileImport::Options m_options;
    const FileImport::ProgressHandler m_progress;
    const CancelState &m_cancel;
    QStringList m_remarks;
    qint64 m_bytes = 0;     ///< of all files
    qint64 m_bytesDone = 0; ///< of those that are read
    int m_tables = 0;
    int m_passes = 0;
};

} // namespace sonde
