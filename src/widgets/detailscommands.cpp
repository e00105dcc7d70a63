#include "widgets/detailscommands.h"

#include "models/resultsmodel.h"
#include "widgets/actions.h"
#include "widgets/fieldquery.h"
#include "widgets/fieldtree.h"
#include "widgets/pagelistener.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/rowstoquery.h"
#include "widgets/tablepane.h"
#include "widgets/wholecellwindow.h"

#include <QAction>
#include <QApplication>
#include <QPointer>

namespace sonde {

DetailsCommands::DetailsCommands(const Actions &actions, QueryTabs &tabs, RowDetailsDock &details,
                                 const Theme &theme, const Icons &icons, QWidget *window)
    : QObject(window)
    , m_tabs(tabs)
    , m_details(details)
    , m_theme(theme)
    , m_icons(icons)
    , m_window(window)
{
    connect(actions.results.wholeCell, &QAction::triggered, this, &DetailsCommands::showWholeValue);
    connect(&m_details, &RowDetailsDock::wholeRequested, this, &DetailsCommands::showWholeField);
    connect(&m_tabs, &QueryTabs::pageAdded, this, &DetailsCommands::connectPage);
    connect(&m_tabs, &QueryTabs::pageReleased, this, [this](const QueryPage *page) {
        stopListening(*page, *this);
        stopListening(*page, m_details);
    });
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
    connect(&page->pane(), &ResultsPane::wholeCellRequested, this, &DetailsCommands::showWholeCell);
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
        page->toQuery().addLines(*line);
    else
        page->showError(line.error());
}

void DetailsCommands::showWholeValue()
{
    if (m_details.isAncestorOf(QApplication::focusWidget()))
        showWholeField();
    else
        showWholeCell();
}

void DetailsCommands::showWholeField()
{
    const FieldTree &tree = m_details.tree();
    const auto path = tree.currentPath();
    if (!path)
        return;
    const ChunkedTable &table = tree.fields().table();
    const CellRef cell = table.cell(tree.fields().row(), path->column);
    if (path->steps.isEmpty())
        open(WholeCell::of(table.headers().at(path->column), cell));
    else
        open(WholeCell::ofPath(kqlPath(*path, table.headers()), tree.currentText()));
}

void DetailsCommands::showWholeCell()
{
    const QueryPage *page = m_tabs.current();
    const ResultsView *view = page != nullptr ? page->currentView() : nullptr;
    if (view == nullptr || !view->currentIndex().isValid())
        return;
    const CellRef cell = view->resultsModel().cell(view->currentIndex());
    open(WholeCell::of(view->resultsModel().rows().headers().at(view->currentIndex().column()), cell));
}

void DetailsCommands::open(WholeCell cell)
{
    auto *window = new WholeCellWindow(std::move(cell), m_details.tree().fields().formatter(), m_theme,
                                       m_icons, m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setAddLines([page = QPointer(m_tabs.current())](const QString &lines) {
        if (!page)
            return;
        // Nobody is to be surprised by a change of a tab behind; it may be in another window by now.
        if (QueryTabs *tabs = QueryTabs::holding(*page))
            tabs->setCurrent(page);
        page->toQuery().addLines(lines);
    });
    window->show();
}

} // namespace sonde
