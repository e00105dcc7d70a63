#pragma once

#include "core/result.h"
#include "engine/database.h"
#include "results/column.h"

#include <QString>

namespace sonde {

struct SampleTable;

/// The file that the sample rows lie in: builds it and checks it. DuckDB lets one process write a file and
/// then nobody else open it, so it is built under a name of its own and renamed when it is whole.
class SampleFile
{
public:
    /// Grows with every change to what is generated or how it is stored.
    static constexpr int version = 3;
    static constexpr qint64 fewestRows = 1'000;

    SampleFile(QString path, qint64 rows, quint64 seed);

    /// Fails with Io if the file is missing, damaged, or was not finished.
    Result<Database> open(const Database::Options &options = {}) const;
    /// Puts a new file in the place of whatever is there. Processes that have the old one open keep it.
    Result<void> build() const;

    static bool isStored(const SampleTable &table, const QString &column);

private:
    Result<void> fill(const QString &path) const;
    Result<void> fillTable(const Database &database, const SampleTable &table) const;

    QString m_path;
    qint64 m_rows;
    quint64 m_seed;
};

} // namespace sonde
