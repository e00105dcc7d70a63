#pragma once

#include "import/tablenotes.h"

#include <QString>

/// Functions that DuckDB calls for the cells that its readers found: they make values of KQL's types and note
/// what does not fit. Internal to the import.
namespace sonde::cells {

/// Registers a function of one VARCHAR that gives the value of that column, as sqlTypeName() stores its type.
/// \a notes outlives every call. False if DuckDB refused it. \a connection is a `duckdb_connection`.
bool registerCellFunction(void *connection, const QString &name, TableNotes &notes, qsizetype column);

/// Registers a function of one JSON object (VARCHAR) that gives a STRUCT with a member `c0`, `c1`... for each
/// column: the value of the key that is its `original`. Keys that no column has are noted; what is no object
/// gives null and is noted as a row left out.
bool registerObjectFunction(void *connection, const QString &name, TableNotes &notes);

/// Adds what \a json (an object) tells of its keys to \a guesses, and keys that are new to \a keys. False
/// where it is no object.
bool guessFromObject(std::string_view json, QStringList &keys, std::map<std::string, TypeGuess> &guesses);

} // namespace sonde::cells
