#pragma once

#include "kql/kqlschema.h"

namespace sonde {

/// The functions that somebody has saved in the embedded workspace: what its queries may call, and its
/// metadata lists.
QList<KqlFunction> sampleFunctions();

} // namespace sonde
