#pragma once

namespace sonde {

/// Keeps this process from leaving a core file when it crashes: its memory holds client secrets and access
/// tokens, and a core file is a copy of it on the disk, often uploaded. First thing in main(), before any
/// secret is read; children inherit it. Does nothing where there are no such limits.
///
/// PR_SET_DUMPABLE would also keep debuggers away, but it hides /proc/self from the desktop portals, which
/// then refuse the program their services.
void forbidCoreDumps();

} // namespace sonde
