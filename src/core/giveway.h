#pragma once

namespace sonde {

/// Lets the window's thread go first from now on, where the processors do not suffice for both: for threads
/// of a pool that work long. Never from the thread of the window itself, since there is no way back.
void giveWayToWindow();

} // namespace sonde
