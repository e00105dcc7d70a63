#pragma once

#include "results/rowfilter.h"
#include "results/writers.h"
#include "widgets/cellcopier.h"
#include "widgets/filterquery.h"
#include "widgets/keptplace.h"

#include <QPersistentModelIndex>
#include <QTableView>
#include <set>
#include <string>

namespace sonde {

class CellDelegate;
class CellFormatter;
class FrozenColumns;
class Icons;
class ResultsHeader;
class ResultsModel;
class ResultTable;
class Theme;
struct RowMarks;

/// The rows of one result table.
///
/// Its header sorts, as do F9 and Shift+F9 on a cell. Copying and export read the
/// columns, never what is shown, and copying happens on a worker thread.
class ResultsView final : public QTableView
{
    Q_OBJECT

public:
    /// \a theme and \a icons outlive the view.
    ResultsView(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// A table with the columns of the one before it is sorted as that one was.
    void setTable(ResultTable *table);
    ResultTable *table() const;
    /// As the service gave it.
    QString columnName(int column) const;
    QStringList columnNames() const;
    /// Shown above the column in place of its name; empty: its name.
    void setColumnTitle(int column, const QString &title);
    /// Whether a width that changes now is not the user's doing.
    bool isSizingColumns() const { return m_isSizing; }
    /// As wide as the rows that are seen need them.
    void sizeColumns();
    /// So many of the columns shown stay at the left while the others scroll.
    void setFrozenColumns(int count);
    /// The width at the left that columns which scroll are hidden behind.
    int frozenWidth() const;
    /// Selects the column, or all from that of the current cell to it; those that were selected stay.
    void selectColumns(int column, bool isRange);
    /// The cell gets the keyboard, and is scrolled to; a column that is hidden stays so.
    void goTo(int row, int column);
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    ResultsHeader &header() const { return *m_header; }
    /// Sorts by the column of the current cell as a click on its header does: up, down, as the rows came;
    /// \a isAdded: after the columns that they are sorted by already.
    void sortByCurrentColumn(bool isAdded);
    /// The next table is not sorted as this one is.
    void forgetSort() { m_forgetsSort = true; }
    const ResultsModel &resultsModel() const { return *m_model; }
    ResultsModel &resultsModel() { return *m_model; }
    /// See ResultsModel::setFilter(). Rows that stay are where they were for the eye.
    void setFilter(const RowFilter &filter);
    void setFormatter(const CellFormatter &formatter);
    /// See ResultsModel::setMarks(): the signs before the rows' numbers.
    void setMarks(const RowMarks &marks);

    /// Paints all rows anew, soon.
    void updateRows();
    /// Marks the cells that show this text; empty: none.
    void setFoundText(const QString &text);
    /// Greys the rows: they are those of an earlier run.
    void setStale(bool isStale);

    /// What draws the cells, also in views that show some of them.
    const CellDelegate &cells() const { return *m_delegate; }

    bool hasCellSelection() const;
    /// How many rows have a selected cell.
    qint64 selectedRowCount() const;
    /// All rows in the order shown.
    Selection allRows() const;
    /// The rows that have a selected cell, whole, in the order shown.
    Selection selectedRows() const;

    /// The selected cells of allRows(), by column, as those stand on the screen.
    std::vector<ColumnCells> selectedByColumn() const;

    /// Puts the selected cells on the clipboard as tab-separated text, soon. A selection with gaps becomes
    /// the rectangle of its rows and columns.
    void copySelection(bool withHeaders);
    /// The current cell alone, whole and without quotes.
    void copyCell();
    /// Puts the selected cells on the clipboard in another form. An IN list has the values of the current
    /// column; it and the query with its result are of all rows where only one cell is selected.
    void copyAs(CopyForm form, const AnswerNotes &notes);
    CellCopier &copier() { return *m_copier; }

signals:
    void columnsSized();
    /// The menu of that column is wanted, at a place of the screen.
    void columnMenuRequested(int column, const QPoint &place);
    /// Alt+Shift with an arrow: the column of the current cell is to go that many places to the right.
    void moveColumnRequested(int column, int steps);
    /// The row of the table (not of the view) that has the focus.
    void currentRecordChanged();
    /// The selected text was put on the clipboard.
    void copied(qint64 rows);
    /// F4 or Enter on a row, or a double click.
    void detailsRequested();
    /// The current cell is wanted whole.
    void wholeCellRequested();
    /// Rows with the value of the current cell are wanted, or all others.
    void filterByCellRequested(bool isKept);
    /// The selected cells are wanted in the query, as what to keep or to leave out.
    void cellsToQueryRequested(bool isKept);
    /// copyAs() is wanted.
    void copyAsRequested(sonde::CopyForm form);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    int sizeHintForColumn(int column) const override;
    /// With Ctrl, arrows go as in a spreadsheet.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    void setUpHeaders();
    bool takeColumnKey(const QKeyEvent &event);
    void selectWhole(QItemSelectionModel::SelectionFlag which);
    void updateRowHeight();
    void updateFont();
    void sizeNewColumns();
    void sizeUnsizedColumns();
    void rememberSort();
    void restoreSort();
    void rememberRecords();
    void findRecords();
    RowOrder tableRowsOf(const std::vector<std::pair<int, int>> &ranges) const;
    std::vector<std::pair<int, int>> selectedRowRanges() const;
    Selection selectedCells() const;

    struct Remembered
    {
        std::set<std::string> selected;
        std::string current;
        int currentColumn = 0;
        int scroll = 0;
    };

    struct RememberedSort
    {
        QStringList columns; ///< all of the table, by name
        std::vector<SortKey> keys;
    };

    const Theme &m_theme;
    const Icons &m_icons;
    ResultsModel *m_model;
    CellDelegate *m_delegate;
    ResultsHeader *m_header;
    FrozenColumns *m_frozen = nullptr; ///< once there were any
    int m_sizedColumns = 0;
    bool m_sizedWithRows = false;
    bool m_isSizing = false;
    std::optional<Remembered> m_remembered;
    std::optional<KeptPlace> m_place; ///< while other rows of the same result are put in the place of these
    bool m_forgetsSort = false;
    std::optional<RememberedSort> m_rememberedSort; ///< for a table that has the same columns
    CellCopier *m_copier;
};

} // namespace sonde
