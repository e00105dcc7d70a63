#include "engine/judge/operation.h"

namespace sonde::judge {

/// Comparisons and logic. Two nulls are null, a null beside a value is different; an order with null is null;
/// and, or and not have three values.
namespace {

Value equals(const Operands &operands)
{
    return equality(operands.at(0), operands.at(1));
}

Value notOf(const Value &value)
{
    return value.isNull() ? value : Value(!value.truth());
}

Value differs(const Operands &operands)
{
    return notOf(equals(operands));
}

bool unordered(const Operands &operands)
{
    return isNan(operands.at(0)) || isNan(operands.at(1));
}

Value less(const Operands &operands)
{
    return !unordered(operands) && order(operands.at(0), operands.at(1)) < 0;
}

Value lessOrEqual(const Operands &operands)
{
    return !unordered(operands) && order(operands.at(0), operands.at(1)) <= 0;
}

Value greater(const Operands &operands)
{
    return !unordered(operands) && order(operands.at(0), operands.at(1)) > 0;
}

Value greaterOrEqual(const Operands &operands)
{
    return !unordered(operands) && order(operands.at(0), operands.at(1)) >= 0;
}

Value both(const Value &left, const Value &right)
{
    if (left.isFalse() || right.isFalse())
        return false;
    return left.isTrue() && right.isTrue() ? Value(true) : Value();
}

Value either(const Value &left, const Value &right)
{
    if (left.isTrue() || right.isTrue())
        return true;
    return left.isFalse() && right.isFalse() ? Value(false) : Value();
}

Value conjunction(const Operands &operands)
{
    return both(operands.at(0), operands.at(1));
}

Value disjunction(const Operands &operands)
{
    return either(operands.at(0), operands.at(1));
}

Value denial(const Operands &operands)
{
    return notOf(operands.at(0));
}

Value in(const Operands &operands)
{
    Value found = false;
    for (std::size_t i = 1; i < operands.count(); ++i)
        found = either(found, equality(operands.at(0), operands.at(i)));
    return found;
}

Value notIn(const Operands &operands)
{
    return notOf(in(operands));
}

/// `between (datetime .. timespan)`: the second is how far from the first.
Value upperLimit(const Operands &operands)
{
    const bool isLength =
        operands.types.at(1) == ColumnType::DateTime && operands.types.at(2) == ColumnType::TimeSpan;
    if (!isLength || operands.at(1).isNull() || operands.at(2).isNull())
        return isLength ? Value() : operands.at(2);
    const Value limit = sumOf(operands.at(1).whole(), operands.at(2).whole(), ColumnType::DateTime);
    if (limit.isOverflow())
        throw Unsettled();
    return limit;
}

Value within(const Operands &operands)
{
    const Value &value = operands.at(0);
    const auto compared = [&](const Value &limit, bool above) -> Value {
        if (value.isNull() || limit.isNull())
            return {};
        if (isNan(value) || isNan(limit))
            return false;
        return above ? order(value, limit) >= 0 : order(value, limit) <= 0;
    };
    return both(compared(operands.at(1), true), compared(upperLimit(operands), false));
}

Value outside(const Operands &operands)
{
    return notOf(within(operands));
}

Value missingValue(const Operands &operands)
{
    return operands.at(0).isNull();
}

Value presentValue(const Operands &operands)
{
    return !operands.at(0).isNull();
}

bool isEmpty(const Value &value)
{
    return value.isNull() || (value.isText() && value.text().isEmpty());
}

Value empty(const Operands &operands)
{
    return isEmpty(operands.at(0));
}

Value notEmpty(const Operands &operands)
{
    return !isEmpty(operands.at(0));
}

/// A whole number becomes a real where the other choices are.
Value widened(const Value &value, ColumnType type)
{
    const bool whole = type == ColumnType::Real && !value.isNull() && !value.isOverflow();
    return whole ? Value(value.real()) : value;
}

Value choice(const Operands &operands)
{
    std::size_t i = 0;
    for (; i + 1 < operands.count(); i += 2) {
        if (operands.at(i).isOverflow())
            throw Unsettled();
        if (operands.at(i).isTrue())
            return widened(operands.at(i + 1), operands.type);
    }
    return widened(operands.at(i), operands.type);
}

Value coalesce(const Operands &operands)
{
    for (const Value &value : operands.values) {
        if (value.isOverflow())
            throw Unsettled();
        if (!isEmpty(value))
            return widened(value, operands.type);
    }
    return missing(operands.type);
}

/// The best of those that are not null.
Value best(const Operands &operands, int wanted)
{
    Value found;
    for (const Value &value : operands.values) {
        if (value.isNull())
            continue;
        if (isNan(value))
            throw Unsettled(); // the reference does not say where NaN stands
        if (found.isNull() || order(value, found) * wanted > 0)
            found = value;
    }
    return widened(found, operands.type);
}

Value largest(const Operands &operands)
{
    return best(operands, 1);
}

Value smallest(const Operands &operands)
{
    return best(operands, -1);
}

} // namespace

Value equality(const Value &left, const Value &right)
{
    if (left.isNull() && right.isNull())
        return {};
    if (left.isNull() || right.isNull() || isNan(left) || isNan(right))
        return false;
    return order(left, right) == 0;
}

void addConditions(Operations &operations)
{
    const auto add = [&operations](const char *name, Value (*apply)(const Operands &), bool nullIsNull) {
        operations.insert(QString::fromLatin1(name), {apply, nullIsNull});
    };
    add("EqualExpression", equals, false);
    add("NotEqualExpression", differs, false);
    add("LessThanExpression", less, true);
    add("LessThanOrEqualExpression", lessOrEqual, true);
    add("GreaterThanExpression", greater, true);
    add("GreaterThanOrEqualExpression", greaterOrEqual, true);
    add("AndExpression", conjunction, false);
    add("OrExpression", disjunction, false);
    add("not", denial, true);
    add("in", in, false);
    add("!in", notIn, false);
    add("BetweenExpression", within, false);
    add("NotBetweenExpression", outside, false);
    add("isnull", missingValue, false);
    add("isnotnull", presentValue, false);
    add("isempty", empty, false);
    add("isnotempty", notEmpty, false);
    add("iff", choice, false);
    add("iif", choice, false);
    add("case", choice, false);
    add("coalesce", coalesce, false);
    add("max_of", largest, false);
    add("min_of", smallest, false);
}

} // namespace sonde::judge
