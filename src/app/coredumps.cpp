#include "app/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace sonde {

void forbidCoreDumps()
{
#ifdef Q_OS_UNIX
    // The hard limit too, so that nothing that runs in this process can raise it again. One byte and not
    // none: Linux hands the memory to a program (apport, systemd-coredump) whatever the limit, but for this
    // value (do_coredump in fs/coredump.c), and a file of one byte is too small to be begun. A failure is no
    // reason not to start: lowering one's own limit is always allowed.
    const rlimit none{1, 1};
    setrlimit(RLIMIT_CORE, &none);
#endif
}

} // namespace sonde
