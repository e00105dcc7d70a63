#include "widgets/tabletree.h"

#include "core/kqltext.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/tabledelegate.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <algorithm>

namespace sonde {

namespace {

constexpr int looked = 10; ///< rows of a look into a table

using Kind = SchemaModel::Kind;

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

TableTree::TableTree(SchemaModel &model, const Theme &theme, const Icons &icons, QAction *refresh,
                     QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_refresh(refresh)
{
    makeActions(icons);
    setModel(&model);
    setItemDelegate(new TableDelegate(theme, icons, this));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(16);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragDropMode(QAbstractItemView::DragOnly);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    updateActions();
}

void TableTree::makeActions(const Icons &icons)
{
    const auto make = [this, &icons](const char *text, const char *icon, const QKeySequence &keys,
                                     void (TableTree::*act)()) {
        auto *action = new QAction(this);
        keepTranslated(this, [action, text] { action->setText(tr(text)); });
        if (icon != nullptr)
            action->setIcon(icons.icon(QLatin1StringView(icon)));
        action->setShortcut(keys);
        action->setShortcutVisibleInContextMenu(true);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    // They are in the menu only. The keys are the tree's own, see event(): elsewhere they are others'.
    m_insert = make(QT_TR_NOOP("&Insert the name"), nullptr, Qt::Key_Return, &TableTree::insertChosen);
    m_rows = make(QT_TR_NOOP("&Last 10 rows"), "play", Qt::CTRL | Qt::Key_Return, &TableTree::showRows);
    m_columns = make(QT_TR_NOOP("&Show columns"), "columns-3", {}, &TableTree::showColumns);
    m_open = make(QT_TR_NOOP("&Open its query"), "file", {}, &TableTree::openFunction);
    m_copy = make(QT_TR_NOOP("&Copy the name"), "copy", QKeySequence::Copy, &TableTree::copyChosen);
    m_star = make(QT_TR_NOOP("S&tar"), "star", Qt::CTRL | Qt::Key_D, &TableTree::toggleStar);
    m_star->setCheckable(true);
    m_remove =
        make(QT_TR_NOOP("Re&move the table"), "trash-2", QKeySequence::Delete, &TableTree::removeTable);
}

QString TableTree::chosenText() const
{
    QModelIndexList chosen = selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end(), [this](const QModelIndex &left, const QModelIndex &right) {
        return visualRect(left).top() < visualRect(right).top();
    });
    QStringList names;
    for (const QModelIndex &index : std::as_const(chosen)) {
        if (const QString name = index.data(SchemaModel::InsertRole).toString(); !name.isEmpty())
            names << name;
    }
    return names.join(QStringLiteral(", "));
}

void TableTree::insertChosen()
{
    if (const QString text = chosenText(); !text.isEmpty())
        emit insertRequested(text);
    else if (currentIndex().isValid())
        setExpanded(currentIndex(), !isExpanded(currentIndex()));
}

void TableTree::showRows()
{
    const KqlTable *table = m_model.tableAt(currentIndex());
    const KqlFunction *function = m_model.functionAt(currentIndex());
    if (table != nullptr) {
        const bool hasTime =
            std::any_of(table->columns.begin(), table->columns.end(), [](const KqlColumn &column) {
                return column.name == QLatin1String("TimeGenerated");
            });
        const QString rows =
            hasTime ? QStringLiteral("\n| top %1 by TimeGenerated desc") : QStringLiteral("\n| take %1");
        emit queryRequested(kqlName(table->name) + rows.arg(looked), true, table->name);
    } else if (function != nullptr && function->parameters.isEmpty()) {
        emit queryRequested(kqlName(function->name) + QStringLiteral("()\n| take %1").arg(looked), true,
                            function->name);
    }
}

void TableTree::showColumns()
{
    if (const KqlTable *table = m_model.tableAt(currentIndex()))
        emit columnsRequested(QString(table->name)); // the search that is cleared may take the table away
}

void TableTree::openFunction()
{
    if (const KqlFunction *function = m_model.functionAt(currentIndex()))
        emit queryRequested(function->body, false, function->name);
}

void TableTree::copyChosen()
{
    if (const QString text = chosenText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void TableTree::toggleStar()
{
    if (m_model.kindOf(currentIndex()) == Kind::Table)
        emit starRequested(m_model.tableAt(currentIndex())->name);
}

void TableTree::removeTable()
{
    if (m_canRemove && m_model.kindOf(currentIndex()) == Kind::Table)
        emit removeRequested(m_model.tableAt(currentIndex())->name);
}

void TableTree::setCanRemove(bool canRemove)
{
    m_canRemove = canRemove;
    updateActions();
}

void TableTree::updateActions()
{
    const QModelIndex index = currentIndex();
    const bool isTable = index.isValid() && m_model.kindOf(index) == Kind::Table;
    const KqlFunction *function = m_model.functionAt(index);
    const bool hasName = !chosenText().isEmpty();
    m_insert->setVisible(hasName);
    m_copy->setVisible(hasName);
    m_rows->setVisible(isTable || (function != nullptr && function->parameters.isEmpty()));
    m_columns->setVisible(m_model.tableAt(index) != nullptr);
    m_open->setVisible(function != nullptr);
    m_star->setVisible(isTable);
    m_remove->setVisible(isTable && m_canRemove);
    m_star->setChecked(isTable && index.data(SchemaModel::StarRole).toBool());
}

void TableTree::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    updateActions();
}

void TableTree::contextMenuEvent(QContextMenuEvent *event)
{
    updateActions();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_insert, m_rows, m_columns, m_open, m_copy});
    menu->addSeparator();
    menu->addActions({m_star, m_remove, m_refresh});
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    menu->popup(isByKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                        : event->globalPos());
}

void TableTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTreeView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->pos()).isValid())
        insertChosen();
}

bool TableTree::event(QEvent *event)
{
    // The window has some of these keys for itself, so they are claimed before it sees them.
    if (event->type() == QEvent::ShortcutOverride &&
        actionFor(static_cast<const QKeyEvent &>(*event)) != nullptr) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void TableTree::keyPressEvent(QKeyEvent *event)
{
    if (QAction *action = actionFor(*event))
        action->trigger();
    else
        QTreeView::keyPressEvent(event);
}

QAction *TableTree::actionFor(const QKeyEvent &event) const
{
    const bool isControl = event.modifiers() == Qt::ControlModifier;
    if (isEnter(event.key()) && (event.modifiers() & ~Qt::KeypadModifier) == 0)
        return m_insert;
    if (isEnter(event.key()) && isControl)
        return m_rows;
    if (event.matches(QKeySequence::Copy))
        return m_copy;
    if (m_canRemove && event.key() == Qt::Key_Delete && event.modifiers() == Qt::NoModifier)
        return m_remove;
    return isControl && event.key() == Qt::Key_D ? m_star : nullptr;
}

} // namespace sonde
