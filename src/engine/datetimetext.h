#pragma once

#include "core/ticks.h"

namespace sonde {

/// A datetime in any of the forms that todatetime() knows: ISO 8601, RFC 822, RFC 850, those with numbers
/// only, month before day where the year comes last. Nothing for another text. Internal to the engine.
std::optional<Ticks> readDateTime(std::string_view text);
/// The same of the forms that the language reference names or shows; of the others a literal is refused.
std::optional<Ticks> readDateTimeLiteral(std::string_view text);
/// `1.02:03:04.5`, `02:03`, `1.5h`, `2` (days), as totimespan() takes them.
std::optional<Ticks> readTimespan(std::string_view text);

} // namespace sonde
