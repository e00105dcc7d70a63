#include "widgets/quietstyle.h"

#include "widgets/quietpainting.h"

#include <QStyleOption>

namespace sonde {

using namespace quiet;

// What QuietStyle draws of tabs, headers and what scrolls.

void QuietStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    const bool selected = option->state.testFlag(State_Selected);
    painter->fillRect(option->rect, color(selected ? ColorRole::Base : ColorRole::Window));
    if (!selected && isHot(option))
        painter->fillRect(option->rect, veil(option));
    QRect mark = option->rect;
    switch (tab->shape) {
    case QTabBar::RoundedSouth:
    case QTabBar::TriangularSouth:
        mark.setTop(mark.bottom() - 1);
        break;
    case QTabBar::RoundedWest:
    case QTabBar::TriangularWest:
        mark.setRight(mark.left() + 1);
        break;
    case QTabBar::RoundedEast:
    case QTabBar::TriangularEast:
        mark.setLeft(mark.right() - 1);
        break;
    default:
        mark.setBottom(mark.top() + 1);
        break;
    }
    if (selected)
        painter->fillRect(mark, color(ColorRole::Accent));
    if (option->state.testFlag(State_HasFocus))
        drawPanel(painter, option->rect.adjusted(2, 4, -2, -2), {}, color(ColorRole::Accent), 2);
}

void QuietStyle::drawTabClose(const QStyleOption *option, QPainter *painter) const
{
    drawPanel(painter, option->rect, veil(option), {}, 0);
    const PainterGuard guard(painter);
    const QPointF centre = QRectF(option->rect).center();
    const QColor pen = color(isHot(option) ? ColorRole::Text : ColorRole::MutedText);
    painter->setPen(QPen(pen, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(centre - QPointF(3.5, 3.5), centre + QPointF(3.5, 3.5));
    painter->drawLine(centre - QPointF(3.5, -3.5), centre + QPointF(3.5, -3.5));
}

void QuietStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    painter->fillRect(option->rect, color(ColorRole::Window));
    // A section of selected cells says so by its bold text; a shade as well would be loud.
    QStyleOption plain(*option);
    plain.state.setFlag(State_On, false);
    const QRect &r = option->rect;
    const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option);
    // Behind the last section there is nothing to point at.
    if (section != nullptr)
        painter->fillRect(option->rect, veil(&plain));
    const bool isAbove = section != nullptr ? section->orientation == Qt::Horizontal
                                            : option->state.testFlag(State_Horizontal);
    if (!isAbove) {
        // Numbers of rows: one line beside the table, and none where the table has none.
        painter->fillRect(r.right(), r.top(), 1, r.height(), color(ColorRole::Line));
        return;
    }
    painter->fillRect(r.left(), r.bottom(), r.width(), 1, color(ColorRole::Line));
    if (section != nullptr)
        painter->fillRect(r.right(), r.top() + unit, 1, qMax(0, r.height() - 2 * unit),
                          color(ColorRole::Line));
}

void QuietStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    painter->fillRect(option->rect, color(ColorRole::Window));
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const PainterGuard guard(painter);
    QColor handle = color(ColorRole::MutedText);
    const bool held = option->state.testFlag(State_Sunken) && option->activeSubControls == SC_ScrollBarSlider;
    handle.setAlphaF(held || m_highContrast ? 1.0F : (isHot(option) ? 0.8F : 0.65F));
    painter->setPen(Qt::NoPen);
    painter->setBrush(handle);
    const QRectF rect = QRectF(proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget))
                            .adjusted(3, 3, -3, -3);
    const qreal corner = qMin(rect.width(), rect.height()) / 2;
    painter->drawRoundedRect(rect, corner, corner);
}

void QuietStyle::drawScrollAreaFrame(const QStyleOption *option, QPainter *painter, bool isField) const
{
    // What is typed into is framed as other fields are.
    const QColor line = isField ? option->palette.color(QPalette::Shadow) : color(ColorRole::Line);
    const bool focused = option->state.testFlag(State_HasFocus);
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(focused ? color(ColorRole::Accent) : line);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->setPen(color(focused ? ColorRole::Accent : ColorRole::Base));
    painter->drawRect(option->rect.adjusted(1, 1, -2, -2));
    painter->restore();
}

} // namespace sonde
