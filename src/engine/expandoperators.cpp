#include "engine/operatortable.h"
#include "engine/querytranslator.h"

namespace sonde {

/// Operators that make several rows of one.
void addExpandOperators(OperatorTable &) {}

} // namespace sonde
