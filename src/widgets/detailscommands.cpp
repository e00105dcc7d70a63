#include "widgets/detailscommands.h"

#include "models/resultsmodel.h"
#include "widgets/fieldquery.h"
#include "widgets/fieldtree.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/tablepane.h"

namespace sonde {

DetailsCommands::DetailsCommands(QueryTabs &tabs, RowDetailsDock &details, QObject *parent)
    : QObject(parent)
    , m_tabs(tabs)
    , m_details(details)
{
    connect(&m_tabs, &QueryTabs::pageAdded, this, &DetailsCommands::connectPage);
    connect(&m_tabs, &QueryTabs::currentChanged, this, &DetailsCommands::update);
    connect(&m_details, &QDockWidget::visibilityChanged, this, &DetailsCommands::update);
    connect(&m_details, &RowDetailsDock::stepRequested, this, &DetailsCommands::step);
    connect(&m_details, &RowDetailsDock::filterRequested, this, &DetailsCommands::filter);
}

void DetailsCommands::connectPage(QueryPage *page)
{
    connect(page, &QueryPage::currentRecordChanged, this, [this, page] {
        if (page == m_tabs.current())
            update();
    });
    // Rows that were replaced take their details with them; where others have come, or pass the filter, the
    // record has another place.
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        if (page != m_tabs.current())
            return;
        const ResultsView *view = page->currentView();
        if (view == nullptr || !view->currentIndex().isValid())
            m_details.clear();
        else
            m_details.setPosition(view->currentIndex().row(), view->model()->rowCount());
    });
    connect(page, &QueryPage::detailsRequested, &m_details, &QDockWidget::show);
}

void DetailsCommands::update()
{
    const QueryPage *page = m_tabs.current();
    const ResultsView *view = page != nullptr ? page->currentView() : nullptr;
    const QModelIndex current = view != nullptr ? view->currentIndex() : QModelIndex();
    if (!current.isValid()) {
        m_details.clear();
        return;
    }
    const ResultsModel &model = view->resultsModel();
    m_details.setFormatter(model.formatter());
    m_details.showRecord(model.rows(), model.tableRow(current.row()), view->columnName(current.column()),
                         current.row(), model.rowCount());
}

void DetailsCommands::step(int rows)
{
    const QueryPage *page = m_tabs.current();
    ResultsView *view = page != nullptr ? page->currentView() : nullptr;
    if (view == nullptr || !view->currentIndex().isValid())
        return;
    const QModelIndex next = view->currentIndex().siblingAtRow(view->currentIndex().row() + rows);
    if (next.isValid())
        view->setCurrentIndex(next);
}

void DetailsCommands::filter(const FieldPath &path, bool isKept)
{
    QueryPage *page = m_tabs.current();
    TablePane *table = page != nullptr ? page->pane().currentTable() : nullptr;
    if (table == nullptr || !table->view().currentIndex().isValid())
        return;
    if (path.steps.isEmpty()) {
        table->filterByCell(table->view().currentIndex().siblingAtColumn(path.column), isKept);
        return;
    }
    const FieldTree &tree = m_details.tree();
    const auto kind = tree.fields().jsonKind(tree.currentIndex());
    if (!kind)
        return;
    const auto line = fieldLine(path, tree.fields().table().headers(), *kind, tree.currentText(), isKept);
    if (line)
        page->addLines(*line);
    else
        page->showError(line.error());
}

} // namespace sonde
