#include "widgets/querytabs.h"

#include "widgets/closedtabs.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/pageparameters.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/queryfile.h"
#include "widgets/querypage.h"
#include "widgets/querytabbar.h"
#include "widgets/tabpin.h"
#include "widgets/welcomepage.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <algorithm>

namespace sonde {

namespace {

/// Qt hands over the tab bar to subclasses only.
class TabWidget final : public QTabWidget
{
public:
    TabWidget(QTabBar *bar, QWidget *parent)
        : QTabWidget(parent)
    {
        setTabBar(bar);
        // The bar takes the keyboard; the pages' frame would be a second stop that leads there, or nowhere
        // while the bar is hidden.
        setFocusProxy(nullptr);
        setFocusPolicy(Qt::NoFocus);
    }
};

/// The same for every way to write the path of one file.
QString identityOf(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
}

} // namespace

QueryTabs::QueryTabs(const WindowServices &services, QWidget *parent)
    : QStackedWidget(parent)
    , m_services(services)
    , m_welcome(new WelcomePage(services.icons, this))
    , m_bar(new QueryTabBar)
    , m_tabs(new TabWidget(m_bar, this))
    , m_closed(new ClosedTabs(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_bar->setDetachable(true);
    keepTranslated(this, [this] {
        m_tabs->setAccessibleName(tr("Queries"));
        m_bar->setAccessibleName(tr("Queries"));
    });
    connect(m_closed, &ClosedTabs::changed, this, &QueryTabs::reopenableChanged);
    addWidget(m_welcome);
    addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int index) { closeEach({pageAt(index)}); });
    connect(m_bar, &QueryTabBar::closeRequested, this, [this](int index) { close(pageAt(index)); });
    connect(m_bar, &QueryTabBar::renameRequested, this, &QueryTabs::rename);
    connect(m_bar, &QueryTabBar::editEnded, this, [this] { takeKeyboard(Qt::OtherFocusReason); });
    connect(m_bar, &QueryTabBar::renamed, this,
            [this](int index, const QString &title) { pageAt(index)->document().setOwnTitle(title); });
    connect(m_bar, &QueryTabBar::menuRequested, this, &QueryTabs::showMenu);
    connect(m_bar, &QueryTabBar::draggedOut, this,
            [this](int index, const QPoint &place) { emit draggedOut(pageAt(index), place); });
    connect(m_bar, &QTabBar::tabMoved, this, &QueryTabs::arrangementChanged);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        emit currentChanged(current());
        emit arrangementChanged();
        if (current() != nullptr)
            current()->document().checkFile();
    });
}

QueryTabs::~QueryTabs()
{
    // The pages go one by one; nobody is to hear of each next one coming to the front.
    disconnect(m_tabs, nullptr, this, nullptr);
}

QueryTabs *QueryTabs::holding(const QueryPage &page)
{
    QWidget *around = page.parentWidget();
    while (around != nullptr && qobject_cast<QueryTabs *>(around) == nullptr)
        around = around->parentWidget();
    return qobject_cast<QueryTabs *>(around);
}

QueryPage *QueryTabs::pageAt(int index) const
{
    return qobject_cast<QueryPage *>(m_tabs->widget(index));
}

QueryPage *QueryTabs::current() const
{
    return currentWidget() == m_tabs ? qobject_cast<QueryPage *>(m_tabs->currentWidget()) : nullptr;
}

void QueryTabs::setCurrent(QueryPage *page)
{
    if (m_tabs->indexOf(page) >= 0)
        bringToFront(page);
}

void QueryTabs::bringToFront(QueryPage *page)
{
    m_tabs->setCurrentWidget(page);
    page->editor().setFocus();
}

void QueryTabs::takeKeyboard(Qt::FocusReason reason)
{
    if (QueryPage *page = current())
        page->editor().setFocus(reason);
    else
        setFocus(reason);
}

QList<QueryPage *> QueryTabs::pages() const
{
    QList<QueryPage *> all;
    for (int index = 0; index < m_tabs->count(); ++index)
        all.append(pageAt(index));
    return all;
}

QueryPage *QueryTabs::pageOfFile(const QString &path) const
{
    const QString wanted = identityOf(path);
    for (QueryPage *page : pages()) {
        for (const QString &file : {page->filePath(), page->rowsOrigin().file}) {
            if (!file.isEmpty() && identityOf(file) == wanted)
                return page;
        }
    }
    return nullptr;
}

bool QueryTabs::hasUnsavedText() const
{
    const QList<QueryPage *> all = pages();
    return !m_isKept && std::any_of(all.begin(), all.end(), [](const QueryPage *page) {
        return page->isModified() && !page->query().text.trimmed().isEmpty();
    });
}

QueryPage *QueryTabs::makePage(const Query &query, const QString &connectionId)
{
    auto *page = new QueryPage(m_services, m_tabs);
    page->setQuery(query);
    page->setConnectionId(connectionId);
    return page;
}

void QueryTabs::insert(QueryPage *page, int index)
{
    if (page->document().title().isEmpty() ||
        (page->document().hasNumberedTitle() && hasTitle(page->document().title())))
        page->document().setNumberedTitle(freeNumberedTitle());
    connect(page, &QueryPage::titleChanged, this, [this, page] { updateTitle(page); });
    emit pageAdded(page);
    // First, so that the page is the current one for who hears of it.
    setCurrentWidget(m_tabs);
    const int pinned = pinnedCount();
    const bool isPinned = page->document().isPinned();
    index = isPinned ? std::min(index, pinned) : std::max(index, pinned);
    m_tabs->insertTab(index, page, page->document().title());
    updateTitle(page);
    emit arrangementChanged();
}

QueryPage *QueryTabs::open(const Query &query, const QString &connectionId, const QString &title)
{
    QueryPage *page = makePage(query, connectionId);
    if (!title.isEmpty())
        page->document().setGivenTitle(title);
    insert(page, m_tabs->count());
    bringToFront(page);
    return page;
}

Result<QueryPage *> QueryTabs::openFile(const QString &path, const QString &connectionId,
                                        const TimeRange &range)
{
    if (QueryPage *page = pageOfFile(path)) {
        bringToFront(page);
        return page;
    }
    const Result<QueryFile> file = readQueryFile(path);
    if (!file)
        return failure(file.error());
    Query query;
    query.text = file->text;
    query.range = range;
    QueryPage *page = makePage(query, connectionId);
    page->document().setFile(QFileInfo(path).absoluteFilePath(), *file);
    insert(page, m_tabs->count());
    bringToFront(page);
    return page;
}

QueryPage *QueryTabs::restore(const Draft &draft)
{
    QueryPage *page = makePage(draft.query, draft.connectionId);
    page->restore(draft);
    insert(page, m_tabs->count());
    return page;
}

void QueryTabs::adopt(QueryPage *page, QueryTabs &from, int index)
{
    emit from.pageReleased(page);
    disconnect(page, nullptr, &from, nullptr);
    from.takeOut(page);
    page->setParent(m_tabs);
    insert(page, index);
    bringToFront(page);
}

void QueryTabs::closeCurrent()
{
    close(current());
}

void QueryTabs::close(QueryPage *page)
{
    if (page == nullptr)
        return;
    if (!page->document().isPinned()) {
        closeEach({page});
        return;
    }
    //: %1: the name of a tab
    emit noted(tr("“%1” is pinned, and closes only once it is unpinned").arg(titleOf(page)));
}

void QueryTabs::closeOthers(QueryPage *page)
{
    Pages others;
    for (QueryPage *other : pages()) {
        if (other != page && !other->document().isPinned())
            others.append(other);
    }
    closeEach(others);
}

bool QueryTabs::asksBeforeClosing(const QueryPage &page)
{
    return !page.filePath().isEmpty() && page.isModified();
}

/// One after the other; a question holds up those behind it.
void QueryTabs::closeEach(Pages pages)
{
    while (!pages.isEmpty()) {
        QueryPage *page = pages.takeFirst();
        if (page == nullptr || m_tabs->indexOf(page) < 0)
            continue;
        if (asksBeforeClosing(*page)) {
            askToSave(page, pages);
            return;
        }
        remove(page);
    }
}

void QueryTabs::askToSave(QueryPage *page, const Pages &next)
{
    bringToFront(page);
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Close tab"),
                        tr("Save the changes to “%1”?").arg(titleOf(page)), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Without saving, the file stays as it is."));
    QPushButton *save = box->addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box->addButton(tr("&Don’t save"), QMessageBox::DestructiveRole);
    box->setEscapeButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    box->setDefaultButton(save);
    connect(save, &QAbstractButton::clicked, page, [this, page, next] {
        if (!page->document().saveTo(page->filePath()))
            return; // the page says why
        remove(page);
        closeEach(next);
    });
    connect(discard, &QAbstractButton::clicked, page, [this, page, next] {
        remove(page);
        closeEach(next);
    });
    box->open();
}

void QueryTabs::remove(QueryPage *page)
{
    m_closed->add({page->draft()});
    takeOut(page);
    page->deleteLater();
    page->stop();
}

void QueryTabs::takeOut(QueryPage *page)
{
    m_bar->cancelEdit();
    m_tabs->removeTab(m_tabs->indexOf(page));
    m_bar->setPinnedCount(pinnedCount());
    if (m_tabs->count() == 0) {
        setCurrentWidget(m_welcome);
        emit currentChanged(nullptr);
    }
    emit arrangementChanged();
}

void QueryTabs::reopen()
{
    if (const std::optional<Draft> draft = m_closed->takeLast())
        bringToFront(restore(*draft));
}

bool QueryTabs::canReopen() const
{
    return !m_closed->isEmpty();
}

void QueryTabs::shareClosedTabs(ClosedTabs &closed)
{
    disconnect(m_closed, nullptr, this, nullptr);
    m_closed = &closed;
    connect(m_closed, &ClosedTabs::changed, this, &QueryTabs::reopenableChanged);
    emit reopenableChanged();
}

std::optional<int> QueryTabs::indexAt(const QPoint &globalPosition) const
{
    const QPoint place = m_bar->mapFromGlobal(globalPosition);
    // Also beside the tabs, where a tab would come.
    const QRect strip(0, 0, m_tabs->width(), m_bar->height());
    if (!m_bar->isVisible() || !strip.contains(place))
        return {};
    const int index = m_bar->tabAt(place);
    return index < 0 ? m_tabs->count() : index;
}

void QueryTabs::duplicateCurrent()
{
    const QueryPage *page = current();
    if (page == nullptr)
        return;
    QueryPage *copy = makePage(page->query(), page->connectionId());
    copy->parameters().copyFrom(page->parameters());
    //: %1: the name of the tab it is a copy of
    copy->document().setOwnTitle(tr("%1 (copy)").arg(titleOf(page)));
    insert(copy, m_tabs->currentIndex() + 1);
    bringToFront(copy);
}

void QueryTabs::renameCurrent()
{
    if (current() != nullptr)
        rename(m_tabs->currentIndex());
}

void QueryTabs::rename(int index)
{
    if (pageAt(index)->filePath().isEmpty())
        m_bar->editTitle(index, titleOf(pageAt(index)));
}

int QueryTabs::pinnedCount() const
{
    const QList<QueryPage *> all = pages();
    return static_cast<int>(std::count_if(all.begin(), all.end(),
                                          [](const QueryPage *page) { return page->document().isPinned(); }));
}

void QueryTabs::setPinned(QueryPage *page, bool isPinned)
{
    const int index = m_tabs->indexOf(page);
    if (index < 0 || page->document().isPinned() == isPinned)
        return;
    // Behind the pinned ones, or the first of the others: the same place.
    m_bar->moveTab(index, pinnedCount() - (isPinned ? 0 : 1));
    page->document().setPinned(isPinned);
}

void QueryTabs::move(int step)
{
    const int count = m_tabs->count();
    if (count > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count) % count);
}

void QueryTabs::showMenu(int index, const QPoint &position)
{
    QueryPage *page = pageAt(index);
    const bool hasFile = !page->filePath().isEmpty();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto icon = [this](const char *name) { return m_services.icons.icon(QLatin1StringView(name)); };
    // The page may go while its menu is open.
    const auto add = [menu, page](const QIcon &sign, const QString &text, auto action) {
        QAction *entry = menu->addAction(sign, text);
        connect(entry, &QAction::triggered, page, action);
        return entry;
    };
    QAction *renaming = add(icon("pencil"), tr("&Rename"), [this, page] { rename(m_tabs->indexOf(page)); });
    renaming->setShortcut(Qt::Key_F2);
    renaming->setShortcutContext(Qt::WidgetShortcut);
    renaming->setEnabled(!hasFile);
    add(icon("copy"), tr("&Duplicate"), [this, page] {
        setCurrent(page);
        duplicateCurrent();
    });
    if (hasFile) {
        add(icon("clipboard"), tr("Copy the file’s &path"),
            [page] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(page->filePath())); });
    }
    const bool isPinned = page->document().isPinned();
    add(icon("pin"), isPinned ? tr("Unp&in") : tr("P&in"),
        [this, page, isPinned] { setPinned(page, !isPinned); });
    menu->addSeparator();
    emit menuOpening(*menu, page);
    menu->addSeparator();
    add(icon("x"), tr("&Close"), [this, page] { closeEach({page}); });
    const bool hasOthers = m_tabs->count() - pinnedCount() > (isPinned ? 0 : 1);
    add({}, tr("Close &others"), [this, page] { closeOthers(page); })->setEnabled(hasOthers);
    add(icon("undo-2"), tr("Reopen closed &tab"), [this] { reopen(); })->setEnabled(canReopen());
    menu->popup(position);
}

QString QueryTabs::titleOf(const QueryPage *page) const
{
    return page->document().title();
}

bool QueryTabs::hasTitle(const QString &title) const
{
    const QList<QueryPage *> all = pages();
    return std::any_of(all.begin(), all.end(),
                       [&title](const QueryPage *page) { return page->document().title() == title; });
}

QString QueryTabs::freeNumberedTitle() const
{
    for (int number = 1;; ++number) {
        //: A new tab’s name. %1: 1, 2, 3
        QString title = tr("Query %1").arg(number);
        if (!hasTitle(title))
            return title;
    }
}

void QueryTabs::updateTitle(QueryPage *page)
{
    const int index = m_tabs->indexOf(page);
    if (index < 0)
        return;
    // It has just lost the title that it began with, or the file.
    if (titleOf(page).isEmpty())
        page->document().setNumberedTitle(freeNumberedTitle());
    QString title = titleOf(page);
    m_tabs->setTabToolTip(index,
                          page->filePath().isEmpty() ? title : QDir::toNativeSeparators(page->filePath()));
    // Only a file can be behind its tab.
    if (asksBeforeClosing(*page))
        title += QStringLiteral(" *");
    const bool isPinned = page->document().isPinned();
    //: %1: what is on a tab
    m_bar->setAccessibleTabName(index, isPinned ? tr("%1, pinned").arg(title) : title);
    m_tabs->setTabText(index, title.replace(u'&', QStringLiteral("&&")));
    m_bar->setPinnedCount(pinnedCount());
    if (!isPinned)
        TabPin::take(*m_bar, index);
    else if (TabPin::of(*m_bar, index) == nullptr)
        connect(TabPin::put(*m_bar, index, m_services.icons), &QAbstractButton::clicked, page,
                [this, page] { setPinned(page, false); });
}

bool QueryTabs::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && current() != nullptr)
        current()->document().checkFile();
    return QStackedWidget::event(event);
}

} // namespace sonde
