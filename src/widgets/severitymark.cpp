#include "widgets/severitymark.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QPolygonF>
#include <cmath>

namespace sonde {

namespace {

ColorRole roleOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
    case Severity::Error:
        return ColorRole::Error;
    case Severity::Warning:
        return ColorRole::Warning;
    case Severity::Information:
        return ColorRole::Info;
    case Severity::Verbose:
    case Severity::None:
        break;
    }
    return ColorRole::MutedText;
}

QPolygonF octagonIn(const QRectF &square)
{
    constexpr int corners = 8;
    const qreal radius = square.width() / 2;
    QPolygonF octagon;
    for (int corner = 0; corner < corners; ++corner) {
        const qreal angle = (corner + 0.5) * 2 * M_PI / corners;
        octagon << square.center() + radius * 1.06 * QPointF(std::cos(angle), std::sin(angle));
    }
    return octagon;
}

} // namespace

void drawSeverity(QPainter &painter, const QRectF &square, Severity severity, const Theme &theme)
{
    if (severity == Severity::None)
        return;
    const QColor color = theme.color(roleOf(severity));
    const QPointF center = square.center();
    const qreal side = square.width();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (severity) {
    case Severity::Critical: {
        painter.drawPolygon(octagonIn(square));
        const qreal arm = side * 0.2;
        painter.setPen(QPen(theme.color(ColorRole::Base), side * 0.14, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(center + QPointF(-arm, -arm), center + QPointF(arm, arm));
        painter.drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
        break;
    }
    case Severity::Error:
        painter.drawEllipse(center, side * 0.42, side * 0.42);
        break;
    case Severity::Warning:
        painter.drawPolygon(QPolygonF({{center.x(), square.top() + side * 0.04},
                                       {square.right(), square.bottom() - side * 0.06},
                                       {square.left(), square.bottom() - side * 0.06}}));
        break;
    case Severity::Information:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, std::max(1.2, side * 0.12)));
        painter.drawEllipse(center, side * 0.3, side * 0.3);
        break;
    case Severity::Verbose:
        painter.drawEllipse(center, side * 0.12, side * 0.12);
        break;
    case Severity::None:
        break;
    }
    painter.restore();
}

} // namespace sonde
