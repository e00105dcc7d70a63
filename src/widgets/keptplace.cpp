#include "widgets/keptplace.h"

#include "models/resultsmodel.h"

#include <QScrollBar>
#include <QTableView>
#include <algorithm>

namespace sonde {

namespace {

/// More selected rows than this are not looked for again.
constexpr int mostRemembered = 10'000;

} // namespace

KeptPlace::KeptPlace(const QTableView &view, const ResultsModel &model)
{
    const QModelIndex current = view.currentIndex();
    if (current.isValid()) {
        m_current = model.tableRow(current.row());
        m_column = current.column();
        m_currentTop = view.rowViewportPosition(current.row());
        m_isCurrentSeen = m_currentTop >= 0 && m_currentTop < view.viewport()->height();
    }
    int selected = 0;
    for (const QItemSelectionRange &range : view.selectionModel()->selection())
        selected += range.height();
    if (selected <= mostRemembered) {
        for (const QItemSelectionRange &range : view.selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                m_selected.insert(model.tableRow(row));
        }
    }
    const int first = view.rowAt(0);
    const int last = view.rowAt(view.viewport()->height() - 1);
    for (int row = first; row >= 0 && row < model.rowCount() && (last < 0 || row <= last); ++row)
        m_seen.push_back(model.tableRow(row));
}

void KeptPlace::restore(QTableView &view, const ResultsModel &model) const
{
    const std::set<std::size_t> seen(m_seen.begin(), m_seen.end());
    std::optional<int> current;
    std::optional<int> top;
    std::size_t topRow = 0;
    QItemSelection selection;
    const int lastColumn = model.columnCount() - 1;
    const auto rankOf = [this](std::size_t row) { return std::find(m_seen.begin(), m_seen.end(), row); };
    for (int row = 0; row < model.rowCount(); ++row) {
        const std::size_t tableRow = model.tableRow(row);
        if (tableRow == m_current)
            current = row;
        if (m_selected.contains(tableRow))
            selection.select(model.index(row, 0), model.index(row, lastColumn));
        if (seen.contains(tableRow) && (!top || rankOf(tableRow) < rankOf(topRow))) {
            top = row;
            topRow = tableRow;
        }
    }
    if (current) {
        view.selectionModel()->setCurrentIndex(model.index(*current, std::min(m_column, lastColumn)),
                                               QItemSelectionModel::NoUpdate);
    }
    if (m_selected.size() == 1 && current && m_selected.contains(*m_current))
        view.selectionModel()->select(view.currentIndex(), QItemSelectionModel::ClearAndSelect);
    else
        view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    // Rows are of one height, and scrolled row by row.
    QScrollBar *bar = view.verticalScrollBar();
    if (current && m_isCurrentSeen)
        bar->setValue(*current - m_currentTop / std::max(1, view.rowHeight(*current)));
    else if (top)
        bar->setValue(*top);
}

} // namespace sonde
