#pragma once

#include "core/ticks.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The texts of cells as values of KQL. Stricter than KQL's own conversions: what would not come back as the
/// same text, such as `007` or a number of 30 digits, stays a text. Internal to the import.
namespace sonde::cells {

/// `NULL`, `N/A` and the like: nothing, in a column of another type than string.
bool isNullWord(std::string_view text);

std::optional<bool> toBool(std::string_view text);
std::optional<std::int64_t> toLong(std::string_view text);
/// With \a comma: 0,5 and no point.
std::optional<double> toReal(std::string_view text, bool comma = false);
/// ISO 8601; digits of the fraction beyond the seventh are cut off.
std::optional<Ticks> toDateTime(std::string_view text);
/// In small letters.
std::optional<std::string> toGuid(std::string_view text);
/// An object or a list of JSON, without white space.
std::optional<std::string> toDynamic(std::string_view text);

} // namespace sonde::cells
