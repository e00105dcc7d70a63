#pragma once

#include "core/result.h"
#include "results/table.h"

#include <QStringList>
#include <QThreadPool>
#include <memory>
#include <string>
#include <vector>

namespace sonde {

/// Decodes the batches of one table's rows, where there is a pool beside the thread that cuts them, and gives
/// the tables back in the order of their batches. Internal to LogsDecoder; used on one thread.
///
/// That thread never waits for a pool that has no time: it takes the oldest batch itself where too many lie
/// there. So a few batches at most are in memory.
class BatchLine
{
public:
    /// Without \a pool every batch is decoded where it is pushed. The pool must outlive its tasks, not this
    /// object.
    explicit BatchLine(QThreadPool *pool);
    /// What is being decoded is dropped.
    ~BatchLine();
    BatchLine(const BatchLine &) = delete;
    BatchLine &operator=(const BatchLine &) = delete;

    /// \a columnsJson is the answer's `columns` array.
    Result<void> setColumns(std::string_view columnsJson);
    bool hasColumns() const;

    /// \a batch is a JSON array of whole rows; it is empty afterwards, and may have room for the next one.
    void push(std::string &batch);
    /// The next tables in order that are ready, each once; none behind one that could not be read.
    std::vector<Result<Table>> takeReady();
    /// Decodes and waits until every batch that was pushed can be taken.
    void drain();

    /// A table of no rows with these columns.
    Table emptyTable();
    // After drain():
    QStringList warnings() const;
    /// The object that the query engine puts among the rows where it breaks off, as JSON text; mostly empty.
    std::string errorAmongRows() const;

private:
    class State;
    std::shared_ptr<State> m_state;
    QThreadPool *m_pool;
};

} // namespace sonde
