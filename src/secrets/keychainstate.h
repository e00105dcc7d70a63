#pragma once

#include "ports/keychain.h"

namespace sonde {

/// Asks the Secret Service over D-Bus whether its default collection is open: Qt Keychain reports a locked
/// one as if the entry had never been stored. Ready where there is no default collection yet (the first write
/// makes it) or where KWallet stands in, Missing where neither can be had. Always Ready on systems without
/// D-Bus. Answers later, never from within the call, and not at all once \a context is gone. For the GUI
/// thread.
void queryKeychainState(QObject *context, Keychain::StateHandler handler);

} // namespace sonde
