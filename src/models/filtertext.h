#pragma once

#include "results/rowfilter.h"

#include <QString>

namespace sonde {

/// What a person types above a column, as a condition: `text` is contained, `=x`, `!=x`, `<x`, `<=x`, `>x`
/// and `>=x` compare, `/x/` is a regular expression. What stands in double quotes, `"=x"` or `="x"`, is taken
/// as it is. Nothing for no text, or a sign alone.
std::optional<ColumnCondition> conditionFromText(int column, const QString &typed);

/// The text that conditionFromText() reads as that condition; empty where there is none (OneOf, Null,
/// NotNull).
QString textOfCondition(const ColumnCondition &condition);

/// The condition in words, as `Computer contains “srv”`; long texts and lists are cut.
QString describeCondition(const ColumnCondition &condition, const QString &columnName);

} // namespace sonde
