#include "widgets/tabcommands.h"

#include "widgets/actions.h"
#include "widgets/icons.h"
#include "widgets/pagelistener.h"
#include "widgets/querydocument.h"
#include "widgets/querytabs.h"
#include "widgets/tabspopup.h"
#include "widgets/windowlist.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QPointer>

namespace sonde {

TabCommands::TabCommands(const WindowServices &services, const Actions &actions, QueryTabs &tabs,
                         QMainWindow *window)
    : QObject(window)
    , m_actions(actions)
    , m_tabs(tabs)
    , m_windows(services.windows != nullptr ? *services.windows : *new WindowList(this))
    , m_services(services)
{
    m_windows.add(*window, tabs);
    const auto &file = m_actions.file;
    connect(file.duplicateTab, &QAction::triggered, &m_tabs, &QueryTabs::duplicateCurrent);
    connect(file.renameTab, &QAction::triggered, &m_tabs, &QueryTabs::renameCurrent);
    connect(file.closeTab, &QAction::triggered, &m_tabs, &QueryTabs::closeCurrent);
    connect(file.reopenTab, &QAction::triggered, &m_tabs, &QueryTabs::reopen);
    connect(file.pinTab, &QAction::triggered, this, [this](bool isPinned) {
        if (QueryPage *page = m_tabs.current())
            m_tabs.setPinned(page, isPinned);
    });
    connect(file.detachTab, &QAction::triggered, this, [this] { m_windows.moveToNew(m_tabs.current()); });
    connect(m_actions.view.allTabs, &QAction::triggered, this,
            [this] { (new TabsPopup(m_services, m_windows, m_tabs))->openOver(); });
    connect(&m_tabs, &QueryTabs::menuOpening, this, &TabCommands::fill);
    connect(&m_tabs, &QueryTabs::draggedOut, this, &TabCommands::drop);
    connect(&m_tabs, &QueryTabs::arrangementChanged, this, &TabCommands::update);
    connect(&m_tabs, &QueryTabs::pageAdded, this, &TabCommands::attach);
    connect(&m_tabs, &QueryTabs::pageReleased, this,
            [this](const QueryPage *page) { stopListening(*page, *this); });
    connect(&m_tabs, &QueryTabs::currentChanged, this, &TabCommands::update);
    connect(&m_tabs, &QueryTabs::reopenableChanged, this, &TabCommands::update);
    update();
}

void TabCommands::attach(QueryPage *page)
{
    connect(page, &QueryPage::titleChanged, this, [this, page] {
        if (page == m_tabs.current())
            update();
    });
}

/// Adds where the page can go.
void TabCommands::fill(QMenu &menu, QueryPage *page)
{
    if (!m_windows.hasMaker())
        return;
    QAction *own =
        menu.addAction(m_services.icons.icon(QLatin1StringView("app-window")), tr("Move to new &window"));
    own->setEnabled(m_windows.canMoveToNew(page));
    connect(own, &QAction::triggered, page, [this, page] { m_windows.moveToNew(page); });
    const QList<WindowList::Entry> others = m_windows.othersThan(m_tabs);
    if (others.isEmpty())
        return;
    QMenu *submenu = menu.addMenu(tr("&Move to window"));
    for (const WindowList::Entry &other : others) {
        const QString name = WindowList::nameOf(other).replace(u'&', QStringLiteral("&&"));
        QAction *entry = submenu->addAction(name);
        connect(entry, &QAction::triggered, page, [page, tabs = QPointer(other.tabs)] {
            if (tabs)
                WindowList::move(page, *tabs);
        });
    }
}

/// Into the window whose tabs are there, else into a new one.
void TabCommands::drop(QueryPage *page, const QPoint &place)
{
    // The window that is seen there; on Wayland no program knows where its windows are.
    const QWidget *hit = QGuiApplication::platformName().startsWith(QLatin1String("wayland"))
                             ? nullptr
                             : QApplication::widgetAt(place);
    const QList<WindowList::Entry> others = m_windows.othersThan(m_tabs);
    for (const WindowList::Entry &other : others) {
        const std::optional<int> index = other.tabs->indexAt(place);
        if (hit != nullptr && hit->window() == other.window && index) {
            WindowList::move(page, *other.tabs, *index);
            return;
        }
    }
    m_windows.moveToNew(page, place);
}

void TabCommands::update()
{
    const QueryPage *page = m_tabs.current();
    m_actions.file.renameTab->setEnabled(page != nullptr && page->filePath().isEmpty());
    m_actions.file.reopenTab->setEnabled(m_tabs.canReopen());
    m_actions.file.detachTab->setEnabled(m_windows.canMoveToNew(page));
    m_actions.file.pinTab->setEnabled(page != nullptr);
    m_actions.file.pinTab->setChecked(page != nullptr && page->document().isPinned());
}

} // namespace sonde
