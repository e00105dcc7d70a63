#pragma once

#include "ports/secretstore.h"

namespace sonde {

/// Gives the secret of the connection \a from to the connection \a to, which keeps what it has until then.
/// The old one is removed only after the new one is written, and a new one whose old one cannot be removed is
/// taken back: a secret is never under none of the two, and not left under both where that can be helped. A
/// secret that is kept for this run only stays so. Succeeds where \a from has none, or the machine no
/// keychain. \a handler is called later, never from within the call. \a context carries the move: with it
/// gone, the move stops where it is and nothing is said.
void moveSecret(SecretStore &store, const QString &from, const QString &to, QObject *context,
                SecretStore::DoneHandler handler);

} // namespace sonde
