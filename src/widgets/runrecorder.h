#pragma once

#include <QHash>
#include <QObject>

namespace sonde {

class Clock;
struct Connection;
class HistoryStore;
class QueryPage;
class SettingsStore;
struct Query;

/// Tells the history of every run of the pages that are given to it, but those that AutoRefresh repeats, and
/// gives it the first rows where settings::keepsFirstRows says so. A page that goes while its query runs, and
/// a query that runs when the recorder goes, leave a run that was stopped, without rows.
class RunRecorder final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the recorder.
    RunRecorder(HistoryStore &store, const SettingsStore &settings, const Clock &clock,
                QObject *parent = nullptr);
    ~RunRecorder() override;

    void attach(QueryPage *page);

private:
    struct Run
    {
        qint64 id = 0;
        qint64 startedMs = 0;
        qint64 rows = 0;
    };

    void begin(QueryPage *page, const Query &query, const Connection &connection);
    void end(QueryPage *page);
    void keepRows(qint64 id, const QueryPage &page);
    /// Only as an address: the page may be half gone.
    void stop(const QObject *page);

    HistoryStore &m_store;
    const SettingsStore &m_settings;
    const Clock &m_clock;
    QHash<const QObject *, Run> m_running;
};

} // namespace sonde
