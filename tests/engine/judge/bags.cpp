#include "engine/judge/operation.h"

#include <algorithm>
#include <cmath>

namespace sonde::judge {

/// Property bags. What is none gives null.
namespace {

using Place = Bag::const_iterator;

Place find(const Bag &bag, const QString &key)
{
    return std::find_if(bag.cbegin(), bag.cend(), [&key](const auto &entry) { return entry.first == key; });
}

Value packed(const Operands &operands)
{
    Bag bag;
    for (std::size_t i = 0; i + 1 < operands.count(); i += 2) {
        const Value &value = operands.at(i + 1);
        const bool isText = value.isReal() && !std::isfinite(value.real());
        bag.emplace_back(operands.at(i).text(),
                         isText ? Value(realText(value.real())) : asDynamic(value, operands.types.at(i + 1)));
    }
    return bag;
}

/// The first of two values of one key stays.
Value merged(const Operands &operands)
{
    Bag bag;
    for (const Value &value : operands.values) {
        if (!value.isBag())
            return {};
        for (const auto &entry : value.bag()) {
            if (find(bag, entry.first) == bag.cend())
                bag.push_back(entry);
        }
    }
    return bag;
}

Value keys(const Operands &operands)
{
    if (!operands.at(0).isBag())
        return {};
    List list;
    for (const auto &entry : operands.at(0).bag())
        list.emplace_back(entry.first);
    return list;
}

} // namespace

void addBagOperations(Operations &operations)
{
    operations.insert(QStringLiteral("bag_pack"), {packed, false});
    operations.insert(QStringLiteral("bag_merge"), {merged, false});
    operations.insert(QStringLiteral("bag_keys"), {keys, false});
}

} // namespace sonde::judge
