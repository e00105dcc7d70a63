#pragma once

#include "core/query.h"
#include "core/result.h"
#include "core/senttext.h"

#include <QStringList>

namespace sonde {

/// The text of \a query with the values of its parameters, which \a options name as `name=value` or
/// `name:type=value`. Usage, naming the parameter, where one has no value, a value is none of its type, or
/// the query has no such parameter.
Result<SentText> withParameters(const Query &query, const QStringList &options);

} // namespace sonde
