#pragma once

#include "kql/kqlanswers.h"

namespace sonde {

/// What the times that a query reads make worth saying, in the order of the text: a span of more than 15
/// days, tables that were forgotten in conditions on the time, and those that no time range applies to.
QList<KqlAdvice> timeAdvice(const QueryTimes &times);

} // namespace sonde
