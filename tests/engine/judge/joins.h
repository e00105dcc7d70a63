#pragma once

#include "engine/judge/value.h"

#include <utility>

namespace sonde {
struct KqlNode;
}

namespace sonde::judge {

/// What a `join` or `lookup` brings together.
struct Joining
{
    Rows left;
    Rows right;
    QString kind;
    std::vector<std::pair<int, int>> keys; ///< places of columns that have to be equal
    bool isLookup = false;                 ///< the right side's keys are left out
};

Joining joiningOf(const KqlNode &node, const Rows &left, const Rows &right);
Rows joined(const Joining &joining, const QList<ColumnHeader> &columns);

/// An element of a list as a column of that type.
Value elementAs(const Value &element, ColumnType type);

} // namespace sonde::judge
