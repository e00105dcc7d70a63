#pragma once

#include "results/rowfilter.h"

#include <QTimer>
#include <QWidget>

class QTableView;

namespace sonde {

class FilterBox;
class Icons;
class Theme;

/// A line of filter boxes above a table, one over each column: they move, grow and scroll with the columns.
class FilterRow final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the row; the table has its model.
    FilterRow(const Theme &theme, const Icons &icons, QTableView &table, QWidget *parent = nullptr);

    /// Makes the boxes anew, empty.
    void setColumns(const QList<ColumnHeader> &headers);
    /// More columns behind those there are; their boxes stay.
    void addColumns(const QList<ColumnHeader> &headers);
    /// Shows these conditions, the last of each column. filterChanged() is not sent.
    void setConditions(const std::vector<ColumnCondition> &conditions);
    /// Empties all boxes, of what cannot be read, too. filterChanged() is not sent.
    void clear();
    std::vector<ColumnCondition> conditions() const;
    /// Why the first box that cannot be read cannot be read; empty: all can.
    QString problem() const;
    bool hasColumns() const { return !m_boxes.isEmpty(); }
    FilterBox *box(int column) const { return m_boxes.value(column); }
    /// So many of the boxes stay at the left while the others scroll.
    void setFrozen(int count);
    /// Gives a column's box the keyboard, and scrolls the table to it.
    void focusBox(int column);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void filterChanged();
    void valuesRequested(int column);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showNotes();
    void placeLater();
    void place();
    void placeFrozen();
    void updateTabOrder();
    void scrollTo(int column);

    const Theme &m_theme;
    const Icons &m_icons;
    QTableView &m_table;
    QWidget *m_clip; ///< as wide as the columns' part of the table
    QList<FilterBox *> m_boxes;
    int m_frozen = 0;
    QList<int> m_frozenColumns; ///< whose boxes these are
    int m_frozenWidth = 0;      ///< of these boxes together
    QTimer m_placeTimer;        ///< once for all columns that move at once
};

} // namespace sonde
