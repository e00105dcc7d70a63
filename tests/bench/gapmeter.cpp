#include "bench/gapmeter.h"

#include <algorithm>

namespace sonde {

GapMeter::GapMeter(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_gaps.push_back(m_clock.nsecsElapsed());
        m_clock.start();
    });
}

void GapMeter::start()
{
    m_gaps.clear();
    m_clock.start();
    m_timer.start();
}

GapMeter::Gaps GapMeter::stop()
{
    m_timer.stop();
    m_gaps.push_back(m_clock.nsecsElapsed());
    std::sort(m_gaps.begin(), m_gaps.end());
    const auto at = [this](double share) {
        const auto index = static_cast<std::size_t>(share * static_cast<double>(m_gaps.size() - 1));
        return static_cast<double>(m_gaps[index]) / 1e6;
    };
    return {at(0.5), at(0.99), at(1), m_gaps.size()};
}

} // namespace sonde
