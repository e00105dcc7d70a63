#include "app/components.h"
#include "app/coredumps.h"
#include "app/folders.h"
#include "app/headlessquery.h"
#include "app/headlessschema.h"
#include "app/interrupt.h"
#include "app/kqlfiles.h"
#include "app/services.h"
#include "app/windowsession.h"
#include "core/language.h"
#include "kql/kqlservice.h"
#include "stores/settingsstore.h"

#include <QApplication>
#include <QStringList>
#include <cstdio>

using namespace sonde;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("sonde"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SONDE_VERSION));
}

QString settingsFile()
{
    return configFolder() + QStringLiteral("/sonde.ini");
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// The connection that is called so, or has that id.
Result<Connection> savedConnection(const QString &name, Services &services)
{
    if (auto loaded = services.connections().load(); !loaded)
        return failure(loaded.error());
    if (const auto found = services.connections().findByName(name))
        return *found;
    if (const auto found = services.connections().find(name))
        return *found;
    QStringList names;
    for (const Connection &connection : services.connections().connections())
        names << connection.name;
    QString advice = HeadlessQuery::tr("Add one in Sonde’s window first.");
    if (!names.isEmpty()) {
        //: %1: a list of the connections’ names
        advice = HeadlessQuery::tr("There are: %1.").arg(names.join(QStringLiteral(", ")));
    }
    return failure(ErrorKind::Usage, HeadlessQuery::tr("There is no connection “%1”.").arg(name), advice);
}

/// The connection that the command names, its secret kept for this run where it came with it.
Result<Connection> connectionOf(const QueryCommand &command, Services &services)
{
    switch (command.source) {
    case QueryCommand::Source::Demo:
        return embeddedConnection();
    case QueryCommand::Source::EndpointsFile: {
        auto endpoints = readEndpointsFile(command.sourceName);
        if (!endpoints)
            return failure(endpoints.error());
        services.secrets().keepForThisRun(endpoints->connection.id, endpoints->secret);
        return endpoints->connection;
    }
    case QueryCommand::Source::StoredResult:
        return Connection();
    case QueryCommand::Source::Connection:
        break;
    }
    return savedConnection(command.sourceName, services);
}

void useNetworkSettings(Services &services, const SettingsStore &store)
{
    if (const auto applied = services.network().setNetwork(networkSettings(store, requestLogFile()));
        !applied)
        printError(applied.error());
    QObject::connect(&services.network(), &AzureNetwork::warned, &services.network(), &printError);
}

int showVersion(int argc, char **argv)
{
    // Qt finds its plugins, SQLite among them, only from an application object.
    const QCoreApplication application(argc, argv);
    std::fputs(qUtf8Printable(versionText()), stdout);
    return ExitComplete;
}

/// In the user's language. Which kind of application is needed is in the line itself, hence one that goes
/// again.
Result<CommandLine> readCommandLine(int argc, char **argv)
{
    const QCoreApplication early(argc, argv);
    Language language;
    language.use(SettingsStore(settingsFile()).get(settings::language));
    return CommandLine::parse(argumentsOf(argc, argv));
}

int runQuery(int argc, char **argv, const QueryCommand &command)
{
    QCoreApplication application(argc, argv);
    nameApplication();
    const SettingsStore store(settingsFile());
    Language language;
    language.use(store.get(settings::language));
    Services services;
    useNetworkSettings(services, store);
    const auto connection = connectionOf(command, services);
    if (!connection) {
        printError(connection.error());
        return ExitUsage;
    }
    const auto options =
        exportOptionsOf(command, exportProfilesFromText(store.get(settings::exportProfiles)));
    if (!options) {
        printError(options.error());
        return ExitUsage;
    }
    HeadlessQuery query(services.runner(), command, *connection, *options);
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, &query, &HeadlessQuery::interrupt);
    QObject::connect(&query, &HeadlessQuery::ended, &application, &QCoreApplication::exit);
    query.start();
    return QCoreApplication::exec();
}

/// With the tables of a connection.
int runCheckOf(const CheckCommand &command)
{
    Services services;
    useNetworkSettings(services, SettingsStore(settingsFile()));
    services.kql().warmUp();
    const auto connection = savedConnection(command.connection, services);
    if (!connection) {
        printError(connection.error());
        return ExitUsage;
    }
    HeadlessSchema tables(services.schemaSource(), SchemaCache(tablesFolder()), services.clock(),
                          *connection);
    QObject::connect(&tables, &HeadlessSchema::found, &tables, [&](const Result<KqlSchemaPtr> &schema) {
        if (!schema)
            printError(schema.error());
        QCoreApplication::exit(schema ? checkKqlFiles(command, *schema, services.kql())
                                      : exitCodeOf(schema.error().kind));
    });
    tables.start();
    return QCoreApplication::exec();
}

int runCheck(int argc, char **argv, const CheckCommand &command)
{
    const QCoreApplication application(argc, argv);
    nameApplication();
    Language language;
    language.use(SettingsStore(settingsFile()).get(settings::language));
    if (!command.connection.isEmpty())
        return runCheckOf(command);
    const auto schema = schemaOf(command);
    if (!schema) {
        printError(schema.error());
        return ExitUsage;
    }
    KqlService service;
    return checkKqlFiles(command, *schema, service);
}

int runFormat(int argc, char **argv, const FormatCommand &command)
{
    const QCoreApplication application(argc, argv);
    nameApplication();
    Language language;
    language.use(SettingsStore(settingsFile()).get(settings::language));
    KqlService service;
    return formatKqlFiles(command, service);
}

int runWindow(int argc, char **argv, const WindowCommand &command)
{
    QApplication application(argc, argv);
    nameApplication();
    Language language;
    language.use(SettingsStore(settingsFile()).get(settings::language));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Sonde"));
    QGuiApplication::setDesktopFileName(QStringLiteral(SONDE_APPLICATION_ID));
    QGuiApplication::setWindowIcon(Icons::programIcon());
    Services services;
    WindowSession session(services, language, command);
    QObject::connect(&session, &WindowSession::ended, &application, &QCoreApplication::exit);
    // The end of the desktop's session is a clean end.
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, &application, &QCoreApplication::quit);
    if (!session.start())
        return ExitComplete;
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreDumps();
    nameApplication();
    const auto line = readCommandLine(argc, argv);
    if (!line) {
        printError(line.error());
        return ExitUsage;
    }
    switch (line->action) {
    case CommandLine::Action::ShowText:
        std::fputs(qUtf8Printable(line->text), stdout);
        return ExitComplete;
    case CommandLine::Action::ShowVersion:
        return showVersion(argc, argv);
    case CommandLine::Action::Query:
        return runQuery(argc, argv, line->query);
    case CommandLine::Action::Check:
        return runCheck(argc, argv, line->check);
    case CommandLine::Action::Format:
        return runFormat(argc, argv, line->format);
    case CommandLine::Action::Window:
        return runWindow(argc, argv, line->window);
    }
    return ExitUsage;
}
