#include "engine/operatortable.h"
#include "engine/querytranslator.h"

namespace sonde {

/// Operators that look through several tables.
void addSearchOperators(OperatorTable &) {}

} // namespace sonde
