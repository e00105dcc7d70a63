#include "widgets/connectionsdialog.h"

#include "models/connectionsmodel.h"
#include "stores/connectionstore.h"
#include "widgets/connectionmark.h"
#include "widgets/dialogsize.h"
#include "widgets/emptystate.h"
#include "widgets/messagebar.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace sonde {

namespace {

/// Puts the colour mark, or the picture of a server, before the name.
class NameDelegate final : public QStyledItemDelegate
{
public:
    NameDelegate(const Icons &icons, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_icons(icons)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(qMax(size.height(), option.fontMetrics.height() + 6));
        return size;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        Connection shown;
        shown.colour = static_cast<ColourMark>(index.data(ConnectionsModel::ColourRole).toInt());
        option->icon = ConnectionMark::iconOf(shown, m_icons);
        option->decorationSize = QSize(16, 16);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }

private:
    const Icons &m_icons;
};

} // namespace

ConnectionsDialog::ConnectionsDialog(const ConnectionStore &store, const Theme &theme, const Icons &icons,
                                     QWidget *parent)
    : QDialog(parent)
    , m_icons(icons)
    , m_model(new ConnectionsModel(store, this))
    , m_messages(new MessageBar(theme, icons, this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QTreeView(this))
{
    setWindowTitle(tr("Connections"));
    makeList();
    auto *empty = new EmptyState(this);
    empty->say(tr("The workspaces that you search stand here, with how to sign in to them."),
               tr("Add a connection…"));
    connect(empty, &EmptyState::actionTriggered, this, &ConnectionsDialog::addRequested);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_list);

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    makeButtons(*buttons);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(m_stack, 1);
    middle->addLayout(buttons);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_messages);
    column->addLayout(middle, 1);
    column->addWidget(box);
    // Enter edits; it must not close the list.
    box->button(QDialogButtonBox::Close)->setAutoDefault(false);

    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ConnectionsDialog::rememberCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { setCurrent(m_remembered); });
    connect(m_model, &ConnectionsModel::moveRequested, this, &ConnectionsDialog::moveRequested,
            Qt::QueuedConnection); // after the drag
    connect(m_messages, &MessageBar::remedyChosen, this, [this](Remedy remedy) {
        if (remedy == Remedy::UnlockKeychain)
            emit unlockRequested();
    });
    setCurrent({});
    m_list->setFocus();
    giveSize(*this, {760, 420});
}

void ConnectionsDialog::makeList()
{
    m_list->setObjectName(QStringLiteral("connections"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setModel(m_model);
    m_list->setItemDelegateForColumn(ConnectionsModel::NameColumn, new NameDelegate(m_icons, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDragDropOverwriteMode(false);
    m_list->setDropIndicatorShown(true);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->resizeSection(ConnectionsModel::NameColumn, scaled(*this, 190));
    m_list->header()->resizeSection(ConnectionsModel::CloudColumn, scaled(*this, 110));
    m_list->header()->resizeSection(ConnectionsModel::SearchesColumn, scaled(*this, 170));
    m_list->installEventFilter(this);
    connect(m_list, &QAbstractItemView::doubleClicked, this, [this] { emit editRequested(currentId()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConnectionsDialog::updateButtons);
}

QPushButton *ConnectionsDialog::addButton(QVBoxLayout &column, const char *icon, const QString &text,
                                          const QString &tip, const QKeySequence &key)
{
    auto *button = new QPushButton(m_icons.icon(QLatin1StringView(icon)), text, this);
    button->setObjectName(QString::fromLatin1(icon));
    //: %1: what a button does; %2: its keys, as Ctrl+N
    button->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    column.addWidget(button);
    return button;
}

void ConnectionsDialog::makeButtons(QVBoxLayout &column)
{
    QPushButton *add = addButton(column, "plus", tr("&Add…"), tr("Add a connection"), Qt::Key_Insert);
    connect(add, &QPushButton::clicked, this, &ConnectionsDialog::addRequested);
    m_edit = addButton(column, "pencil", tr("&Edit…"), tr("Change the chosen connection"), Qt::Key_Enter);
    connect(m_edit, &QPushButton::clicked, this, [this] { emit editRequested(currentId()); });
    m_duplicate =
        addButton(column, "copy", tr("Du&plicate"), tr("Add a copy, with its secret"), Qt::CTRL | Qt::Key_D);
    connect(m_duplicate, &QPushButton::clicked, this, [this] { emit duplicateRequested(currentId()); });
    m_remove = addButton(column, "trash-2", tr("De&lete…"), tr("Delete the connection and its secret"),
                         Qt::Key_Delete);
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(currentId()); });
    column.addSpacing(8);
    m_up = addButton(column, "arrow-up", tr("Move &up"), tr("Move it up; rows can be dragged too"),
                     Qt::ALT | Qt::Key_Up);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    m_down = addButton(column, "arrow-down", tr("Move do&wn"), tr("Move it down; rows can be dragged too"),
                       Qt::ALT | Qt::Key_Down);
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    column.addSpacing(8);
    QPushButton *import = addButton(column, "download", tr("&Import…"), tr("Add connections from a file"));
    connect(import, &QPushButton::clicked, this, &ConnectionsDialog::importRequested);
    m_export =
        addButton(column, "upload", tr("E&xport…"), tr("Write all connections to a file, without secrets"));
    connect(m_export, &QPushButton::clicked, this, &ConnectionsDialog::exportRequested);
    column.addStretch();
}

QString ConnectionsDialog::currentId() const
{
    return m_list->currentIndex().siblingAtColumn(0).data(ConnectionsModel::IdRole).toString();
}

void ConnectionsDialog::setCurrent(const QString &id)
{
    QModelIndex index = m_model->indexOf(id);
    // The one that was chosen is gone: its neighbour is.
    if (!index.isValid() && m_model->rowCount() > 0)
        index = m_model->index(qBound(0, m_rememberedRow, m_model->rowCount() - 1), 0);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    if (index.isValid()) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
    updateButtons();
}

void ConnectionsDialog::rememberCurrent()
{
    m_remembered = currentId();
    m_rememberedRow = qMax(0, m_list->currentIndex().row());
}

void ConnectionsDialog::updateButtons()
{
    const int row = m_list->currentIndex().row();
    const bool isChosen = row >= 0;
    for (QPushButton *button : {m_edit, m_duplicate, m_remove})
        button->setEnabled(isChosen);
    m_up->setEnabled(isChosen && row > 0);
    m_down->setEnabled(isChosen && row < m_model->rowCount() - 1);
    m_export->setEnabled(m_model->rowCount() > 0);
}

void ConnectionsDialog::moveCurrent(int step)
{
    const int target = m_list->currentIndex().row() + step;
    if (!currentId().isEmpty() && target >= 0 && target < m_model->rowCount())
        emit moveRequested(currentId(), target);
}

void ConnectionsDialog::showFailure(const Error &error)
{
    QList<Remedy> remedies;
    if (error.remedy == Remedy::UnlockKeychain)
        remedies << error.remedy;
    m_messages->showMessage(MessageBar::Level::Error, error.message, error.advice,
                            MessageBar::detailsOf(error), remedies);
}

void ConnectionsDialog::showNote(const QString &message, const QString &advice)
{
    if (message.isEmpty())
        m_messages->clear();
    else
        m_messages->showMessage(MessageBar::Level::Info, message, advice);
}

bool ConnectionsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const QString id = currentId();
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier && key->key() == Qt::Key_Insert)
        emit addRequested();
    else if (modifiers == Qt::NoModifier && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
             !id.isEmpty())
        emit editRequested(id);
    else if (modifiers == Qt::NoModifier && key->key() == Qt::Key_Delete && !id.isEmpty())
        emit removeRequested(id);
    else if (modifiers == Qt::ControlModifier && key->key() == Qt::Key_D && !id.isEmpty())
        emit duplicateRequested(id);
    else if (modifiers == Qt::AltModifier && key->key() == Qt::Key_Up)
        moveCurrent(-1);
    else if (modifiers == Qt::AltModifier && key->key() == Qt::Key_Down)
        moveCurrent(1);
    else
        return QDialog::eventFilter(watched, event);
    return true;
}

} // namespace sonde
