#include "app/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace sonde {

void forbidCoreDumps()
{
#ifdef Q_OS_UNIX
    // The hard limit too, so that nothing that runs in this process can raise it again. A failure is no
    // reason not to start: lowering one's own limit is always allowed.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
}

} // namespace sonde
