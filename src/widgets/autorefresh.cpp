#include "widgets/autorefresh.h"

#include "core/clock.h"
#include "core/connection.h"
#include "widgets/keeptranslated.h"
#include "widgets/messagebar.h"
#include "widgets/pagerunner.h"
#include "widgets/querybar.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"

#include <QApplication>
#include <QLocale>
#include <QWindow>

namespace sonde {

namespace {

constexpr int lookMs = 1000;

} // namespace

AutoRefresh::AutoRefresh(QueryPage &page, const Clock &clock)
    : QObject(&page)
    , m_page(page)
    , m_bar(page.bar())
    , m_clock(clock)
{
    m_timer.setInterval(lookMs);
    connect(&m_timer, &QTimer::timeout, this, &AutoRefresh::tick);
    connect(&m_bar, &QueryBar::repeatChanged, this, &AutoRefresh::follow);
    connect(&page, &QueryPage::runStarted, this, &AutoRefresh::noteStart);
    connect(&page, &QueryPage::runEnded, this, &AutoRefresh::noteEnd);
    connect(&page, &QueryPage::draftChanged, this, &AutoRefresh::say);
    keepTranslated(&m_bar, [this] { say(); });
}

void AutoRefresh::follow(int seconds)
{
    if (seconds > 0) {
        m_hasGivenUp = false;
        m_timer.start();
    } else {
        m_timer.stop();
    }
    say();
}

void AutoRefresh::noteStart(const Query &query, const Connection &connection)
{
    m_query = query;
    m_connectionId = connection.id;
    m_hasGivenUp = false;
    say();
}

void AutoRefresh::noteEnd()
{
    m_endedMs = m_clock.monotonicMs();
    if (m_bar.repeatSeconds() > 0 && m_page.status().state != RunStatus::State::Done) {
        m_bar.setRepeatSeconds(0);
        m_hasGivenUp = true;
    }
    say();
}

void AutoRefresh::tick()
{
    say();
    // A run takes messages away.
    if (m_page.isRunning() || !isOfLastRun() || !isSeen() || m_page.pane().messages().asks())
        return;
    // What is open there may be about the rows.
    if (QApplication::activeModalWidget() != nullptr || QApplication::activePopupWidget() != nullptr)
        return;
    if (m_clock.monotonicMs() - m_endedMs >= m_bar.repeatSeconds() * qint64{1000})
        emit due();
}

bool AutoRefresh::isOfLastRun() const
{
    // Stored rows are not of a run, whatever ran before.
    return m_query && m_page.runner().canRepeat(*m_query) && m_page.connectionId() == m_connectionId &&
           !m_page.rowsOrigin().isStored();
}

bool AutoRefresh::isSeen() const
{
    const QWidget *window = m_page.window();
    const QWindow *surface = window->windowHandle();
    return m_page.isVisible() && !window->isMinimized() && surface != nullptr && surface->isExposed();
}

void AutoRefresh::say()
{
    const int seconds = m_bar.repeatSeconds();
    if (seconds == 0)
        m_bar.setRepeatNote(m_hasGivenUp ? tr("No longer: the last run failed or was stopped.") : QString());
    else if (m_page.isRunning())
        m_bar.setRepeatNote({});
    else if (!m_query)
        m_bar.setRepeatNote(tr("Begins with the first run."));
    else if (!isOfLastRun())
        m_bar.setRepeatNote(tr("Waits: this is not what was run last."));
    else if (m_page.pane().messages().asks())
        m_bar.setRepeatNote(tr("Waits until the message below is closed."));
    else {
        const qint64 leftMs = std::max<qint64>(m_endedMs + seconds * qint64{1000} - m_clock.monotonicMs(), 0);
        const QDateTime next = m_clock.nowUtc().addMSecs(leftMs).toLocalTime();
        //: %1: a time of the day
        const QString note = tr("Next run at %1.");
        m_bar.setRepeatNote(note.arg(QLocale().toString(next.time(), QStringLiteral("HH:mm:ss"))));
    }
}

} // namespace sonde
