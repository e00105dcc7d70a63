#include "core/kqlliterals.h"

#include <QHash>
#include <QRegularExpression>
#include <cmath>

namespace sonde {

QString kqlLiteralText(const QString &written)
{
    static const QRegularExpression wrapped(QStringLiteral("^[A-Za-z_]+\\s*\\((.*)\\)$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = wrapped.match(written);
    QString text = (match.hasMatch() ? match.captured(1) : written).trimmed();
    if (text.size() >= 2 && (text.startsWith(u'"') || text.startsWith(u'\'')) && text.endsWith(text.front()))
        text = text.mid(1, text.size() - 2);
    return text;
}

std::optional<Ticks> kqlDateTime(const QString &written)
{
    return parseIsoDateTime(kqlLiteralText(written).toStdString());
}

std::optional<Ticks> kqlTimespan(const QString &written)
{
    const QString text = kqlLiteralText(written);
    if (const std::optional<Ticks> ticks = parseTimespan(text.toStdString()))
        return ticks;
    static const QHash<QString, Ticks> units = {
        {QStringLiteral("d"), ticksPerDay},
        {QStringLiteral("day"), ticksPerDay},
        {QStringLiteral("h"), ticksPerHour},
        {QStringLiteral("hr"), ticksPerHour},
        {QStringLiteral("hour"), ticksPerHour},
        {QStringLiteral("m"), ticksPerMinute},
        {QStringLiteral("min"), ticksPerMinute},
        {QStringLiteral("minute"), ticksPerMinute},
        {QStringLiteral("s"), ticksPerSecond},
        {QStringLiteral("sec"), ticksPerSecond},
        {QStringLiteral("second"), ticksPerSecond},
        {QStringLiteral("ms"), ticksPerMillisecond},
        {QStringLiteral("milli"), ticksPerMillisecond},
        {QStringLiteral("millisecond"), ticksPerMillisecond},
        {QStringLiteral("micro"), ticksPerMicrosecond},
        {QStringLiteral("microsecond"), ticksPerMicrosecond},
        {QStringLiteral("tick"), 1},
    };
    static const QRegularExpression pattern(QStringLiteral("^(-?\\d+(?:\\.\\d+)?)\\s*([a-z]+)$"));
    const QRegularExpressionMatch match = pattern.match(text);
    QString unit = match.captured(2);
    if (!units.contains(unit) && unit.endsWith(u's'))
        unit.chop(1);
    const double ticks = match.captured(1).toDouble() * static_cast<double>(units.value(unit));
    if (!match.hasMatch() || !units.contains(unit) || std::fabs(ticks) >= 9.2e18)
        return {};
    return static_cast<Ticks>(std::llround(ticks));
}

} // namespace sonde
