#include "core/kqlliterals.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <cmath>

namespace sonde {

namespace {

QHash<QString, double> makeUnits()
{
    QHash<QString, double> units;
    const auto add = [&units](const char *names, double ticks) {
        const QStringList list = QString::fromLatin1(names).split(u' ');
        for (const QString &name : list)
            units.insert(name, ticks);
    };
    add("d day days", ticksPerDay);
    add("h hr hrs hour hours", ticksPerHour);
    add("m min minute minutes", ticksPerMinute);
    add("s sec second seconds", ticksPerSecond);
    add("ms milli millis millisec millisecond milliseconds", ticksPerMillisecond);
    add("micro micros microsec microsecond microseconds", ticksPerMicrosecond);
    add("nano nanos nanosec nanosecond nanoseconds", 0.01);
    add("tick ticks", 1);
    return units;
}

} // namespace

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
    const QString text = kqlLiteralText(written);
    // The reference writes datetime(2025, 6, 14) in places, and prints what it is.
    static const QRegularExpression parts(QStringLiteral("^(\\d{4}),\\s*(\\d{1,2}),\\s*(\\d{1,2})$"));
    if (const QRegularExpressionMatch match = parts.match(text); match.hasMatch()) {
        return parseIsoDateTime(QStringLiteral("%1-%2-%3")
                                    .arg(match.captured(1), match.captured(2).rightJustified(2, u'0'),
                                         match.captured(3).rightJustified(2, u'0'))
                                    .toStdString());
    }
    return parseIsoDateTime(text.toStdString());
}

std::optional<Ticks> kqlTimespan(const QString &written)
{
    const QString text = kqlLiteralText(written);
    if (const std::optional<Ticks> ticks = parseTimespan(text.toStdString()))
        return ticks;
    static const QRegularExpression pattern(QStringLiteral("^(-?\\d+(?:\\.\\d+)?)\\s*([a-z]+)$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const auto unit = match.hasMatch() ? ticksOfKqlUnit(match.capturedView(2)) : std::nullopt;
    const double ticks = match.captured(1).toDouble() * unit.value_or(0);
    if (!unit || std::fabs(ticks) >= 9.2e18)
        return {};
    return static_cast<Ticks>(std::llround(ticks));
}

std::optional<double> ticksOfKqlUnit(QStringView unit)
{
    static const QHash<QString, double> units = makeUnits();
    const auto found = units.constFind(unit.toString());
    return found == units.cend() ? std::nullopt : std::optional(*found);
}

std::optional<QUuid> guidFromText(QStringView text)
{
    const QUuid guid = QUuid::fromString(text);
    if (!guid.isNull())
        return guid;
    // QUuid has the same answer for what is none.
    const bool isBraced = text.startsWith(u'{') && text.endsWith(u'}');
    const QStringView bare = isBraced ? text.sliced(1).chopped(1) : text;
    return bare == guid.toString(QUuid::WithoutBraces) ? std::optional(guid) : std::nullopt;
}

} // namespace sonde
