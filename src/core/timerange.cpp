#include "core/timerange.h"

#include "core/ticks.h"
#include "core/timezone.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimeRange)
};

using std::chrono::seconds;

/// The longest span a range may have: the service keeps nothing older than twelve years.
constexpr qint64 longestSeconds = qint64(100) * 366 * 86400;

std::optional<seconds> parseShortDuration(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,9})\\s*([smhdw])$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const qint64 count = match.captured(1).toLongLong();
    switch (match.captured(2).at(0).toLower().unicode()) {
    case 's':
        return seconds(count);
    case 'm':
        return seconds(count * 60);
    case 'h':
        return seconds(count * 3600);
    case 'd':
        return seconds(count * 86400);
    default:
        return seconds(count * 7 * 86400);
    }
}

std::optional<seconds> parseIsoDuration(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(?:T(?=\\d)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{"
                       "1,9})(?:[.]0+)?S)?)?$"));
    const auto match = pattern.match(text.toUpper());
    if (!match.hasMatch())
        return {};
    const auto part = [&match](int group) { return match.captured(group).toLongLong(); };
    return seconds(part(1) * 7 * 86400 + part(2) * 86400 + part(3) * 3600 + part(4) * 60 + part(5));
}

std::optional<seconds> parseDuration(const QString &text)
{
    auto duration = parseShortDuration(text);
    if (!duration)
        duration = parseIsoDuration(text);
    if (!duration || duration->count() <= 0 || duration->count() > longestSeconds)
        return {};
    return duration;
}

QString formatIsoDuration(seconds duration)
{
    qint64 rest = duration.count();
    QString out = QStringLiteral("P");
    if (const qint64 days = rest / 86400; days > 0)
        out += QString::number(days) + QLatin1Char('D');
    rest %= 86400;
    if (rest == 0)
        return out;
    out += QLatin1Char('T');
    if (const qint64 hours = rest / 3600; hours > 0)
        out += QString::number(hours) + QLatin1Char('H');
    if (const qint64 minutes = rest % 3600 / 60; minutes > 0)
        out += QString::number(minutes) + QLatin1Char('M');
    if (rest % 60 > 0)
        out += QString::number(rest % 60) + QLatin1Char('S');
    return out;
}

std::optional<QDateTime> parseInstant(const QString &text)
{
    const auto ticks = parseIsoDateTime(text.trimmed().toStdString());
    if (!ticks)
        return {};
    return toDateTimeUtc(*ticks);
}

QDateTime startOfDay(const QDate &date, TimeRange::Zone zone)
{
    return (zone == TimeRange::Zone::Utc ? date.startOfDay(utcZone) : date.startOfDay(localZone)).toUTC();
}

} // namespace

TimeRange TimeRange::last(seconds duration)
{
    Q_ASSERT(duration.count() > 0);
    TimeRange range;
    range.m_duration = duration;
    return range;
}

TimeRange TimeRange::calendar(Kind kind, Zone zone)
{
    Q_ASSERT(kind == Kind::Today || kind == Kind::Yesterday || kind == Kind::ThisWeek);
    TimeRange range;
    range.m_kind = kind;
    range.m_zone = zone;
    range.m_duration = {};
    return range;
}

Result<TimeRange> TimeRange::between(const QDateTime &start, const QDateTime &end)
{
    if (!start.isValid() || !end.isValid())
        return failure(ErrorKind::Usage, Words::tr("The time range has no valid start or end."),
                       Words::tr("Choose both, such as 2026-11-22 16:00."));
    if (start >= end)
        return failure(ErrorKind::Usage, Words::tr("The end of the time range is not after its start."),
                       Words::tr("Choose an end that is later than the start."));
    // ISO 8601 has four digits for the year, and so has the service.
    if (start.toUTC().date().year() < 1 || end.toUTC().date().year() > 9999)
        return failure(ErrorKind::Usage, Words::tr("The time range leaves the years 1 to 9999."),
                       Words::tr("Choose a start and an end within them."));
    TimeRange range;
    range.m_kind = Kind::Between;
    range.m_duration = {};
    range.m_start = start.toUTC();
    range.m_end = end.toUTC();
    return range;
}

Result<TimeRange> TimeRange::parse(const QString &input)
{
    const QString text = input.trimmed();
    const QString word = text.toLower();
    for (const Zone zone : {Zone::Utc, Zone::Local}) {
        const QString suffix = zone == Zone::Local ? QStringLiteral("-local") : QString();
        if (word == QLatin1String("today") + suffix)
            return calendar(Kind::Today, zone);
        if (word == QLatin1String("yesterday") + suffix)
            return calendar(Kind::Yesterday, zone);
        if (word == QLatin1String("thisweek") + suffix)
            return calendar(Kind::ThisWeek, zone);
    }
    if (const auto duration = parseDuration(text))
        return last(*duration);
    const QStringList parts = text.split(QLatin1Char('/'));
    if (parts.size() == 2) {
        const auto start = parseInstant(parts[0]);
        const auto end = parseInstant(parts[1]);
        if (start && end)
            return between(*start, *end);
        if (const auto duration = parseDuration(parts[1]); start && duration)
            return between(*start, start->addSecs(duration->count()));
        if (const auto duration = parseDuration(parts[0]); end && duration)
            return between(end->addSecs(-duration->count()), *end);
    }
    return failure(
        ErrorKind::Usage, Words::tr("“%1” is not a time range.").arg(text.left(100)),
        Words::tr("Write a duration such as 24h or P7D, or START/END with dates such as 2026-11-22T16:00Z."));
}

ResolvedRange TimeRange::resolve(const QDateTime &nowUtc) const
{
    const QDate today = m_zone == Zone::Utc ? nowUtc.toUTC().date() : nowUtc.toLocalTime().date();
    switch (m_kind) {
    case Kind::Last:
        return {nowUtc.addSecs(-m_duration.count()), nowUtc};
    case Kind::Today:
        return {startOfDay(today, m_zone), nowUtc};
    case Kind::Yesterday:
        return {startOfDay(today.addDays(-1), m_zone), startOfDay(today, m_zone)};
    case Kind::ThisWeek:
        return {startOfDay(today.addDays(1 - today.dayOfWeek()), m_zone), nowUtc};
    case Kind::Between:
        return {m_start, m_end};
    }
    return {};
}

QString TimeRange::toString() const
{
    const QString suffix = m_zone == Zone::Local ? QStringLiteral("-local") : QString();
    switch (m_kind) {
    case Kind::Last:
        return formatIsoDuration(m_duration);
    case Kind::Today:
        return QLatin1String("today") + suffix;
    case Kind::Yesterday:
        return QLatin1String("yesterday") + suffix;
    case Kind::ThisWeek:
        return QLatin1String("thisweek") + suffix;
    case Kind::Between:
        return toWireInstant(m_start) + QLatin1Char('/') + toWireInstant(m_end);
    }
    return {};
}

QString toWireInstant(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace sonde
