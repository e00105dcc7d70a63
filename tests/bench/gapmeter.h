#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <vector>

namespace sonde {

/// How long the event loop of this thread is away: the times between the ticks of a timer of one millisecond.
/// What it shows beyond a millisecond is time in which the window neither painted nor answered.
class GapMeter final : public QObject
{
    Q_OBJECT

public:
    struct Gaps
    {
        double median = 0; ///< milliseconds
        double p99 = 0;
        double worst = 0;
        std::size_t ticks = 0;
    };

    explicit GapMeter(QObject *parent = nullptr);
    void start();
    Gaps stop();

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<qint64> m_gaps; ///< nanoseconds
};

} // namespace sonde
