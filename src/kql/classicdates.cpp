#include "kql/classicdates.h"

#include "core/timezone.h"

#include <QRegularExpression>

namespace sonde {

namespace {

/// Far more than anyone writes; each is a function around the one before in KQL.
constexpr int mostSteps = 20;

QDateTime addUnits(const QDateTime &time, qint64 count, const QString &unit)
{
    if (unit == u"YEAR")
        return time.addYears(static_cast<int>(count));
    if (unit == u"MONTH")
        return time.addMonths(static_cast<int>(count));
    if (unit == u"DAY" || unit == u"DATE")
        return time.addDays(count);
    if (unit == u"HOUR")
        return time.addSecs(count * 3600);
    if (unit == u"MINUTE")
        return time.addSecs(count * 60);
    if (unit == u"SECOND")
        return time.addSecs(count);
    return time.addMSecs(count);
}

QDateTime roundDown(const QDateTime &time, const QString &unit)
{
    const QDate date = time.date();
    const QTime clock = time.time();
    const auto at = [](QDate day, QTime hour) { return QDateTime(day, hour, utcZone); };
    if (unit == u"YEAR")
        return at(QDate(date.year(), 1, 1), QTime(0, 0));
    if (unit == u"MONTH")
        return at(QDate(date.year(), date.month(), 1), QTime(0, 0));
    if (unit == u"DAY" || unit == u"DATE")
        return at(date, QTime(0, 0));
    if (unit == u"HOUR")
        return at(date, QTime(clock.hour(), 0));
    if (unit == u"MINUTE")
        return at(date, QTime(clock.hour(), clock.minute()));
    if (unit == u"SECOND")
        return at(date, QTime(clock.hour(), clock.minute(), clock.second()));
    return time;
}

/// One step behind a moment: `-24HOURS`, `/DAY`.
const QRegularExpression &dateStep()
{
    static const QRegularExpression step(
        QStringLiteral("\\G(?:([+-])(\\d{1,6})|(/))\\s*"
                       "(YEAR|MONTH|DAY|DATE|HOUR|MINUTE|SECOND|MILLISECOND|MILLI)S?(?![A-Z])"),
        QRegularExpression::CaseInsensitiveOption);
    return step;
}

QString kqlUnit(const QString &unit)
{
    if (unit == u"DAY" || unit == u"DATE")
        return QStringLiteral("d");
    if (unit == u"HOUR")
        return QStringLiteral("h");
    if (unit == u"MINUTE")
        return QStringLiteral("m");
    return unit == u"SECOND" ? QStringLiteral("s") : QStringLiteral("ms");
}

QString kqlRounded(const QString &time, const QString &unit)
{
    if (unit == u"YEAR" || unit == u"MONTH" || unit == u"DAY" || unit == u"DATE") {
        const QString name = unit == u"DATE" ? QStringLiteral("day") : unit.toLower();
        return u"startof" + name + u'(' + time + u')';
    }
    return u"bin(" + time + u", 1" + kqlUnit(unit) + u')';
}

QString kqlMoved(const QString &time, const QString &sign, qint64 count, const QString &unit)
{
    const QString number = QString::number(count);
    if (unit == u"YEAR" || unit == u"MONTH") {
        return u"datetime_add('" + unit.toLower() + u"', " + (sign == u"-" ? sign : QString()) + number +
               u", " + time + u')';
    }
    if (sign == u"-" && time == u"now()")
        return u"ago(" + number + kqlUnit(unit) + u')';
    return time + u' ' + sign + u' ' + number + kqlUnit(unit);
}

std::optional<Ticks> withSteps(Ticks from, const QString &steps)
{
    const QRegularExpression &step = dateStep();
    QDateTime time = toDateTimeUtc(from);
    qsizetype at = 0;
    for (int taken = 0; at < steps.size(); ++taken) {
        const QRegularExpressionMatch match = step.match(steps, at);
        if (!match.hasMatch() || taken == mostSteps)
            return {};
        const QString unit = match.captured(4).toUpper();
        const qint64 count = match.captured(2).toLongLong();
        if (match.hasCaptured(3) && !match.captured(3).isEmpty())
            time = roundDown(time, unit);
        else
            time = addUnits(time, match.captured(1) == u"-" ? -count : count, unit);
        // The years that a datetime of KQL can have.
        if (!time.isValid() || time.date().year() < 1 || time.date().year() > 9999)
            return {};
        at = match.capturedEnd();
    }
    return toTicks(time);
}

/// The day, the time of day if any, and the steps behind them.
const QRegularExpression &fixedDate()
{
    static const QRegularExpression date(
        QStringLiteral("^(\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?)?Z?)([-+/].*)$"),
        QRegularExpression::CaseInsensitiveOption);
    return date;
}

} // namespace

std::optional<Ticks> parseClassicDate(const QString &text, Ticks now)
{
    if (text.startsWith(u"NOW", Qt::CaseInsensitive))
        return withSteps(now, text.mid(3));
    if (const auto plain = parseIsoDateTime(text.toStdString()))
        return plain;
    const QRegularExpressionMatch match = fixedDate().match(text);
    const auto start = match.hasMatch() ? parseIsoDateTime(match.captured(1).toStdString()) : std::nullopt;
    return start ? withSteps(*start, match.captured(2)) : std::nullopt;
}

QString kqlOfClassicNow(const QString &text)
{
    if (!text.startsWith(u"NOW", Qt::CaseInsensitive))
        return {};
    QString time = QStringLiteral("now()");
    qsizetype at = 3;
    for (int taken = 0; at < text.size(); ++taken) {
        const QRegularExpressionMatch match = dateStep().match(text, at);
        if (!match.hasMatch() || taken == mostSteps)
            return {};
        const QString unit = match.captured(4).toUpper();
        time = match.captured(3).isEmpty()
                   ? kqlMoved(time, match.captured(1), match.captured(2).toLongLong(), unit)
                   : kqlRounded(time, unit);
        at = match.capturedEnd();
    }
    return time;
}

} // namespace sonde
