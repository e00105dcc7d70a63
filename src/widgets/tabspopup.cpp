#include "widgets/tabspopup.h"

#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/querydocument.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/searchfield.h"
#include "widgets/tabdelegate.h"
#include "widgets/windowlist.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

namespace {

/// A run tells of itself with every block of rows.
constexpr int refreshMs = 200;
constexpr int pageStep = 8;
constexpr int wantedCharacters = 100;
constexpr int wantedLines = 28;

} // namespace

TabsPopup::TabsPopup(const WindowServices &services, const WindowList &windows, QueryTabs &own)
    : QFrame(&own, Qt::Popup)
    , m_services(services)
    , m_windows(windows)
    , m_own(own)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_empty(new EmptyState(this))
    , m_help(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("All tabs"));
    makeSearchField(*m_search, services.icons);
    m_search->setPlaceholderText(tr("Part of a title, a query or a workspace"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setItemDelegate(new TabDelegate(services.theme, services.icons, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(accessibleName());
    m_help->setWordWrap(true);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_help->setText(tr("Enter goes to the tab, Delete closes it."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_help);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    setFocusProxy(m_search);
    connectParts();
    look();
    list(own.current(), 0);
}

void TabsPopup::connectParts()
{
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] { list(nullptr, 0); });
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        look();
        list(chosen(), m_list->currentRow());
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
    });
    connect(m_list, &QListWidget::itemClicked, this, &TabsPopup::go);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        // The keyboard stays in the field, so that a screen reader has to be told.
        if (row < 0 || !m_search->hasFocus())
            return;
        QAccessibleEvent event(m_list, QAccessible::Focus);
        event.setChild(row);
        QAccessible::updateAccessibility(&event);
    });
    const QList<WindowList::Entry> shown = m_windows.shown();
    for (const WindowList::Entry &entry : shown)
        connect(entry.tabs, &QueryTabs::arrangementChanged, this, &TabsPopup::refreshSoon);
}

void TabsPopup::refreshSoon()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

/// At all tabs as they are now.
void TabsPopup::look()
{
    m_refresh.stop();
    m_entries = listTabs(m_windows, m_own, m_services.connections);
    for (const TabEntry &entry : std::as_const(m_entries))
        follow(entry);
}

/// Once, also a page that came meanwhile.
void TabsPopup::follow(const TabEntry &entry)
{
    if (m_followed.contains(entry.page))
        return;
    m_followed.append(entry.page);
    connect(entry.page, &QueryPage::statusChanged, this, &TabsPopup::refreshSoon);
    connect(entry.page, &QueryPage::titleChanged, this, &TabsPopup::refreshSoon);
}

void TabsPopup::list(const QueryPage *wanted, int row)
{
    const QList<TabEntry> entries = tabsMatching(m_entries, m_search->text());
    m_list->clear();
    for (const TabEntry &entry : entries) {
        auto *item = new QListWidgetItem(entry.title, m_list);
        item->setData(TabDelegate::entryRole, QVariant::fromValue(entry));
        item->setData(Qt::AccessibleTextRole, describeTab(entry));
        item->setToolTip(entry.title);
        if (entry.page == wanted)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_list->setVisible(m_list->count() > 0);
    m_help->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    if (m_list->count() == 0)
        sayNothing();
}

void TabsPopup::sayNothing()
{
    const QString typed = m_search->text().trimmed();
    if (typed.isEmpty()) {
        m_empty->say(tr("No tab is open."));
        return;
    }
    //: %1: what was typed
    m_empty->say(tr("No tab has “%1” in its title, its query or the name of its workspace.").arg(typed),
                 tr("Show all tabs"));
}

void TabsPopup::openOver()
{
    const QWidget *window = m_own.window();
    const QFontMetrics metrics = fontMetrics();
    resize(QSize(wantedCharacters * metrics.averageCharWidth(), wantedLines * metrics.height())
               .boundedTo(window->size() - QSize(64, 96)));
    move(m_own.mapToGlobal(QPoint((m_own.width() - width()) / 2, 0)));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

QueryPage *TabsPopup::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item != nullptr ? item->data(TabDelegate::entryRole).value<TabEntry>().page.data() : nullptr;
}

void TabsPopup::go()
{
    QueryPage *page = chosen();
    QueryTabs *tabs = page != nullptr ? QueryTabs::holding(*page) : nullptr;
    if (tabs == nullptr)
        return;
    close();
    WindowList::show(*tabs, page);
}

/// A question about it is asked where the tab is, not below a list.
void TabsPopup::closeChosen()
{
    QueryPage *page = chosen();
    QueryTabs *tabs = page != nullptr ? QueryTabs::holding(*page) : nullptr;
    if (tabs == nullptr)
        return;
    if (page->document().isPinned()) {
        m_help->setText(tr("This tab is pinned, and closes only once it is unpinned."));
        return;
    }
    if (QueryTabs::asksBeforeClosing(*page)) {
        close();
        WindowList::show(*tabs, page);
        tabs->close(page);
        return;
    }
    const int row = m_list->currentRow();
    tabs->close(page);
    m_help->setText(tr("The tab was closed; File > Reopen closed tab brings it back."));
    look();
    list(nullptr, row);
}

void TabsPopup::step(int rows)
{
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + rows, 0, m_list->count() - 1));
}

/// Keys of the list, also while the field has the keyboard.
bool TabsPopup::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        go();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(pageStep);
        return true;
    case Qt::Key_PageUp:
        step(-pageStep);
        return true;
    default:
        return false;
    }
}

bool TabsPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (takeKey(key))
            return true;
        // In the field the key is for the text, unless there is none behind the caret.
        const bool isTexts = watched == m_search && (m_search->hasSelectedText() ||
                                                     m_search->cursorPosition() < m_search->text().size());
        if (key == Qt::Key_Delete && !isTexts) {
            closeChosen();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace sonde
