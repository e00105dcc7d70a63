#pragma once

#include "core/result.h"

#include <QString>

namespace sonde {

/// DuckDB's words, sorted by what a person can do about it. They say what failed while it ran (a number that
/// does not fit, a wrong regular expression): the translation itself is never at fault for a query that gets
/// this far. Internal to the engine.
tl::unexpected<Error> executionFailure(const QString &detail);
/// There is no room to run it at all.
tl::unexpected<Error> tooLittleMemory(const QString &detail);

} // namespace sonde
