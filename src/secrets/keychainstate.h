#pragma once

#include <QObject>
#include <functional>

namespace sonde {

enum class KeychainState {
    Ready,  ///< or not known: the keychain itself will say
    Locked, ///< it is there, and closed
    Missing ///< nothing on this machine offers one
};

/// Asks the Secret Service over D-Bus whether its default collection is open: Qt Keychain reports a locked
/// one as if the entry had never been stored. Always Ready on systems without D-Bus. Answers later, never
/// from within the call, and not at all once \a context is gone. For the GUI thread.
void queryKeychainState(QObject *context, std::function<void(KeychainState)> handler);

} // namespace sonde
