#include "azure/scheduler.h"

#include <QTimer>

namespace sonde {

void TimerScheduler::callAfter(std::chrono::milliseconds delay, QObject *context,
                               std::function<void()> action)
{
    QTimer::singleShot(delay, context, std::move(action));
}

} // namespace sonde
