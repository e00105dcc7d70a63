#include "app/commands.h"
#include "completion.h"
#include "core/timezone.h"
#include "manualpage.h"
#include "releasenotes.h"

#ifdef SONDE_LOCAL_ENGINE
#include "sandbox/sandboxcommand.h"
#endif

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <cstdio>

using namespace sonde;

namespace {

/// Ends the program where a file cannot be had: a build with half of its papers is none.
QString read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qUtf8Printable(path), qUtf8Printable(file.errorString()));
    return QString::fromUtf8(file.readAll());
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        qFatal("%s: %s", qUtf8Printable(path), qUtf8Printable(file.errorString()));
}

/// The build's own file of the commit and its time: "COMMIT SECONDS".
QDateTime timeOf(const QString &buildInfo)
{
    return QDateTime::fromSecsSinceEpoch(buildInfo.trimmed().section(u' ', 1, 1).toLongLong(), utcZone);
}

ProgramDescription sondeProgram()
{
    ProgramDescription program;
    program.commands = commandDescriptions();
    program.files = {
        {QStringLiteral("Settings."), QStringLiteral("~/.config/sonde/sonde.ini")},
        {QStringLiteral("Connections, without their secrets: these are in the system's keychain only."),
         QStringLiteral("~/.config/sonde/connections.json")},
        {QStringLiteral("Favourites, history, and the tabs of the last session."),
         QStringLiteral("~/.local/share/sonde/")},
        {QStringLiteral("The tables of each workspace, as it listed them; they are fetched again."),
         QStringLiteral("~/.cache/sonde/tables/")},
        {QStringLiteral("Data of the embedded workspace. It is made again where it is missing."),
         QStringLiteral("~/.cache/sonde/")},
        {QStringLiteral("Requests without secrets, where the settings say that they are written."),
         QStringLiteral("~/.local/state/sonde/requests.log")},
    };
    program.environment = {
        {QStringLiteral("Other places for the files above."),
         QStringLiteral("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME, XDG_STATE_HOME")},
        {QStringLiteral("Where a second start finds the running program."),
         QStringLiteral("XDG_RUNTIME_DIR")},
    };
#ifdef SONDE_LOCAL_ENGINE
    program.seeAlso = {QStringLiteral("sonde-sandbox(1)")};
#endif
    return program;
}

#ifdef SONDE_LOCAL_ENGINE
ProgramDescription sandboxProgram()
{
    ProgramDescription program;
    program.commands = {sandboxCommandDescription()};
    program.files = {{QStringLiteral("The invented data. It is made again where it is missing."),
                      QStringLiteral("~/.cache/sonde/")}};
    program.environment = {
        {QStringLiteral("Another place for the file above."), QStringLiteral("XDG_CACHE_HOME")}};
    program.seeAlso = {QStringLiteral("sonde(1)")};
    return program;
}
#endif

void writePapersOf(const ProgramDescription &program, const QDir &folder, const QString &version,
                   const QDate &date)
{
    const QString name = program.commands.first().name;
    write(folder.filePath(name + QLatin1String(".1")), manualPage(program, version, date));
    write(folder.filePath(name + QLatin1String(".bash")), bashCompletion(program.commands));
    write(folder.filePath(name + QLatin1String(".zsh")), zshCompletion(program.commands));
    write(folder.filePath(name + QLatin1String(".fish")), fishCompletion(program.commands));
}

} // namespace

/// Writes what is shipped beside the programs: manual pages, completion, release notes. A program of the
/// build.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QString value = QStringLiteral("value");
    for (const char *name :
         {"output", "version-number", "build-info", "changelog", "metainfo", "metainfo-name", "maintainer"})
        parser.addOption({QString::fromLatin1(name), QString(), value});
    parser.process(application);
    const auto option = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };

    const QDir folder(option("output"));
    const QString version = option("version-number");
    const QDateTime time = timeOf(read(option("build-info")));
    writePapersOf(sondeProgram(), folder, version, time.date());
#ifdef SONDE_LOCAL_ENGINE
    writePapersOf(sandboxProgram(), folder, version, time.date());
#endif
    const QList<Release> releases = releasesOf(read(option("changelog")), version);
    if (releases.isEmpty())
        qFatal("The changelog tells of no version.");
    const QString indented = appStreamReleases(releases, time.date()).replace(u'\n', QLatin1String("\n  "));
    write(folder.filePath(option("metainfo-name")),
          read(option("metainfo")).replace(QLatin1String("<releases/>"), indented));
    write(folder.filePath(QStringLiteral("changelog.Debian")),
          debianChangelog(releases, option("maintainer"), time));
    return 0;
}
