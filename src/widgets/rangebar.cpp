#include "widgets/rangebar.h"

#include <QPainter>

namespace sonde {

namespace {

constexpr int barHeight = 4;
/// Of a second in a month at least this much is drawn.
constexpr int leastWidth = 3;

} // namespace

void drawEffectiveRange(QPainter &painter, const QRect &rect, const EffectiveRange &range,
                        const QPalette &palette)
{
    painter.fillRect(rect, palette.color(QPalette::Mid));
    QColor color = palette.color(QPalette::Link);
    if (!range.isExact)
        color.setAlphaF(0.5F);
    for (const EffectiveRange::Piece &piece : range.pieces) {
        const int from = std::min(int(rect.width() * piece.from), rect.width() - leastWidth);
        const int width = std::max(int(rect.width() * piece.to) - from, leastWidth);
        painter.fillRect(rect.left() + from, rect.top(), width, rect.height(), color);
    }
}

RangeBar::RangeBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RangeBar::setRange(const EffectiveRange &range)
{
    m_range = range;
    update();
}

QSize RangeBar::sizeHint() const
{
    return {100, barHeight};
}

void RangeBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawEffectiveRange(painter, rect(), m_range, palette());
}

} // namespace sonde
