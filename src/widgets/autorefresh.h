#pragma once

#include "core/query.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace sonde {

class Clock;
struct Connection;
class QueryBar;
class QueryPage;

/// Runs the query of a page again and again, once the page's bar asks for that, counted from the end of each
/// run. Waits while nobody sees the page, while the query is another than the one that was run, and while a
/// dialog or a menu is open; a run that fails or is stopped ends it. GUI thread.
class AutoRefresh final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a page; both outlive it.
    AutoRefresh(QueryPage &page, const Clock &clock);

signals:
    /// It is time for a run; the owner runs the page, or does not.
    void due();

private:
    void noteStart(const Query &query, const Connection &connection);
    void noteEnd();
    void follow(int seconds);
    void tick();
    bool isOfLastRun() const;
    bool isSeen() const;
    void say();

    QueryPage &m_page;
    QueryBar &m_bar;
    const Clock &m_clock;
    QTimer m_timer{this};         ///< looks once a second; only while it is wanted
    std::optional<Query> m_query; ///< of the last run
    QString m_connectionId;
    qint64 m_endedMs = 0; ///< of the last run, on the monotonic clock
    bool m_hasGivenUp = false;
};

} // namespace sonde
