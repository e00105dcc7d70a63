#pragma once

#include "results/rowfilter.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace sonde {

class Clock;
class ColumnFactsStrip;
class ColumnKeeper;
class ColumnLayoutStore;
class FilterRow;
class FilterStrip;
class GroupsPane;
class Icons;
class ResultsView;
class ResultTable;
class RowMemory;
class SelectionFacts;
class TableFindBar;
class Theme;
class ValuesPopup;

/// One result table and the filters above it, which are hidden until they are asked for. A table with the
/// columns of the one before it is filtered as that one was.
class TablePane final : public QWidget
{
    Q_OBJECT

public:
    /// All four outlive the pane.
    TablePane(const Theme &theme, const Icons &icons, ColumnLayoutStore &layouts, const Clock &clock,
              QWidget *parent = nullptr);
    ~TablePane() override;

    ResultsView &view() { return *m_view; }
    const ResultsView &view() const { return *m_view; }
    void setTable(ResultTable *table);
    /// Shows the table of \a other as that pane does: sorted, filtered, grouped, with the same cell chosen.
    void showAs(TablePane &other);
    /// The next table is neither sorted nor filtered as this one is.
    void forgetArrangement();

    /// What the selected cells come to, a few words each.
    QStringList selectionFacts() const;

    /// Of the boxes, the text above them, the group that is chosen, and setOnly().
    RowFilter filter() const;
    bool areFiltersShown() const;
    /// Shows the filters, with the keyboard in the box above the current cell; from there hides them again
    /// where they filter nothing, and else gives the keyboard back to the rows.
    void toggleFilters();
    void clearFilters();
    /// Shows only the rows that have the current cell's value in its column, or none that has it.
    void filterByCurrentCell(bool isKept);
    /// No other rows than these, whatever else is filtered; null: all. Ends with clearFilters().
    void setOnly(const SharedRowMask &rows);
    bool showsOnly() const { return m_only != nullptr; }
    /// Whether there is something of the filter that a query can say.
    bool canSendFilter() const;
    /// Puts a line above everything else, and takes it over.
    void addStrip(QWidget *strip);
    TableFindBar &findBar() { return *m_findBar; }
    ColumnKeeper &columns() { return *m_columns; }
    /// The list of the columns, to go to one and to choose which are shown.
    void openColumns();
    void hideCurrentColumn();
    void askForRow();
    GroupsPane &groups() { return *m_groups; }
    /// Groups the rows by the column of the current cell, within the groups there are; if they are grouped by
    /// it already, no longer.
    void groupByCurrentColumn();
    /// As filterByCurrentCell(), with another cell of the view's model.
    void filterByCell(const QModelIndex &current, bool isKept);
    /// What stands in the way of sending the filters to the query; empty: nothing.
    void setSendProblem(const QString &problem);
    /// The filter as lines of KQL.
    QString filterAsQuery();

signals:
    void selectionFactsChanged();
    void filterChanged();
    void sendFilterRequested();

private:
    void connectParts();
    void showColumns();
    void showColumnState();
    void openColumnMenu(int column, const QPoint &place);
    void applyLater() { m_applyTimer.start(); }
    void apply();
    void applyPending();
    void showRefusal(const Error &error);
    void closeValues();
    void setConditions(std::vector<ColumnCondition> conditions);
    void showFilter();
    void showFilters(bool isShown);
    void updateCounts();
    void groupBy(int column);
    void showGroups(bool isWanted);
    void countGroups();
    void openValues(int column);
    void takeValues();

    ResultsView *m_view;
    FilterStrip *m_strip;
    FilterRow *m_row;
    ColumnKeeper *m_columns;
    ColumnFactsStrip *m_columnFacts;
    const Icons &m_icons;
    SelectionFacts *m_facts;
    RowMemory *m_memory;
    TableFindBar *m_findBar;
    GroupsPane *m_groups;
    QTimer m_groupTimer; ///< rows that keep coming are grouped once in a while
    QTimer m_applyTimer; ///< typing goes on before it filters
    QList<ColumnHeader> m_headers;
    RowFilter m_wanted;
    std::vector<ColumnCondition> m_group; ///< what the rows of the chosen group have in common
    SharedRowMask m_only;
    bool m_forgets = false;
    CancelStatePtr m_valuesCancel;
    QFutureWatcher<std::optional<std::vector<ValueCount>>> m_valuesWatcher;
    QPointer<ValuesPopup> m_values;
};

} // namespace sonde
