#pragma once

#include "ports/searchrunner.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace sonde {

/// How the run of a page stands, as a value for the status line.
struct RunStatus
{
    enum class State { Idle, Running, Done, Failed, Stopped };
    State state = State::Idle;
    Completeness completeness = Completeness::Complete; ///< of Done
    QStringList reasons;                                ///< sentences behind Partial and Capped
    std::optional<SearchProgress> progress;             ///< of Running, once there is any
    qint64 rows = 0;
    std::optional<qint64> total; ///< classic: how many records match
    qint64 elapsedMs = 0;
    std::optional<ResolvedRange> range; ///< what was sent
    std::optional<Error> error;         ///< of Failed
};

/// Who wanted a run.
enum class RunCause {
    Asked,   ///< somebody, now
    Repeated ///< AutoRefresh, for somebody who asked once
};

/// The run has come to its end with that.
void finishStatus(RunStatus &status, const ResultInfo &info);
/// What is being waited for, as a short phrase without a full stop. Nothing: the run has only begun.
QString describeStage(const std::optional<SearchProgress> &progress);
/// `0.4 s`, `12 s`, `2 min 05 s`.
QString describeElapsed(qint64 milliseconds);
/// The number a plural is chosen by, which is one of 32 bits; beyond that all are many.
int pluralOf(qint64 count);
/// `1 204 of 5 310 rows`, `1 204 rows`.
QString describeRows(qint64 rows, const std::optional<qint64> &total);
/// `1 204 rows copied`.
QString describeCopied(qint64 rows);
/// `21 Nov 16:02 to 22 Nov 16:02 UTC`; with the years where they are not this one, with seconds where the
/// range is shorter than two hours.
QString describeRange(const ResolvedRange &range, const QDateTime &nowUtc);
/// Both instants with year and seconds.
QString describeRangeInFull(const ResolvedRange &range);

} // namespace sonde
