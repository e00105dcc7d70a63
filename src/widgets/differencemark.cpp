#include "widgets/differencemark.h"

#include "widgets/theme.h"

#include <QPainter>

namespace sonde {

QColor differenceColor(RowMarks::Sign sign, const Theme &theme)
{
    return theme.color(sign == RowMarks::Sign::Added ? ColorRole::MarkBlue : ColorRole::MarkOrange);
}

void drawDifference(QPainter &painter, const QRectF &square, RowMarks::Sign sign, const Theme &theme)
{
    const QColor color = differenceColor(sign, theme);
    const QPointF center = square.center();
    const qreal arm = square.width() * 0.42;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, std::max(2.0, square.width() * 0.2), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(center - QPointF(arm, 0), center + QPointF(arm, 0));
    if (sign == RowMarks::Sign::Added)
        painter.drawLine(center - QPointF(0, arm), center + QPointF(0, arm));
    painter.restore();
}

} // namespace sonde
