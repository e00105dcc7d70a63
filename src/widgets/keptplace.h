#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

class QTableView;

namespace sonde {

class ResultsModel;

/// Where the eye and the keyboard are in a table whose rows are about to be others of the same result: the
/// current cell, the selected cells, and what is seen at the top. Rows that are still there afterwards are
/// found again.
class KeptPlace
{
public:
    /// Before the model is reset.
    KeptPlace(const QTableView &view, const ResultsModel &model);
    /// After it.
    void restore(QTableView &view, const ResultsModel &model) const;

private:
    using Columns = std::pair<int, int>; ///< first and last

    void rememberSelection(const QTableView &view, const ResultsModel &model);
    void select(QTableView &view, const ResultsModel &model) const;

    std::optional<std::size_t> m_current; ///< rows of the table, not of the model
    int m_column = 0;
    int m_rowsAbove = 0; ///< between the current cell and the top of what is seen
    bool m_isCurrentSeen = false;
    bool m_isAllSelected = false;
    std::multimap<std::size_t, Columns> m_selected;
    std::map<std::size_t, std::size_t> m_seen; ///< rows, each with its place from the top down
    int m_left = 0;                            ///< of the horizontal scroll bar
};

} // namespace sonde
