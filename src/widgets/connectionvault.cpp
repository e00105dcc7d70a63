#include "widgets/connectionvault.h"

#include "ports/movesecret.h"
#include "stores/connectionstore.h"
#include "widgets/connectiondialog.h"

namespace sonde {

namespace {

/// Nothing is kept there, so nothing is in the way.
bool meansNothingStored(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::NoKeychain;
}

Error keptInMemory(const QString &reason)
{
    Error remark;
    remark.kind = ErrorKind::NoKeychain;
    remark.message = reason;
    remark.advice = ConnectionVault::tr("The secret is kept in memory until Sonde is closed.");
    return remark;
}

Error olderMayComeBack()
{
    Error remark;
    remark.kind = ErrorKind::Forbidden;
    remark.message =
        ConnectionVault::tr("The keychain is locked: an older secret in it could not be removed.");
    remark.advice = ConnectionVault::tr(
        "The new one is used until Sonde is closed, an older one after that. To remove the older one, unlock "
        "the keychain and save the connection with its secret again.");
    return remark;
}

} // namespace

ConnectionVault::ConnectionVault(ConnectionStore &store, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
{}

Result<void> ConnectionVault::store(const Connection &connection)
{
    if (m_store.find(connection.id))
        return m_store.update(connection);
    const Result<QString> added = m_store.add(connection);
    return added ? Result<void>() : failure(added.error());
}

void ConnectionVault::restore(const QString &id, const std::optional<Connection> &before)
{
    // What could be written a moment ago is written back; where even that fails, the connection without its
    // new secret is what the user sees and can change.
    if (before)
        static_cast<void>(m_store.replace(id, *before));
    else
        static_cast<void>(m_store.remove(id));
}

void ConnectionVault::later(const DoneHandler &handler, const Result<void> &outcome)
{
    QMetaObject::invokeMethod(
        this, [handler, outcome] { handler(outcome); }, Qt::QueuedConnection);
}

void ConnectionVault::whenOpen(const DoneHandler &handler, const std::function<void(KeychainState)> &next)
{
    m_secrets.queryState(this, [handler, next](KeychainState state) {
        // A locked keychain says "not found" to whoever asks for an entry: it is not asked.
        if (state != KeychainState::Locked) {
            next(state);
            return;
        }
        Error error;
        error.kind = ErrorKind::Forbidden;
        error.message = tr("The system’s keychain is locked.");
        error.advice = tr("Unlock it and try again.");
        error.remedy = Remedy::UnlockKeychain;
        handler(failure(std::move(error)));
    });
}

void ConnectionVault::save(const ConnectionEdit &edit, DoneHandler handler)
{
    if (!edit.secret) {
        later(handler, store(edit.connection));
        return;
    }
    if (edit.isForThisRun) {
        keepForThisRun(edit, std::move(handler));
        return;
    }
    whenOpen(handler, [this, edit, handler](KeychainState state) {
        if (state == KeychainState::Missing) {
            // It was there when the user was told where the secret goes.
            keepForThisRun(edit, [this, handler](const Result<void> &kept) {
                handler(kept);
                if (kept)
                    emit remarked(keptInMemory(tr("This machine has no keychain.")));
            });
            return;
        }
        const QString id = edit.connection.id;
        const std::optional<Connection> before = m_store.find(id);
        if (Result<void> stored = store(edit.connection); !stored) {
            handler(stored);
            return;
        }
        m_secrets.write(id, *edit.secret, this,
                        [this, id, before, edit, handler](const Result<void> &written) {
                            if (!written && written.error().kind == ErrorKind::NoKeychain) {
                                // It went away in between.
                                m_secrets.keepForThisRun(id, *edit.secret);
                                handler({});
                                emit remarked(keptInMemory(written.error().message));
                                return;
                            }
                            if (!written)
                                restore(id, before);
                            handler(written);
                        });
    });
}

void ConnectionVault::keepForThisRun(const ConnectionEdit &edit, DoneHandler handler)
{
    const QString id = edit.connection.id;
    const std::optional<Connection> before = m_store.find(id);
    if (Result<void> stored = store(edit.connection); !stored) {
        later(handler, stored);
        return;
    }
    if (!before) {
        m_secrets.keepForThisRun(id, *edit.secret);
        later(handler, {});
        return;
    }
    // An older secret in the keychain would come back with the next start.
    const bool wasForThisRun = m_secrets.isForThisRun(id);
    m_secrets.queryState(this, [this, id, before, wasForThisRun, edit, handler](KeychainState state) {
        if (state != KeychainState::Ready) {
            m_secrets.keepForThisRun(id, *edit.secret);
            handler({});
            if (state == KeychainState::Locked && !wasForThisRun)
                emit remarked(olderMayComeBack());
            return;
        }
        m_secrets.remove(id, this, [this, id, before, edit, handler](const Result<void> &removed) {
            if (removed || meansNothingStored(removed.error())) {
                m_secrets.keepForThisRun(id, *edit.secret);
                handler({});
                return;
            }
            restore(id, before);
            handler(removed);
        });
    });
}

void ConnectionVault::remove(const QString &id, DoneHandler handler)
{
    const auto go = [this, id, handler] {
        withoutSecret(
            id, [this, id] { return m_store.remove(id); }, handler);
    };
    if (m_secrets.isForThisRun(id))
        go();
    else
        whenOpen(handler, [go](KeychainState) { go(); });
}

void ConnectionVault::withoutSecret(const QString &id, const Change &change, const DoneHandler &handler)
{
    // The secret is read first, so that it can be put back where the file cannot be written.
    m_secrets.read(id, this, [this, id, change, handler](const Result<QString> &secret) {
        if (!secret && meansNothingStored(secret.error())) {
            handler(change());
            return;
        }
        if (!secret) {
            handler(failure(secret.error()));
            return;
        }
        const bool wasForThisRun = m_secrets.isForThisRun(id);
        m_secrets.remove(
            id, this,
            [this, id, change, wasForThisRun, secret = *secret, handler](const Result<void> &removed) {
                if (!removed && !meansNothingStored(removed.error())) {
                    handler(removed);
                    return;
                }
                const Result<void> changed = change();
                if (changed || wasForThisRun) {
                    if (!changed)
                        m_secrets.keepForThisRun(id, secret);
                    handler(changed);
                    return;
                }
                m_secrets.write(id, secret, this,
                                [handler, changed](const Result<void> &) { handler(changed); });
            });
    });
}

void ConnectionVault::duplicate(const QString &id, IdHandler handler)
{
    const auto go = [this, id, handler] {
        m_secrets.read(id, this, [this, id, handler](const Result<QString> &secret) {
            if (!secret && !meansNothingStored(secret.error())) {
                handler(failure(secret.error()));
                return;
            }
            const Result<QString> copy = m_store.duplicate(id);
            if (!copy || !secret) {
                handler(copy);
                return;
            }
            if (m_secrets.isForThisRun(id)) {
                m_secrets.keepForThisRun(*copy, *secret);
                handler(copy);
                return;
            }
            m_secrets.write(*copy, *secret, this, [this, copy = *copy, handler](const Result<void> &written) {
                if (written) {
                    handler(copy);
                    return;
                }
                restore(copy, {});
                handler(failure(written.error()));
            });
        });
    };
    if (m_secrets.isForThisRun(id))
        go();
    else
        whenOpen([handler](const Result<void> &refused) { handler(failure(refused.error())); },
                 [go](KeychainState) { go(); });
}

void ConnectionVault::replace(const QString &id, const Connection &connection, bool dropsSecret,
                              DoneHandler handler)
{
    const auto go = [this, id, connection, dropsSecret, handler] {
        const auto change = [this, id, connection] { return m_store.replace(id, connection); };
        if (dropsSecret) {
            // Never for a moment does the new one have it.
            withoutSecret(id, change, handler);
            return;
        }
        const std::optional<Connection> before = m_store.find(id);
        if (Result<void> replaced = change(); !replaced || connection.id == id) {
            handler(replaced);
            return;
        }
        moveSecret(m_secrets, id, connection.id, this,
                   [this, before, newId = connection.id, handler](const Result<void> &outcome) {
                       if (!outcome)
                           restore(newId, before);
                       handler(outcome);
                   });
    };
    if (m_secrets.isForThisRun(id) || (connection.id == id && !dropsSecret))
        QMetaObject::invokeMethod(this, go, Qt::QueuedConnection);
    else
        whenOpen(handler, [go](KeychainState) { go(); });
}

} // namespace sonde
