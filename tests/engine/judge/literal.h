#pragma once

#include "engine/judge/value.h"

namespace sonde {
struct KqlNode;
}

namespace sonde::judge {

bool isLiteral(const KqlNode &node);
/// Throws Unknown for forms that the maker of queries does not write.
Value literalValue(const KqlNode &node);
/// What stands in datetime(...) or timespan(...).
Value timeOfText(const QString &text, ColumnType type);

} // namespace sonde::judge
