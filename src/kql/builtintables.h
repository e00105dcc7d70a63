#pragma once

#include "kql/kqlschema.h"

namespace sonde {

/// The 925 public tables of Azure Monitor, by name and type, for as long as nothing is known of the workspace
/// itself; open, for a workspace has tables of its own. Read when first asked for (some milliseconds), the
/// same pointer ever after; from any thread.
KqlSchemaPtr builtinSchema();

} // namespace sonde
