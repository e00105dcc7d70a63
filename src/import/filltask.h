#pragma once

#include "import/importdatabase.h"
#include "import/tablenotes.h"

namespace sonde {

/// What a CSV file needs that costs time: found out when it is read without. Internal to the import.
struct CsvLeniency
{
    bool shortLines = false; ///< lines with too few cells
    bool longLines = false;  ///< of more than 2 MB
    bool covers(const CsvLeniency &other) const
    {
        return (shortLines || !other.shortLines) && (longLines || !other.longLines);
    }
};

/// One table of one file on its way into the database, where its own table waits, empty and with columns c0,
/// c1... Internal to the import.
struct FillTask
{
    ImportDatabase &database;
    const ImportGuess &guess;
    const ImportTable &table; ///< its columns are those of the notes
    int index = 0;            ///< of the table in the file
    QString target;           ///< the table's name in SQL
    QString pass;             ///< a number that no other pass has, for names of functions
    CsvLeniency csv;
    TableNotes &notes;
    ImportDatabase::Progress progress; ///< of this table
    const CancelState &cancel;
};

/// What a person should know of rows that were not taken as they stand.
struct FillOutcome
{
    QStringList remarks;
    CsvLeniency csv; ///< what should have been; then the file is to be read again
};

} // namespace sonde
