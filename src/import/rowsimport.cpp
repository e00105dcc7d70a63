#include "import/rowsimport.h"

#include "import/importfile.h"
#include "import/rowappender.h"

#include <QCoreApplication>

#include <numeric>

namespace sonde {

namespace {

constexpr std::size_t rowsBetweenLooks = 4096;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

QList<int> columnsOf(const Selection &selection)
{
    if (!selection.columns.empty())
        return QList<int>(selection.columns.begin(), selection.columns.end());
    QList<int> all(selection.table.columnCount());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

Result<void> appendAll(ChunkAppender &out, const Selection &selection, const QList<int> &columns,
                       const WriteProgress &progress, const CancelState &cancel)
{
    const std::size_t count = selection.rows ? selection.rows->size() : selection.table.rowCount();
    for (std::size_t i = 0; i < count; ++i) {
        if (i % rowsBetweenLooks == 0) {
            if (cancel.isCancelled())
                return failure(ErrorKind::Cancelled, Words::tr("The import was stopped."));
            if (progress)
                progress(i);
        }
        const std::size_t row = selection.rows ? (*selection.rows)[i] : i;
        if (!appendRow(out, selection.table.find(row), columns))
            break;
    }
    return out.finish();
}

} // namespace

ImportTable rowsimport::tableOf(const QString &name, const Selection &selection)
{
    const QList<int> columns = columnsOf(selection);
    ImportTable table;
    table.name = name;
    QStringList originals;
    for (const int column : columns)
        originals += selection.table.headers().at(column).name;
    const QStringList names = uniqueColumnNames(originals);
    for (qsizetype i = 0; i < columns.size(); ++i)
        table.columns += {names.at(i), selection.table.headers().at(columns.at(i)).type, originals.at(i)};
    return table;
}

Result<void> rowsimport::fill(ImportDatabase &database, const ImportTable &table, const Selection &selection,
                              const WriteProgress &progress, const CancelState &cancel)
{
    if (const auto made = importfile::makeTable(database, 0, table.columns); !made)
        return made;
    ChunkAppender out(database.connection(), importfile::tableOf(0), table.columns);
    return appendAll(out, selection, columnsOf(selection), progress, cancel);
}

Result<void> FileImport::writeRows(const QString &name, const Selection &rows, const QString &target,
                                   const Options &options, const WriteProgress &progress,
                                   const CancelState &cancel)
{
    const ImportTable table = rowsimport::tableOf(name, rows);
    return importfile::write(target, {}, options, [&](ImportDatabase &database) -> Result<void> {
        if (const auto filled = rowsimport::fill(database, table, rows, progress, cancel); !filled)
            return filled;
        return importfile::record(database, table, cancel);
    });
}

} // namespace sonde
