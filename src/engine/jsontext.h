#pragma once

#include "engine/sqlexpression.h"

namespace sonde {

/// SQL for the JSON text that a value becomes inside a dynamic one; `null` for null, never NULL. Internal to
/// the engine.
QString jsonText(const SqlExpression &value);

} // namespace sonde
