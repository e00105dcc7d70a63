#include "widgets/favouritesdock.h"

#include "models/favouritesmodel.h"
#include "models/favouritesproxymodel.h"
#include "stores/favouritestore.h"
#include "stores/samplefavourites.h"
#include "widgets/dialogsize.h"
#include "widgets/emptystate.h"
#include "widgets/favouritedelegate.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/messagebar.h"
#include "widgets/searchfield.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QActionGroup>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

namespace sonde {

namespace {

/// Room for the tabs of the docks that stand in one place.
constexpr int narrowest = 220;
using Order = FavouritesProxyModel::Order;
using Kind = FavouritesModel::Kind;

} // namespace

FavouritesDock::FavouritesDock(FavouriteStore &store, const Theme &theme, const Icons &icons, QWidget *parent)
    : QDockWidget(parent)
    , m_store(store)
    , m_icons(icons)
    , m_model(new FavouritesModel(store, this))
    , m_proxy(new FavouritesProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_empty(new EmptyState(this))
    , m_messages(new MessageBar(theme, icons, this))
    , m_undoBar(new UndoBar(icons, this))
{
    setObjectName(QStringLiteral("favourites"));
    m_proxy->setSourceModel(m_model);
    makeSearchField(*m_search, icons);
    m_search->installEventFilter(this);
    makeTree();
    makeActions();
    m_empty->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *content = new QWidget(this);
    content->setMinimumWidth(scaled(*this, narrowest));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 8, 4);
    top->setSpacing(4);
    top->addWidget(m_search, 1);
    auto *sortButton = makeSortButton();
    auto *addButton = makeAddButton();
    top->addWidget(sortButton);
    top->addWidget(addButton);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_messages);
    column->addWidget(m_tree, 1);
    column->addWidget(m_empty);
    column->addWidget(m_undoBar);
    connect(m_undoBar, &UndoBar::undoRequested, this, &FavouritesDock::undo);
    setWidget(content);
    setTabOrder(m_search, sortButton);
    setTabOrder(sortButton, addButton);
    setTabOrder(addButton, m_tree);
    connectParts();
    unfold();
    keepTranslated(this, [this] { retranslate(); });
    updateActions();
}

void FavouritesDock::retranslate()
{
    setWindowTitle(tr("Favourites"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search favourites"));
    m_search->setToolTip(tr("Looks at names, tags, descriptions, folders and queries"));
    m_tree->setAccessibleName(tr("Favourites"));
    m_undoBar->setTip(tr("Bring back what was deleted"));
    m_model->update();
    updateEmptyState();
}

void FavouritesDock::makeTree()
{
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new FavouriteDelegate(m_icons, m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setAutoExpandDelay(700);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->installEventFilter(this);
}

void FavouritesDock::makeActions()
{
    const auto make = [this](const char *text, const char *icon, const QKeySequence &keys) {
        auto *action = new QAction(m_tree);
        keepTranslated(m_tree, [action, text] { action->setText(tr(text)); });
        if (icon != nullptr)
            action->setIcon(m_icons.icon(QLatin1StringView(icon)));
        action->setShortcut(keys);
        action->setShortcutVisibleInContextMenu(true);
        return action;
    };
    m_run = make(QT_TR_NOOP("&Run"), "play", Qt::Key_Return);
    m_open = make(QT_TR_NOOP("&Open without running"), "file", Qt::Key_Space);
    m_rename = make(QT_TR_NOOP("Re&name"), "pencil", Qt::Key_F2);
    m_edit = make(QT_TR_NOOP("&Properties…"), nullptr, Qt::ALT | Qt::Key_Return);
    m_delete = make(QT_TR_NOOP("&Delete"), "trash-2", QKeySequence::Delete);
    m_newFolder = make(QT_TR_NOOP("New &folder"), "folder-plus", {});
    m_forget = make(QT_TR_NOOP("&Take this folder off the list"), nullptr, {});
    keepTranslated(m_tree, [this] { m_forget->setToolTip(tr("Nothing is deleted")); });
    m_show = make(QT_TR_NOOP("&Show in the file manager"), nullptr, {});
    // The actions are in the menu only. The keys are the tree's own, see eventFilter(): while a name is typed
    // they are text.
    connect(m_run, &QAction::triggered, this, [this] { open(true); });
    connect(m_open, &QAction::triggered, this, [this] { open(false); });
    connect(m_rename, &QAction::triggered, this, [this] { m_tree->edit(m_tree->currentIndex()); });
    connect(m_edit, &QAction::triggered, this, [this] { emit editRequested(currentPath()); });
    connect(m_delete, &QAction::triggered, this, &FavouritesDock::removeChosen);
    connect(m_newFolder, &QAction::triggered, this, &FavouritesDock::makeFolder);
    connect(m_forget, &QAction::triggered, this, [this] { m_store.forgetFolder(currentPath()); });
    connect(m_show, &QAction::triggered, this, &FavouritesDock::showInFileManager);
}

QToolButton *FavouritesDock::makeSortButton()
{
    auto *button = new QToolButton(this);
    button->setIcon(m_icons.icon(QLatin1StringView("arrow-down-a-z")));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    keepTranslated(button, [button] {
        button->setToolTip(tr("Order of the favourites"));
        button->setAccessibleName(tr("Order of the favourites"));
    });
    auto *menu = new QMenu(button);
    m_orders = new QActionGroup(menu);
    const auto add = [this, menu](Order order, const char *text) {
        QAction *action = menu->addAction(QString());
        keepTranslated(menu, [action, text] { action->setText(tr(text)); });
        action->setCheckable(true);
        action->setData(static_cast<int>(order));
        action->setChecked(order == m_proxy->order());
        m_orders->addAction(action);
    };
    add(Order::Name, QT_TR_NOOP("By &name"));
    add(Order::LastUsed, QT_TR_NOOP("&Last used first"));
    add(Order::MostUsed, QT_TR_NOOP("&Most used first"));
    connect(m_orders, &QActionGroup::triggered, this,
            [this](QAction *action) { m_proxy->setOrder(static_cast<Order>(action->data().toInt())); });
    button->setMenu(menu);
    return button;
}

QToolButton *FavouritesDock::makeAddButton()
{
    auto *button = new QToolButton(this);
    button->setIcon(m_icons.icon(QLatin1StringView("plus")));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    keepTranslated(button, [button] {
        button->setToolTip(tr("Add a favourite or a folder"));
        button->setAccessibleName(tr("Add a favourite or a folder"));
    });
    auto *menu = new QMenu(button);
    const auto add = [this, menu](const char *icon, const char *text, auto slot) {
        QAction *action = menu->addAction(m_icons.icon(QLatin1StringView(icon)), QString(), this, slot);
        keepTranslated(menu, [action, text] { action->setText(tr(text)); });
    };
    add("star", QT_TR_NOOP("&Save the current query…"), &FavouritesDock::saveCurrentRequested);
    add("folder-plus", QT_TR_NOOP("New &folder"), &FavouritesDock::makeFolder);
    add("folder-open", QT_TR_NOOP("&Add a folder of queries…"), &FavouritesDock::askForFolder);
    button->setMenu(menu);
    return button;
}

void FavouritesDock::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &FavouritesDock::search);
    connect(m_tree, &QTreeView::activated, this, [this] { open(true); });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &FavouritesDock::showMenu);
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_isUnfolding && !m_proxy->isSearching())
            m_unfolded.insert(index.data(FavouritesModel::PathRole).toString());
    });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_isUnfolding && !m_proxy->isSearching())
            m_unfolded.remove(index.data(FavouritesModel::PathRole).toString());
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FavouritesDock::updateActions);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &FavouritesDock::unfold);
    connect(m_model, &FavouritesModel::failed, this, &FavouritesDock::showError);
    connect(&m_store, &FavouriteStore::failed, this, &FavouritesDock::showError);
    connect(&m_store, &FavouriteStore::moved, this, [this](const QString &from, const QString &to) {
        if (currentPath() == from)
            m_following = to;
    });
    // The model was told before: it was made earlier.
    connect(&m_store, &FavouriteStore::changed, this, [this] {
        updateEmptyState();
        if (!m_following.isEmpty())
            reveal(std::exchange(m_following, {}));
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_proxy->isSearching())
            m_search->clear();
        else
            emit saveCurrentRequested();
    });
    m_unfolded = {m_store.ownFolder(), sampleFavouritesFolder()};
}

QModelIndex FavouritesDock::current() const
{
    return m_proxy->mapToSource(m_tree->currentIndex());
}

QString FavouritesDock::currentPath() const
{
    const QModelIndex index = current();
    return index.isValid() ? m_model->pathOf(index) : QString();
}

QString FavouritesDock::currentFolder() const
{
    const QModelIndex index = current();
    const QString folder = index.isValid() ? m_model->folderOf(index) : QString();
    return m_store.isChangeable(folder) ? folder : QString();
}

void FavouritesDock::open(bool run)
{
    const QModelIndex index = current();
    if (!index.isValid() || m_model->kindOf(index) != Kind::Favourite)
        return;
    const FavouriteFile *found = m_store.find(m_model->pathOf(index));
    if (found == nullptr)
        return;
    // What is told of it may change the list.
    const FavouriteFile file = *found;
    if (file.fault) {
        Error error = *file.fault;
        error.advice = error.message + u' ' + error.advice;
        error.message = tr("“%1” cannot be opened.").arg(QFileInfo(file.path).fileName());
        showError(error);
        return;
    }
    m_messages->clear();
    m_store.use(file.path);
    emit openRequested(file, run);
}

void FavouritesDock::search(const QString &words)
{
    m_proxy->setSearch(words);
    foldAll();
    unfold();
    updateEmptyState();
    if (m_proxy->isSearching()) {
        // The first favourite, so that Enter runs what is found.
        QModelIndex first = m_proxy->index(0, 0);
        while (m_proxy->hasChildren(first))
            first = m_proxy->index(0, 0, first);
        m_tree->setCurrentIndex(first);
    } else if (m_tree->currentIndex().isValid()) {
        // What was found stays in view; that its folders are open for it is nothing to remember.
        const QScopedValueRollback<bool> guard(m_isUnfolding, true);
        m_tree->scrollTo(m_tree->currentIndex());
    }
}

void FavouritesDock::foldAll()
{
    const QScopedValueRollback<bool> guard(m_isUnfolding, true);
    m_tree->collapseAll();
}

void FavouritesDock::unfold()
{
    const QScopedValueRollback<bool> guard(m_isUnfolding, true);
    if (m_proxy->isSearching()) {
        m_tree->expandAll();
        return;
    }
    for (const QString &path : std::as_const(m_unfolded)) {
        const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(path));
        if (index.isValid())
            m_tree->expand(index);
    }
}

void FavouritesDock::updateEmptyState()
{
    if (m_proxy->isSearching()) {
        const bool isFound = m_proxy->rowCount() > 0;
        m_empty->say(tr("No favourite has “%1” in it.").arg(m_search->text().trimmed().left(60)),
                     tr("Clear the search"));
        showEmpty(!isFound, true);
        return;
    }
    const QList<FavouriteListing> &listings = m_store.listings();
    const bool hasOwn = std::any_of(listings.begin(), listings.end(), [](const FavouriteListing &listing) {
        return listing.kind == FavouriteListing::Kind::Added ||
               (listing.kind == FavouriteListing::Kind::Own && !listing.files.isEmpty());
    });
    m_empty->say(tr("Queries that worked belong here."), tr("Save the current query"));
    showEmpty(!hasOwn, false);
}

void FavouritesDock::showEmpty(bool isEmpty, bool isAlone)
{
    // In the tree's place where that has no rows, else below it.
    m_tree->setVisible(!isEmpty || !isAlone);
    m_empty->setSizePolicy(QSizePolicy::Preferred, isAlone ? QSizePolicy::Preferred : QSizePolicy::Maximum);
    m_empty->setVisible(isEmpty);
}

void FavouritesDock::updateActions()
{
    const QModelIndex index = current();
    const bool isFavourite = index.isValid() && m_model->kindOf(index) == Kind::Favourite;
    const bool isRoot = index.isValid() && m_model->kindOf(index) == Kind::Root;
    const bool hasFault = index.isValid() && !index.data(FavouritesModel::FaultRole).toString().isEmpty();
    const bool isChangeable = index.isValid() && index.data(FavouritesModel::ChangeableRole).toBool();
    m_run->setVisible(isFavourite);
    m_open->setVisible(isFavourite);
    m_run->setEnabled(!hasFault);
    m_open->setEnabled(!hasFault);
    m_rename->setVisible(isChangeable && !isRoot);
    m_edit->setVisible(isFavourite && isChangeable);
    m_edit->setEnabled(isFavourite && isChangeable && !hasFault);
    m_delete->setVisible(isChangeable && !isRoot);
    m_newFolder->setVisible(isChangeable && !isFavourite);
    m_forget->setVisible(isRoot && isChangeable && currentPath() != m_store.ownFolder());
    m_show->setVisible(isChangeable);
}

void FavouritesDock::showMenu(const QPoint &position)
{
    updateActions();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_run, m_open});
    menu->addSeparator();
    menu->addActions({m_newFolder, m_rename, m_edit, m_show, m_forget});
    menu->addSeparator();
    menu->addAction(m_delete);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void FavouritesDock::removeChosen()
{
    QStringList paths;
    const QModelIndexList chosen = m_tree->selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        paths.append(index.data(FavouritesModel::PathRole).toString());
    paths.sort();
    // What lies in a folder that goes, goes with it.
    for (qsizetype at = paths.size(); at-- > 0;) {
        if (std::any_of(paths.begin(), paths.end(),
                        [&](const QString &other) { return paths.at(at).startsWith(other + u'/'); }))
            paths.removeAt(at);
    }
    if (paths.isEmpty())
        return;
    const QString name = chosen.first().data().toString();
    const Result<int> removal = m_store.remove(paths);
    if (!removal) {
        showError(removal.error());
        return;
    }
    m_removal = *removal;
    m_undoBar->say(paths.size() == 1
                       ? tr("“%1” was deleted.").arg(fontMetrics().elidedText(name, Qt::ElideRight, 240))
                       : tr("%L1 favourites and folders were deleted.").arg(paths.size()));
}

void FavouritesDock::undo()
{
    m_undoBar->hide();
    const Result<QStringList> restored = m_store.restore(m_removal);
    if (!restored) {
        showError(restored.error());
        return;
    }
    if (!restored->isEmpty())
        reveal(restored->first());
    m_tree->setFocus();
}

void FavouritesDock::makeFolder()
{
    const QString parent = currentFolder().isEmpty() ? m_store.ownFolder() : currentFolder();
    const Result<QString> made = m_store.makeFolder(parent, tr("New folder"));
    if (!made) {
        showError(made.error());
        return;
    }
    m_search->clear();
    reveal(*made);
    m_tree->edit(m_tree->currentIndex());
}

void FavouritesDock::askForFolder()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder of queries"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const auto added = m_store.addFolder(path); !added)
            showError(added.error());
        else
            reveal(path);
    });
    dialog->open();
}

void FavouritesDock::showInFileManager()
{
    const QModelIndex index = current();
    if (index.isValid())
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_model->folderOf(index)));
}

void FavouritesDock::reveal(const QString &path)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(path));
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        m_tree->expand(above);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void FavouritesDock::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FavouritesDock::showError(const Error &error)
{
    m_messages->showError(error);
}

void FavouritesDock::showNote(const QString &message, const QString &advice)
{
    m_messages->showMessage(MessageBar::Level::Warning, message, advice);
}

QByteArray FavouritesDock::state() const
{
    QStringList unfolded = m_unfolded.values();
    unfolded.sort();
    return QJsonDocument(QJsonObject{{QStringLiteral("order"), static_cast<int>(m_proxy->order())},
                                     {QStringLiteral("unfolded"), QJsonArray::fromStringList(unfolded)}})
        .toJson(QJsonDocument::Compact);
}

void FavouritesDock::restoreState(const QByteArray &state)
{
    const QJsonObject saved = QJsonDocument::fromJson(state).object();
    if (saved.isEmpty())
        return;
    const QList<QAction *> orders = m_orders->actions();
    for (QAction *action : orders) {
        if (action->data().toInt() == saved.value(QLatin1String("order")).toInt())
            action->trigger();
    }
    m_unfolded.clear();
    const QJsonArray unfolded = saved.value(QLatin1String("unfolded")).toArray();
    for (const QJsonValue &path : unfolded)
        m_unfolded.insert(path.toString());
    foldAll();
    unfold();
}

bool FavouritesDock::eventFilter(QObject *watched, QEvent *event)
{
    // The window's undo is the editor's, so the key is claimed before the window sees it.
    const bool isClaim = event->type() == QEvent::ShortcutOverride;
    if (!isClaim && event->type() != QEvent::KeyPress)
        return QDockWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_tree && key->matches(QKeySequence::Undo) && !m_undoBar->isHidden()) {
        if (isClaim)
            event->accept();
        else
            undo();
        return true;
    }
    if (isClaim)
        return QDockWidget::eventFilter(watched, event);
    if (watched == m_tree && key->modifiers() == Qt::NoModifier) {
        if (key->key() == Qt::Key_Space) {
            open(false);
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            removeChosen();
            return true;
        }
    }
    if (watched == m_tree && key->modifiers() == Qt::AltModifier &&
        (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        m_edit->trigger();
        return true;
    }
    if (watched == m_search) {
        switch (key->key()) {
        case Qt::Key_Down:
            m_tree->setFocus(Qt::OtherFocusReason);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            open(true);
            return true;
        case Qt::Key_Escape:
            if (m_search->text().isEmpty())
                break;
            m_search->clear();
            return true;
        default:
            break;
        }
    }
    return QDockWidget::eventFilter(watched, event);
}

} // namespace sonde
