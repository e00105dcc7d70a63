#include "widgets/columnspopup.h"

#include "widgets/rowdelegate.h"
#include "widgets/searchfield.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sonde {

namespace {

enum Role { ColumnRole = Qt::UserRole };

} // namespace

ColumnsPopup::ColumnsPopup(const Icons &icons, const QList<Entry> &entries, int current, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_columns(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Columns"));
    makeSearchField(*m_search, icons);
    m_search->setPlaceholderText(tr("Part of a column’s name"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_columns->setColumnCount(2);
    m_columns->setHeaderHidden(true);
    m_columns->setRootIsDecorated(false);
    m_columns->setUniformRowHeights(true);
    m_columns->setItemDelegate(new RowDelegate(m_columns));
    m_columns->setFrameShape(QFrame::NoFrame);
    m_columns->setAccessibleName(accessibleName());
    m_columns->header()->setStretchLastSection(false);
    m_columns->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_columns->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *help = new QLabel(tr("Enter goes to the column; the tick shows or hides it."), this);
    help->setWordWrap(true);
    help->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_columns, 1);
    layout->addWidget(help);
    for (const Entry &entry : entries) {
        auto *item = new QTreeWidgetItem(m_columns, {entry.name, entry.type});
        item->setData(0, ColumnRole, entry.column);
        item->setToolTip(0, entry.name);
        item->setForeground(1, palette().placeholderText());
        item->setCheckState(0, entry.isShown ? Qt::Checked : Qt::Unchecked);
        if (entry.column == current)
            m_columns->setCurrentItem(item);
    }
    const QFontMetrics metrics = fontMetrics();
    resize(44 * metrics.averageCharWidth(), 20 * metrics.height());
    m_search->installEventFilter(this);
    m_columns->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ColumnsPopup::filter);
    connect(m_columns, &QTreeWidget::itemDoubleClicked, this, &ColumnsPopup::choose);
    connect(m_columns, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem *item) {
        emit shownChanged(item->data(0, ColumnRole).toInt(), item->checkState(0) == Qt::Checked);
    });
    setFocusProxy(m_search);
}

void ColumnsPopup::openOver(const QWidget &table)
{
    const QPoint middle = table.mapToGlobal(QPoint((table.width() - width()) / 2, 0));
    move(middle);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

/// Every word that is typed is in the name; the first that fits is the one that Enter goes to.
void ColumnsPopup::filter()
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    QTreeWidgetItem *first = nullptr;
    for (int row = 0; row < m_columns->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_columns->topLevelItem(row);
        const bool fits = std::all_of(words.begin(), words.end(), [item](const QString &word) {
            return item->text(0).contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!fits);
        const bool beginsWith =
            fits && !words.isEmpty() && item->text(0).startsWith(words.first(), Qt::CaseInsensitive);
        if (fits && (first == nullptr ||
                     (beginsWith && !first->text(0).startsWith(words.first(), Qt::CaseInsensitive))))
            first = item;
    }
    m_columns->setCurrentItem(first);
}

void ColumnsPopup::step(int rows)
{
    QTreeWidgetItem *item = m_columns->currentItem();
    while (item != nullptr) {
        item = rows > 0 ? m_columns->itemBelow(item) : m_columns->itemAbove(item);
        if (item != nullptr && !item->isHidden()) {
            m_columns->setCurrentItem(item);
            return;
        }
    }
}

void ColumnsPopup::choose()
{
    const QTreeWidgetItem *item = m_columns->currentItem();
    if (item == nullptr || item->isHidden())
        return;
    const int column = item->data(0, ColumnRole).toInt();
    close();
    emit columnChosen(column);
}

bool ColumnsPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
        if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
            step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace sonde
