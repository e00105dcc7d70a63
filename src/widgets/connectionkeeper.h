#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "widgets/windowservices.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <functional>

class QWidget;

namespace sonde {

class ConnectionDialog;
class ConnectionVault;
class ConnectionsDialog;
struct ConnectionEdit;
struct ImportDecision;

/// Opens the dialogs of the connections, and brings what comes of them into the store and the keychain.
class ConnectionKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over \a window.
    ConnectionKeeper(const WindowServices &services, QWidget *window);

    QList<Connection> connections() const;

public slots:
    void add();
    void edit(const sonde::Connection &connection);
    /// The list of all of them; a second call brings the open one to the front.
    void manage();
    /// Asks what to do with each connection of that file.
    void importFile(const QString &path);
    /// Writes all connections, without secrets.
    void exportFile(const QString &path);

signals:
    /// The list is another one. \a id is the connection that was added and is the one to search now; empty
    /// where it is only the list that changed.
    void changed(const QString &id);
    /// Said where no dialog is open that could say it; also of what was done, but not as was said before.
    void failed(const sonde::Error &error);

private:
    QWidget *parentOfDialogs() const;
    void open(ConnectionDialog *dialog, bool isNew);
    void queryKeychain(ConnectionDialog *dialog, const QString &id);
    void unlock(ConnectionDialog *dialog, const QString &id);
    void submit(ConnectionDialog *dialog, const ConnectionEdit &edit);
    void connectManager();
    void editById(const QString &id);
    void duplicate(const QString &id);
    void askToRemove(const QString &id);
    void remove(const QString &id);
    void offerRemovalAlone(const QString &id, const Error &reason);
    void move(const QString &id, int index);
    void unlockAndRetry();
    void askForExport();
    void askForImport();
    void apply(const QList<ImportDecision> &decisions, int done);
    void report(const Error &error);
    void settle(const QString &id, const Result<void> &outcome);

    WindowServices m_services;
    QWidget *m_window;
    ConnectionVault *m_vault;
    QPointer<ConnectionsDialog> m_manager;
    std::function<void()> m_retry; ///< what a locked keychain kept from being done
};

} // namespace sonde
