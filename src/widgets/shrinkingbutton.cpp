#include "widgets/shrinkingbutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace sonde {

ShrinkingButton::ShrinkingButton(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Preferred, sizePolicy().verticalPolicy());
}

QSize ShrinkingButton::minimumSizeHint() const
{
    constexpr int fewCharacters = 8;
    const QSize wanted = sizeHint();
    return {std::min(wanted.width(), fontMetrics().averageCharWidth() * fewCharacters), wanted.height()};
}

void ShrinkingButton::paintEvent(QPaintEvent * /*event*/)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int spare = sizeHint().width() - width();
    if (spare > 0) {
        const int room = fontMetrics().horizontalAdvance(option.text) - spare;
        option.text = fontMetrics().elidedText(option.text, Qt::ElideRight, std::max(room, 0));
    }
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace sonde
