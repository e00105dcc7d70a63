#include "widgets/draftkeeper.h"

#include "widgets/closedtabs.h"
#include "widgets/messagebar.h"
#include "widgets/querydocument.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"

#include <QEvent>
#include <QMainWindow>
#include <QUuid>
#include <algorithm>

namespace sonde {

namespace {

constexpr int layoutDelayMs = 300;

QStringList idsOf(const QList<Draft> &drafts)
{
    QStringList ids;
    for (const Draft &draft : drafts)
        ids.append(draft.id);
    return ids;
}

} // namespace

DraftKeeper::DraftKeeper(DraftStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_closed(new ClosedTabs(this))
{
    m_layoutTimer.setSingleShot(true);
    m_layoutTimer.setInterval(layoutDelayMs);
    connect(&m_layoutTimer, &QTimer::timeout, this, &DraftKeeper::putLayout);
    connect(m_closed, &ClosedTabs::changed, this, &DraftKeeper::noteLayout);
    connect(m_closed, &ClosedTabs::added, this, [this](const QList<Draft> &drafts) {
        for (const Draft &draft : drafts)
            m_store.put(draft);
    });
    connect(m_closed, &ClosedTabs::dropped, this, [this](const QStringList &ids) { m_dropped += ids; });
    connect(&m_store, &DraftStore::failed, this, &DraftKeeper::takeFailure);
    connect(&m_store, &DraftStore::recovered, this, &DraftKeeper::takeRecovery);
}

DraftKeeper::~DraftKeeper() = default;

void DraftKeeper::restore(const RestoredSession &session)
{
    QList<Draft> closed;
    for (const QString &id : session.layout.closed)
        closed.append(session.drafts.value(id));
    m_closed->restore(closed);
}

void DraftKeeper::attach(QMainWindow &window, QueryTabs &tabs, const WindowLayout &layout,
                         const QHash<QString, Draft> &drafts)
{
    WindowLayout own = layout;
    if (own.id.isEmpty())
        own.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_windows.append({&window, &tabs, own});
    connectTabs(tabs);
    if (!layout.geometry.isEmpty())
        window.restoreGeometry(layout.geometry);
    if (!layout.state.isEmpty())
        window.restoreState(layout.state);
    restoreTabs(tabs, layout, drafts);
    // Docks that move make the middle larger or smaller.
    window.installEventFilter(this);
    tabs.installEventFilter(this);
    noteLayout();
}

void DraftKeeper::connectTabs(QueryTabs &tabs)
{
    tabs.setKept(m_store.isOpen());
    tabs.shareClosedTabs(*m_closed);
    connect(&tabs, &QueryTabs::pageAdded, this, &DraftKeeper::keepPage);
    connect(&tabs, &QueryTabs::pageReleased, this,
            [this](QueryPage *page) { disconnect(page, nullptr, this, nullptr); });
    connect(&tabs, &QueryTabs::arrangementChanged, this, &DraftKeeper::noteLayout);
    for (QueryPage *page : tabs.pages())
        keepPage(page);
}

void DraftKeeper::restoreTabs(QueryTabs &tabs, const WindowLayout &layout,
                              const QHash<QString, Draft> &drafts)
{
    m_isRestoring = true;
    QueryPage *front = nullptr;
    for (const QString &id : layout.tabs) {
        QueryPage *page = tabs.restore(drafts.value(id));
        if (front == nullptr || id == layout.currentTab)
            front = page;
    }
    if (front != nullptr)
        tabs.setCurrent(front);
    m_isRestoring = false;
}

void DraftKeeper::keepPage(QueryPage *page)
{
    connect(page, &QueryPage::draftChanged, this, [this, page] { m_store.put(page->draft()); });
    if (!m_isRestoring)
        m_store.put(page->draft());
}

void DraftKeeper::tell(const RestoredSession &session, QueryTabs &tabs)
{
    qsizetype count = 0;
    for (const WindowLayout &window : session.layout.windows)
        count += window.tabs.size();
    const bool isCrash = !session.endedCleanly && count > 0;
    if (session.notices.isEmpty() && !isCrash)
        return;
    QueryPage *page = tabs.current();
    if (page == nullptr)
        page = tabs.open(Query(), {});
    const QString back =
        tr("Sonde ended unexpectedly; %n tabs were brought back.", nullptr, static_cast<int>(count));
    if (session.notices.isEmpty()) {
        page->pane().messages().showMessage(MessageBar::Level::Info, back);
        return;
    }
    QStringList details;
    if (isCrash)
        details << back;
    for (const Error &notice : session.notices)
        details << notice.message + u' ' + notice.advice << notice.detail;
    details.removeAll(QString());
    page->pane().messages().showMessage(MessageBar::Level::Warning, session.notices.first().message,
                                        session.notices.first().advice, details.join(u'\n'));
}

bool DraftKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange:
        noteLayout();
        break;
    case QEvent::Close:
        if (auto *window = qobject_cast<QMainWindow *>(watched)) {
            if (m_layoutTimer.isActive())
                putLayout();
            // Only afterwards it is known whether the window agreed.
            QTimer::singleShot(0, window, [this, window] { takeClosedWindow(window); });
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void DraftKeeper::takeClosedWindow(QMainWindow *window)
{
    // When all are closed, be it one or several at once, the program ends, and begins with them.
    const bool isEnd = std::none_of(m_windows.begin(), m_windows.end(),
                                    [](const Window &other) { return other.window->isVisible(); });
    if (isEnd || window->isVisible())
        return;
    const auto found = std::find_if(m_windows.begin(), m_windows.end(),
                                    [window](const Window &other) { return other.window == window; });
    if (found == m_windows.end())
        return;
    QueryTabs *tabs = found->tabs;
    m_windows.erase(found);
    QList<Draft> drafts;
    for (QueryPage *page : tabs->pages()) {
        disconnect(page, nullptr, this, nullptr);
        drafts.append(page->draft());
    }
    disconnect(tabs, nullptr, this, nullptr);
    window->removeEventFilter(this);
    tabs->removeEventFilter(this);
    m_closed->add(drafts);
    emit windowClosed(window);
}

void DraftKeeper::noteLayout()
{
    if (!m_layoutTimer.isActive())
        m_layoutTimer.start();
}

void DraftKeeper::putLayout()
{
    m_layoutTimer.stop();
    SessionLayout layout;
    for (Window &window : m_windows) {
        if (window.window->isVisible()) {
            window.layout.geometry = window.window->saveGeometry();
            window.layout.state = window.window->saveState();
        }
        window.layout.tabs.clear();
        for (QueryPage *page : window.tabs->pages())
            window.layout.tabs.append(page->document().id());
        const QueryPage *current = window.tabs->current();
        window.layout.currentTab = current != nullptr ? current->document().id() : QString();
        layout.windows.append(window.layout);
    }
    layout.closed = idsOf(m_closed->drafts());
    m_store.putLayout(layout, std::exchange(m_dropped, {}));
}

bool DraftKeeper::finish(std::chrono::milliseconds atMost)
{
    for (const Window &window : std::as_const(m_windows)) {
        for (QueryPage *page : window.tabs->pages()) {
            if (page->hasPendingChange())
                m_store.put(page->draft());
        }
    }
    putLayout();
    m_windows.clear();
    m_layoutTimer.stop();
    return m_store.close(atMost);
}

void DraftKeeper::takeFailure(const Error &error)
{
    Error shown = error;
    shown.message = tr("Open tabs cannot be kept on the disk at the moment; their texts stay in the window.");
    shown.detail = error.message + u'\n' + error.detail;
    for (const Window &window : std::as_const(m_windows)) {
        window.tabs->setKept(false);
        if (QueryPage *page = window.tabs->current())
            page->showError(shown);
    }
}

void DraftKeeper::takeRecovery()
{
    for (const Window &window : std::as_const(m_windows)) {
        window.tabs->setKept(true);
        if (QueryPage *page = window.tabs->current()) {
            page->pane().messages().showMessage(MessageBar::Level::Info,
                                                tr("Open tabs are kept on the disk again."));
        }
    }
}

} // namespace sonde
