#pragma once

#include "results/roworder.h"

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

class QTableView;

namespace sonde {

class ResultsModel;

/// Where the eye and the keyboard are in a table whose rows are about to be others of the same result: the
/// current cell, the selected rows, and what is seen at the top. Rows that are still there afterwards are
/// found again.
class KeptPlace
{
public:
    /// Before the model is reset.
    KeptPlace(const QTableView &view, const ResultsModel &model);
    /// After it.
    void restore(QTableView &view, const ResultsModel &model) const;

private:
    std::optional<std::size_t> m_current; ///< rows of the table, not of the model
    int m_column = 0;
    int m_currentTop = 0; ///< pixels from the viewport's upper edge; only while m_isCurrentSeen
    bool m_isCurrentSeen = false;
    std::set<std::size_t> m_selected;
    std::vector<std::size_t> m_seen; ///< from the top down
};

} // namespace sonde
