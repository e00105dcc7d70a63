#include "widgets/historydock.h"

#include "models/historymodel.h"
#include "stores/connectionstore.h"
#include "stores/historystore.h"
#include "widgets/dialogsize.h"
#include "widgets/emptystate.h"
#include "widgets/historydelegate.h"
#include "widgets/historyfilterbutton.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/messagebar.h"
#include "widgets/searchfield.h"
#include "widgets/undobar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

namespace sonde {

namespace {

/// Room for the tabs of the docks that stand in one place.
constexpr int narrowest = 220;
constexpr int typingPauseMs = 150;

const QKeyCombination runKeys(Qt::CTRL, Qt::Key_Return);
/// As for pinned results.
const QKeyCombination compareKeys(Qt::CTRL | Qt::SHIFT, Qt::Key_F8);

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

/// A connection's name is anybody's text, and & in it no mnemonic.
QString inMenu(QString name)
{
    if (name.size() > 40)
        name = name.left(39) + u'…';
    return name.replace(u'&', QLatin1String("&&"));
}

} // namespace

HistoryDock::HistoryDock(HistoryStore &store, const ConnectionStore &connections, SettingsStore &settings,
                         const Clock &clock, const Theme &theme, const Icons &icons, QWidget *parent)
    : QDockWidget(parent)
    , m_store(store)
    , m_connections(connections)
    , m_icons(icons)
    , m_model(new HistoryModel(store, clock, this))
    , m_search(new QLineEdit(this))
    , m_filter(new HistoryFilterButton(settings, icons, this))
    , m_clear(new QToolButton(this))
    , m_chip(new QPushButton(this))
    , m_list(new QListView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_messages(new MessageBar(theme, icons, this))
    , m_undo(new UndoBar(icons, this))
    , m_typing(new QTimer(this))
{
    setObjectName(QStringLiteral("history"));
    m_list->setItemDelegate(new HistoryDelegate(*m_model, theme, icons, m_list));
    m_list->setModel(m_model);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPauseMs);
    makeLayout();
    connectParts();
    applyFilter();
    keepTranslated(this, [this] { retranslate(); });
}

HistoryDock::~HistoryDock() = default;

void HistoryDock::makeLayout()
{
    makeSearchField(*m_search, m_icons);
    m_search->installEventFilter(this);
    m_clear->setObjectName(QStringLiteral("clear"));
    m_clear->setIcon(m_icons.icon(QLatin1StringView("trash-2")));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);

    auto *content = new QWidget(this);
    content->setMinimumWidth(scaled(*this, narrowest));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->setSpacing(4);
    top->addWidget(m_search, 1);
    top->addWidget(m_filter);
    top->addWidget(m_clear);
    m_chip->setObjectName(QStringLiteral("chip"));
    m_chip->setIcon(m_icons.icon(QLatin1StringView("x"), ColorRole::MutedText));
    m_chip->setAutoDefault(false);
    auto *chipRow = new QWidget(this); // with its margins it goes as a whole
    auto *chips = new QHBoxLayout(chipRow);
    chips->setContentsMargins(8, 0, 8, 8);
    chips->addWidget(m_chip);
    chips->addStretch(1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(chipRow);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_undo);
    setWidget(content);
}

void HistoryDock::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &HistoryDock::applyFilter);
    connect(m_filter, &HistoryFilterButton::changed, this, &HistoryDock::applyFilter);
    connect(m_chip, &QPushButton::clicked, this, [this] {
        m_filter->reset();
        // The chip that had it is gone, and where nothing matched the list is not there yet.
        QWidget *next = m_list->isVisible() ? static_cast<QWidget *>(m_list) : m_search;
        next->setFocus(Qt::OtherFocusReason);
    });
    connect(m_clear, &QToolButton::clicked, this, &HistoryDock::askToClear);
    connect(m_list, &QAbstractItemView::doubleClicked, this, [this] { open(false); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &HistoryDock::showMenu);
    connect(m_empty, &EmptyState::actionTriggered, this, &HistoryDock::takeEmptyAction);
    connect(m_undo, &UndoBar::undoRequested, this, &HistoryDock::undoRemove);

    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const qint64 id = current().id; id != 0)
            m_currentId = id;
    });
    connect(m_model, &HistoryModel::loaded, this, [this] {
        m_hasFailed = false;
        m_hasLoaded = true;
        if (const QModelIndex index = m_model->indexOf(m_currentId);
            index.isValid() && !m_list->currentIndex().isValid())
            m_list->setCurrentIndex(index);
        m_currentId = 0;
        showState();
    });
    connect(m_model, &HistoryModel::failed, this, &HistoryDock::showFailure);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryDock::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HistoryDock::showState);

    connect(&m_store, &HistoryStore::entriesRemoved, this, &HistoryDock::takeRemoved);
    connect(&m_store, &HistoryStore::problem, this, &HistoryDock::showProblem);
    connect(&m_store, &HistoryStore::entryAdded, this, [this] {
        // It works again; that a damaged file was set aside stays to be read.
        if (m_messages->level() == MessageBar::Level::Warning)
            m_messages->clear();
        if (m_hasFailed)
            m_model->reload();
    });
}

void HistoryDock::retranslate()
{
    setWindowTitle(tr("History"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Looks at queries, connections and messages"));
    m_search->setAccessibleName(tr("Search the history"));
    m_chip->setToolTip(tr("Remove this filter"));
    m_clear->setAccessibleName(tr("Clear history…"));
    m_clear->setToolTip(tr("Clear history…"));
    m_list->setAccessibleName(tr("Past runs"));
    m_undo->setTip(tr("Bring the deleted runs back"));
    showState();
}

void HistoryDock::setZone(TimeRange::Zone zone)
{
    m_model->setZone(zone);
}

TimeRange::Zone HistoryDock::zone() const
{
    return m_model->zone();
}

void HistoryDock::focusSearch()
{
    show();
    raise();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    refresh();
}

void HistoryDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && isVisible())
        refresh();
}

/// Brings up to date what time and other programs have changed.
void HistoryDock::refresh()
{
    m_model->updateDays();
    if (m_hasLoaded)
        m_store.lookForOthers();
    else
        m_model->reload();
}

void HistoryDock::applyFilter()
{
    HistoryFilter filter = m_filter->filter();
    filter.text = m_search->text();
    m_model->setFilter(filter);
    showState();
}

void HistoryDock::showAll()
{
    m_search->clear();
    m_typing->stop();
    m_filter->reset();
    applyFilter();
}

void HistoryDock::showState()
{
    const QString chosen = m_filter->description();
    m_chip->setText(chosen);
    //: %1: what is chosen in a filter, as Failed · over 10 s
    m_chip->setAccessibleName(tr("Remove the filter “%1”").arg(chosen));
    m_chip->parentWidget()->setVisible(!chosen.isEmpty());
    if (m_hasFailed)
        return;
    m_stack->setCurrentIndex(m_model->isEmpty() ? 1 : 0);
    m_clear->setEnabled(!m_model->isEmpty() || !m_model->filter().matchesAll());
    if (!m_hasLoaded)
        m_empty->say(tr("Fetching the history."));
    else if (m_model->filter().matchesAll())
        m_empty->say(tr("Queries that you run are remembered here."), tr("Run query"));
    else
        m_empty->say(whyEmpty(), tr("Show all runs"));
}

QString HistoryDock::whyEmpty() const
{
    const QString words = m_model->filter().text.simplified();
    const QString chosen = m_filter->description();
    if (chosen.isEmpty())
        return tr("No run matches “%1”.").arg(words);
    if (words.isEmpty()) {
        //: %1: what is chosen in a filter, as Failed · over 10 s
        return tr("No run matches the filter “%1”.").arg(chosen);
    }
    //: %1: words that are looked for; %2: what is chosen in a filter, as Failed · over 10 s
    return tr("No run with the filter “%2” matches “%1”.").arg(words, chosen);
}

void HistoryDock::showFailure(const Error &error)
{
    m_hasFailed = true;
    m_hasLoaded = false;
    if (!m_model->isEmpty()) {
        showProblem(error); // what is there can still be used
        return;
    }
    m_stack->setCurrentIndex(1);
    m_empty->say(error.message + u' ' + error.advice, tr("Try again"));
}

void HistoryDock::showProblem(const Error &error)
{
    const bool isOver = error.kind == ErrorKind::Decode;
    m_messages->showMessage(isOver ? MessageBar::Level::Info : MessageBar::Level::Warning, error.message,
                            error.advice, error.detail);
}

void HistoryDock::takeEmptyAction()
{
    if (m_hasFailed)
        m_model->reload();
    else if (!m_model->filter().matchesAll())
        showAll();
    else
        emit runRequested();
}

HistoryEntry HistoryDock::current() const
{
    return m_model->entryAt(m_list->currentIndex());
}

bool HistoryDock::eventFilter(QObject *watched, QEvent *event)
{
    // The window has some of these keys for itself, so they are claimed before it sees them.
    const bool isClaim = event->type() == QEvent::ShortcutOverride;
    if (!isClaim && event->type() != QEvent::KeyPress)
        return QDockWidget::eventFilter(watched, event);
    auto &key = static_cast<QKeyEvent &>(*event);
    if (watched == m_search) {
        const bool isOurs = key.modifiers() == Qt::NoModifier &&
                            (key.key() == Qt::Key_Down || isEnter(key.key()) ||
                             (key.key() == Qt::Key_Escape && !m_search->text().isEmpty()));
        if (isOurs && isClaim)
            event->accept();
        return isOurs && (isClaim || handleSearchKey(key.key()));
    }
    if (watched == m_list) {
        const bool isOurs = isEnter(key.key())
                                ? (key.modifiers() & Qt::ShiftModifier) == 0
                                : key.key() == Qt::Key_Delete || key.keyCombination() == compareKeys ||
                                      key.matches(QKeySequence::Copy) ||
                                      (key.matches(QKeySequence::Undo) && !m_removed.isEmpty());
        if (isOurs && isClaim)
            event->accept();
        return isOurs && (isClaim || handleListKey(key));
    }
    return QDockWidget::eventFilter(watched, event);
}

bool HistoryDock::handleSearchKey(int key)
{
    if (key == Qt::Key_Escape) {
        m_search->clear();
        return true;
    }
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (current().id == 0 && m_model->rowCount() > 1)
        m_list->setCurrentIndex(m_model->index(1)); // the first is a day
    return true;
}

bool HistoryDock::handleListKey(QKeyEvent &event)
{
    if (isEnter(event.key()))
        open(event.modifiers().testFlag(Qt::ControlModifier));
    else if (event.key() == Qt::Key_Delete)
        removeSelected();
    else if (event.keyCombination() == compareKeys)
        compare();
    else if (event.matches(QKeySequence::Copy))
        copyQuery();
    else
        undoRemove();
    return true;
}

void HistoryDock::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const HistoryEntry entry = m_model->entryAt(m_list->indexAt(position));
    if (entry.id != 0) {
        addRunActions(*menu, entry);
        menu->addSeparator();
    }
    menu->addAction(tr("Clear history…"), this, &HistoryDock::askToClear);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void HistoryDock::addRunActions(QMenu &menu, const HistoryEntry &entry)
{
    menu.addAction(m_icons.icon(QLatin1StringView("file-plus")),
                   entry.keptRows > 0 ? tr("Copy to a new tab, with its rows") : tr("Copy to a new tab"),
                   Qt::Key_Return, this, [this] { open(false); });
    QAction *run = menu.addAction(m_icons.icon(QLatin1StringView("play")), tr("Run again"), runKeys, this,
                                  [this] { open(true); });
    run->setEnabled(!entry.isCut());
    menu.addAction(m_icons.icon(QLatin1StringView("copy")), tr("Copy query"), QKeySequence::Copy, this,
                   &HistoryDock::copyQuery);
    const qsizetype count = selected().size();
    QAction *compare = menu.addAction(m_icons.icon(QLatin1StringView("equal-not")),
                                      count == 2 ? tr("Compare the two") : tr("Compare with the current tab"),
                                      compareKeys, this, &HistoryDock::compare);
    compare->setEnabled(count <= 2);
    menu.addAction(m_icons.icon(QLatin1StringView("trash-2")), tr("Delete"), QKeySequence::Delete, this,
                   &HistoryDock::removeSelected);
    // What is built in has no settings of its own, and a connection that is gone makes no more runs.
    const std::optional<Connection> connection = m_connections.find(entry.connectionId);
    if (connection && connection->keepsHistory) {
        menu.addSeparator();
        menu.addAction(tr("Never keep runs of “%1”…").arg(inMenu(connection->name)), this,
                       [this, entry] { askToKeepNoMore(entry); });
    }
}

void HistoryDock::open(bool run)
{
    const HistoryEntry entry = current();
    // Half a query must not be run by mistake.
    if (entry.id != 0)
        emit openRequested(entry, run && !entry.isCut());
}

void HistoryDock::copyQuery()
{
    if (const HistoryEntry entry = current(); entry.id != 0)
        QGuiApplication::clipboard()->setText(entry.query().text);
}

QList<HistoryEntry> HistoryDock::selected() const
{
    QList<HistoryEntry> entries;
    const QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : indexes) {
        if (const HistoryEntry entry = m_model->entryAt(index); entry.id != 0)
            entries << entry;
    }
    std::sort(entries.begin(), entries.end(),
              [](const HistoryEntry &a, const HistoryEntry &b) { return a.id < b.id; });
    return entries;
}

void HistoryDock::compare()
{
    if (const QList<HistoryEntry> entries = selected(); entries.size() == 1 || entries.size() == 2)
        emit compareRequested(entries);
}

void HistoryDock::removeSelected()
{
    QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QList<qint64> ids;
    for (const QModelIndex &index : std::as_const(selected)) {
        if (const qint64 id = m_model->entryAt(index).id; id != 0)
            ids << id;
    }
    if (ids.isEmpty())
        return;
    m_removed = ids;
    m_nextId = neighbourOf(selected);
    m_store.remove(ids);
}

/// The run that is chosen when those of \a rows, which are in order, are gone: the first below them, else the
/// last above.
qint64 HistoryDock::neighbourOf(const QModelIndexList &rows) const
{
    const auto idAt = [this](int row) { return m_model->entryAt(m_model->index(row)).id; };
    for (int row = rows.constLast().row() + 1; row < m_model->rowCount(); ++row) {
        if (const qint64 id = idAt(row); id != 0)
            return id;
    }
    for (int row = rows.constFirst().row() - 1; row >= 0; --row) {
        if (const qint64 id = idAt(row); id != 0)
            return id;
    }
    return 0;
}

void HistoryDock::takeRemoved(const QList<qint64> &ids)
{
    if (ids != m_removed)
        return;
    m_undo->say(tr("%Ln run(s) deleted.", nullptr, static_cast<int>(ids.size())));
    if (const QModelIndex next = m_model->indexOf(m_nextId); next.isValid())
        m_list->setCurrentIndex(next);
}

void HistoryDock::undoRemove()
{
    if (m_removed.isEmpty())
        return;
    m_currentId = m_removed.constFirst();
    m_list->setCurrentIndex({});
    m_store.restore(std::exchange(m_removed, {}));
    m_undo->hide();
    m_list->setFocus(Qt::OtherFocusReason);
}

void HistoryDock::askToClear()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Clear history"),
                                tr("Delete all runs from the history?"), QMessageBox::NoButton, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("This cannot be undone. Tabs, files and favourites stay as they are."));
    const QPushButton *clear = box->addButton(tr("Clear history"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(clear, &QAbstractButton::clicked, this, [this] {
        m_removed.clear();
        m_undo->hide();
        m_store.clear();
    });
    box->open();
}

void HistoryDock::askToKeepNoMore(const HistoryEntry &entry)
{
    const QString name = m_connections.find(entry.connectionId).value_or(Connection()).name;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Never keep runs"),
                                tr("Keep no more runs of “%1”?").arg(name), QMessageBox::NoButton, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("From now on its runs are not added to the history. Edit the connection to change that."));
    auto *alsoOld = new QCheckBox(tr("Also delete its runs that are in the history now"), box);
    alsoOld->setChecked(true);
    box->setCheckBox(alsoOld);
    const QPushButton *never = box->addButton(tr("Never keep"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(never, &QAbstractButton::clicked, this, [this, alsoOld, id = entry.connectionId] {
        emit neverKeepRequested(id);
        if (!alsoOld->isChecked())
            return;
        m_removed.clear();
        m_undo->hide();
        m_store.removeOfConnection(id);
    });
    box->open();
}

} // namespace sonde
