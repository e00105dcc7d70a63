#include "widgets/pincommands.h"

#include "widgets/actions.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/resulttabs.h"

#include <QMenu>

namespace sonde {

PinCommands::PinCommands(const Actions &actions, QueryTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_tabs(tabs)
{
    connect(&m_tabs, &QueryTabs::pageAdded, this, &PinCommands::attach);
    connect(&m_tabs, &QueryTabs::currentChanged, this, &PinCommands::update);
    connect(m_actions.results.pin, &QAction::triggered, this, [this](bool isPinned) {
        if (QueryPage *page = m_tabs.current())
            page->pane().tabs().setFrontPinned(isPinned);
        update();
    });
    update();
}

void PinCommands::attach(QueryPage *page)
{
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        if (page == m_tabs.current())
            update();
    });
    connect(&page->pane().tabs(), &ResultTabs::menuOpening, this, [this](QMenu *menu) { fill(*menu); });
}

void PinCommands::fill(QMenu &menu) const
{
    menu.addActions({m_actions.results.pin, m_actions.results.exportRows, m_actions.file.saveResult});
}

void PinCommands::update()
{
    const QueryPage *page = m_tabs.current();
    const ShownAnswer *front = page != nullptr ? &page->pane().answerInFront() : nullptr;
    m_actions.results.pin->setEnabled(front != nullptr && front->canBePinned());
    m_actions.results.pin->setChecked(front != nullptr && front->isPinned);
}

} // namespace sonde
