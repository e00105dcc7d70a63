#include "widgets/rowmemory.h"

#include "models/resultsmodel.h"
#include "results/writers.h"
#include "widgets/resultsview.h"

#include <QScrollBar>
#include <algorithm>

namespace sonde {

namespace {

/// A row that is longer than this is not looked for.
constexpr std::size_t longestRow = 1'000'000;

} // namespace

RowMemory::RowMemory(ResultsView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    const auto *model = &view.resultsModel();
    connect(model, &QAbstractItemModel::rowsInserted, this, &RowMemory::look);
    connect(model, &QAbstractItemModel::modelReset, this, &RowMemory::look);
    connect(model, &ResultsModel::arranged, this, &RowMemory::show);
}

void RowMemory::remember()
{
    const QModelIndex current = m_view.currentIndex();
    // Between two runs there is no table: what was kept before is still what is wanted.
    if (!current.isValid())
        return;
    const ResultsModel &model = m_view.resultsModel();
    Kept kept;
    kept.columns = m_view.columnNames();
    kept.column = current.column();
    kept.above = current.row() - std::max(0, m_view.rowAt(0));
    std::size_t size = 0;
    for (int column = 0; column < model.columnCount(); ++column) {
        kept.cells.push_back(cellText(model.cell(model.index(current.row(), column))));
        size += kept.cells.back().size();
    }
    m_kept.reset();
    if (size <= longestRow)
        m_kept = std::move(kept);
}

void RowMemory::look()
{
    const ResultsModel &model = m_view.resultsModel();
    if (!m_kept || model.columnCount() == 0)
        return;
    // Other columns are another question; and who has chosen a cell has gone on.
    if (m_view.currentIndex().isValid() || m_view.columnNames() != m_kept->columns) {
        m_kept.reset();
        return;
    }
    const ChunkedTable &rows = model.rows();
    const auto count = static_cast<int>(m_kept->cells.size());
    for (; !m_kept->row && m_kept->looked < rows.rowCount(); ++m_kept->looked) {
        const RowRef row = rows.find(m_kept->looked);
        int column = 0;
        while (column < count &&
               cellText(row.cell(column)) == m_kept->cells[static_cast<std::size_t>(column)])
            ++column;
        if (column == count)
            m_kept->row = m_kept->looked;
    }
    show();
}

/// The row may still be on its way through a filter.
void RowMemory::show()
{
    if (!m_kept || !m_kept->row || m_view.currentIndex().isValid())
        return;
    const ResultsModel &model = m_view.resultsModel();
    std::size_t place = *m_kept->row;
    if (const auto &order = model.order()) {
        const auto found = std::find(order->begin(), order->end(), static_cast<std::uint32_t>(place));
        if (found == order->end())
            return;
        place = static_cast<std::size_t>(found - order->begin());
    }
    if (place >= static_cast<std::size_t>(model.rowCount()))
        return;
    const Kept kept = *std::exchange(m_kept, std::nullopt);
    const auto row = static_cast<int>(place);
    m_view.setCurrentIndex(model.index(row, kept.column));
    m_view.verticalScrollBar()->setValue(std::max(0, row - kept.above));
}

} // namespace sonde
