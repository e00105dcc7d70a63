#include "results/columnformat.h"

#include <QStringList>
#include <array>
#include <utility>

namespace sonde {

namespace {

using Kind = ColumnFormat::Kind;

constexpr std::array<std::pair<Kind, QLatin1StringView>, 7> kindNames{
    {{Kind::Hexadecimal, QLatin1StringView("hexadecimal")},
     {Kind::Bytes, QLatin1StringView("bytes")},
     {Kind::Milliseconds, QLatin1StringView("milliseconds")},
     {Kind::Seconds, QLatin1StringView("seconds")},
     {Kind::Duration, QLatin1StringView("duration")},
     {Kind::TotalSeconds, QLatin1StringView("total-seconds")},
     {Kind::Relative, QLatin1StringView("relative")}}};
constexpr QLatin1StringView decimalsName("decimals-");
constexpr QLatin1StringView groupedName("grouped");

} // namespace

bool ColumnFormat::fits(ColumnType type) const
{
    const bool isWhole = type == ColumnType::Int || type == ColumnType::Long;
    const bool isBroken = type == ColumnType::Real || type == ColumnType::Decimal;
    switch (kind) {
    case Kind::Number:
        return isAsItCame() || isBroken || (isWhole && decimals == allDecimals);
    case Kind::Hexadecimal:
        return isWhole;
    case Kind::Bytes:
    case Kind::Milliseconds:
    case Kind::Seconds:
        return isWhole || type == ColumnType::Real;
    case Kind::Duration:
    case Kind::TotalSeconds:
        return type == ColumnType::TimeSpan;
    case Kind::Relative:
        return type == ColumnType::DateTime;
    }
    return false;
}

bool hasFormats(ColumnType type)
{
    switch (type) {
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::Real:
    case ColumnType::Decimal:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return true;
    case ColumnType::Bool:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        return false;
    }
    return false;
}

QString ColumnFormat::name() const
{
    for (const auto &[candidate, text] : kindNames) {
        if (candidate == kind)
            return text;
    }
    QStringList parts;
    if (decimals != allDecimals)
        parts << decimalsName + QString::number(decimals);
    if (isGrouped)
        parts << groupedName;
    return parts.join(u'-');
}

std::optional<ColumnFormat> ColumnFormat::fromName(QStringView name)
{
    ColumnFormat format;
    for (const auto &[kind, text] : kindNames) {
        if (name == text) {
            format.kind = kind;
            return format;
        }
    }
    // There are few, so that the names that are written are the only ones that are read.
    for (int decimals = allDecimals; decimals <= 9; ++decimals) {
        for (const bool isGrouped : {false, true}) {
            format.decimals = decimals;
            format.isGrouped = isGrouped;
            if (name == format.name())
                return format;
        }
    }
    return {};
}

} // namespace sonde
