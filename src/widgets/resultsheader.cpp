#include "widgets/resultsheader.h"

#include "widgets/groupspane.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QStyleOptionHeader>
#include <algorithm>

namespace sonde {

namespace {

/// So far out of the header the pointer takes the column along.
constexpr int dragDistance = 24;

/// As a small raised number: ¹ for 1.
QString raised(std::size_t number)
{
    static constexpr char16_t digits[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString text;
    for (const QChar digit : QString::number(number))
        text += digits[digit.digitValue()];
    return text;
}

} // namespace

ResultsHeader::ResultsHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    connect(this, &QHeaderView::sectionClicked, this, &ResultsHeader::takeClick);
}

void ResultsHeader::setSortKeys(const std::vector<SortKey> &keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    viewport()->update();
    emit sortKeysChanged(m_keys);
}

void ResultsHeader::sortBy(int column, bool isAdded)
{
    std::vector<SortKey> keys = m_keys;
    const auto found =
        std::find_if(keys.begin(), keys.end(), [column](const SortKey &key) { return key.column == column; });
    // Among others, a column that is clicked alone begins anew: its second meaning would be a surprise.
    const bool isSorted = found != keys.end() && (isAdded || keys.size() == 1);
    if (!isSorted) {
        if (!isAdded)
            keys.clear();
        keys.push_back({column, false});
    } else if (!found->descending) {
        found->descending = true;
    } else {
        keys.erase(found);
    }
    setSortKeys(keys);
}

void ResultsHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    // At its border a press is about the width.
    const bool isBorder = cursor().shape() == Qt::SplitHCursor;
    m_pressed = event->button() == Qt::LeftButton && !isBorder ? logicalIndexAt(event->pos()) : -1;
    QHeaderView::mousePressEvent(event);
}

void ResultsHeader::mouseMoveEvent(QMouseEvent *event)
{
    const int y = event->pos().y();
    const int away = std::max(-y, y - height());
    if (m_pressed >= 0 && event->buttons().testFlag(Qt::LeftButton) && away > dragDistance)
        dragOut();
    else
        QHeaderView::mouseMoveEvent(event);
}

/// From here on it is no longer about the place of the column.
void ResultsHeader::dragOut()
{
    const int column = std::exchange(m_pressed, -1);
    // What Qt had begun is brought back to where it was, and let go of beside the header, where it is no
    // click.
    QMouseEvent back(QEvent::MouseMove, m_pressedAt, mapToGlobal(m_pressedAt), Qt::LeftButton, Qt::LeftButton,
                     Qt::NoModifier);
    QHeaderView::mouseMoveEvent(&back);
    const QPoint outside(m_pressedAt.x(), -height());
    QMouseEvent release(QEvent::MouseButtonRelease, outside, mapToGlobal(outside), Qt::LeftButton,
                        Qt::NoButton, Qt::NoModifier);
    QHeaderView::mouseReleaseEvent(&release);
    emit dragBegan(column);
    auto *drag = new QDrag(this);
    auto *content = new QMimeData;
    content->setData(GroupsPane::columnMime, QByteArray::number(column));
    drag->setMimeData(content);
    const QRect section(sectionViewportPosition(column), 0, sectionSize(column), height());
    drag->setPixmap(viewport()->grab(section));
    drag->exec(Qt::CopyAction);
    emit dragEnded();
}

void ResultsHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed = -1;
    m_modifiers = event->modifiers();
    QHeaderView::mouseReleaseEvent(event);
}

void ResultsHeader::contextMenuEvent(QContextMenuEvent *event)
{
    const int column = logicalIndexAt(event->pos());
    if (column >= 0)
        emit menuRequested(column, event->globalPos());
}

void ResultsHeader::takeClick(int column)
{
    if (m_modifiers.testFlag(Qt::ControlModifier))
        emit selectColumnRequested(column, m_modifiers.testFlag(Qt::ShiftModifier));
    else
        sortBy(column, m_modifiers.testFlag(Qt::ShiftModifier));
}

void ResultsHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    const auto key = std::find_if(m_keys.cbegin(), m_keys.cend(),
                                  [column](const SortKey &candidate) { return candidate.column == column; });
    option->sortIndicator = QStyleOptionHeader::None;
    if (key == m_keys.cend())
        return;
    // As Qt names them: ascending is “down”, and the style says how it looks.
    option->sortIndicator = key->descending ? QStyleOptionHeader::SortUp : QStyleOptionHeader::SortDown;
    if (m_keys.size() < 2)
        return;
    // The place among the keys stays in sight where the name does not.
    const QString place = QChar(0x2009) + raised(static_cast<std::size_t>(key - m_keys.cbegin()) + 1);
    QStyleOptionHeader sized(*option);
    sized.rect = QRect(0, 0, sectionSize(column), height());
    const int room = style()->subElementRect(QStyle::SE_HeaderLabel, &sized, this).width() -
                     fontMetrics().horizontalAdvance(place);
    option->text = fontMetrics().elidedText(option->text, textElideMode(), std::max(room, 0)) + place;
}

} // namespace sonde
