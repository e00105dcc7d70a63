#include "widgets/tablesdock.h"

#include "core/clock.h"
#include "ports/localtables.h"
#include "widgets/dialogsize.h"
#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/messagebar.h"
#include "widgets/schemakeeper.h"
#include "widgets/searchfield.h"
#include "widgets/tablechoices.h"
#include "widgets/tabletree.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <utility>

namespace sonde {

namespace {

/// Room for the tabs of the docks that stand in one place.
constexpr int narrowest = 220;
/// So many tables are all in sight, more or less: their groups are unfolded at first.
constexpr int fewTables = 30;
/// What was found by its columns is unfolded while there is not more of it.
constexpr int mostUnfolded = 200;

using Kind = SchemaModel::Kind;
using Grouping = SchemaModel::Grouping;

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

TablesDock::TablesDock(const WindowServices &services, QWidget *parent)
    : QDockWidget(parent)
    , m_services(services)
    , m_choices(new TableChoices(services.settings, services.connections, this))
    , m_model(new SchemaModel(this))
    , m_search(new QLineEdit(this))
    , m_refresh(new QAction(services.icons.icon(QLatin1StringView("refresh-cw")), QString(), this))
    , m_tree(new TableTree(*m_model, services.theme, services.icons, m_refresh, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_messages(new MessageBar(services.theme, services.icons, this))
    , m_note(new QLabel(this))
    , m_undo(new UndoBar(services.icons, this))
    , m_foldTimer(new QTimer(this))
    , m_connection(embeddedConnection())
{
    m_foldTimer->setSingleShot(true);
    m_foldTimer->setInterval(0);
    connect(m_foldTimer, &QTimer::timeout, this, &TablesDock::keepFolds);
    setObjectName(QStringLiteral("tables"));
    m_model->setGrouping(m_choices->grouping());
    makeLayout();
    connectParts();
    keepTranslated(this, [this] { retranslate(); });
}

TablesDock::~TablesDock()
{
    if (m_foldTimer->isActive())
        keepFolds();
}

QToolButton *TablesDock::makeGroupButton()
{
    auto *button = new QToolButton(this);
    button->setIcon(m_services.icons.icon(QLatin1StringView("list-tree")));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    keepTranslated(button, [button] {
        button->setToolTip(tr("How tables are grouped"));
        button->setAccessibleName(tr("How tables are grouped"));
    });
    auto *menu = new QMenu(button);
    m_groupings = new QActionGroup(menu);
    const auto add = [this, menu](Grouping grouping, const char *text) {
        QAction *action = menu->addAction(QString());
        keepTranslated(menu, [action, text] { action->setText(tr(text)); });
        action->setCheckable(true);
        action->setData(static_cast<int>(grouping));
        action->setChecked(grouping == m_choices->grouping());
        m_groupings->addAction(action);
    };
    add(Grouping::Solution, QT_TR_NOOP("By &solution"));
    add(Grouping::Category, QT_TR_NOOP("By &category"));
    add(Grouping::None, QT_TR_NOOP("By &name only"));
    connect(m_groupings, &QActionGroup::triggered, this, [this](QAction *action) {
        m_choices->setGrouping(static_cast<Grouping>(action->data().toInt()));
    });
    button->setMenu(menu);
    return button;
}

QToolButton *TablesDock::makeRefreshButton()
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(m_refresh);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void TablesDock::makeLayout()
{
    makeSearchField(*m_search, m_services.icons);
    m_search->installEventFilter(this);
    // In a narrow dock its words take more lines than it wants by itself.
    m_messages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 4, 8, 4);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *content = new QWidget(this);
    content->setMinimumWidth(scaled(*this, narrowest));
    auto *groups = makeGroupButton();
    auto *refresh = makeRefreshButton();
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 8, 4);
    top->setSpacing(4);
    top->addWidget(m_search, 1);
    top->addWidget(groups);
    top->addWidget(refresh);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    column->addWidget(m_undo);
    column->addWidget(m_note);
    setWidget(content);
    setTabOrder(m_search, groups);
    setTabOrder(groups, refresh);
    setTabOrder(refresh, m_tree);
}

void TablesDock::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &TablesDock::search);
    connect(m_refresh, &QAction::triggered, this, [this] { m_services.schemas.refresh(m_connection.id); });
    connect(m_tree, &TableTree::insertRequested, this, &TablesDock::insertRequested);
    connect(m_tree, &TableTree::queryRequested, this, &TablesDock::queryRequested);
    connect(m_tree, &TableTree::columnsRequested, this, &TablesDock::showColumns);
    connect(m_tree, &TableTree::removeRequested, this, &TablesDock::remove);
    connect(m_undo, &UndoBar::undoRequested, this, &TablesDock::undoRemove);
    connect(m_undo, &UndoBar::dismissed, this, &TablesDock::forgetRemoved);
    connect(m_tree, &TableTree::starRequested, this, [this](const QString &table) {
        m_choices->setStarred(m_connection.id, table, !m_model->starred().contains(table));
    });
    connect(m_tree, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { rememberFold(index, true); });
    connect(m_tree, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { rememberFold(index, false); });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &TablesDock::keepPlace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TablesDock::restorePlace);
    connect(m_empty, &EmptyState::actionTriggered, this, &TablesDock::takeEmptyAction);
    connect(m_choices, &TableChoices::changed, this, [this] {
        m_model->setGrouping(m_choices->grouping());
        m_model->setStarred(m_choices->starred(m_connection.id));
        for (QAction *action : m_groupings->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(m_choices->grouping()));
    });
    connect(&m_services.schemas, &SchemaKeeper::schemaChanged, this, [this](const QString &id) {
        if (id == m_connection.id && isVisible())
            showSchema();
    });
    connect(&m_services.schemas, &SchemaKeeper::stateChanged, this, [this](const QString &id) {
        if (id == m_connection.id)
            showState();
    });
}

void TablesDock::retranslate()
{
    setWindowTitle(tr("Tables"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search tables and columns"));
    m_search->setToolTip(tr("Looks at the names of tables, columns and functions, also by their capitals: "
                            "TiGe finds TimeGenerated"));
    m_tree->setAccessibleName(tr("Tables"));
    m_refresh->setText(tr("&Refresh tables"));
    m_undo->setTip(tr("Bring the table back"));
    m_refresh->setToolTip(tr("Ask the workspace for its tables"));
    m_model->retranslate();
    showState();
}

void TablesDock::setConnection(const Connection &connection)
{
    const bool isSame = connection.id == m_connection.id;
    if (m_foldTimer->isActive())
        keepFolds();
    m_connection = connection;
    m_tree->setCanRemove(connection.local);
    if (!isSame) {
        m_currentKey.clear();
        m_topKey.clear();
        m_messages->clear();
        forgetRemoved();
    }
    if (isVisible())
        showSchema();
}

void TablesDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    showSchema();
}

void TablesDock::showSchema()
{
    m_services.schemas.use(m_connection.id);
    const KqlSchemaPtr schema = m_services.schemas.schemaOf(m_connection.id);
    if (const auto unfolded = m_choices->unfolded(m_connection.id))
        m_unfolded = *unfolded;
    else
        m_unfolded = {QStringLiteral("starred")};
    m_model->setStarred(m_choices->starred(m_connection.id));
    m_model->setSchema(schema);
    // There is another one of its name by now.
    const bool isIn = std::any_of(m_removed.cbegin(), m_removed.cend(), [this](const QString &table) {
        return m_services.tables != nullptr && m_services.tables->has(table);
    });
    if (isIn)
        forgetRemoved();
    showState();
}

void TablesDock::setZone(TimeRange::Zone zone)
{
    m_zone = zone;
    showState();
}

void TablesDock::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TablesDock::showState()
{
    const SchemaState state = m_services.schemas.stateOf(m_connection.id);
    m_refresh->setEnabled(!state.isFetching);
    m_note->setText(noteOf());
    m_note->setVisible(!m_note->text().isEmpty());
    if (state.error && !state.isFetching) {
        m_messages->showChoices(MessageBar::Level::Warning, state.error->message, state.error->advice,
                                {{tr("Try again"), [this] { m_refresh->trigger(); }}});
    } else {
        m_messages->clear();
    }
    showEmpty();
}

QString TablesDock::noteOf() const
{
    const SchemaState state = m_services.schemas.stateOf(m_connection.id);
    if (m_connection.local && m_model->rowCount() == 0)
        return {};
    if (m_connection.local)
        return tr("They are there until Sonde is closed.");
    if (state.isFetching)
        return tr("Fetching the tables…");
    if (state.fetched.isValid()) {
        const bool isLocal = m_zone == TimeRange::Zone::Local;
        const auto shown = [isLocal](const QDateTime &utc) {
            return isLocal ? utc.toLocalTime() : utc.toUTC();
        };
        const QDateTime fetched = shown(state.fetched);
        const bool isToday = fetched.date() == shown(m_services.clock.nowUtc()).date();
        const QString time = QLocale().toString(fetched, isToday ? QStringLiteral("HH:mm")
                                                                 : QStringLiteral("d MMM yyyy HH:mm"));
        //: %1: a time, or a date with a time
        return tr("As the workspace listed them: %1").arg(isLocal ? time : time + QStringLiteral(" UTC"));
    }
    if (!m_connection.embedded && !m_connection.offers(QueryLanguage::Kql))
        return tr("The public tables of Azure Monitor; only KQL lists those of a workspace.");
    return tr("The public tables of Azure Monitor, until the workspace lists its own.");
}

void TablesDock::showEmpty()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    if (m_model->isSearching())
        m_empty->say(
            tr("No table or column has “%1” in its name.").arg(m_search->text().simplified().left(60)),
            tr("Clear the search"));
    else if (m_connection.local)
        m_empty->say(tr("Files opened as tables, and rows that you query again, come here."),
                     tr("&Open as table…"));
    else if (m_services.schemas.stateOf(m_connection.id).fetched.isValid())
        m_empty->say(tr("The workspace lists no tables."), tr("Refresh"));
    else
        m_empty->say(tr("Fetching the tables."));
}

void TablesDock::takeEmptyAction()
{
    if (m_model->isSearching())
        m_search->clear();
    else if (m_connection.local)
        emit openTableRequested();
    else
        m_refresh->trigger();
}

void TablesDock::keepPlace()
{
    if (const QModelIndex index = m_tree->currentIndex(); index.isValid())
        m_currentKey = m_model->keyOf(index);
    if (!m_model->isSearching())
        m_topKey = m_model->keyOf(m_tree->indexAt({0, 0}));
}

void TablesDock::restorePlace()
{
    unfold();
    showEmpty();
    if (m_model->isSearching()) {
        // The first, so that Enter takes what is found.
        QModelIndex first = m_model->index(0, 0);
        if (m_tree->isExpanded(first) && m_model->isFoundByColumns(first))
            first = m_model->index(0, 0, first);
        m_tree->setCurrentIndex(first);
        m_tree->scrollToTop();
    } else {
        if (const QModelIndex top = m_model->indexOf(m_topKey); top.isValid())
            m_tree->scrollTo(top, QAbstractItemView::PositionAtTop);
        if (const QModelIndex index = m_model->indexOf(m_currentKey); index.isValid())
            m_tree->setCurrentIndex(index);
    }
    m_tree->updateActions();
}

void TablesDock::unfold()
{
    const QScopedValueRollback<bool> guard(m_isUnfolding, true);
    if (m_model->isSearching()) {
        int unfolded = 0;
        for (int row = 0; row < m_model->rowCount() && unfolded < mostUnfolded; ++row) {
            if (const QModelIndex table = m_model->index(row, 0); m_model->isFoundByColumns(table)) {
                m_tree->expand(table);
                ++unfolded;
            }
        }
        return;
    }
    const bool isUntouched = !m_choices->unfolded(m_connection.id) && !m_foldTimer->isActive();
    const bool areFew = isUntouched && m_model->schema()->tables.size() <= fewTables;
    for (int row = 0; areFew && row < m_model->rowCount(); ++row) {
        if (const QModelIndex group = m_model->index(row, 0); m_model->kindOf(group) == Kind::Group)
            m_unfolded.insert(m_model->keyOf(group));
    }
    for (const QString &key : std::as_const(m_unfolded)) {
        if (const QModelIndex index = m_model->indexOf(key); index.isValid())
            m_tree->expand(index);
    }
}

void TablesDock::rememberFold(const QModelIndex &index, bool isUnfolded)
{
    // What a search unfolds is nothing to remember.
    if (m_isUnfolding || m_model->isSearching())
        return;
    if (isUnfolded)
        m_unfolded.insert(m_model->keyOf(index));
    else
        m_unfolded.remove(m_model->keyOf(index));
    // One key unfolds all tables of a group: they are remembered together.
    m_foldTimer->start();
}

void TablesDock::keepFolds()
{
    m_foldTimer->stop();
    m_choices->setUnfolded(m_connection.id, m_unfolded);
}

void TablesDock::search(const QString &words)
{
    m_model->setSearch(words);
}

void TablesDock::showColumns(const QString &table)
{
    m_search->clear();
    const QModelIndex index = m_model->indexOfTable(table);
    m_tree->expand(index.parent());
    m_tree->expand(index);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtTop);
    m_tree->setFocus(Qt::OtherFocusReason);
}

void TablesDock::remove(const QString &table)
{
    m_removed.removeAll(table);
    m_removed += table;
    emit removeRequested(table);
    sayRemoved();
}

void TablesDock::undoRemove()
{
    const QString table = m_removed.takeLast();
    emit undoRemoveRequested(table);
    sayRemoved();
}

void TablesDock::sayRemoved()
{
    if (m_removed.isEmpty()) {
        m_undo->hide();
        return;
    }
    //: %1: a table
    m_undo->say(tr("“%1” was taken away.").arg(m_removed.last()));
}

void TablesDock::forgetRemoved()
{
    for (const QString &table : std::as_const(m_removed))
        emit removedForGood(table);
    m_removed.clear();
    sayRemoved();
}

bool TablesDock::eventFilter(QObject *watched, QEvent *event)
{
    // The window has some of these keys for itself, so they are claimed before it sees them.
    const bool isClaim = event->type() == QEvent::ShortcutOverride;
    if (watched != m_search || (!isClaim && event->type() != QEvent::KeyPress))
        return QDockWidget::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isOurs =
        key.modifiers() == Qt::NoModifier && (key.key() == Qt::Key_Down || isEnter(key.key()) ||
                                              (key.key() == Qt::Key_Escape && !m_search->text().isEmpty()));
    if (isOurs && isClaim)
        event->accept();
    return isOurs && (isClaim || handleSearchKey(key.key()));
}

bool TablesDock::event(QEvent *event)
{
    // Wherever in the dock the focus is: with the last table the list has gone, too.
    const bool isClaim = event->type() == QEvent::ShortcutOverride;
    if ((isClaim || event->type() == QEvent::KeyPress) && !m_removed.isEmpty() &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        if (!isClaim)
            undoRemove();
        return true;
    }
    return QDockWidget::event(event);
}

bool TablesDock::handleSearchKey(int key)
{
    if (key == Qt::Key_Escape)
        m_search->clear();
    else if (key == Qt::Key_Down)
        m_tree->setFocus(Qt::ShortcutFocusReason);
    else
        m_tree->insertChosen();
    return true;
}

} // namespace sonde
