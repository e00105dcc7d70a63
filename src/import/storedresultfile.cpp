#include "import/storedresultfile.h"

#include "import/rowappender.h"
#include "import/typeguess.h"
#include "results/openresult.h"
#include "results/writers.h"

#include <QCoreApplication>

#include <numeric>

namespace sonde::storedresultfile {

namespace {

constexpr std::size_t seenRows = 100; ///< of a block, for the values that are shown

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

void append(ChunkAppender &out, const Table &rows, const QList<int> &columns)
{
    for (std::size_t row = 0; row < rows.rowCount(); ++row) {
        if (!appendRow(out, {&rows, row}, columns))
            return;
    }
}

/// Keeps what is to be shown of a column.
void seeFirst(ImportColumn &known, const Column &cells)
{
    if (!known.firstValues.isEmpty())
        return;
    TypeGuess guess;
    for (std::size_t row = 0; row < std::min<std::size_t>(cells.size(), seenRows); ++row)
        guess.see(cellText({&cells, row}));
    known.firstValues = guess.firstValues();
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
        for (int i = 0; i < chunk.rows.columnCount(); ++i)
            seeFirst(table.columns[i], chunk.rows.column(i));
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
    QList<int> order(columns.size());
    std::iota(order.begin(), order.end(), 0);
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
            append(out, chunk.rows, order);
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
