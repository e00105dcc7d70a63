#include "engine/judge/operation.h"

#include <algorithm>
#include <cmath>

namespace sonde::judge {

/// Lists: what they are made of, and what is made of them. What is no list gives null.
namespace {

using std::int64_t;

bool haveLists(const Operands &operands)
{
    return std::all_of(operands.values.cbegin(), operands.values.cend(),
                       [](const Value &value) { return value.isList(); });
}

/// NaN and the infinite have no form in JSON but a text.
Value packedElement(const Value &value, ColumnType type)
{
    const bool isText = value.isReal() && !std::isfinite(value.real());
    return isText ? Value(realText(value.real())) : asDynamic(value, type);
}

Value packed(const Operands &operands)
{
    List list;
    for (std::size_t i = 0; i < operands.count(); ++i)
        list.push_back(packedElement(operands.at(i), operands.types.at(i)));
    return list;
}

Value concatenated(const Operands &operands)
{
    if (!haveLists(operands))
        return {};
    List list;
    for (const Value &value : operands.values)
        list.insert(list.end(), value.list().cbegin(), value.list().cend());
    return list;
}

Value reversedList(const Operands &operands)
{
    if (!haveLists(operands))
        return {};
    return List(operands.at(0).list().crbegin(), operands.at(0).list().crend());
}

bool contains(const List &list, const Value &value)
{
    return std::any_of(list.cbegin(), list.cend(),
                       [&value](const Value &other) { return same(other, value); });
}

template <bool inBoth>
Value chosen(const Operands &operands)
{
    if (!haveLists(operands))
        return {};
    List list;
    for (const Value &value : operands.at(0).list()) {
        if (contains(operands.at(1).list(), value) == inBoth && !contains(list, value))
            list.push_back(value);
    }
    return list;
}

Value united(const Operands &operands)
{
    if (!haveLists(operands))
        return {};
    List list;
    for (const Value &side : operands.values) {
        for (const Value &value : side.list()) {
            if (!contains(list, value))
                list.push_back(value);
        }
    }
    return list;
}

/// From one place to another, both included; negative ones count from the end.
Value sliced(const Operands &operands)
{
    if (!operands.at(0).isList() || operands.at(1).isNull() || operands.at(2).isNull())
        return {};
    const List &all = operands.at(0).list();
    const auto size = static_cast<int64_t>(all.size());
    const auto place = [size](const Value &at) { return at.whole() < 0 ? at.whole() + size : at.whole(); };
    List list;
    for (int64_t i = std::max<int64_t>(0, place(operands.at(1))); i <= place(operands.at(2)) && i < size; ++i)
        list.push_back(all.at(static_cast<std::size_t>(i)));
    return list;
}

Value lengthOfList(const Operands &operands)
{
    return operands.at(0).isList() ? Value(operands.at(0).list().size()) : Value();
}

Value hasElement(const Operands &operands)
{
    return operands.at(0).isList() ? Value(contains(operands.at(0).list(), operands.at(1))) : Value();
}

Value joinedList(const Operands &operands)
{
    if (!operands.at(0).isList())
        throw Unsettled(); // the reference does not say
    QStringList texts;
    for (const Value &value : operands.at(0).list())
        texts.append(textOf(value, ColumnType::Dynamic));
    return texts.join(operands.at(1).text());
}

} // namespace

void addListOperations(Operations &operations)
{
    const auto add = [&operations](const char *name, Value (*apply)(const Operands &)) {
        operations.insert(QString::fromLatin1(name), {apply, false});
    };
    add("pack_array", packed);
    add("array_concat", concatenated);
    add("array_reverse", reversedList);
    add("array_slice", sliced);
    add("array_length", lengthOfList);
    add("strcat_array", joinedList);
    add("set_has_element", hasElement);
    add("set_union", united);
    add("set_intersect", chosen<true>);
    add("set_difference", chosen<false>);
}

} // namespace sonde::judge
