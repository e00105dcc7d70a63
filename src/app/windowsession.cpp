#include "app/windowsession.h"

#include "app/exitcode.h"
#include "widgets/querypage.h"
#include "widgets/samplequeries.h"

#include <QCoreApplication>
#include <QTimer>
#include <cstdio>

namespace sonde {

WindowSession::WindowSession(Services &services, WindowCommand command)
    : m_services(services)
    , m_command(std::move(command))
    , m_settings((m_command.screenshot.isEmpty() ? configFolder() : m_scratch.path()) +
                 QStringLiteral("/sonde.ini"))
    , m_icons(m_theme)
{}

WindowSession::~WindowSession() = default;

void WindowSession::start()
{
    m_theme.install();
    const auto loaded = m_services.connections().load();
    m_window = std::make_unique<MainWindow>(WindowServices{m_services.runner(), m_services.secrets(),
                                                           m_services.connections(), m_settings, m_theme,
                                                           m_icons, m_services.clock()});
    if (!m_command.theme.isEmpty())
        m_theme.setMode(m_command.theme == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::Light);
    if (m_command.size.isValid())
        m_window->resize(m_command.size);
    m_window->show();
    for (const QString &file : std::as_const(m_command.files))
        m_window->openFile(file);
    if (!loaded)
        m_window->openQuery(Query(), false)->showError(loaded.error());
    // The window first, the rest behind it.
    QTimer::singleShot(0, this, [this] {
        if (m_command.demo)
            openFirstQuery();
        else if (isEmbeddedChosen())
            m_services.warmUpWorkspace();
    });
}

/// Whether the first query will most likely go to the embedded workspace, which takes some seconds to start.
bool WindowSession::isEmbeddedChosen() const
{
    const QString last = m_settings.get(settings::lastConnection);
    return last.isEmpty() || last == embeddedConnectionId;
}

void WindowSession::openFirstQuery()
{
    QueryPage *page = m_window->runSample(sampleQueries().first());
    if (!m_command.screenshot.isEmpty())
        takeScreenshotWhenDone(page);
}

void WindowSession::takeScreenshotWhenDone(QueryPage *page)
{
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        const RunStatus::State state = page->status().state;
        if (state == RunStatus::State::Failed || state == RunStatus::State::Stopped) {
            std::fprintf(stderr, "sonde: the first query did not end well; see the picture\n");
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
    const bool saved = m_window->grab().save(m_command.screenshot);
    if (!saved)
        std::fprintf(stderr, "sonde: “%s” could not be written\n", qUtf8Printable(m_command.screenshot));
    const bool done = m_window->currentPage() != nullptr &&
                      m_window->currentPage()->status().state == RunStatus::State::Done;
    emit ended(!saved ? ExitWrite : done ? ExitComplete : ExitService);
}

} // namespace sonde
