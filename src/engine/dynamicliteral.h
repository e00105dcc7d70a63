#pragma once

#include "engine/dynamicvalue.h"

#include <QString>
#include <optional>

namespace sonde {

/// What stands between the parentheses of `dynamic(...)`: JSON, and besides KQL's own texts ('...', @"...")
/// and literals (`datetime(...)`, `timespan(...)`, `guid(...)`, `long(...)`, `dynamic(...)`) in it. Nothing
/// where it is none. Internal to the engine.
std::optional<DynamicValue> readDynamicLiteral(const QString &text);

} // namespace sonde
