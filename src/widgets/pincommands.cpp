#include "widgets/pincommands.h"

#include "widgets/actions.h"
#include "widgets/pagelistener.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/resulttabs.h"
#include "widgets/rowcomparing.h"

#include <QMenu>

namespace sonde {

PinCommands::PinCommands(const Actions &actions, QueryTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_tabs(tabs)
{
    connect(&m_tabs, &QueryTabs::pageAdded, this, &PinCommands::attach);
    connect(&m_tabs, &QueryTabs::pageReleased, this,
            [this](const QueryPage *page) { stopListening(*page, *this); });
    connect(&m_tabs, &QueryTabs::currentChanged, this, &PinCommands::update);
    connect(m_actions.results.pin, &QAction::triggered, this, [this](bool isPinned) {
        if (QueryPage *page = m_tabs.current())
            page->pane().tabs().setFrontPinned(isPinned);
        update();
    });
    connect(m_actions.results.compare, &QAction::triggered, this, &PinCommands::compare);
    const auto onComparing = [this](QAction *action, auto command) {
        connect(action, &QAction::triggered, this, [this, command] {
            if (QueryPage *page = m_tabs.current())
                command(page->pane().comparing());
        });
    };
    onComparing(m_actions.results.nextDifference, [](RowComparing &comparing) { comparing.step(true); });
    onComparing(m_actions.results.previousDifference, [](RowComparing &comparing) { comparing.step(false); });
    onComparing(m_actions.results.endComparison, [](RowComparing &comparing) { comparing.end(); });
    update();
}

void PinCommands::attach(QueryPage *page)
{
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        if (page == m_tabs.current())
            update();
    });
    connect(&page->pane().comparing(), &RowComparing::changed, this, &PinCommands::update);
    connect(&page->pane().tabs(), &ResultTabs::menuOpening, this, [this](QMenu *menu) { fill(*menu); });
}

void PinCommands::fill(QMenu &menu) const
{
    menu.addActions({m_actions.results.pin, m_actions.results.compare, m_actions.results.exportRows,
                     m_actions.file.saveResult});
}

/// Asks which where there are several.
void PinCommands::compare()
{
    QueryPage *page = m_tabs.current();
    if (page == nullptr)
        return;
    RowComparing &comparing = page->pane().comparing();
    const std::vector<const ShownAnswer *> choices = comparing.choices();
    if (choices.size() == 1)
        comparing.start(choices.front());
    if (choices.size() <= 1)
        return;
    auto *menu = new QMenu(page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addSection(tr("Compare with"));
    for (const ShownAnswer *answer : choices) {
        QAction *entry = menu->addAction(tabTextOf(*answer, 0).replace(u'&', QLatin1String("&&")));
        entry->setToolTip(pinToolTip(*answer));
        connect(entry, &QAction::triggered, &comparing, [&comparing, answer] { comparing.start(answer); });
        if (menu->activeAction() == nullptr)
            menu->setActiveAction(entry);
    }
    const ResultTabs &tabs = page->pane().tabs();
    menu->popup(tabs.mapToGlobal(QPoint(0, tabs.barHeight())));
}

void PinCommands::update()
{
    QueryPage *page = m_tabs.current();
    const ShownAnswer *front = page != nullptr ? &page->pane().answerInFront() : nullptr;
    m_actions.results.pin->setEnabled(front != nullptr && front->canBePinned());
    m_actions.results.pin->setChecked(front != nullptr && front->isPinned);
    const RowComparing *comparing = page != nullptr ? &page->pane().comparing() : nullptr;
    m_actions.results.compare->setEnabled(comparing != nullptr && comparing->canStart());
    m_actions.results.endComparison->setEnabled(comparing != nullptr && comparing->isOn());
    for (QAction *action : {m_actions.results.nextDifference, m_actions.results.previousDifference})
        action->setEnabled(comparing != nullptr && comparing->hasDifferences());
}

} // namespace sonde
