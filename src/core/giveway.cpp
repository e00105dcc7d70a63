#include "core/giveway.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace sonde {

void giveWayToWindow()
{
    // Aligned, or mold 1.10 makes a program in some hundred that cannot be loaded: a section of one byte for
    // each thread begins the pages that become read-only, and may lie on the one before the first that is
    // there.
    alignas(16) thread_local bool gaveWay = false;
    if (gaveWay)
        return;
    gaveWay = true;
#ifdef Q_OS_LINUX
    // Linux knows no priority of threads but this, which is each thread's own there (see nice(2)). A third of
    // the usual share is enough for the window to be asked within its frame.
    setpriority(PRIO_PROCESS, 0, 5);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace sonde
