#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "ports/secretstore.h"

#include <QObject>
#include <functional>
#include <optional>

namespace sonde {

class ConnectionStore;
struct ConnectionEdit;

/// Changes a connection and its secret together: what is in the file and what is in the keychain go with each
/// other afterwards, or are both as they were. Handlers are called once, later, and not at all once the vault
/// is gone. For the GUI thread.
class ConnectionVault final : public QObject
{
    Q_OBJECT

public:
    using DoneHandler = std::function<void(Result<void>)>;
    using IdHandler = std::function<void(Result<QString>)>;

    /// Both outlive the vault.
    ConnectionVault(ConnectionStore &store, SecretStore &secrets, QObject *parent = nullptr);

    /// Adds the connection, or changes the one with its id.
    void save(const ConnectionEdit &edit, DoneHandler handler);
    /// Removes the secret, then the connection. A keychain that is locked or refuses leaves both
    /// (Forbidden).
    void remove(const QString &id, DoneHandler handler);
    /// The copy, with its own copy of the secret; its id is handed on.
    void duplicate(const QString &id, IdHandler handler);
    /// Puts \a connection in the place of the one with \a id; under another id the secret moves there.
    /// With \a dropsSecret the old one's secret is removed before, as it was not meant for this one.
    void replace(const QString &id, const Connection &connection, bool dropsSecret, DoneHandler handler);

signals:
    /// What save() was to do is done, but the secret is not kept as was said before: in memory only, or with
    /// an older one still in the keychain. After the handler.
    void remarked(const sonde::Error &remark);

private:
    using Change = std::function<Result<void>()>;

    /// Takes the secret away and then makes the change; one that fails gets its secret back.
    void withoutSecret(const QString &id, const Change &change, const DoneHandler &handler);
    Result<void> store(const Connection &connection);
    void restore(const QString &id, const std::optional<Connection> &before);
    void keepForThisRun(const ConnectionEdit &edit, DoneHandler handler);
    /// Goes on only where the keychain is open or there is none; else the handler gets Forbidden.
    void whenOpen(const DoneHandler &handler, const std::function<void(KeychainState)> &next);
    void later(const DoneHandler &handler, const Result<void> &outcome);

    ConnectionStore &m_store;
    SecretStore &m_secrets;
};

} // namespace sonde
