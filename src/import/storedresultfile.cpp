#include "import/storedresultfile.h"

#include "import/chunkappender.h"
#include "import/valuestore.h"
#include "results/openresult.h"

#include <QCoreApplication>

namespace sonde::storedresultfile {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

void storeCell(duckdb_vector vector, idx_t row, const Column &column, std::size_t at)
{
    void *data = duckdb_vector_get_data(vector);
    switch (column.type()) {
    case ColumnType::Bool:
        static_cast<bool *>(data)[row] = column.integer(at) != 0;
        break;
    case ColumnType::Int:
        static_cast<std::int32_t *>(data)[row] = static_cast<std::int32_t>(column.integer(at));
        break;
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        static_cast<std::int64_t *>(data)[row] = column.integer(at);
        break;
    case ColumnType::Real:
        static_cast<double *>(data)[row] = column.real(at);
        break;
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        cells::storePlain(vector, row, column.text(at));
        break;
    }
}

void append(ChunkAppender &out, const Table &rows, qsizetype columns)
{
    for (std::size_t row = 0; row < rows.rowCount(); ++row) {
        for (qsizetype i = 0; i < columns; ++i) {
            const Column *column = i < rows.columnCount() ? &rows.column(static_cast<int>(i)) : nullptr;
            if (column == nullptr || column->isNull(row))
                cells::storeNull(out.cell(i), out.row());
            else
                storeCell(out.cell(i), out.row(), *column, row);
        }
        if (!out.endRow())
            return;
    }
}

} // namespace

bool isAnswer(QByteArrayView beginning)
{
    QByteArray text = beginning.first(std::min<qsizetype>(beginning.size(), 200)).toByteArray();
    text.replace(' ', "").replace('\n', "").replace('\r', "").replace('\t', "");
    return text.startsWith("{\"tables\":") || text.startsWith("{\"__metadata\":");
}

Result<ImportGuess> guess(const ImportSource &source, const CancelState &cancel)
{
    ImportGuess guess;
    guess.kind = ImportKind::StoredResult;
    StoredResultHandlers handlers;
    handlers.opened = [](const StoredResult &) {};
    handlers.progress = [](int) {};
    // Later blocks may have more columns, so all are looked at.
    handlers.chunk = [&guess](const ResultChunk &chunk) {
        while (guess.tables.size() <= chunk.tableIndex)
            guess.tables += ImportTable();
        ImportTable &table = guess.tables[chunk.tableIndex];
        if (!chunk.tableName.isEmpty())
            table.original = chunk.tableName;
        for (int i = static_cast<int>(table.columns.size()); i < chunk.rows.columnCount(); ++i) {
            const Column &column = chunk.rows.column(i);
            table.columns += {column.name(), column.type(), column.name()};
        }
    };
    const auto read = readStoredResult(source.path, handlers, cancel);
    if (!read)
        return failure(read.error());
    for (ImportTable &table : guess.tables) {
        QStringList originals;
        for (const ImportColumn &column : std::as_const(table.columns))
            originals += column.original;
        const QStringList names = uniqueColumnNames(originals);
        for (qsizetype i = 0; i < names.size(); ++i)
            table.columns[i].name = names.at(i);
    }
    guess.remarks += read->warnings;
    return guess;
}

Result<FillOutcome> fill(const FillTask &task)
{
    const QList<ImportColumn> &columns = task.notes.columns();
    ChunkAppender out(task.database.connection(), task.target, columns);
    bool isSame = true;
    StoredResultHandlers handlers;
    handlers.opened = [](const StoredResult &) {};
    handlers.progress = [&task](int permille) { task.progress(permille / 1000.0); };
    handlers.chunk = [&](const ResultChunk &chunk) {
        if (chunk.tableIndex != task.index)
            return;
        for (int i = 0; i < std::min<int>(chunk.rows.columnCount(), static_cast<int>(columns.size())); ++i)
            isSame = isSame && chunk.rows.column(i).type() == columns.at(i).type;
        if (isSame)
            append(out, chunk.rows, columns.size());
    };
    const auto read = readStoredResult(task.guess.path, handlers, task.cancel);
    if (!read)
        return failure(read.error());
    if (!isSame)
        return failure(ErrorKind::Usage,
                       Words::tr("The columns of “%1” keep the types they have.").arg(task.guess.path),
                       Words::tr("A saved result knows its types; convert in the query."));
    if (const auto done = out.finish(); !done)
        return failure(done.error());
    return FillOutcome();
}

} // namespace sonde::storedresultfile
