#pragma once

#include "results/column.h"
#include "results/table.h"

#include <QString>
#include <concepts>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <variant>
#include <vector>

/// A second reading of KQL, plain and slow, to hold the engine against. It shares no code with the engine's
/// functions: what both get wrong, both misread.
namespace sonde::judge {

struct Value;
using List = std::vector<Value>;
/// A property bag: its keys in their order.
using Bag = std::vector<std::pair<QString, Value>>;

/// What a calculation left that went beyond its type: whoever shows it fails.
struct Overflow
{};

/// Int, long, datetime and timespan are whole numbers (the last two in ticks); which of them is the type's
/// business. Inside of dynamic every kind may stand.
struct Value
{
    using Held = std::variant<std::monostate, bool, std::int64_t, double, QString, Overflow,
                              std::shared_ptr<const List>, std::shared_ptr<const Bag>>;
    Held held{};

    Value() = default;
    template <std::integral Number>
    Value(Number value)
    {
        if constexpr (std::is_same_v<Number, bool>)
            held = value;
        else
            held = static_cast<std::int64_t>(value);
    }
    Value(double value)
        : held(value)
    {}
    Value(QString value)
        : held(std::move(value))
    {}
    Value(List list)
        : held(std::make_shared<const List>(std::move(list)))
    {}
    Value(Bag bag)
        : held(std::make_shared<const Bag>(std::move(bag)))
    {}
    static Value overflow()
    {
        Value value;
        value.held = Overflow{};
        return value;
    }

    bool isNull() const { return std::holds_alternative<std::monostate>(held); }
    bool isOverflow() const { return std::holds_alternative<Overflow>(held); }
    bool isTrue() const { return std::holds_alternative<bool>(held) && std::get<bool>(held); }
    bool isFalse() const { return std::holds_alternative<bool>(held) && !std::get<bool>(held); }
    bool isReal() const { return std::holds_alternative<double>(held); }
    bool isText() const { return std::holds_alternative<QString>(held); }
    bool isList() const { return std::holds_alternative<std::shared_ptr<const List>>(held); }
    bool isBag() const { return std::holds_alternative<std::shared_ptr<const Bag>>(held); }
    bool truth() const { return std::get<bool>(held); }
    std::int64_t whole() const { return std::get<std::int64_t>(held); }
    /// Of a whole number or a real.
    double real() const;
    const QString &text() const { return std::get<QString>(held); }
    const Bag &bag() const { return *std::get<std::shared_ptr<const Bag>>(held); }
    const List &list() const { return *std::get<std::shared_ptr<const List>>(held); }
};

using Row = std::vector<Value>;

struct Rows
{
    QList<ColumnHeader> columns;
    std::vector<Row> rows;
    int indexOf(const QString &name) const;
};

/// What a missing value of that type is: strings are empty, never null.
Value missing(ColumnType type);

/// Less than zero, zero, more than zero. Neither is null or NaN.
int order(const Value &left, const Value &right);
bool isNan(const Value &value);
/// For groups, sets and lists of rows: null is null, NaN is NaN.
bool same(const Value &left, const Value &right);

QString realText(double value);
QString dateTimeText(std::int64_t ticks);
QString timespanText(std::int64_t ticks);
/// What tostring() makes of a value of that type.
QString textOf(const Value &value, ColumnType type);
/// As an element of a list: times become texts.
Value asDynamic(const Value &value, ColumnType type);
QString json(const Value &value);
/// For people: texts in quotes, `null`.
QString shown(const Value &value, ColumnType type);

} // namespace sonde::judge
