#include "widgets/connectionkeeper.h"

#include "ports/secretstore.h"
#include "stores/connectionstore.h"
#include "widgets/connectiondialog.h"

namespace sonde {

ConnectionKeeper::ConnectionKeeper(const WindowServices &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{}

QList<Connection> ConnectionKeeper::connections() const
{
    return m_services.connections.connections();
}

void ConnectionKeeper::add()
{
    open(new ConnectionDialog(m_window), {});
}

void ConnectionKeeper::edit(const Connection &connection)
{
    auto *dialog = new ConnectionDialog(m_window);
    dialog->setConnection(connection);
    open(dialog, connection.id);
}

void ConnectionKeeper::open(ConnectionDialog *dialog, const QString &id)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectionDialog::saved, this, &ConnectionKeeper::save);
    // Also for a new connection: the answer tells whether there is a keychain at all.
    m_services.secrets.read(id.isEmpty() ? dialog->connection().id : id, dialog,
                            [this, dialog, id](const Result<QString> &secret) {
                                using State = ConnectionDialog::SecretState;
                                if (secret)
                                    dialog->setSecretState(m_services.secrets.isForThisRun(id)
                                                               ? State::StoredForThisRun
                                                               : State::Stored);
                                else if (secret.error().kind == ErrorKind::NoKeychain)
                                    dialog->setSecretState(ConnectionDialog::SecretState::NoKeychain);
                            });
    dialog->open();
}

void ConnectionKeeper::save(const Connection &connection, const std::optional<QString> &secret)
{
    ConnectionStore &store = m_services.connections;
    if (store.find(connection.id)) {
        if (const Result<void> updated = store.update(connection); !updated) {
            emit failed(updated.error());
            return;
        }
    } else if (const Result<QString> added = store.add(connection); !added) {
        emit failed(added.error());
        return;
    }
    emit changed(connection.id);
    if (!secret)
        return;
    m_services.secrets.write(connection.id, *secret, this, [this](const Result<void> &written) {
        if (!written)
            emit failed(written.error());
    });
}

} // namespace sonde
