#include "engine/judge/interpreter.h"

#include "engine/judge/joins.h"

#include <algorithm>

namespace sonde::judge {

namespace {

QList<ColumnHeader> headersOf(const KqlNode &node)
{
    QList<ColumnHeader> headers;
    for (const KqlColumn &column : node.columns) {
        const auto type = columnTypeFromName(column.type.toStdString());
        if (!type)
            throw Unknown{column.type};
        headers.append({column.name, *type});
    }
    return headers;
}

std::vector<const KqlNode *> childrenOf(const KqlNode &list)
{
    std::vector<const KqlNode *> children;
    for (const KqlNode &child : list.children)
        children.push_back(&child);
    return children;
}

/// What rows depend on has to be there.
void settle(const Value &value)
{
    if (value.isOverflow())
        throw Unsettled();
}

bool sameRow(const Row &left, const Row &right)
{
    return std::equal(left.cbegin(), left.cend(), right.cbegin(), right.cend(), same);
}

/// A key of `sort`: which way, and on which side the nulls are.
struct Direction
{
    bool ascending = false;
    bool nullsFirst = false;
};

Direction directionOf(const KqlNode &key)
{
    Direction direction;
    const KqlNode *clause = key.child(QLatin1StringView("OrderingClause"));
    if (clause == nullptr)
        return direction;
    direction.ascending = clause->child(QLatin1StringView("AscKeyword")) != nullptr;
    direction.nullsFirst = direction.ascending;
    if (const KqlNode *nulls = clause->child(QLatin1StringView("OrderingNullsClause")))
        direction.nullsFirst = nulls->child(QLatin1StringView("FirstKeyword")) != nullptr;
    return direction;
}

/// Nulls are at their end, NaN next to them.
int place(const Value &value)
{
    return value.isNull() ? 2 : isNan(value) ? 1 : 0;
}

int compared(const Value &left, const Value &right, const Direction &direction)
{
    if (place(left) != place(right))
        return (place(left) - place(right)) * (direction.nullsFirst ? -1 : 1);
    return place(left) != 0 ? 0 : order(left, right) * (direction.ascending ? 1 : -1);
}

/// Columns of one name and several types become `Name_type` each.
int placeInLeg(const ColumnHeader &column, const Rows &united, const Rows &leg)
{
    for (int i = 0; i < leg.columns.size(); ++i) {
        const ColumnHeader &own = leg.columns.at(i);
        const bool isRenamed =
            united.indexOf(own.name) < 0 && column.name == own.name + u'_' + columnTypeName(own.type);
        if (own.type == column.type && (own.name == column.name || isRenamed))
            return i;
    }
    return -1;
}

Scope scopeAt(const Rows &input, const Row &row)
{
    return {&input.columns, &row, nullptr, &input.rows, static_cast<std::size_t>(&row - input.rows.data())};
}

Rows withColumns(const KqlNode &node)
{
    return {headersOf(node), {}};
}

} // namespace

Interpreter::Interpreter(const KqlTree &tree, const Tables &tables, std::int64_t now, Coverage &coverage)
    : m_tree(tree)
    , m_tables(tables)
    , m_expressions(
          now, coverage, [this](const KqlNode &node) { return rowsOf(node); },
          [this](const KqlNode &call, const Scope &scope) { return callValue(call, scope); })
{}

const QHash<QString, Interpreter::Operator> &Interpreter::operators()
{
    using Self = Interpreter;
    static const QHash<QString, Operator> table = {
        {QStringLiteral("NameReference"), &Self::named},
        {QStringLiteral("PrintOperator"), &Self::print},
        {QStringLiteral("DataTableExpression"), &Self::dataTable},
        {QStringLiteral("RangeOperator"), &Self::range},
        {QStringLiteral("FilterOperator"), &Self::where},
        {QStringLiteral("TakeOperator"), &Self::take},
        {QStringLiteral("SortOperator"), &Self::sort},
        {QStringLiteral("TopOperator"), &Self::top},
        {QStringLiteral("CountOperator"), &Self::count},
        {QStringLiteral("DistinctOperator"), &Self::distinct},
        {QStringLiteral("ProjectOperator"), &Self::project},
        {QStringLiteral("ExtendOperator"), &Self::extend},
        {QStringLiteral("ProjectAwayOperator"), &Self::choose},
        {QStringLiteral("ProjectKeepOperator"), &Self::choose},
        {QStringLiteral("ProjectReorderOperator"), &Self::choose},
        {QStringLiteral("ProjectRenameOperator"), &Self::rename},
        {QStringLiteral("SummarizeOperator"), &Self::summarize},
        {QStringLiteral("UnionOperator"), &Self::unite},
        {QStringLiteral("MvExpandOperator"), &Self::expand},
        {QStringLiteral("MvApplyOperator"), &Self::applied},
        {QStringLiteral("PartitionOperator"), &Self::partitioned},
        {QStringLiteral("MakeSeriesOperator"), &Self::makeSeries},
        {QStringLiteral("ParseOperator"), &Self::parse},
        {QStringLiteral("FunctionCallExpression"), &Self::called},
        {QStringLiteral("JoinOperator"), &Self::join},
        {QStringLiteral("LookupOperator"), &Self::join},
    };
    return table;
}

Rows Interpreter::answer()
{
    const KqlNode *query = nullptr;
    for (const KqlNode &statement : listsIn(m_tree.root).back()->children) {
        if (statement.kind == u"LetStatement")
            define(statement);
        else if (statement.kind == u"ExpressionStatement")
            query = &statement.children.front();
        else
            throw Unknown{statement.kind};
    }
    if (query == nullptr)
        throw Unknown{QStringLiteral("a query without rows")};
    return rowsOf(*query);
}

void Interpreter::define(const KqlNode &let)
{
    const QString &name = let.children.at(1).value;
    const KqlNode &value = let.children.back();
    if (value.kind == u"FunctionDeclaration")
        return; // each call has its body
    if (value.hasColumns)
        m_lets.insert(name, &value);
    else
        m_expressions.define(name, m_expressions.evaluate(value, {}));
}

template <typename Use>
auto Interpreter::inBody(const KqlNode &call, const Scope &scope, Use use)
{
    const KqlBody &body = m_tree.bodies.at(static_cast<std::size_t>(call.body));
    const std::vector<const KqlNode *> arguments = partsOf(*listsIn(call).front());
    if (arguments.size() != body.parameters.size())
        throw Unknown{QStringLiteral("a parameter without an argument")};
    QHash<QString, Value> inside = m_expressions.variables();
    for (std::size_t i = 0; i < arguments.size(); ++i)
        inside.insert(body.parameters.at(i).name, m_expressions.evaluate(*arguments.at(i), scope));
    const QHash<QString, Value> around = m_expressions.variables();
    m_expressions.setVariables(inside);
    auto result = use(body.root.children.back());
    m_expressions.setVariables(around);
    return result;
}

Value Interpreter::callValue(const KqlNode &call, const Scope &scope)
{
    m_expressions.coverage().note(QStringLiteral("let function"), typeOfNode(call), false);
    return inBody(call, scope, [this](const KqlNode &value) { return m_expressions.evaluate(value, {}); });
}

Rows Interpreter::called(const KqlNode &node, const Rows &)
{
    if (node.body < 0)
        throw Unknown{node.symbol};
    return inBody(node, {}, [this](const KqlNode &value) { return rowsOf(value); });
}

Rows Interpreter::piped(const KqlNode &node, const Rows &input)
{
    if (node.kind == u"MvApplySubqueryExpression" || node.kind == u"ParenthesizedExpression")
        return piped(node.children.back(), input);
    const bool pipe = node.kind == u"PipeExpression";
    const KqlNode &stage = pipe ? node.children.back() : node;
    const Operator apply = operators().value(stage.kind);
    if (apply == nullptr)
        throw Unknown{stage.kind};
    return (this->*apply)(stage, pipe ? piped(node.children.front(), input) : input);
}

Rows Interpreter::rowsOf(const KqlNode &node)
{
    if (node.kind == u"ParenthesizedExpression")
        return rowsOf(node.children.front());
    const bool pipe = node.kind == u"PipeExpression";
    const KqlNode &stage = pipe ? node.children.back() : node;
    const Operator apply = operators().value(stage.kind);
    if (apply == nullptr)
        throw Unknown{stage.kind};
    return (this->*apply)(stage, pipe ? rowsOf(node.children.front()) : Rows());
}

/// The values of the expressions in each row. Every one has to be there, for they say which rows there are.
std::vector<Row> Interpreter::keysOf(const std::vector<const KqlNode *> &keys, const Rows &input)
{
    std::vector<Row> all;
    for (const Row &row : input.rows) {
        Row values;
        for (const KqlNode *key : keys) {
            values.push_back(fitted(m_expressions.evaluate(*key, scopeAt(input, row)), typeOfNode(*key)));
            settle(values.back());
        }
        all.push_back(std::move(values));
    }
    return all;
}

void Interpreter::note(const KqlNode &node, const std::vector<const KqlNode *> &keys,
                       const std::vector<Row> &values)
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool withNull =
            std::any_of(values.cbegin(), values.cend(), [i](const Row &row) { return row.at(i).isNull(); });
        m_expressions.coverage().note(u"| " + QString(node.kind).remove(QLatin1String("Operator")),
                                      typeOfNode(*keys.at(i)), withNull);
    }
}

// Sources

Rows Interpreter::named(const KqlNode &node, const Rows &)
{
    if (const KqlNode *let = m_lets.value(node.symbol))
        return rowsOf(*let);
    const auto table = m_tables.constFind(node.symbol);
    if (table == m_tables.cend())
        throw Unknown{node.symbol};
    return *table;
}

Rows Interpreter::print(const KqlNode &node, const Rows &)
{
    Rows result = withColumns(node);
    Row row;
    for (const KqlNode &item : listsIn(node).back()->children) {
        const ColumnType type = result.columns.at(static_cast<qsizetype>(row.size())).type;
        row.push_back(fitted(m_expressions.evaluate(item, {}), type));
    }
    result.rows.push_back(std::move(row));
    return result;
}

Rows Interpreter::dataTable(const KqlNode &node, const Rows &)
{
    Rows result = withColumns(node);
    const auto width = static_cast<std::size_t>(result.columns.size());
    for (const KqlNode &cell : listsIn(node).back()->children) {
        if (result.rows.empty() || result.rows.back().size() == width)
            result.rows.emplace_back();
        Row &row = result.rows.back();
        const ColumnType type = result.columns.at(static_cast<qsizetype>(row.size())).type;
        const Value value = fitted(m_expressions.evaluate(cell, {}), type);
        row.push_back(value.isNull() ? missing(type) : value);
    }
    return result;
}

Rows Interpreter::range(const KqlNode &node, const Rows &)
{
    Rows result = withColumns(node);
    std::vector<Value> bounds;
    for (const KqlNode *part : partsOf(node)) {
        if (part->kind != u"NameDeclaration")
            bounds.push_back(m_expressions.evaluate(*part, {}));
    }
    for (const Value &bound : bounds)
        settle(bound);
    if (bounds.at(0).isNull() || bounds.at(1).isNull() || bounds.at(2).isNull())
        return result;
    const std::int64_t step = bounds.at(2).whole();
    const std::int64_t last = bounds.at(1).whole();
    for (std::int64_t at = bounds.at(0).whole(); step > 0 ? at <= last : step < 0 && at >= last; at += step) {
        if (result.rows.size() > 10'000)
            throw Unknown{QStringLiteral("a range of that size")};
        result.rows.push_back({Value(at)});
    }
    return result;
}

// Rows

Rows Interpreter::where(const KqlNode &node, const Rows &input)
{
    const std::vector<const KqlNode *> condition = {&node.children.back()};
    const std::vector<Row> holds = keysOf(condition, input);
    note(node, condition, holds);
    Rows result{input.columns, {}};
    for (std::size_t i = 0; i < input.rows.size(); ++i) {
        if (holds.at(i).front().isTrue())
            result.rows.push_back(input.rows.at(i));
    }
    return result;
}

Rows Interpreter::limited(const KqlNode &count, const Rows &input)
{
    const Value number = m_expressions.evaluate(count, {});
    if (number.isNull() || number.isOverflow() || number.whole() < 0)
        throw Unknown{QStringLiteral("such a number of rows")};
    Rows result = input;
    if (number.whole() < static_cast<std::int64_t>(result.rows.size()))
        result.rows.resize(static_cast<std::size_t>(number.whole()));
    return result;
}

Rows Interpreter::take(const KqlNode &node, const Rows &input)
{
    return limited(node.children.back(), input);
}

Rows Interpreter::sortedBy(const std::vector<const KqlNode *> &keys, const Rows &input)
{
    std::vector<const KqlNode *> expressions;
    std::vector<Direction> directions;
    for (const KqlNode *key : keys) {
        const bool clause = key->kind == u"OrderedExpression";
        expressions.push_back(clause ? &key->children.front() : key);
        directions.push_back(clause ? directionOf(*key) : Direction());
    }
    const std::vector<Row> values = keysOf(expressions, input);
    std::vector<std::size_t> places(values.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    std::stable_sort(places.begin(), places.end(), [&](std::size_t left, std::size_t right) {
        for (std::size_t key = 0; key < directions.size(); ++key) {
            const int order = compared(values.at(left).at(key), values.at(right).at(key), directions.at(key));
            if (order != 0)
                return order < 0;
        }
        return false;
    });
    Rows result{input.columns, {}};
    for (const std::size_t at : places)
        result.rows.push_back(input.rows.at(at));
    return result;
}

Rows Interpreter::sort(const KqlNode &node, const Rows &input)
{
    const std::vector<const KqlNode *> keys = childrenOf(*listsIn(node).back());
    std::vector<const KqlNode *> plain;
    for (const KqlNode *key : keys)
        plain.push_back(key->kind == u"OrderedExpression" ? &key->children.front() : key);
    note(node, plain, keysOf(plain, input));
    return sortedBy(keys, input);
}

Rows Interpreter::top(const KqlNode &node, const Rows &input)
{
    const std::vector<const KqlNode *> parts = partsOf(node);
    const KqlNode *key = parts.back();
    const std::vector<const KqlNode *> plain = {key->kind == u"OrderedExpression" ? &key->children.front()
                                                                                  : key};
    note(node, plain, keysOf(plain, input));
    return limited(*parts.at(parts.size() - 2), sortedBy({key}, input));
}

Rows Interpreter::count(const KqlNode &node, const Rows &input)
{
    Rows result = withColumns(node);
    result.rows.push_back({Value(static_cast<std::int64_t>(input.rows.size()))});
    return result;
}

Rows Interpreter::distinct(const KqlNode &node, const Rows &input)
{
    Rows result = withColumns(node);
    std::vector<const KqlNode *> items;
    for (const KqlNode &item : listsIn(node).back()->children) {
        if (item.kind != u"StarExpression")
            items.push_back(&unnamedPart(item));
    }
    const std::vector<Row> all = items.empty() ? input.rows : keysOf(items, input);
    note(node, items, all);
    for (const Row &row : all) {
        std::for_each(row.cbegin(), row.cend(), settle);
        const bool known = std::any_of(result.rows.cbegin(), result.rows.cend(),
                                       [&row](const Row &other) { return sameRow(row, other); });
        if (!known)
            result.rows.push_back(row);
    }
    return result;
}

// Columns

Rows Interpreter::project(const KqlNode &node, const Rows &input)
{
    Rows result = withColumns(node);
    for (const Row &row : input.rows) {
        Row values;
        for (const KqlNode &item : listsIn(node).back()->children) {
            const ColumnType type = result.columns.at(static_cast<qsizetype>(values.size())).type;
            values.push_back(fitted(m_expressions.evaluate(item, scopeAt(input, row)), type));
        }
        result.rows.push_back(std::move(values));
    }
    return result;
}

/// Of expressions with names alone.
Rows Interpreter::extend(const KqlNode &node, const Rows &input)
{
    Rows result = withColumns(node);
    for (const Row &row : input.rows) {
        Row values(static_cast<std::size_t>(result.columns.size()));
        for (int i = 0; i < input.columns.size(); ++i)
            values.at(static_cast<std::size_t>(result.indexOf(input.columns.at(i).name))) =
                row.at(static_cast<std::size_t>(i));
        for (const KqlNode &item : listsIn(node).back()->children) {
            if (item.kind != u"SimpleNamedExpression")
                throw Unknown{QStringLiteral("extend without a name")};
            const int at = result.indexOf(item.children.front().value);
            values.at(static_cast<std::size_t>(at)) =
                fitted(m_expressions.evaluate(item, scopeAt(input, row)), result.columns.at(at).type);
        }
        result.rows.push_back(std::move(values));
    }
    return result;
}

Rows Interpreter::choose(const KqlNode &node, const Rows &input)
{
    Rows result = withColumns(node);
    for (const Row &row : input.rows) {
        Row values;
        for (const ColumnHeader &column : std::as_const(result.columns))
            values.push_back(row.at(static_cast<std::size_t>(input.indexOf(column.name))));
        result.rows.push_back(std::move(values));
    }
    return result;
}

Rows Interpreter::rename(const KqlNode &node, const Rows &input)
{
    return {headersOf(node), input.rows};
}

// Groups

Rows Interpreter::summarize(const KqlNode &node, const Rows &input)
{
    Rows result = withColumns(node);
    const KqlNode *by = node.child(QLatin1StringView("SummarizeByClause"));
    std::vector<const KqlNode *> keys;
    if (by != nullptr) {
        for (const KqlNode &key : listsIn(*by).front()->children)
            keys.push_back(&unnamedPart(key));
    }
    const std::vector<Row> values = keysOf(keys, input);
    note(node, keys, values);
    std::vector<Row> groups;
    std::vector<std::vector<Row>> members;
    if (by == nullptr) {
        groups.emplace_back();
        members.emplace_back(input.rows);
    }
    for (std::size_t i = 0; by != nullptr && i < values.size(); ++i) {
        std::size_t group = 0;
        while (group < groups.size() && !sameRow(groups.at(group), values.at(i)))
            ++group;
        if (group == groups.size()) {
            groups.push_back(values.at(i));
            members.emplace_back();
        }
        members.at(group).push_back(input.rows.at(i));
    }
    for (std::size_t group = 0; group < groups.size(); ++group) {
        Row row = groups.at(group);
        for (const KqlNode &item : listsIn(node).back()->children) {
            const Scope scope{&input.columns, nullptr, &members.at(group), nullptr, 0};
            for (const Value &value : m_expressions.aggregateColumns(unnamedPart(item), scope)) {
                const ColumnType type = result.columns.at(static_cast<qsizetype>(row.size())).type;
                row.push_back(fitted(value, type));
            }
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

// Several tables

Rows Interpreter::unite(const KqlNode &node, const Rows &input)
{
    Rows result = withColumns(node);
    std::vector<Rows> legs;
    if (!input.columns.isEmpty())
        legs.push_back(input);
    for (const KqlNode &leg : listsIn(node).back()->children)
        legs.push_back(rowsOf(leg));
    for (const Rows &leg : legs) {
        for (const Row &row : leg.rows) {
            Row values;
            for (const ColumnHeader &column : std::as_const(result.columns)) {
                const int at = placeInLeg(column, result, leg);
                values.push_back(at < 0 ? missing(column.type) : row.at(static_cast<std::size_t>(at)));
            }
            result.rows.push_back(std::move(values));
        }
    }
    return result;
}

Rows Interpreter::join(const KqlNode &node, const Rows &input)
{
    const std::vector<const KqlNode *> parts = partsOf(node);
    const auto side =
        std::find_if(parts.cbegin(), parts.cend(), [](const KqlNode *part) { return part->hasColumns; });
    if (side == parts.cend())
        throw Unknown{QStringLiteral("join")};
    Joining joining = joiningOf(node, input, rowsOf(**side));
    for (const auto &[left, right] : joining.keys) {
        const bool withNull =
            std::any_of(input.rows.cbegin(), input.rows.cend(), [left = left](const Row &row) {
                return row.at(static_cast<std::size_t>(left)).isNull();
            });
        m_expressions.coverage().note(u"| Join " + joining.kind, input.columns.at(left).type, withNull);
    }
    return joined(joining, headersOf(node));
}

} // namespace sonde::judge
