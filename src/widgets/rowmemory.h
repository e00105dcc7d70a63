#pragma once

#include <QObject>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

namespace sonde {

class ResultsView;

/// Goes back to the row that was the current one when the same columns come with another answer, if it is
/// among the rows again: the first one with the same values. A cell that is chosen meanwhile comes first.
class RowMemory final : public QObject
{
    Q_OBJECT

public:
    /// \a view outlives the memory.
    explicit RowMemory(ResultsView &view, QObject *parent = nullptr);

    /// Before the view gets another table.
    void remember();
    void forget() { m_kept.reset(); }

private:
    void look();
    void show();

    struct Kept
    {
        QStringList columns;
        std::vector<std::string> cells;
        int column = 0;                 ///< of the current cell
        int above = 0;                  ///< so many rows were seen above it
        std::size_t looked = 0;         ///< so many rows of the new table are others
        std::optional<std::size_t> row; ///< found, of the table
    };

    ResultsView &m_view;
    std::optional<Kept> m_kept;
};

} // namespace sonde
