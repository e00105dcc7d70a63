#include "widgets/scrollbarmarks.h"

#include <QAbstractSlider>
#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace sonde {

namespace {

constexpr int thickness = 3;
constexpr int indent = 2;

/// Between the arrows, where the style has them.
QRect grooveOf(const QAbstractSlider &bar)
{
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = bar.orientation();
    option.minimum = bar.minimum();
    option.maximum = bar.maximum();
    option.sliderPosition = bar.sliderPosition();
    option.sliderValue = bar.value();
    option.pageStep = bar.pageStep();
    option.singleStep = bar.singleStep();
    return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, &bar);
}

} // namespace

ScrollBarMarks::ScrollBarMarks(QAbstractSlider &bar, const Theme &theme)
    : QWidget(&bar)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(bar.rect());
    bar.installEventFilter(this);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ScrollBarMarks::setMarks(const QList<Mark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

bool ScrollBarMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void ScrollBarMarks::paintEvent(QPaintEvent *)
{
    if (m_marks.isEmpty())
        return;
    const QRect groove = grooveOf(static_cast<const QAbstractSlider &>(*parentWidget()));
    QPainter painter(this);
    for (const Mark &mark : m_marks) {
        const int y = groove.top() + static_cast<int>(mark.place * (groove.height() - thickness));
        painter.fillRect(QRect(indent, y, width() - 2 * indent, thickness), m_theme.color(mark.role));
    }
}

} // namespace sonde
