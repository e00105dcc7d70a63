#pragma once

#include "core/result.h"
#include "kql/kqlschema.h"

#include <QString>
#include <QStringList>

namespace sonde {

/// A classic search as a person would go on with it in KQL.
struct ClassicConversion
{
    QString kql;
    QStringList notes; ///< sentences on what is not quite the same, or better looked at
};

/// Unlike what is run in the place of a classic search, NOW stays a moment that moves on, and a `Type` column
/// is not made. Where \a schema, which may be null, has the one table that is read and all fields, values are
/// compared as these are. Query, mostly with a position, where the search cannot be translated. May be called
/// from any thread.
Result<ClassicConversion> convertClassic(const QString &search, const KqlSchemaPtr &schema);

} // namespace sonde
