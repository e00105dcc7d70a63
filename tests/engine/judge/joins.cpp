#include "engine/judge/joins.h"

#include "engine/judge/expressions.h"

#include <algorithm>

namespace sonde::judge {

namespace {

/// `Key`, `$left.A == $right.B`, and those with `and` between them.
void addKeys(const KqlNode &node, Joining &joining)
{
    if (node.kind == u"AndExpression" || node.kind == u"ParenthesizedExpression") {
        for (const KqlNode *part : partsOf(node))
            addKeys(*part, joining);
        return;
    }
    std::pair<int, int> key{joining.left.indexOf(node.symbol), joining.right.indexOf(node.symbol)};
    if (node.kind == u"EqualExpression") {
        for (const KqlNode *side : partsOf(node)) {
            if (side->children.front().value == u"$left")
                key.first = joining.left.indexOf(side->symbol);
            else
                key.second = joining.right.indexOf(side->symbol);
        }
    }
    if (key.first < 0 || key.second < 0)
        throw Unknown{QStringLiteral("such a condition of a join")};
    joining.keys.push_back(key);
}

bool matches(const Joining &joining, const Row &left, const Row &right)
{
    return std::all_of(joining.keys.cbegin(), joining.keys.cend(), [&](const auto &key) {
        const Value &a = left.at(static_cast<std::size_t>(key.first));
        const Value &b = right.at(static_cast<std::size_t>(key.second));
        if (a.isOverflow() || b.isOverflow())
            throw Unsettled();
        return equality(a, b).isTrue();
    });
}

Row nothing(const Rows &side)
{
    Row row;
    for (const ColumnHeader &column : side.columns)
        row.push_back(missing(column.type));
    return row;
}

void add(const Joining &joining, const Row &left, const Row &right, Rows &result)
{
    Row row = left;
    for (std::size_t i = 0; i < right.size(); ++i) {
        const bool isKey = std::any_of(joining.keys.cbegin(), joining.keys.cend(),
                                       [i](const auto &key) { return key.second == static_cast<int>(i); });
        if (!joining.isLookup || !isKey)
            row.push_back(right.at(i));
    }
    result.rows.push_back(std::move(row));
}

/// Semi and anti: the rows of one side, with or without a match on the other.
void addOneSided(const Joining &joining, bool left, bool wanted, Rows &result)
{
    const Rows &own = left ? joining.left : joining.right;
    const Rows &other = left ? joining.right : joining.left;
    for (const Row &row : own.rows) {
        const bool found = std::any_of(other.rows.cbegin(), other.rows.cend(), [&](const Row &candidate) {
            return left ? matches(joining, row, candidate) : matches(joining, candidate, row);
        });
        if (found == wanted)
            result.rows.push_back(row);
    }
}

} // namespace

Joining joiningOf(const KqlNode &node, const Rows &left, const Rows &right)
{
    const bool isLookup = node.kind == u"LookupOperator";
    Joining joining{
        left, right, isLookup ? QStringLiteral("leftouter") : QStringLiteral("innerunique"), {}, isLookup};
    for (const KqlNode &parameter : listsIn(node).front()->children) {
        if (parameter.children.front().value == u"kind")
            joining.kind = parameter.children.back().value;
    }
    const KqlNode *on = node.child(QLatin1StringView("JoinOnClause"));
    if (on == nullptr)
        throw Unknown{QStringLiteral("join without keys")};
    for (const KqlNode &condition : listsIn(*on).front()->children)
        addKeys(condition, joining);
    return joining;
}

/// The maker of queries sees to it that the keys of innerunique's left side are unique.
Rows joined(const Joining &joining, const QList<ColumnHeader> &columns)
{
    Rows result{columns, {}};
    const QString &kind = joining.kind;
    const bool isLeft = kind.startsWith(u"left") || kind == u"anti";
    if (kind.endsWith(u"semi") || kind.contains(u"anti")) {
        addOneSided(joining, isLeft, !kind.contains(u"anti"), result);
        return result;
    }
    std::vector<bool> rightFound(joining.right.rows.size());
    for (const Row &left : joining.left.rows) {
        bool found = false;
        for (std::size_t i = 0; i < joining.right.rows.size(); ++i) {
            if (!matches(joining, left, joining.right.rows.at(i)))
                continue;
            add(joining, left, joining.right.rows.at(i), result);
            found = true;
            rightFound.at(i) = true;
        }
        if (!found && (kind == u"leftouter" || kind == u"fullouter"))
            add(joining, left, nothing(joining.right), result);
    }
    for (std::size_t i = 0; i < joining.right.rows.size(); ++i) {
        if (!rightFound.at(i) && (kind == u"rightouter" || kind == u"fullouter"))
            add(joining, nothing(joining.left), joining.right.rows.at(i), result);
    }
    return result;
}

Value elementAs(const Value &element, ColumnType type)
{
    if (type == ColumnType::Dynamic)
        return element;
    if (type == ColumnType::String)
        return element.isText() ? element : element.isNull() ? missing(type) : Value(json(element));
    if (element.isNull())
        return element;
    const bool whole = std::holds_alternative<std::int64_t>(element.held);
    if (type == ColumnType::Long && whole)
        return element;
    if (type == ColumnType::Real && (whole || element.isReal()))
        return element.real();
    if (!whole && !element.isReal())
        return {};
    throw Unknown{QStringLiteral("such an element as ") + columnTypeName(type)};
}

} // namespace sonde::judge
