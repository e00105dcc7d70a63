#pragma once

#include "core/ticks.h"

#include <QString>
#include <optional>

namespace sonde {

/// Reads a date of the classic language, in UTC: `yyyy-mm-dd[Thh:mm[:ss[.ddd]]][Z]` or NOW, either with steps
/// behind it such as `NOW-24HOURS`, `NOW/DAY`, `2013-10-01T12:00-10DAYS`, `NOW+1HOUR-10MONTHS/MINUTE`, which
/// are taken one after the other.
std::optional<Ticks> parseClassicDate(const QString &text, Ticks now);
/// NOW with its steps as an expression of KQL such as `ago(24h)`; empty where \a text is no such date.
QString kqlOfClassicNow(const QString &text);

} // namespace sonde
