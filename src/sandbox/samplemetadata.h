#pragma once

#include "kql/kqlschema.h"
#include "sandbox/sandboxendpoints.h"

#include <QByteArray>

namespace sonde {

/// What the logs query service answers at `/metadata`: \a schema with the descriptions, categories and
/// solutions of the sample tables.
QByteArray sampleMetadata(const KqlSchema &schema, const SandboxEndpoints &endpoints);

} // namespace sonde
