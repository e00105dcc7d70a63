#pragma once

#include "import/importdatabase.h"
#include "ports/importguess.h"
#include "results/writers.h"

namespace sonde {

/// Rows of the program's own on their way into a database. Internal to the import.
namespace rowsimport {

/// The columns of the selection, with names of their own where it has one name twice.
ImportTable tableOf(const QString &name, const Selection &selection);
/// Makes t0 with the columns of \a table and puts the rows into it, in the order of the selection.
Result<void> fill(ImportDatabase &database, const ImportTable &table, const Selection &selection,
                  const WriteProgress &progress, const CancelState &cancel);

} // namespace rowsimport

} // namespace sonde
