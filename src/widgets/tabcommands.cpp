#include "widgets/tabcommands.h"

#include "widgets/actions.h"
#include "widgets/querydocument.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"

namespace sonde {

TabCommands::TabCommands(const Actions &actions, QueryTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_tabs(tabs)
{
    const auto &file = m_actions.file;
    connect(file.duplicateTab, &QAction::triggered, &m_tabs, &QueryTabs::duplicateCurrent);
    connect(file.renameTab, &QAction::triggered, &m_tabs, &QueryTabs::renameCurrent);
    connect(file.closeTab, &QAction::triggered, &m_tabs, &QueryTabs::closeCurrent);
    connect(file.reopenTab, &QAction::triggered, &m_tabs, &QueryTabs::reopen);
    connect(file.pinTab, &QAction::triggered, this, [this](bool isPinned) {
        if (QueryPage *page = m_tabs.current())
            m_tabs.setPinned(page, isPinned);
    });
    connect(&m_tabs, &QueryTabs::pageAdded, this, &TabCommands::attach);
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

void TabCommands::update()
{
    const QueryPage *page = m_tabs.current();
    m_actions.file.renameTab->setEnabled(page != nullptr && page->filePath().isEmpty());
    m_actions.file.reopenTab->setEnabled(m_tabs.canReopen());
    m_actions.file.pinTab->setEnabled(page != nullptr);
    m_actions.file.pinTab->setChecked(page != nullptr && page->document().isPinned());
}

} // namespace sonde
