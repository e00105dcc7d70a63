#pragma once

#include "ports/searchrunner.h"

#include <QList>
#include <QPointer>

namespace sonde {

/// A runner that does nothing by itself: the test plays the service through the jobs. A cancelled job ends as
/// a real one does, with Cancelled and later.
class FakeSearchRunner final : public SearchRunner
{
public:
    struct Run
    {
        Query query;
        Connection connection;
        QPointer<SearchJob> job;
    };

    SearchJob *run(const Query &query, const Connection &connection) override
    {
        auto *job = new SearchJob(static_cast<quint64>(m_runs.size()) + 1);
        QObject::connect(
            job, &SearchJob::cancelRequested, job,
            [job] {
                Error error;
                error.kind = ErrorKind::Cancelled;
                error.message = QStringLiteral("The run was stopped.");
                job->finish(tl::unexpected<Error>(error));
            },
            Qt::QueuedConnection);
        m_runs.append({query, connection, job});
        return job;
    }

    const QList<Run> &runs() const { return m_runs; }
    const Run &last() const { return m_runs.last(); }

private:
    QList<Run> m_runs;
};

} // namespace sonde
