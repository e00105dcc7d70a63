#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "widgets/windowservices.h"

#include <QList>
#include <QObject>
#include <optional>

class QWidget;

namespace sonde {

class ConnectionDialog;

/// Opens the connection dialog, and brings what comes of it into the store and the keychain.
class ConnectionKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over \a window.
    ConnectionKeeper(const WindowServices &services, QWidget *window);

    QList<Connection> connections() const;
    void add();
    void edit(const Connection &connection);

signals:
    /// The list is another one; \a id is the connection that was added or changed.
    void changed(const QString &id);
    void failed(const sonde::Error &error);

private:
    void open(ConnectionDialog *dialog, const QString &id);
    void save(const Connection &connection, const std::optional<QString> &secret);

    WindowServices m_services;
    QWidget *m_window;
};

} // namespace sonde
