#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <chrono>
#include <memory>
#include <optional>

class QLocalServer;
class QLocalSocket;

namespace sonde {

/// What a second start asks of the running program: a window, and what to open in it; or a tab.
struct HandOver
{
    QStringList files; ///< absolute paths
    bool demo = false;
    bool newQuery = false;      ///< alone: a tab for a new query in the window that was in front last
    QByteArray activationToken; ///< of the desktop, so that the new window may come to the front
    bool operator==(const HandOver &) const = default;
};

/// One line of JSON.
QByteArray toJson(const HandOver &request);
/// Nothing where \a line is no such request.
std::optional<HandOver> handOverFromJson(const QByteArray &line);

/// Where later starts of the program find the running one: a socket that only its user can open. One request
/// per connection: a line that asks, a line that agrees, a line that it is meant.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// The socket that belongs to a session's folder, in the user's runtime folder.
    static QString socketPath(const QString &sessionFolder);

    explicit SingleInstance(QString path, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Listens, in place of a socket that a crashed program left behind: only who has the session may call
    /// this. False where the system does not let it; later starts then have sessions of their own.
    bool listen();

    /// Asks the running program, without an event loop. True once it said that it does as asked; false where
    /// none answers in that time.
    static bool handOver(const QString &path, const HandOver &request, std::chrono::milliseconds atMost);

signals:
    void requested(const sonde::HandOver &request);

private:
    void serve(QLocalSocket *socket);
    void takeLine(QLocalSocket *socket);

    const QString m_path;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace sonde
