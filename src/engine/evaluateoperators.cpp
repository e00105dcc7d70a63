#include "engine/operatortable.h"
#include "engine/querytranslator.h"

namespace sonde {

/// Plugins.
void addEvaluateOperators(OperatorTable &) {}

} // namespace sonde
