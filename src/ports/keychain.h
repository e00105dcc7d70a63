#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>
#include <functional>

namespace sonde {

/// Whether the machine's keychain can be used.
enum class KeychainState {
    Ready,  ///< or not known: the keychain itself will say
    Locked, ///< it is there, and closed
    Missing ///< nothing on this machine offers one
};

/// Where secrets are kept from one run to the next, by connection id. Implemented over the keychain of the
/// operating system (secrets) and by fakes in tests. Used from the GUI thread; answers come later, never from
/// within the call, and not at all once \a context is gone.
class Keychain
{
public:
    virtual ~Keychain() = default;
    using ReadHandler = std::function<void(Result<QString>)>;
    using DoneHandler = std::function<void(Result<void>)>;
    using StateHandler = std::function<void(KeychainState)>;

    /// NotFound where nothing is stored, Forbidden where access was denied or the keychain is locked (then
    /// with Remedy::UnlockKeychain), NoKeychain.
    virtual void read(const QString &connectionId, QObject *context, ReadHandler handler) = 0;
    virtual void write(const QString &connectionId, const QString &secret, QObject *context,
                       DoneHandler handler) = 0;
    /// Removing what is not there succeeds.
    virtual void remove(const QString &connectionId, QObject *context, DoneHandler handler) = 0;
    /// What is to be expected of a write; for words that stand there before a secret is typed.
    virtual void queryState(QObject *context, StateHandler handler) = 0;
    /// Asks the keychain to open, which asks the user, and waits for both. Succeeds where it is open already.
    /// Forbidden where the user thinks better of it or does not answer, NoKeychain.
    virtual void unlock(QObject *context, DoneHandler handler) = 0;
};

} // namespace sonde
