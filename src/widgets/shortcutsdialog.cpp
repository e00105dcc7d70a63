#include "widgets/shortcutsdialog.h"

#include "widgets/celldelegate.h"
#include "widgets/dialogsize.h"
#include "widgets/emptystate.h"
#include "widgets/searchfield.h"

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace sonde {

namespace {

/// Without mnemonic, and without the dots that say that a dialog follows.
QString plainText(QString text)
{
    text.replace(QLatin1String("&&"), QString(QChar(0)));
    text.remove(u'&').replace(QChar(0), u'&');
    return text.endsWith(u'…') ? text.chopped(1) : text;
}

/// What is written on the key, where Qt has several names for it.
Qt::Key writtenKey(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Backtab:
        return Qt::Key_Tab;
    case Qt::Key_Return:
        return Qt::Key_Enter;
    default:
        return key;
    }
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    const QList<QKeySequence> shortcuts = action.shortcuts();
    for (const QKeySequence &shortcut : shortcuts) {
        const QString text = ShortcutsDialog::textOf(shortcut);
        if (!keys.contains(text))
            keys << text;
    }
    return keys.isEmpty() ? QStringLiteral("—") : keys.join(QLatin1String(", "));
}

void addRows(const QMenu &menu, const QString &prefix, QList<ShortcutRow> &rows)
{
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = prefix + plainText(action->text());
        if (action->menu() != nullptr)
            addRows(*action->menu(), text + QStringLiteral(" › "), rows);
        else
            rows << ShortcutRow{text, keysOf(*action)};
    }
}

QStandardItem *makeItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setSizeHint({0, QFontMetrics(QApplication::font()).height() + CellDelegate::rowPadding});
    return item;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, const QList<ShortcutGroup> &further, QWidget *parent)
    : QDialog(parent)
    , m_model(new QStandardItemModel(0, 2, this))
    , m_found(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTreeView(m_stack))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_model->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    const QList<QAction *> bar = menus.actions();
    for (const QAction *entry : bar) {
        if (entry->menu() == nullptr)
            continue;
        ShortcutGroup group{plainText(entry->text()), {}};
        addRows(*entry->menu(), {}, group.rows);
        addGroup(group);
    }
    for (const ShortcutGroup &group : further)
        addGroup(group);

    m_found->setSourceModel(m_model);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search actions and keys"));
    m_search->setAccessibleName(tr("Search actions and keys"));
    addClearButton(*m_search);
    m_search->installEventFilter(this);
    m_view->setModel(m_found);
    m_view->setAccessibleName(tr("Actions and their keys"));
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setIndentation(16);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->expandAll();
    m_view->header()->resizeSection(0, scaled(*this, 300));
    auto *nothing = new EmptyState(m_stack);
    nothing->say(tr("No action and no key is called so."));
    m_stack->addWidget(m_view);
    m_stack->addWidget(nothing);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::search);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    giveSize(*this, {620, 560});
}

void ShortcutsDialog::addGroup(const ShortcutGroup &group)
{
    QStandardItem *title = makeItem(group.title);
    QFont bold;
    bold.setBold(true);
    title->setFont(bold);
    for (const ShortcutRow &row : group.rows)
        title->appendRow({makeItem(row.what), makeItem(row.keys)});
    m_model->appendRow({title, makeItem({})});
}

void ShortcutsDialog::search(const QString &text)
{
    m_found->setFilterFixedString(text.trimmed());
    m_view->expandAll();
    m_stack->setCurrentIndex(m_found->rowCount() > 0 ? 0 : 1);
}

bool ShortcutsDialog::eventFilter(QObject *watched, QEvent *event)
{
    // From the field one goes down into what was found.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_view->setFocus();
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_found->index(0, 0));
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

QString ShortcutsDialog::textOf(const QKeySequence &keys)
{
    QStringList parts;
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination pressed = keys[static_cast<uint>(i)];
        const QKeyCombination shown(pressed.keyboardModifiers(), writtenKey(pressed.key()));
        parts << QKeySequence(shown).toString(QKeySequence::NativeText);
    }
    return parts.join(QLatin1Char(' '));
}

QList<ShortcutGroup> ShortcutsDialog::keysWithoutActions()
{
    const auto keys = [](QKeyCombination combination) { return textOf(QKeySequence(combination)); };
    // Qt names modifiers only together with a key.
    const auto with = [&keys](Qt::KeyboardModifiers modifiers) {
        return keys(QKeyCombination(modifiers, Qt::Key_A)).chopped(1);
    };
    //: %1: keys held down, as Ctrl+
    const QString wheel = tr("%1wheel", "after Ctrl+").arg(with(Qt::ControlModifier));
    //: %1: keys held down, as Ctrl+
    const QString arrows = tr("%1arrows", "after Shift+");
    //: %1: keys held down, as Ctrl+
    const QString click = tr("%1click", "after Ctrl+");
    return {
        {tr("In the editor"),
         {{tr("Indent, or back"), keys(Qt::Key_Tab) + QLatin1String(", ") + keys(Qt::SHIFT | Qt::Key_Tab)},
          {tr("Next part of a snippet, or the one before"),
           keys(Qt::Key_Tab) + QLatin1String(", ") + keys(Qt::SHIFT | Qt::Key_Tab)},
          {tr("Word by word"),
           keys(Qt::CTRL | Qt::Key_Left) + QLatin1String(", ") + keys(Qt::CTRL | Qt::Key_Right)},
          {tr("Remove a word"),
           keys(Qt::CTRL | Qt::Key_Backspace) + QLatin1String(", ") + keys(Qt::CTRL | Qt::Key_Delete)},
          {tr("Select a rectangle"), arrows.arg(with(Qt::AltModifier | Qt::ShiftModifier))},
          {tr("Close what is open, else stop the run"), keys(Qt::Key_Escape)}}},
        {tr("In the table"),
         {{tr("Row details"), keys(Qt::Key_Return) + QLatin1String(", ") + keys(Qt::Key_Space)},
          {tr("First or last cell"),
           keys(Qt::CTRL | Qt::Key_Home) + QLatin1String(", ") + keys(Qt::CTRL | Qt::Key_End)},
          {tr("To the next empty cell, or over empty ones"), arrows.arg(with(Qt::ControlModifier))},
          {tr("Select further"), arrows.arg(with(Qt::ShiftModifier))},
          {tr("Select whole columns, whole rows"),
           keys(Qt::CTRL | Qt::Key_Space) + QLatin1String(", ") + keys(Qt::SHIFT | Qt::Key_Space)},
          {tr("What can be done with the column"), keys(Qt::ALT | Qt::Key_Down)},
          {tr("Open a link, after its address was shown"), click.arg(with(Qt::ControlModifier))},
          {tr("Move the column"), keys(Qt::ALT | Qt::SHIFT | Qt::Key_Left) + QLatin1String(", ") +
                                      keys(Qt::ALT | Qt::SHIFT | Qt::Key_Right)}}},
        {tr("In the row details"),
         {{tr("The row before, or behind"),
           keys(Qt::Key_PageUp) + QLatin1String(", ") + keys(Qt::Key_PageDown)},
          {tr("Search names and values"), keys(Qt::CTRL | Qt::Key_F)},
          {tr("Copy path"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
          {tr("Filter by this"), keys(Qt::CTRL | Qt::Key_F7)},
          {tr("Exclude this"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_F7)},
          {tr("Show whole value"), keys(Qt::Key_Return)},
          {tr("Unfold all"), keys(Qt::Key_Asterisk)}}},
        {tr("In the tables"),
         {{tr("Insert the name"), keys(Qt::Key_Return)},
          {tr("Last 10 rows"), keys(Qt::CTRL | Qt::Key_Return)},
          {tr("Copy the name"), keys(Qt::CTRL | Qt::Key_C)},
          {tr("Star, or no longer"), keys(Qt::CTRL | Qt::Key_D)}}},
        {tr("In the history"),
         {{tr("Open in a new tab"), keys(Qt::Key_Return)},
          {tr("Run again"), keys(Qt::CTRL | Qt::Key_Return)},
          {tr("Copy the query"), keys(Qt::CTRL | Qt::Key_C)},
          {tr("Compare two runs, or one with the current tab"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_F8)},
          {tr("The next difference, or the one before"),
           keys(Qt::Key_F8) + QLatin1String(", ") + keys(Qt::SHIFT | Qt::Key_F8)},
          {tr("Delete"), keys(Qt::Key_Delete)}}},
        {tr("In the window of a whole value"),
         {{tr("The selected part into the query, or to leave out"),
           keys(Qt::CTRL | Qt::SHIFT | Qt::Key_Space) + QLatin1String(", ") +
               keys(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Space)},
          {tr("The next way to show it, the one before"),
           keys(Qt::CTRL | Qt::Key_PageDown) + QLatin1String(", ") + keys(Qt::CTRL | Qt::Key_PageUp)},
          {tr("Save the value"), keys(Qt::CTRL | Qt::Key_S)}}},
        {tr("In the list of all tabs"),
         {{tr("Go to the tab"), keys(Qt::Key_Return)}, {tr("Close the tab"), keys(Qt::Key_Delete)}}},
        {tr("On the tab of pinned results"),
         {{tr("Rename"), keys(Qt::Key_F2)}, {tr("Close"), keys(Qt::Key_Delete)}}},
        {tr("Anywhere in the window"), {{tr("Text larger or smaller"), wheel}}},
    };
}

} // namespace sonde
