#pragma once

#include <QPainter>
#include <QStyleOption>

namespace sonde::quiet {

// What the parts of QuietStyle draw with.

inline constexpr int unit = 4;
inline constexpr qreal radius = 4;

/// Keeps what a drawing function does to the painter to itself.
class PainterGuard final
{
public:
    explicit PainterGuard(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~PainterGuard() { m_painter->restore(); }
    PainterGuard(const PainterGuard &) = delete;
    PainterGuard &operator=(const PainterGuard &) = delete;

private:
    QPainter *m_painter;
};

inline bool isHot(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_Enabled) && option->state.testFlag(QStyle::State_MouseOver);
}

} // namespace sonde::quiet
