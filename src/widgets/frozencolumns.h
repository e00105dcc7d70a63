#pragma once

#include <QTableView>

namespace sonde {

class ResultsView;

/// The first columns of a table, drawn over it where they stand while the others scroll away beneath.
/// Selection, current cell and scrolling are the table's, and so is the keyboard.
class FrozenColumns final : public QTableView
{
    Q_OBJECT

public:
    /// A child of \a view.
    explicit FrozenColumns(ResultsView &view);

    /// So many of the columns that are shown; 0: none.
    void setCount(int count);
    int count() const { return m_count; }
    bool isFrozen(int column) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followHeader();
    void updateColumns();
    void updateGeometryOf();

    ResultsView &m_view;
    int m_count = 0;
    bool m_isUpdating = false;
};

} // namespace sonde
