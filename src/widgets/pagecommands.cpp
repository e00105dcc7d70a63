#include "widgets/pagecommands.h"

#include "core/clock.h"
#include "widgets/actions.h"
#include "widgets/copyasmenu.h"
#include "widgets/editordispatch.h"
#include "widgets/fieldsearch.h"
#include "widgets/fieldtree.h"
#include "widgets/findbar.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/rowstoquery.h"
#include "widgets/tablefindbar.h"
#include "widgets/tablepane.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>

namespace sonde {

PageCommands::PageCommands(const Actions &actions, QueryTabs &tabs, RowDetailsDock &details,
                           const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_tabs(tabs)
    , m_details(details)
    , m_clock(clock)
{
    connectEditing(actions);
    connectMoving(actions);
    new EditorDispatch(actions, tabs, actions.icons(), this);
}

template <typename Command>
void PageCommands::onPage(QAction *action, Command command)
{
    connect(action, &QAction::triggered, this, [this, command] {
        if (QueryPage *page = m_tabs.current())
            command(*page);
    });
}

template <typename Command>
void PageCommands::onTable(QAction *action, Command command)
{
    onPage(action, [command](QueryPage &page) {
        if (TablePane *table = page.pane().currentTable())
            command(*table);
    });
}

template <typename OnTable, typename OnPage>
void PageCommands::onTableOrPage(QAction *action, OnTable onTableCommand, OnPage onPageCommand)
{
    onPage(action, [onTableCommand, onPageCommand](QueryPage &page) {
        TablePane *table = page.pane().currentTable();
        if (table != nullptr && table->isAncestorOf(QApplication::focusWidget()))
            onTableCommand(*table);
        else
            onPageCommand(page);
    });
}

template <typename Command>
void PageCommands::onText(QAction *action, void (QLineEdit::*inField)(), Command command)
{
    connect(action, &QAction::triggered, this, [this, inField, command] {
        if (auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
            (field->*inField)();
        else if (QueryPage *page = m_tabs.current())
            command(*page);
    });
}

bool PageCommands::isInDetails() const
{
    return m_details.isAncestorOf(QApplication::focusWidget());
}

template <typename InDetails, typename OnTable, typename OnPage>
void PageCommands::onPart(QAction *action, InDetails inDetails, OnTable onTableCommand, OnPage onPageCommand)
{
    onDetails(action, inDetails, [onTableCommand, onPageCommand](QueryPage &page) {
        TablePane *table = page.pane().currentTable();
        if (table != nullptr && table->isAncestorOf(QApplication::focusWidget()))
            onTableCommand(*table);
        else
            onPageCommand(page);
    });
}

template <typename InDetails, typename Command>
void PageCommands::onDetails(QAction *action, InDetails inDetails, Command command)
{
    connect(action, &QAction::triggered, this, [this, inDetails, command] {
        if (isInDetails())
            inDetails();
        else if (QueryPage *page = m_tabs.current())
            command(*page);
    });
}

void PageCommands::connectEditing(const Actions &actions)
{
    onText(actions.edit.undo, &QLineEdit::undo, [](QueryPage &page) { page.editor().undo(); });
    onText(actions.edit.redo, &QLineEdit::redo, [](QueryPage &page) { page.editor().redo(); });
    onText(actions.edit.cut, &QLineEdit::cut, [](QueryPage &page) { page.editor().cut(); });
    onText(actions.edit.paste, &QLineEdit::paste, [](QueryPage &page) { page.editor().paste(); });
    onText(actions.edit.selectAll, &QLineEdit::selectAll, [](QueryPage &page) { page.selectAll(); });
    onPart(
        actions.edit.find, [this] { m_details.search().open(); },
        [](TablePane &table) { table.findBar().open(); }, [](QueryPage &page) { page.findBar().open(); });
    onPart(
        actions.edit.findNext, [this] { m_details.search().findNext(); },
        [](TablePane &table) { table.findBar().findNext(); },
        [](QueryPage &page) { page.findBar().findNext(); });
    onPart(
        actions.edit.findPrevious, [this] { m_details.search().findPrevious(); },
        [](TablePane &table) { table.findBar().findPrevious(); },
        [](QueryPage &page) { page.findBar().findPrevious(); });
    onPage(actions.edit.replace, [](QueryPage &page) { page.findBar().openReplace(); });
    onTableOrPage(
        actions.edit.goToLine, [](TablePane &table) { table.askForRow(); },
        [](QueryPage &page) { page.editor().askForLine(); });
    onDetails(
        actions.results.copyWithHeaders, [this] { m_details.tree().copyPath(); },
        [](QueryPage &page) { page.copy(true); });
    connect(actions.edit.copy, &QAction::triggered, this, &PageCommands::copy);
    connect(actions.copyAsMenu(), &CopyAsMenu::chosen, this, [this](CopyForm form) {
        if (QueryPage *page = m_tabs.current())
            page->pane().copyAs(form);
    });
}

void PageCommands::connectMoving(const Actions &actions)
{
    onPage(actions.query.runAll, [](QueryPage &page) { page.requestRun(PageRunner::Part::All); });
    onPage(actions.query.preview, [](QueryPage &page) { page.requestRun(PageRunner::Part::Preview); });
    onPage(actions.query.stop, [](QueryPage &page) { page.stop(); });
    onPage(actions.query.repeat, [](QueryPage &page) { page.bar().openRepeat(); });
    onPage(actions.view.moveFocus, [](QueryPage &page) { page.moveFocus(); });
    onPage(actions.view.moveFocusUp, [](QueryPage &page) { page.moveFocusUp(); });
    onTable(actions.results.sort, [](TablePane &table) { table.view().sortByCurrentColumn(false); });
    onTable(actions.results.sortAlso, [](TablePane &table) { table.view().sortByCurrentColumn(true); });
    onTable(actions.results.columns, [](TablePane &table) { table.openColumns(); });
    onTable(actions.results.group, [](TablePane &table) { table.groupByCurrentColumn(); });
    onTable(actions.results.hideColumn, [](TablePane &table) { table.hideCurrentColumn(); });
    onTable(actions.results.filter, [](TablePane &table) { table.toggleFilters(); });
    const auto filter = [this](QAction *action, bool isKept) {
        onDetails(
            action, [this, isKept] { m_details.filter(isKept); },
            [isKept](QueryPage &page) {
                if (TablePane *table = page.pane().currentTable())
                    table->filterByCurrentCell(isKept);
            });
    };
    filter(actions.results.onlyValue, true);
    filter(actions.results.withoutValue, false);
    onTable(actions.results.clearFilters, [](TablePane &table) { table.clearFilters(); });
    onPage(actions.results.cellsToQuery, [](QueryPage &page) { page.toQuery().sendCells(true); });
    onPage(actions.results.withoutCells, [](QueryPage &page) { page.toQuery().sendCells(false); });
    onPage(actions.results.sendFilters, [](QueryPage &page) { page.toQuery().sendFilter(); });
    onPage(actions.view.tabZone, [this](QueryPage &page) { page.pane().askForZone(m_clock.nowUtc()); });
    // Who asks for the window's time has no use for the tab's own.
    onPage(actions.view.localTime, [](QueryPage &page) { page.pane().setOwnZone({}); });
    connect(actions.view.nextTab, &QAction::triggered, this, [this] { m_tabs.move(1); });
    connect(actions.view.previousTab, &QAction::triggered, this, [this] { m_tabs.move(-1); });
}

void PageCommands::copy()
{
    QWidget *focused = QApplication::focusWidget();
    if (auto *field = qobject_cast<QLineEdit *>(focused))
        field->copy();
    else if (isInDetails())
        m_details.copyValue();
    else if (QueryPage *page = m_tabs.current())
        page->copy(false);
}

} // namespace sonde
