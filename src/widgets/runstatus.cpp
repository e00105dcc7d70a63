#include "widgets/runstatus.h"

#include <QCoreApplication>
#include <QLocale>
#include <limits>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RunStatus)
};

/// A range of two hours or more is read by its minutes.
constexpr qint64 secondsFromWhichMinutesDo = 7200;

} // namespace

int pluralOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

void finishStatus(RunStatus &status, const ResultInfo &info)
{
    status.state = RunStatus::State::Done;
    status.completeness = info.completeness;
    status.reasons = info.reasons;
    status.total = info.total;
    if (info.range.start.isValid())
        status.range = info.range;
    if (info.elapsedMs > 0)
        status.elapsedMs = info.elapsedMs;
}

QString describeStage(const std::optional<SearchProgress> &progress)
{
    if (!progress)
        return Words::tr("Starting");
    switch (progress->stage) {
    case SearchProgress::Stage::StartingWorkspace:
        return Words::tr("Preparing the embedded workspace");
    case SearchProgress::Stage::SigningIn:
        return Words::tr("Signing in");
    case SearchProgress::Stage::WaitingForService:
        return Words::tr("Waiting for the service");
    case SearchProgress::Stage::Pending:
        return Words::tr("Pending, the service is still searching (look %1)").arg(progress->looks);
    case SearchProgress::Stage::RateLimited:
        return Words::tr("The service asks to wait %1 s before the next request").arg(progress->retrySeconds);
    case SearchProgress::Stage::ReadingFile:
        return Words::tr("Reading the file");
    case SearchProgress::Stage::Receiving:
        break;
    }
    if (progress->bytes <= 0)
        return Words::tr("Receiving");
    return Words::tr("Receiving, %1 so far")
        .arg(QLocale().formattedDataSize(progress->bytes, 1, QLocale::DataSizeTraditionalFormat));
}

QString describeElapsed(qint64 milliseconds)
{
    constexpr qint64 minute = 60'000;
    if (milliseconds < 10'000) {
        //: %1: a duration in seconds, as 8.3
        return Words::tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1));
    }
    if (milliseconds < minute)
        return Words::tr("%1 s").arg(milliseconds / 1000);
    //: %1: whole minutes; %2: seconds below sixty
    return Words::tr("%1 min %2 s")
        .arg(milliseconds / minute)
        .arg((milliseconds % minute) / 1000, 2, 10, QChar(u'0'));
}

QString describeRows(qint64 rows, const std::optional<qint64> &total)
{
    if (total)
        //: %L1: how many are shown; %L2: how many there are
        return Words::tr("%L1 of %L2 rows").arg(rows).arg(*total);
    //: %L1: how many
    return Words::tr("%L1 rows", nullptr, pluralOf(rows)).arg(rows);
}

QString describeCopied(qint64 rows)
{
    //: %L1: how many
    return Words::tr("%L1 rows copied", nullptr, pluralOf(rows)).arg(rows);
}

QString describeRange(const ResolvedRange &range, const QDateTime &nowUtc)
{
    const auto isThisYear = [&nowUtc](const QDateTime &instant) {
        return instant.date().year() == nowUtc.date().year();
    };
    const bool isShort = range.start.secsTo(range.end) < secondsFromWhichMinutesDo;
    const bool needsYear = !isThisYear(range.start) || !isThisYear(range.end);
    const QString format = (needsYear ? QStringLiteral("d MMM yyyy HH:mm") : QStringLiteral("d MMM HH:mm")) +
                           (isShort ? QStringLiteral(":ss") : QString());
    const QLocale locale;
    //: %1 and %2: the first and last moment of a time range
    return Words::tr("%1 to %2 UTC")
        .arg(locale.toString(range.start, format), locale.toString(range.end, format));
}

QString describeRangeInFull(const ResolvedRange &range)
{
    const QLocale locale;
    const QString format = QStringLiteral("d MMM yyyy HH:mm:ss");
    return Words::tr("%1 to %2 UTC")
        .arg(locale.toString(range.start, format), locale.toString(range.end, format));
}

} // namespace sonde
