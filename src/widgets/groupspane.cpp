#include "widgets/groupspane.h"

#include "widgets/flowlayout.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/rowdelegate.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

GroupsPane::GroupsPane(const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_icons(icons)
    , m_model(new GroupsModel(this))
    , m_bar(new FlowLayout(8))
    , m_hint(new QLabel(this))
    , m_tree(new QTreeView(this))
    , m_all(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setAcceptDrops(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_close->setIcon(icons.icon(QLatin1StringView("x")));
    m_close->setAutoRaise(true);
    m_all->setAutoDefault(false);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(GroupsModel::ValueColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(GroupsModel::CountColumn, QHeaderView::ResizeToContents);
    m_bar->setContentsMargins(0, 0, 0, 0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 8, 4);
    top->setSpacing(8);
    top->addLayout(m_bar, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_hint, 1); // in the place of the groups
    layout->addWidget(m_tree, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(8, 8, 8, 8);
    bottom->addWidget(m_all);
    bottom->addStretch();
    layout->addLayout(bottom);
    m_hint->setContentsMargins(8, 4, 8, 4);
    keepTranslated(this, [this] { retranslate(); });
    connect(m_close, &QToolButton::clicked, this, [this] { changeColumns({}); });
    connect(m_all, &QPushButton::clicked, this, &GroupsPane::letGo);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &GroupsPane::choose);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &group) { restore(group); });
    connect(m_tree, &QTreeView::expanded, this,
            [this](const QModelIndex &group) { m_unfolded.insert(m_model->pathOf(group)); });
    connect(m_tree, &QTreeView::collapsed, this,
            [this](const QModelIndex &group) { m_unfolded.remove(m_model->pathOf(group)); });
}

void GroupsPane::retranslate()
{
    setAccessibleName(tr("Groups"));
    m_tree->setAccessibleName(tr("Groups of rows"));
    m_hint->setText(tr("Drag the name of a column here to group the rows by it."));
    m_all->setText(tr("&All groups"));
    m_all->setToolTip(tr("Show the rows of every group"));
    m_close->setAccessibleName(tr("No groups"));
    m_close->setToolTip(tr("No groups"));
    sayChips();
}

void GroupsPane::setColumns(const std::vector<int> &columns, const QStringList &names)
{
    if (columns != m_columns) {
        m_unfolded.clear();
        m_chosen.clear();
    }
    m_columns = columns;
    m_names = names;
    showChips();
}

void GroupsPane::setAs(const GroupsPane &other)
{
    m_columns = other.m_columns;
    m_names = other.m_names;
    m_unfolded = other.m_unfolded;
    m_chosen = other.m_chosen;
    showChips();
}

/// A change of the language goes from child to child: none may be deleted meanwhile.
void GroupsPane::sayChips()
{
    for (int index = 0; index < m_chips.size(); ++index) {
        m_chips.at(index)->setToolTip(tr("Do not group by this column"));
        const QString name = m_names.value(m_columns.at(static_cast<std::size_t>(index)));
        //: %1: a column’s name
        m_chips.at(index)->setAccessibleName(tr("Do not group by %1").arg(name));
    }
}

void GroupsPane::showChips()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    for (const int column : m_columns) {
        const QString name = m_names.value(column);
        auto *chip = new QPushButton(m_icons.icon(QLatin1StringView("x"), ColorRole::MutedText),
                                     QString(name).replace(u'&', QLatin1String("&&")), this);
        chip->setAutoDefault(false);
        connect(chip, &QPushButton::clicked, this, [this, column] {
            std::vector<int> left = m_columns;
            left.erase(std::remove(left.begin(), left.end(), column), left.end());
            changeColumns(std::move(left));
        });
        m_bar->addWidget(chip);
        m_chips.append(chip);
        chip->show();
    }
    sayChips();
    // As they stand, not as they were made.
    QWidget *previous = this;
    for (QPushButton *chip : std::as_const(m_chips)) {
        setTabOrder(previous, chip);
        previous = chip;
    }
    setTabOrder(previous, m_close);
    setTabOrder(m_close, m_tree);
    setTabOrder(m_tree, m_all);
    m_hint->setVisible(m_columns.empty());
    m_tree->setVisible(!m_columns.empty());
    m_all->setVisible(!m_columns.empty());
    m_all->setEnabled(!m_chosen.isEmpty());
}

void GroupsPane::changeColumns(std::vector<int> columns)
{
    if (columns == m_columns)
        return;
    m_columns = std::move(columns);
    m_unfolded.clear();
    const bool hadChosen = !m_chosen.isEmpty();
    m_chosen.clear();
    showChips();
    if (hadChosen)
        emit groupChosen({});
    emit columnsChanged();
}

void GroupsPane::setRows(const ChunkedTable &rows, const RowFilter &filter, const CellDisplay &display)
{
    const QScopedValueRollback guard(m_isRestoring, true);
    m_model->setSource({rows, filter, display, m_columns});
}

void GroupsPane::takeKeyboard()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}

void GroupsPane::letGo()
{
    m_tree->setCurrentIndex({});
    m_tree->clearSelection();
    // Groups that are being counted anew have nothing selected yet.
    if (!m_chosen.isEmpty())
        choose();
}

/// Groups that have just arrived: what was unfolded and chosen before is so again.
void GroupsPane::restore(const QModelIndex &parent)
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex group = m_model->index(row, 0, parent);
        const QStringList path = m_model->pathOf(group);
        if (m_unfolded.contains(path))
            m_tree->expand(group);
        if (!m_chosen.isEmpty() && path == m_chosen) {
            const QScopedValueRollback guard(m_isRestoring, true);
            m_tree->setCurrentIndex(group);
        }
    }
}

void GroupsPane::choose()
{
    if (m_isRestoring)
        return;
    const QModelIndexList selected = m_tree->selectionModel()->selectedRows();
    m_chosen = selected.isEmpty() ? QStringList() : m_model->pathOf(selected.first());
    m_all->setEnabled(!m_chosen.isEmpty());
    emit groupChosen(selected.isEmpty() ? std::vector<ColumnCondition>()
                                        : m_model->conditionsOf(selected.first()));
}

void GroupsPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(columnMime))
        event->acceptProposedAction();
}

void GroupsPane::dropEvent(QDropEvent *event)
{
    bool isNumber = false;
    const int column = event->mimeData()->data(columnMime).toInt(&isNumber);
    if (!isNumber || column < 0 || column >= m_names.size())
        return;
    event->acceptProposedAction();
    std::vector<int> columns = m_columns;
    if (std::find(columns.begin(), columns.end(), column) == columns.end())
        columns.push_back(column);
    changeColumns(std::move(columns));
}

bool GroupsPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !m_chosen.isEmpty() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void GroupsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_chosen.isEmpty())
        letGo();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sonde
