#pragma once

#include "core/result.h"
#include "kql/kqlschema.h"

#include <QByteArray>

namespace sonde {

/// Reads the names and types of a workspace from JSON: `{"Event": {"TimeGenerated": "datetime", ...}, ...}`.
/// Decode where it is of another form, or names a type that KQL does not have.
Result<KqlSchemaPtr> kqlSchemaFromJson(const QByteArray &json);

} // namespace sonde
