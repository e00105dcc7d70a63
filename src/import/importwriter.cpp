#include "import/importwriter.h"

#include "import/csvfile.h"
#include "import/importfile.h"
#include "import/jsonfile.h"
#include "import/parquetfile.h"
#include "import/sqlitefile.h"
#include "import/storedresultfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

} // namespace

ImportWriter::ImportWriter(const QList<ImportGuess> &guesses, const QString &target,
                           const FileImport::Options &options, const FileImport::ProgressHandler &progress,
                           const CancelState &cancel)
    : m_guesses(guesses)
    , m_target(target)
    , m_options(options)
    , m_progress(progress)
    , m_cancel(cancel)
{
    for (const ImportGuess &guess : guesses)
        m_bytes += guess.bytes;
}

Result<QStringList> ImportWriter::write()
{
    QStringList readable;
    for (const ImportGuess &guess : m_guesses)
        readable += guess.path;
    const auto written = importfile::write(m_target, readable, m_options,
                                           [this](ImportDatabase &database) { return fillAll(database); });
    if (!written)
        return failure(written.error());
    return m_remarks;
}

Result<void> ImportWriter::fillAll(ImportDatabase &database)
{
    for (const ImportGuess &guess : m_guesses) {
        for (const ImportTable &table : guess.tables) {
            if (const auto filled = fillTable(database, guess, table); !filled)
                return filled;
        }
        m_bytesDone += guess.bytes;
        tell(guess, 0);
    }
    return {};
}

void ImportWriter::tell(const ImportGuess &guess, double part)
{
    if (m_progress)
        m_progress({guess.path, m_bytesDone + static_cast<qint64>(part * static_cast<double>(guess.bytes)),
                    m_bytes});
}

Result<void> ImportWriter::fillTable(ImportDatabase &database, const ImportGuess &guess, ImportTable table)
{
    const QString target = importfile::tableOf(m_tables);
    for (CsvLeniency csv;;) {
        if (const auto made = importfile::makeTable(database, m_tables, table.columns); !made)
            return made;
        TableNotes notes(table.columns);
        const auto outcome = pass(database, guess, table, notes, csv);
        if (!outcome)
            return failure(outcome.error());
        if (!notes.hasMisfits() && !notes.hasNewKeys() && csv.covers(outcome->csv)) {
            m_remarks += outcome->remarks;
            ++m_tables;
            return importfile::record(database, table, m_cancel);
        }
        // Every pass makes types wider, so there are few; each knows of all rows, so mostly there is one
        // more.
        table.columns = notes.mendedColumns(table.name, m_remarks);
        if (outcome->csv.shortLines && !csv.shortLines)
            m_remarks +=
                Words::tr("%1: lines with too few cells are filled up with empty ones.").arg(table.name);
        csv = {csv.shortLines || outcome->csv.shortLines, csv.longLines || outcome->csv.longLines};
        if (const auto dropped = database.execute(u"DROP TABLE " + target); !dropped)
            return dropped;
    }
}

Result<FillOutcome> ImportWriter::pass(ImportDatabase &database, const ImportGuess &guess,
                                       const ImportTable &table, TableNotes &notes, const CsvLeniency &csv)
{
    const auto place = static_cast<double>(
        std::find_if(guess.tables.begin(), guess.tables.end(),
                     [&table](const ImportTable &other) { return other.name == table.name; }) -
        guess.tables.begin());
    const auto count = static_cast<double>(guess.tables.size());
    const FillTask task{database,
                        guess,
                        table,
                        table.index,
                        importfile::tableOf(m_tables),
                        QString::number(m_passes++),
                        csv,
                        notes,
                        [this, &guess, place, count](double part) { tell(guess, (place + part) / count); },
                        m_cancel};
    if (m_cancel.isCancelled())
        return failure(ErrorKind::Cancelled, Words::tr("The import was stopped."));
    switch (guess.kind) {
    case ImportKind::Csv:
        return csvfile::fill(task);
    case ImportKind::JsonLines:
    case ImportKind::JsonArray:
        return jsonfile::fill(task);
    case ImportKind::Parquet:
        return parquetfile::fill(task);
    case ImportKind::StoredResult:
        return storedresultfile::fill(task);
    case ImportKind::Sqlite:
        break;
    }
    return sqlitefile::fill(task);
}

} // namespace sonde
