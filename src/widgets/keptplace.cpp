#include "widgets/keptplace.h"

#include "models/resultsmodel.h"

#include <QScrollBar>
#include <QTableView>
#include <algorithm>

namespace sonde {

namespace {

/// More selected rows than this are not looked for again.
constexpr qint64 mostRemembered = 100'000;
/// Every cell that is painted is looked for in all ranges of a selection.
constexpr qsizetype mostRanges = 500;

} // namespace

KeptPlace::KeptPlace(const QTableView &view, const ResultsModel &model)
    : m_left(view.horizontalScrollBar()->value())
{
    const int first = view.rowAt(0);
    const int last = view.rowAt(view.viewport()->height() - 1);
    for (int row = first; row >= 0 && row < model.rowCount() && (last < 0 || row <= last); ++row)
        m_seen.emplace(model.tableRow(row), m_seen.size());
    const QModelIndex current = view.currentIndex();
    if (current.isValid()) {
        m_current = model.tableRow(current.row());
        m_column = current.column();
        m_rowsAbove = current.row() - std::max(first, 0);
        m_isCurrentSeen = m_seen.contains(*m_current);
    }
    rememberSelection(view, model);
}

void KeptPlace::rememberSelection(const QTableView &view, const ResultsModel &model)
{
    const QItemSelection selection = view.selectionModel()->selection();
    qint64 rows = 0;
    for (const QItemSelectionRange &range : selection)
        rows += range.height();
    // All that a filter shows are those rows, and no others when it goes.
    m_isAllSelected = !model.isFiltered() && selection.size() == 1 && rows == model.rowCount() &&
                      selection.constFirst().width() == model.columnCount();
    if (m_isAllSelected || rows > mostRemembered)
        return;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_selected.emplace(model.tableRow(row), Columns(range.left(), range.right()));
    }
}

void KeptPlace::select(QTableView &view, const ResultsModel &model) const
{
    QItemSelection selection;
    if (m_isAllSelected && model.rowCount() > 0)
        selection.select(model.index(0, 0), model.index(model.rowCount() - 1, model.columnCount() - 1));
    std::map<Columns, std::pair<int, int>> open; // ranges that the next row may go on with, by their columns
    const auto close = [&](Columns columns, std::pair<int, int> rows) {
        selection.append(QItemSelectionRange(model.index(rows.first, columns.first),
                                             model.index(rows.second, columns.second)));
    };
    for (int row = 0; !m_selected.empty() && row < model.rowCount() && selection.size() <= mostRanges;
         ++row) {
        const auto [begin, end] = m_selected.equal_range(model.tableRow(row));
        for (auto found = begin; found != end; ++found) {
            const auto place = open.find(found->second);
            if (place != open.end() && place->second.second == row - 1) {
                place->second.second = row;
            } else {
                if (place != open.end())
                    close(place->first, place->second);
                open.insert_or_assign(found->second, std::pair(row, row));
            }
        }
    }
    for (const auto &[columns, rows] : open)
        close(columns, rows);
    if (selection.size() <= mostRanges)
        view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void KeptPlace::restore(QTableView &view, const ResultsModel &model) const
{
    std::optional<int> current;
    std::optional<int> top;
    std::size_t topPlace = m_seen.size();
    for (int row = 0; row < model.rowCount(); ++row) {
        const std::size_t tableRow = model.tableRow(row);
        if (tableRow == m_current)
            current = row;
        const auto seen = m_seen.find(tableRow);
        if (seen != m_seen.end() && seen->second < topPlace) {
            top = row;
            topPlace = seen->second;
        }
    }
    if (current) {
        view.selectionModel()->setCurrentIndex(
            model.index(*current, std::min(m_column, model.columnCount() - 1)),
            QItemSelectionModel::NoUpdate);
    }
    select(view, model);
    // Rows are of one height, and scrolled row by row.
    if (current && m_isCurrentSeen)
        view.verticalScrollBar()->setValue(*current - m_rowsAbove);
    else if (top)
        view.verticalScrollBar()->setValue(*top);
    view.horizontalScrollBar()->setValue(m_left);
}

} // namespace sonde
