#pragma once

#include "engine/judge/question.h"

#include <QHash>

namespace sonde::judge {

/// A way to write an expression: its text with `$1`... and the types that go there.
struct Form
{
    QString text;
    std::vector<ColumnType> parts;
};

/// Forms that resemble each other; each family is chosen equally often.
using Family = std::vector<Form>;

const std::vector<Family> &familiesOf(ColumnType result);

/// Values that queries and tables are made of. Those of \a extreme lie at the borders of the types.
std::vector<Value> valuesOf(ColumnType type, bool extreme);

} // namespace sonde::judge
