#include "widgets/rowstoquery.h"

#include "widgets/editorblocks.h"
#include "widgets/filterquery.h"
#include "widgets/keeptranslated.h"
#include "widgets/messagebar.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/querylines.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/shownanswer.h"
#include "widgets/tablepane.h"

namespace sonde {

namespace {

/// Of \a text, the block that \a query is; \a current where it is none of them.
QueryBlock blockOf(const QString &text, const QList<QueryBlock> &blocks, const std::optional<Query> &query,
                   const QueryBlock &current)
{
    if (!query || countQueries(blocks) < 2)
        return current;
    for (const QueryBlock &block : blocks) {
        if (QStringView(text).mid(block.start, block.length) == query->text)
            return block;
    }
    return current;
}

} // namespace

RowsToQuery::RowsToQuery(QueryEditor &editor, QueryBar &bar, ResultsPane &pane, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_bar(bar)
    , m_pane(pane)
{
    connect(&m_bar, &QueryBar::languageChanged, this, &RowsToQuery::updateProblem);
    connect(&m_pane, &ResultsPane::sendFilterRequested, this, &RowsToQuery::sendFilter);
    connect(&m_pane, &ResultsPane::cellsToQueryRequested, this, &RowsToQuery::sendCells);
    keepTranslated(&m_bar, [this] { updateProblem(); });
}

void RowsToQuery::updateProblem()
{
    const bool isKql = m_bar.language() == QueryLanguage::Kql;
    m_pane.setSendProblem(isKql ? QString()
                                : tr("Only queries in KQL take such lines; this one is a classic search."));
}

void RowsToQuery::sendFilter()
{
    if (TablePane *table = m_pane.currentTable())
        addLines(table->filterAsQuery());
}

void RowsToQuery::sendCells(bool isKept)
{
    const ResultsView *view = m_pane.currentView();
    if (view == nullptr || !view->hasCellSelection())
        return;
    if (const auto lines = cellLines(view->allRows(), view->selectedByColumn(), isKept))
        addLines(*lines);
    else
        m_pane.messages().showError(lines.error());
}

void RowsToQuery::addLines(const QString &lines)
{
    if (lines.isEmpty() || !m_editor.readOnlyReason().isEmpty())
        return;
    if (m_bar.language() != QueryLanguage::Kql) {
        m_pane.messages().showMessage(
            MessageBar::Level::Info,
            tr("Only queries in KQL take such lines; this one is a classic search."));
        return;
    }
    const QString text = m_editor.queryText();
    const QueryBlock block = blockOf(text, m_editor.blocks().blocks(),
                                     m_pane.answerInFront().origin.about.query, m_editor.blocks().current());
    m_editor.replacePart(block.start, block.length, withLines(text.mid(block.start, block.length), lines));
    m_editor.setFocus(Qt::OtherFocusReason);
}

} // namespace sonde
