#pragma once

#include <QObject>
#include <QTimer>

namespace sonde {

class Clock;
class ResultsView;

/// Keeps the relative times of a table true while it is in sight: all of them are relative to the same
/// instant, which moves on with every change of the rows and twice a minute. GUI thread.
class RelativeTimes final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    RelativeTimes(ResultsView &view, const Clock &clock, QObject *parent);

    /// Whether it looks at the clock by itself, which it does only where that can be seen.
    bool isTicking() const { return m_timer.isActive(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();

    ResultsView &m_view;
    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace sonde
