#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>
#include <functional>

namespace sonde {

/// Where secrets are kept, by connection id. Implemented over the OS keychain (secrets), in memory for one
/// run (secrets), and by fakes in tests. Used from the GUI thread; answers come later, never from within the
/// call, and not at all once \a context is gone.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    using ReadHandler = std::function<void(Result<QString>)>;
    using DoneHandler = std::function<void(Result<void>)>;

    /// NotFound where nothing is stored, Forbidden where access was denied or the keychain is locked,
    /// NoKeychain.
    virtual void read(const QString &connectionId, QObject *context, ReadHandler handler) = 0;
    virtual void write(const QString &connectionId, const QString &secret, QObject *context,
                       DoneHandler handler) = 0;
    /// Whether the secret of that connection is in memory only and gone when the program ends.
    virtual bool isForThisRun(const QString &connectionId) const
    {
        Q_UNUSED(connectionId)
        return false;
    }
    /// Removing what is not there succeeds.
    virtual void remove(const QString &connectionId, QObject *context, DoneHandler handler) = 0;
};

} // namespace sonde
