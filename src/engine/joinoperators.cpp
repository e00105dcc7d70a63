#include "engine/operatortable.h"
#include "engine/querytranslator.h"

namespace sonde {

/// Operators that bring rows of two sides together.
void addJoinOperators(OperatorTable &) {}

} // namespace sonde
