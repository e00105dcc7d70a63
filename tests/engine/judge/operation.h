#pragma once

#include "engine/judge/value.h"

#include <QHash>

namespace sonde::judge {

/// The interpreter does not know what a query asks for.
struct Unknown
{
    QString what;
};

/// Whether the query fails depends on what is looked at first.
struct Unsettled
{};

/// What an operator or a function is given.
struct Operands
{
    ColumnType type = ColumnType::Long; ///< of the result
    std::vector<ColumnType> types;
    std::vector<Value> values;
    std::int64_t now = 0;
    const Value &at(std::size_t i) const { return values.at(i); }
    std::size_t count() const { return values.size(); }
};

struct Operation
{
    Value (*apply)(const Operands &) = nullptr;
    bool nullIsNull = true; ///< of a null comes null without asking
};

/// By the kind of the node, or by the function's name.
using Operations = QHash<QString, Operation>;

void addNumberOperations(Operations &operations);
void addTimeOperations(Operations &operations);
void addConditions(Operations &operations);
void addTextOperations(Operations &operations);
void addConversions(Operations &operations);
void addListOperations(Operations &operations);
void addBagOperations(Operations &operations);
void addPatternOperations(Operations &operations);

/// Null where one value is null and null is nothing, else whether they are the same (`==`).
Value equality(const Value &left, const Value &right);
/// In the range of a type, or Overflow.
Value ranged(std::int64_t value, ColumnType type);
Value sumOf(std::int64_t left, std::int64_t right, ColumnType type);

} // namespace sonde::judge
