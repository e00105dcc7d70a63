#pragma once

#include "azure/classicsearchjob.h"
#include "azure/searchwork.h"

namespace sonde {

/// A run against the classic search service: the search, then looks at it while it is pending, its rows shown
/// at once and replaced when a later answer differs. Never looks later than six minutes after the first
/// answer, when the service forgets the search (documentation of October 2016), and never at a search that
/// was not pending.
class ClassicSearch final : public SearchWork
{
    Q_OBJECT

public:
    using SearchWork::SearchWork;

protected:
    TokenRequest tokenRequest() const override;
    void proceed(const QByteArray &token) override;
    void stop() override;

private:
    bool isLooking() const { return !m_requestId.isEmpty(); }
    qint64 asked() const;
    void onFinished(ClassicSearchJob *job);
    void onAnswer(const ClassicSearchJob &job, const ClassicAnswer &answer);
    void onBrokenOff(const ClassicSearchJob &job, const ClassicAnswer &part, const Error &error);
    void onSearchRefused(Error error);
    void onLookFailed(const ClassicSearchJob &job, const Error &error);
    void show(const ClassicAnswer &answer);
    void lookLater(std::optional<int> retryAfterSeconds);
    void expire();
    /// Ends a pending search early: with the rows so far, or with the error where there are none.
    void settle(const Error &error);
    QString capReason(qint64 returned, qint64 total) const;
    ResultInfo complete(const ClassicAnswer &answer) const;

    ClassicSearchJob *m_job = nullptr;
    QString m_requestId; ///< of the pending search
    ClassicSearchJob::Verb m_verb = ClassicSearchJob::Verb::Get;
    qint64 m_firstAnswerMs = 0;
    int m_delayMs = 0;
    int m_looks = 0;    ///< answers that said Pending
    int m_failures = 0; ///< looks in a row that failed
    bool m_shown = false;
    ClassicAnswer m_last;
    ResultInfo m_info;
};

} // namespace sonde
