#include "widgets/resulttabs.h"

#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/querytabbar.h"
#include "widgets/resultsview.h"
#include "widgets/tablepane.h"
#include "widgets/undobar.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

ResultTabs::ResultTabs(const Icons &icons, MakePane makePane, QWidget *parent)
    : QWidget(parent)
    , m_makePane(std::move(makePane))
    , m_icons(icons)
    , m_bar(new QueryTabBar(this))
    , m_undo(new UndoBar(icons, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_answer(std::make_unique<ShownAnswer>())
{
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(true);
    m_bar->setTabsClosable(true);
    m_bar->hide();
    m_bar->installEventFilter(this);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_undo);
    layout->addWidget(m_stack, 1);
    connectParts();
    keepTranslated(this, [this] { retranslate(); });
}

ResultTabs::~ResultTabs()
{
    // The tabs go one by one; nobody is to hear of each next one coming to the front.
    disconnect(m_bar, nullptr, this, nullptr);
}

void ResultTabs::connectParts()
{
    connect(m_bar, &QTabBar::currentChanged, this, [this] {
        showFront();
        emit currentChanged();
    });
    const auto closeTab = [this](int index) {
        if (m_tabs[static_cast<std::size_t>(index)].answer->isEarlier)
            close(*m_tabs[static_cast<std::size_t>(index)].answer);
    };
    connect(m_bar, &QTabBar::tabCloseRequested, this, closeTab);
    connect(m_bar, &QueryTabBar::closeRequested, this, closeTab);
    connect(m_bar, &QueryTabBar::renameRequested, this, &ResultTabs::rename);
    connect(m_bar, &QueryTabBar::renamed, this, [this](int index, const QString &name) {
        m_tabs[static_cast<std::size_t>(index)].answer->name = name;
        retranslate();
        emit pinsChanged();
    });
    connect(m_bar, &QueryTabBar::editEnded, m_bar, [this] { m_bar->setFocus(Qt::OtherFocusReason); });
    connect(m_bar, &QueryTabBar::menuRequested, this, [this](int index, const QPoint &place) {
        m_bar->setCurrentIndex(index); // what the entries do, they do to the table in front
        openMenu(place);
    });
    connect(m_undo, &UndoBar::undoRequested, this, &ResultTabs::restore);
    connect(m_undo, &UndoBar::dismissed, this, &ResultTabs::forgetClosed);
}

void ResultTabs::retranslate()
{
    m_bar->setAccessibleName(tr("Result tables"));
    for (int index = 0; index < tabCount(); ++index)
        showTexts(index);
}

void ResultTabs::setEmptyShown(bool isShown)
{
    m_isEmptyShown = isShown;
    showFront();
    // The first rows are not to wait for what shows them; nor is the run for that.
    if (isShown && m_tabs.empty())
        QTimer::singleShot(0, this, &ResultTabs::prepare);
}

void ResultTabs::prepare()
{
    if (m_tabs.empty())
        insertTab(0, {m_makePane(m_stack), m_answer.get(), 0, nullptr, {}});
}

const ShownAnswer &ResultTabs::front() const
{
    const int index = m_bar->currentIndex();
    return index < 0 ? *m_answer : *m_tabs[static_cast<std::size_t>(index)].answer;
}

int ResultTabs::frontTable() const
{
    const int index = m_bar->currentIndex();
    return index < 0 ? 0 : m_tabs[static_cast<std::size_t>(index)].table;
}

TablePane *ResultTabs::currentPane() const
{
    const int index = m_bar->currentIndex();
    return index < 0 ? nullptr : m_tabs[static_cast<std::size_t>(index)].pane;
}

QList<TablePane *> ResultTabs::panes() const
{
    QList<TablePane *> all;
    for (const Tab &tab : m_tabs)
        all.append(tab.pane);
    if (m_closed) {
        for (const Tab &tab : m_closed->tabs)
            all.append(tab.pane);
    }
    return all;
}

QList<TablePane *> ResultTabs::panesOf(const ShownAnswer &answer) const
{
    QList<TablePane *> all;
    for (const Tab &tab : m_tabs) {
        if (tab.answer == &answer)
            all.append(tab.pane);
    }
    return all;
}

std::vector<const ShownAnswer *> ResultTabs::pinned() const
{
    std::vector<const ShownAnswer *> all;
    for (const auto &answer : m_pinned)
        all.push_back(answer.get());
    return all;
}

int ResultTabs::indexOf(const ShownAnswer &answer, int table) const
{
    const auto found = std::find_if(m_tabs.begin(), m_tabs.end(), [&answer, table](const Tab &tab) {
        return tab.answer == &answer && tab.table == table;
    });
    return found == m_tabs.end() ? -1 : static_cast<int>(found - m_tabs.begin());
}

void ResultTabs::bringToFront(const TablePane &pane)
{
    const auto found =
        std::find_if(m_tabs.begin(), m_tabs.end(), [&pane](const Tab &tab) { return tab.pane == &pane; });
    if (found != m_tabs.end())
        m_bar->setCurrentIndex(static_cast<int>(found - m_tabs.begin()));
}

int ResultTabs::barHeight() const
{
    return m_bar->isVisible() ? m_bar->height() : 0;
}

void ResultTabs::showAnswer()
{
    if (!m_tabs.empty() && front().isEarlier)
        m_bar->setCurrentIndex(0);
}

void ResultTabs::setResult(std::unique_ptr<ResultSet> result)
{
    emit aboutToChange();
    forgetClosed();
    if (m_answer->stays() && m_answer->canBePinned())
        keep();
    else
        dropTables();
    m_answer->result = std::move(result);
    if (m_answer->result) {
        connect(m_answer->result.get(), &ResultSet::tableAdded, this, &ResultTabs::showTable);
        for (int table = 0; table < m_answer->result->tableCount(); ++table)
            showTable(table);
    }
    showFront();
    retranslate();
    emit currentChanged();
    emit pinsChanged();
}

/// The last answer becomes an earlier one. Its later tables take their panes along; the first pane stays for
/// the next answer, which is to be sorted and filtered as this one, so that this one gets a copy.
void ResultTabs::keep()
{
    m_pinned.insert(m_pinned.begin(), std::exchange(m_answer, std::make_unique<ShownAnswer>()));
    ShownAnswer *answer = m_pinned.front().get();
    disconnect(answer->result.get(), nullptr, this, nullptr);
    answer->isEarlier = true;
    if (answer->status.state == RunStatus::State::Running)
        answer->status.state = RunStatus::State::Stopped; // by the run whose rows come now
    answer->status.progress.reset();
    answer->status.rows = answer->result->rowCount();
    for (std::size_t index = 1; index < m_tabs.size() && m_tabs[index].answer == answer; ++index)
        showClosable(static_cast<int>(index));
    TablePane *first = m_tabs.front().pane;
    m_tabs.front().answer = m_answer.get();
    const ResultsView &view = first->view();
    Tab copy{m_makePane(m_stack), answer, 0, nullptr,
             QPoint(view.horizontalScrollBar()->value(), view.verticalScrollBar()->value())};
    copy.pane->showAs(*first);
    insertTab(1, copy);
    first->setTable(nullptr);
}

/// The last answer goes, and its later tables with it; the first pane stays, with its place in the window.
void ResultTabs::dropTables()
{
    // Or the bar would turn to what is beside the one that goes, which is pinned.
    if (tabCount() > 0 && !front().isEarlier) {
        const QSignalBlocker blocker(m_bar);
        m_bar->setCurrentIndex(0);
    }
    for (int index = tabCount() - 1; index > 0; --index) {
        if (m_tabs[static_cast<std::size_t>(index)].answer == m_answer.get())
            delete takeTab(index).pane;
    }
    if (!m_tabs.empty())
        m_tabs.front().pane->setTable(nullptr);
    m_answer = std::make_unique<ShownAnswer>();
    if (!m_tabs.empty())
        m_tabs.front().answer = m_answer.get();
}

void ResultTabs::showTable(int table)
{
    ResultTable *rows = m_answer->result->table(table);
    int index = indexOf(*m_answer, table);
    if (index < 0) {
        index = table;
        insertTab(index, {m_makePane(m_stack), m_answer.get(), table, nullptr, {}});
    }
    connect(rows, &ResultTable::renamed, this, &ResultTabs::retranslate);
    m_tabs[static_cast<std::size_t>(index)].pane->setTable(rows);
    showTexts(index);
    showFront();
    emit tableShown();
}

void ResultTabs::insertTab(int index, Tab tab)
{
    m_bar->cancelEdit(); // the line would stand over another tab
    m_stack->addWidget(tab.pane);
    // What is in front stays so; and without the tab in the list nobody could be told which one is.
    const bool isFirst = m_tabs.empty();
    m_tabs.insert(m_tabs.begin() + index, tab);
    {
        const QSignalBlocker blocker(m_bar);
        m_bar->insertTab(index, QString());
    }
    m_tabs[static_cast<std::size_t>(index)].close = m_bar->tabButton(index, QTabBar::RightSide);
    showClosable(index);
    showTexts(index);
    showFront();
    if (isFirst)
        emit currentChanged();
}

ResultTabs::Tab ResultTabs::takeTab(int index)
{
    m_bar->cancelEdit();
    Tab tab = m_tabs[static_cast<std::size_t>(index)];
    m_tabs.erase(m_tabs.begin() + index);
    {
        const QSignalBlocker blocker(m_bar);
        m_bar->removeTab(index);
    }
    if (tab.close != nullptr) // a style may have it on the left
        std::exchange(tab.close, nullptr)->deleteLater();
    m_stack->removeWidget(tab.pane);
    tab.pane->hide();
    showFront();
    return tab;
}

/// Only what is pinned can be closed; the last answer is there as long as no other one is.
void ResultTabs::showClosable(int index)
{
    const Tab &tab = m_tabs[static_cast<std::size_t>(index)];
    QWidget *button = tab.answer->isEarlier ? tab.close : nullptr;
    if (m_bar->tabButton(index, QTabBar::RightSide) != button) // or Qt hides the one that is there
        m_bar->setTabButton(index, QTabBar::RightSide, button);
}

void ResultTabs::showFront()
{
    const int index = m_bar->currentIndex();
    const bool hasOthers = !m_pinned.empty() || (tabCount() > 1 && !m_isEmptyShown);
    m_bar->setVisible(hasOthers || (m_answer->stays() && tabCount() > 0));
    if (index < 0) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    Tab &tab = m_tabs[static_cast<std::size_t>(index)];
    if (m_isEmptyShown && !tab.answer->isEarlier) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(tab.pane);
    if (tab.scroll && isVisible()) {
        ResultsView &view = tab.pane->view();
        view.doItemsLayout(); // or there would be nowhere to scroll to
        view.horizontalScrollBar()->setValue(tab.scroll->x());
        view.verticalScrollBar()->setValue(tab.scroll->y());
        tab.scroll.reset();
    }
}

void ResultTabs::showTexts(int index)
{
    const Tab &tab = m_tabs[static_cast<std::size_t>(index)];
    const ShownAnswer &answer = *tab.answer;
    const bool hasTable = answer.result && tab.table < answer.result->tableCount();
    if (!hasTable && (answer.isEarlier || tab.table > 0))
        return;
    QString text = hasTable ? answer.result->table(tab.table)->name() : QString();
    if (answer.isEarlier)
        text = tabTextOf(answer, tab.table);
    else if (tab.table == 0)
        text = answer.name.isEmpty() ? tr("Results") : answer.name;
    m_bar->setTabText(index, QString(text).replace(u'&', QLatin1String("&&")));
    m_bar->setTabIcon(index, answer.isPinned ? m_icons.icon(QLatin1StringView("pin"), ColorRole::MutedText)
                                             : QIcon());
    m_bar->setTabToolTip(index, answer.stays() ? pinToolTip(answer) : QString());
    //: %1: what is on a tab
    m_bar->setAccessibleTabName(index, answer.isPinned ? tr("%1, pinned").arg(text) : text);
}

void ResultTabs::setFrontPinned(bool isPinned)
{
    if (front().isEarlier) {
        if (!isPinned) {
            close(front());
            return;
        }
        m_tabs[static_cast<std::size_t>(m_bar->currentIndex())].answer->isPinned = true;
        retranslate();
        emit pinsChanged();
        return;
    }
    if (!m_answer->canBePinned() || m_answer->isPinned == isPinned)
        return;
    m_answer->isPinned = isPinned;
    if (!m_answer->isOneOfSeveral)
        m_answer->name.clear();
    retranslate();
    showFront();
    emit pinsChanged();
}

void ResultTabs::keepAnswer(const QString &name)
{
    if (!m_answer->canBePinned())
        return;
    m_answer->isOneOfSeveral = true;
    m_answer->name = name;
    retranslate();
    showFront();
    emit pinsChanged();
}

void ResultTabs::closeSeveral()
{
    m_answer->isOneOfSeveral = false; // makes room for the next one as any other
    for (std::size_t at = m_pinned.size(); at > 0; --at) {
        const ShownAnswer &answer = *m_pinned[at - 1];
        if (!answer.isPinned)
            close(answer);
    }
    forgetClosed();
}

void ResultTabs::close(const ShownAnswer &answer)
{
    const auto found = std::find_if(m_pinned.begin(), m_pinned.end(),
                                    [&answer](const auto &owned) { return owned.get() == &answer; });
    if (found == m_pinned.end())
        return;
    emit aboutToClose(answer);
    forgetClosed();
    const bool isFront = &answer == &front();
    Closed closed{std::move(*found), {}, static_cast<int>(found - m_pinned.begin())};
    m_pinned.erase(found);
    for (int index = tabCount() - 1; index >= 0; --index) {
        if (m_tabs[static_cast<std::size_t>(index)].answer == closed.answer.get())
            closed.tabs.insert(closed.tabs.begin(), takeTab(index));
    }
    m_closed = std::move(closed);
    //: %1: what a tab with results was called
    QString closedText = tr("The results “%1” were closed.");
    if (m_closed->answer->isPinned) {
        //: %1: what a tab with results was called
        closedText = tr("The pinned results “%1” were closed.");
    }
    m_undo->say(closedText.arg(nameOf(*m_closed->answer)));
    if (isFront)
        emit currentChanged();
    emit pinsChanged();
}

void ResultTabs::restore()
{
    m_undo->hide();
    if (!m_closed)
        return;
    Closed closed = *std::exchange(m_closed, std::nullopt);
    const auto place = m_pinned.begin() + closed.place;
    const int first = place == m_pinned.end() ? tabCount() : indexOf(**place, 0);
    m_pinned.insert(place, std::move(closed.answer));
    int index = first;
    for (const Tab &tab : closed.tabs)
        insertTab(index++, tab);
    m_bar->setCurrentIndex(first);
    emit pinsChanged();
}

void ResultTabs::forgetClosed()
{
    m_undo->hide();
    if (!m_closed)
        return;
    for (const Tab &tab : m_closed->tabs)
        delete tab.pane;
    m_closed.reset();
}

void ResultTabs::openMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    emit menuOpening(menu);
    menu->addSeparator();
    const auto add = [this, menu](const char *icon, const QString &text, Qt::Key key, bool isEnabled) {
        QAction *action = menu->addAction(m_icons.icon(QLatin1StringView(icon)), text);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // of the bar, which takes the key itself
        action->setEnabled(isEnabled);
        return action;
    };
    connect(add("pencil", tr("&Rename"), Qt::Key_F2, front().stays()), &QAction::triggered, this,
            [this] { rename(m_bar->currentIndex()); });
    connect(add("x", tr("C&lose"), Qt::Key_Delete, front().isEarlier), &QAction::triggered, this,
            [this] { close(front()); });
    menu->popup(place);
}

void ResultTabs::rename(int index)
{
    const ShownAnswer &answer = *m_tabs[static_cast<std::size_t>(index)].answer;
    if (answer.stays())
        m_bar->editTitle(index, nameOf(answer));
}

bool ResultTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete && front().isEarlier) {
        close(front());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde
