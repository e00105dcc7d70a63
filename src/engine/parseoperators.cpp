#include "engine/operatortable.h"
#include "engine/querytranslator.h"

namespace sonde {

/// Operators that take texts apart.
void addParseOperators(OperatorTable &) {}

} // namespace sonde
