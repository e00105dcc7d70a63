#include "engine/operatortable.h"
#include "engine/querytranslator.h"

namespace sonde {

/// Operators over the rows as they come.
void addSequenceOperators(OperatorTable &) {}

} // namespace sonde
