#pragma once

#include "core/result.h"
#include "kql/kqlschema.h"

#include <QByteArray>

namespace sonde {

/// The tables, columns and functions that a workspace lists at `/metadata` (wire document on logs query,
/// section 1.12), sorted by name. What is known only by its id elsewhere in the answer, as categories and
/// solutions, is joined. Entries without a name are left out, a type that KQL does not have becomes dynamic,
/// a name that comes twice is one; where no table is listed, the schema is open.
/// Decode where the bytes are no JSON, or JSON that lists nothing.
Result<KqlSchemaPtr> schemaFromMetadata(const QByteArray &json);

} // namespace sonde
