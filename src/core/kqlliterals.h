#pragma once

#include "core/ticks.h"

#include <QString>
#include <QUuid>
#include <optional>

namespace sonde {

/// What stands in the parentheses of a literal such as `datetime(...)`, without quotes; a plain literal as it
/// is.
QString kqlLiteralText(const QString &written);
/// `datetime(2026-11-22 16:02)`, or what stands in it: ISO 8601, UTC unless it says otherwise. Nothing: no
/// such.
std::optional<Ticks> kqlDateTime(const QString &written);
/// `1.5h`, `10ms`, `timespan(1.02:03:04)`, `time(2 days)`. Nothing: no such.
std::optional<Ticks> kqlTimespan(const QString &written);

/// How many ticks a unit of a timespan has, such as `d` or `millis`, as KQL writes it: `M` is none. Nothing
/// for a word that is no unit.
std::optional<double> ticksOfKqlUnit(QStringView unit);
/// A GUID in its usual form, with braces or without; that of zeros is one, too. Nothing for another text.
std::optional<QUuid> guidFromText(QStringView text);

} // namespace sonde
