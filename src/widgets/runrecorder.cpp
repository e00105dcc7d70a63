#include "widgets/runrecorder.h"

#include "core/clock.h"
#include "results/firstrows.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/shownanswer.h"

namespace sonde {

namespace {

RunOutcome outcomeOf(const RunStatus &status)
{
    switch (status.state) {
    case RunStatus::State::Failed:
        return RunOutcome::Failed;
    case RunStatus::State::Idle:
    case RunStatus::State::Running:
    case RunStatus::State::Stopped:
        return RunOutcome::Stopped;
    case RunStatus::State::Done:
        break;
    }
    switch (status.completeness) {
    case Completeness::Partial:
        return RunOutcome::Partial;
    case Completeness::Capped:
        return RunOutcome::Capped;
    case Completeness::Complete:
        break;
    }
    return RunOutcome::Complete;
}

} // namespace

RunRecorder::RunRecorder(HistoryStore &store, const SettingsStore &settings, const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(settings)
    , m_clock(clock)
{}

RunRecorder::~RunRecorder()
{
    const QList<const QObject *> pages = m_running.keys();
    for (const QObject *page : pages)
        stop(page);
}

void RunRecorder::attach(QueryPage *page)
{
    connect(page, &QueryPage::runStarted, this,
            [this, page](const Query &query, const Connection &connection, RunCause cause) {
                // The same query every few seconds would bury all others.
                if (cause == RunCause::Asked)
                    begin(page, query, connection);
            });
    connect(page, &QueryPage::runEnded, this, [this, page] { end(page); });
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        if (const auto run = m_running.find(page); run != m_running.end())
            run->rows = page->status().rows;
    });
    connect(page, &QObject::destroyed, this, &RunRecorder::stop);
}

void RunRecorder::begin(QueryPage *page, const Query &query, const Connection &connection)
{
    stop(page); // a second run of the page ends the first
    m_running.insert(page,
                     {m_store.begin(query, connection, m_clock.nowUtc()), m_clock.monotonicMs(), qint64{0}});
}

void RunRecorder::end(QueryPage *page)
{
    const auto run = m_running.constFind(page);
    if (run == m_running.cend())
        return;
    const RunStatus &status = page->status();
    RunEnd end;
    end.outcome = outcomeOf(status);
    end.durationMs = status.elapsedMs;
    end.rows = status.rows;
    end.total = status.total;
    end.resolved = status.range;
    if (status.error)
        end.errorMessage = status.error->message;
    m_store.finish(run->id, end);
    if (end.rows > 0 && m_settings.get(settings::keepsFirstRows))
        keepRows(run->id, *page);
    m_running.erase(run);
}

void RunRecorder::keepRows(qint64 id, const QueryPage &page)
{
    const ShownAnswer &answer = page.pane().answer();
    m_store.keepRows(id, [about = storedResultOf(answer), tables = tablesOf(*answer.result)] {
        const Result<FirstRows> first = packFirstRows(about, tables, {}, CancelState());
        return first ? KeptRows{first->file, first->rows} : KeptRows();
    });
}

void RunRecorder::stop(const QObject *page)
{
    const auto run = m_running.constFind(page);
    if (run == m_running.cend())
        return;
    RunEnd end;
    end.outcome = RunOutcome::Stopped;
    end.durationMs = m_clock.monotonicMs() - run->startedMs;
    end.rows = run->rows;
    m_store.finish(run->id, end);
    m_running.erase(run);
}

} // namespace sonde
