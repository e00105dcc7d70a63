#pragma once

#include <QObject>

namespace sonde {

class QueryBar;
class QueryEditor;
class ResultsPane;

/// Turns what was found in the rows of a page into lines of its query; each is one edit that can be undone.
class RowsToQuery final : public QObject
{
    Q_OBJECT

public:
    /// All three outlive this.
    RowsToQuery(QueryEditor &editor, QueryBar &bar, ResultsPane &pane, QObject *parent);

    /// Adds the filters of the table in front.
    void sendFilter();
    /// Adds the selected cells, as what to keep or to leave out.
    void sendCells(bool isKept);
    /// Adds lines of KQL (each begins with a line break and `|`) behind the query that brought the rows in
    /// front, else behind the one at the caret; says why where that cannot be.
    void addLines(const QString &lines);

private:
    void updateProblem();

    QueryEditor &m_editor;
    QueryBar &m_bar;
    ResultsPane &m_pane;
};

} // namespace sonde
