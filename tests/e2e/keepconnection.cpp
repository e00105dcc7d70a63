#include "core/endpointsjson.h"
#include "secrets/systemkeychain.h"
#include "stores/connectionstore.h"
#include "stores/settingsstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>
#include <cstdio>

using namespace sonde;

namespace {

int complain(const Error &error)
{
    std::fprintf(stderr, "%s %s\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    return 1;
}

} // namespace

/// What the connection dialog does when a person saves a connection, without the person: reads the line of
/// sonde-sandbox from standard input, puts the connection where connections are kept, chooses it for the next
/// window, switches the request log on, and puts its secret into the machine's keychain. `keepconnection
/// FOLDER NAME`, FOLDER being the program's configuration folder.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile input;
    if (arguments.size() != 3 || !input.open(stdin, QIODevice::ReadOnly))
        return 2;
    auto read = connectionFromEndpointsJson(input.readAll());
    if (!read)
        return complain(read.error());
    read->connection.name = arguments.at(2);
    ConnectionStore connections(arguments.at(1) + QStringLiteral("/connections.json"));
    if (const auto added = connections.add(read->connection); !added)
        return complain(added.error());
    SettingsStore settings(arguments.at(1) + QStringLiteral("/sonde.ini"));
    settings.set(settings::lastConnection, read->connection.id);
    settings.set(settings::logsRequests, true);

    SystemKeychain keychain(QStringLiteral(SONDE_APPLICATION_ID));
    keychain.write(read->connection.id, read->secret, &application, [](const Result<void> &written) {
        QCoreApplication::exit(written ? 0 : complain(written.error()));
    });
    return QCoreApplication::exec();
}
