#pragma once

#include "results/column.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace sonde {

/// What a file to import is. Its contents tell, its name only where they may be read in two ways.
enum class ImportKind {
    Csv,       ///< lines of cells, in any dialect
    JsonLines, ///< objects one behind the other
    JsonArray, ///< one list of objects
    Parquet,
    StoredResult, ///< `.sonde-result`, or an answer as a service sent it
    Sqlite
};

/// How the cells of a CSV file are told apart.
struct CsvDialect
{
    QString delimiter = QStringLiteral(",");
    QString quote = QStringLiteral("\""); ///< empty: none
    QString escape = QStringLiteral("\"");
    QString comment; ///< what begins lines that are passed over; empty: nothing does
    int skippedLines = 0;
    bool hasHeader = true;
    bool isLatin1 = false; ///< else UTF-8
    bool operator==(const CsvDialect &) const = default;
};

/// What a person says of a CSV file's dialect; the rest is guessed.
struct CsvCorrections
{
    std::optional<QString> delimiter;
    std::optional<QString> quote;
    std::optional<bool> hasHeader;
};

/// A column of a file and what becomes of it.
struct ImportColumn
{
    QString name; ///< unique within its table
    ColumnType type = ColumnType::String;
    QString original;          ///< as the file has it: the key of a JSON object, say
    bool decimalComma = false; ///< real: 0,5
    QStringList firstValues{}; ///< a few of its cells as a person reads them, to be shown
    bool operator==(const ImportColumn &) const = default;
};

struct ImportTable
{
    QString name;     ///< as queries will name it
    QString original; ///< the table within the file, where it may have several
    int index = 0;    ///< within the file
    QList<ImportColumn> columns;
    bool operator==(const ImportTable &) const = default;
};

/// A file that is to be imported.
struct ImportSource
{
    QString path;
    QString name; ///< of its table; empty: made of the file's name
    CsvCorrections csv;
};

/// What a file was taken for, from its beginning. May be changed before the import: names and types of
/// columns, names of tables; for another dialect guess anew with ImportSource::csv.
struct ImportGuess
{
    QString path;
    ImportKind kind = ImportKind::Csv;
    qint64 bytes = 0;
    CsvDialect csv;     ///< of Csv
    QString jsonFormat; ///< of the JSON kinds: DuckDB's word for how the objects stand
    QList<ImportTable> tables;
    QStringList remarks; ///< sentences on what a person may not expect
    bool operator==(const ImportGuess &) const = default;
};

/// The kind in a few words, for a person.
QString importKindText(ImportKind kind);
/// One line: kind, dialect and, by table, the columns with their types.
QStringList describeGuess(const ImportGuess &guess);

/// \a name as KQL takes it without brackets: letters, digits and _, no digit first, no word of KQL; never
/// empty.
QString kqlTableName(const QString &name);
/// Names for columns as a file has them: empty ones get one (`Column3`), repeated ones a number (`a1`). Names
/// that differ only in case are two.
QStringList uniqueColumnNames(const QStringList &originals);

} // namespace sonde
