#include "app/windowsession.h"

#include "app/components.h"
#include "app/exitcode.h"
#include "app/folders.h"
#include "app/windows.h"
#include "core/language.h"
#include "stores/samplefavourites.h"
#include "widgets/mainwindow.h"
#include "widgets/querypage.h"
#include "widgets/samplequeries.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>
#include <cstdio>

namespace sonde {

namespace {

QString sessionsFolder()
{
    return dataFolder() + QStringLiteral("/sessions");
}

} // namespace

WindowSession::WindowSession(Services &services, Language &language, WindowCommand command)
    : m_services(services)
    , m_language(language)
    , m_command(std::move(command))
    , m_settings(folder(configFolder()) + QStringLiteral("/sonde.ini"))
    , m_favourites({folder(dataFolder()) + QStringLiteral("/favourites"),
                    folder(dataFolder()) + QStringLiteral("/favourites.json"), sampleFavouritesFolder()},
                   services.clock())
    , m_history(folder(dataFolder()) + QStringLiteral("/history"))
    , m_layouts(folder(dataFolder()) + QStringLiteral("/columns.json"))
    , m_snippets(folder(configFolder()) + QStringLiteral("/snippets.json"))
    , m_schemas({services.schemaSource(),
                 SchemaCache(m_command.screenshot.isEmpty() ? tablesFolder()
                                                            : m_scratch.filePath(QStringLiteral("tables"))),
                 services.connections(), services.clock()})
    , m_icons(m_theme)
{}

QString WindowSession::folder(const QString &usual) const
{
    return m_command.screenshot.isEmpty() ? usual : m_scratch.path();
}

WindowSession::~WindowSession() = default;

bool WindowSession::start()
{
    if (!chooseStore())
        return false;
    if (m_instance) {
        connect(m_instance.get(), &SingleInstance::requested, this, &WindowSession::takeHandOver);
        // Before the windows let go of the session: who takes it next listens at the same place.
        connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this,
                [this] { m_instance.reset(); });
    }
    connect(&m_settings, &SettingsStore::changed, this, [this](const QString &key) {
        if (key == QLatin1String(settings::language.key))
            m_language.use(m_settings.get(settings::language));
    });
    connect(&m_language, &Language::changed, this, [] {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows)
            window->setLocale(QLocale());
    });
    if (const LocalTables *tables = m_services.localTables()) {
        connect(tables, &LocalTables::changed, this, [this] { m_schemas.refresh(localConnectionId); });
    }
    m_theme.install();
    const auto loaded = m_services.connections().load();
    const auto favourites = m_favourites.load();
    m_windows = std::make_unique<Windows>(windowServices(), *m_store);
    connect(m_windows.get(), &Windows::settingsApplied, this, [this] {
        if (const Result<void> applied = applyNetwork(); !applied)
            say(applied.error());
    });
    m_windows->restore();
    MainWindow &window = m_windows->first();
    if (!m_command.theme.isEmpty())
        m_theme.setMode(m_command.theme == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::Light);
    if (m_command.size.isValid())
        window.resize(m_command.size);
    m_windows->show();
    for (const QString &file : std::as_const(m_command.files)) {
        if (!m_windows->showFile(file))
            window.openFile(file);
    }
    if (m_command.newQuery)
        m_windows->openNewQuery();
    if (m_storeError)
        say(*m_storeError);
    for (const Result<void> &outcome : {Result<void>(loaded), Result<void>(favourites), applyNetwork()}) {
        if (!outcome)
            say(outcome.error());
    }
    connect(&m_services.network(), &AzureNetwork::warned, this, &WindowSession::say);
    // The window first, the rest behind it.
    QTimer::singleShot(0, this, [this] {
        if (m_command.demo)
            openFirstQuery();
        else if (isEmbeddedChosen())
            m_services.warmUpWorkspace();
        m_services.kql().warmUp();
        // Its tables cost no network, and names that it does not have would only mislead.
        if (isEmbeddedChosen())
            m_schemas.use(embeddedConnectionId);
        Services::removeLeftTables();
    });
    return true;
}

WindowServices WindowSession::windowServices()
{
    return {m_services.runner(),
            m_services.secrets(),
            m_services.probe(),
            m_services.connections(),
            m_settings,
            m_favourites,
            m_history,
            m_layouts,
            m_theme,
            m_icons,
            m_services.clock(),
            m_schemas,
            {bundledComponents(), Language::available(), requestLogFile(), buildDescription()},
            KqlService::isAvailable() ? &m_services.kql() : nullptr,
            &m_snippets,
            nullptr,
            m_services.localTables()};
}

Result<void> WindowSession::applyNetwork()
{
    return m_services.network().setNetwork(networkSettings(m_settings, requestLogFile()));
}

void WindowSession::say(const Error &error)
{
    MainWindow &window = m_windows->first();
    QueryPage *page = window.currentPage();
    (page != nullptr ? page : window.openQuery(Query(), false))->showError(error);
}

/// False where another program took the request over.
bool WindowSession::chooseStore()
{
    if (!m_command.screenshot.isEmpty()) {
        m_store = std::make_unique<DraftStore>(m_scratch.path() + QStringLiteral("/session"));
        return true;
    }
    HandOver request;
    for (const QString &file : std::as_const(m_command.files))
        request.files.append(QFileInfo(file).absoluteFilePath());
    request.demo = m_command.demo;
    request.newQuery = m_command.newQuery;
    for (const char *name : {"XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"}) {
        if (request.activationToken.isEmpty())
            request.activationToken = qgetenv(name);
    }
    Result<SessionChoice> choice = chooseSession(sessionsFolder(), request, m_command.newInstance);
    if (!choice) {
        // A program that keeps nothing is better than none; it says so, and asks before it closes.
        m_storeError = choice.error();
        m_store = std::make_unique<DraftStore>(sessionsFolder() + QStringLiteral("/none"));
        return true;
    }
    if (!choice->remark.isEmpty())
        std::fprintf(stderr, "sonde: %s\n", qUtf8Printable(choice->remark));
    m_store = std::move(choice->store);
    m_instance = std::move(choice->instance);
    return m_store != nullptr;
}

void WindowSession::takeHandOver(const HandOver &request)
{
    // Qt takes the desktop's leave to come to the front from there.
    if (!request.activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", request.activationToken);
    QStringList files;
    for (const QString &file : request.files) {
        if (!m_windows->showFile(file))
            files.append(file);
    }
    if (files.isEmpty() && !request.demo && (request.newQuery || !request.files.isEmpty())) {
        if (request.newQuery)
            m_windows->openNewQuery();
        return;
    }
    MainWindow &window = m_windows->open();
    for (const QString &file : std::as_const(files))
        window.openFile(file);
    if (request.newQuery)
        window.openQuery(window.newQuery(), false);
    if (request.demo)
        window.runSample(sampleQueries().first());
}

/// Whether the first query will most likely go to the embedded workspace, which takes some seconds to start.
bool WindowSession::isEmbeddedChosen() const
{
    const QString last = m_settings.get(settings::lastConnection);
    return last.isEmpty() || last == embeddedConnectionId;
}

void WindowSession::openFirstQuery()
{
    QueryPage *page = m_windows->first().runSample(sampleQueries().first());
    if (!m_command.screenshot.isEmpty())
        takeScreenshotWhenDone(page);
}

void WindowSession::takeScreenshotWhenDone(QueryPage *page)
{
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        const RunStatus::State state = page->status().state;
        if (state == RunStatus::State::Failed || state == RunStatus::State::Stopped) {
            const QString fault = tr("The first query did not end well; see the picture.");
            std::fprintf(stderr, "sonde: %s\n", qUtf8Printable(fault));
            takeScreenshot();
        } else if (state == RunStatus::State::Done) {
            // Views lay out in the next turn of the event loop and paint in the one after.
            QTimer::singleShot(0, this,
                               [this] { QTimer::singleShot(0, this, &WindowSession::takeScreenshot); });
        }
    });
}

void WindowSession::takeScreenshot()
{
    MainWindow &window = m_windows->first();
    const bool saved = window.grab().save(m_command.screenshot);
    if (!saved) {
        const QString fault = tr("“%1” could not be written.").arg(m_command.screenshot);
        std::fprintf(stderr, "sonde: %s\n", qUtf8Printable(fault));
    }
    const bool done =
        window.currentPage() != nullptr && window.currentPage()->status().state == RunStatus::State::Done;
    emit ended(!saved ? ExitWrite : done ? ExitComplete : ExitService);
}

} // namespace sonde
