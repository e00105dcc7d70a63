#include "widgets/flowlayout.h"

#include <algorithm>

namespace sonde {

FlowLayout::FlowLayout(int gap, QWidget *parent)
    : QLayout(parent)
    , m_gap(gap)
{}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(index, new QWidgetItem(widget));
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

/// The height that is needed. The items of a line stand in its middle.
int FlowLayout::place(const QRect &outer, bool isMoving) const
{
    const QMargins margins = contentsMargins();
    const QRect rect = outer.marginsRemoved(margins);
    int top = rect.top();
    for (qsizetype first = 0; first < m_items.size();) {
        qsizetype behind = first;
        int width = 0;
        int height = 0;
        for (; behind < m_items.size(); ++behind) {
            if (m_items.at(behind)->isEmpty())
                continue;
            const QSize size = m_items.at(behind)->sizeHint();
            if (width > 0 && width + m_gap + size.width() > rect.width())
                break;
            width += (width > 0 ? m_gap : 0) + size.width();
            height = std::max(height, size.height());
        }
        int left = rect.left();
        for (qsizetype i = first; isMoving && i < behind; ++i) {
            if (m_items.at(i)->isEmpty())
                continue;
            QSize size = m_items.at(i)->sizeHint();
            size.setWidth(std::min(size.width(), rect.width()));
            m_items.at(i)->setGeometry(QRect(QPoint(left, top + (height - size.height()) / 2), size));
            left += size.width() + m_gap;
        }
        first = behind;
        top += height + (first < m_items.size() ? m_gap : 0);
    }
    return top - rect.top() + margins.top() + margins.bottom();
}

} // namespace sonde
