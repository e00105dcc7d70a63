#include "engine/judge/interpreter.h"
#include "engine/judge/joins.h"

#include <algorithm>

namespace sonde::judge {

/// Operators that take lists and texts apart, or make lists of rows.
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

Scope scopeAt(const Rows &input, const Row &row)
{
    return {&input.columns, &row, nullptr, nullptr, 0};
}

/// The rows that a value makes: a bag a bag, or a pair, for each key; what is neither stands for itself.
List elementsOf(const Value &value, bool pairs)
{
    if (value.isList())
        return value.list();
    if (!value.isBag())
        return {value};
    List list;
    for (const auto &entry : value.bag())
        list.push_back(pairs ? Value(List{Value(entry.first), entry.second}) : Value(Bag{entry}));
    return list;
}

QString parameterOf(const KqlNode &node, const QStringList &names)
{
    for (const KqlNode &parameter : listsIn(node).front()->children) {
        if (names.contains(parameter.children.front().value))
            return parameter.children.back().value;
    }
    return {};
}

/// Where in the answer an expanded expression stands.
int placeOf(const KqlNode &item, const Rows &result)
{
    const KqlNode &expression = item.children.front();
    const bool isNamed = expression.kind == u"SimpleNamedExpression";
    const int at = result.indexOf(isNamed ? expression.children.front().value : expression.symbol);
    if (at < 0)
        throw Unknown{QStringLiteral("mv-expand of such an expression")};
    return at;
}

std::int64_t floorDivided(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace

Rows Interpreter::expand(const KqlNode &node, const Rows &input)
{
    Rows result{headersOf(node), {}};
    const bool pairs =
        parameterOf(node, {QStringLiteral("kind"), QStringLiteral("bagexpansion")}) == u"array";
    const int index = result.indexOf(parameterOf(node, {QStringLiteral("with_itemindex")}));
    std::size_t most = SIZE_MAX;
    for (const KqlNode &child : node.children) {
        if (child.kind.endsWith(u"RowLimitClause"))
            most = static_cast<std::size_t>(m_expressions.evaluate(child.children.back(), {}).whole());
    }
    const std::vector<KqlNode> &items = listsIn(node).back()->children;
    for (const Row &row : input.rows) {
        std::vector<List> lists;
        std::size_t count = 0;
        for (const KqlNode &item : items) {
            const Value value = m_expressions.evaluate(item.children.front(), scopeAt(input, row));
            m_expressions.coverage().note(QStringLiteral("| MvExpand"),
                                          result.columns.at(placeOf(item, result)).type, value.isNull());
            lists.push_back(elementsOf(value, pairs));
            count = std::max(count, lists.back().size());
        }
        for (std::size_t i = 0; i < std::min(count, most); ++i) {
            Row values = row;
            values.resize(static_cast<std::size_t>(result.columns.size()));
            for (std::size_t item = 0; item < items.size(); ++item) {
                const int at = placeOf(items.at(item), result);
                const List &list = lists.at(item);
                values.at(static_cast<std::size_t>(at)) =
                    elementAs(i < list.size() ? list.at(i) : Value(), result.columns.at(at).type);
            }
            if (index >= 0)
                values.at(static_cast<std::size_t>(index)) = Value(i);
            result.rows.push_back(std::move(values));
        }
    }
    return result;
}

/// One list; the subquery over the elements of each row by itself.
Rows Interpreter::applied(const KqlNode &node, const Rows &input)
{
    Rows result{headersOf(node), {}};
    const KqlNode *inner = node.child(QLatin1StringView("MvApplySubqueryExpression"));
    const std::vector<KqlNode> &items = listsIn(node).back()->children;
    if (inner == nullptr || items.size() != 1)
        throw Unknown{QStringLiteral("such an mv-apply")};
    const KqlNode &written = items.front().children.front();
    const QString name =
        written.kind == u"SimpleNamedExpression" ? written.children.front().value : written.symbol;
    const KqlNode *clause = items.front().child(QLatin1StringView("ToTypeOfClause"));
    const auto type =
        clause == nullptr
            ? ColumnType::Dynamic
            : columnTypeFromName(clause->children.back().symbol.toStdString()).value_or(ColumnType::Decimal);
    const QString index = parameterOf(node, {QStringLiteral("with_itemindex")});
    for (const Row &row : input.rows) {
        const Value list = m_expressions.evaluate(written, scopeAt(input, row));
        m_expressions.coverage().note(QStringLiteral("| MvApply"), type, list.isNull());
        Rows elements{input.columns, {}};
        elements.columns.append({name, type});
        if (!index.isEmpty())
            elements.columns.append({index, ColumnType::Long});
        std::int64_t place = 0;
        for (const Value &element : elementsOf(list, false)) {
            Row values = row;
            values.push_back(elementAs(element, type));
            if (!index.isEmpty())
                values.emplace_back(place);
            elements.rows.push_back(std::move(values));
            ++place;
        }
        const Rows made = piped(*inner, elements);
        for (const Row &each : made.rows) {
            Row values;
            for (const ColumnHeader &header : std::as_const(result.columns)) {
                const auto of = made.columns.indexOf(header);
                values.push_back(of >= 0 ? each.at(static_cast<std::size_t>(of))
                                         : row.at(static_cast<std::size_t>(input.columns.indexOf(header))));
            }
            result.rows.push_back(std::move(values));
        }
    }
    return result;
}

/// The subquery over the rows of each value of the key by themselves.
Rows Interpreter::partitioned(const KqlNode &node, const Rows &input)
{
    Rows result{headersOf(node), {}};
    const KqlNode *subquery = node.child(QLatin1StringView("PartitionSubquery"));
    if (subquery == nullptr)
        throw Unknown{QStringLiteral("such a partition")};
    const KqlNode &key = *partsOf(node).at(1);
    std::vector<std::pair<Value, Rows>> groups;
    for (const Row &row : input.rows) {
        const Value value = m_expressions.evaluate(key, scopeAt(input, row));
        m_expressions.coverage().note(QStringLiteral("| Partition"), typeOfNode(key), value.isNull());
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&value](const auto &each) { return same(each.first, value); });
        if (group == groups.end())
            group = groups.insert(groups.end(), {value, Rows{input.columns, {}}});
        group->second.rows.push_back(row);
    }
    for (const auto &[value, rows] : groups) {
        const Rows made = piped(unnamedPart(*partsOf(*subquery).back()), rows);
        result.rows.insert(result.rows.end(), made.rows.cbegin(), made.rows.cend());
    }
    return result;
}

/// Of whole numbers or times, with both bounds or with none.
Rows Interpreter::makeSeries(const KqlNode &node, const Rows &input)
{
    Rows result{headersOf(node), {}};
    const KqlNode *clause = node.child(QLatin1StringView("MakeSeriesFromToStepClause"));
    const KqlNode *on = node.child(QLatin1StringView("MakeSeriesOnClause"));
    const KqlNode *by = node.child(QLatin1StringView("MakeSeriesByClause"));
    if (clause == nullptr || on == nullptr)
        throw Unknown{QStringLiteral("such a series")};
    const auto bound = [&](const char *name) {
        const KqlNode *part = clause->child(QLatin1StringView(name));
        return part == nullptr ? Value() : m_expressions.evaluate(*partsOf(*part).back(), {});
    };
    const Value from = bound("MakeSeriesFromClause");
    const Value to = bound("MakeSeriesToClause");
    const std::int64_t step = bound("MakeSeriesStepClause").whole();
    const KqlNode &axis = unnamedPart(*partsOf(*on).back());
    if (from.isNull() != to.isNull())
        throw Unknown{QStringLiteral("a series with one bound")};
    struct Group
    {
        Row keys;
        std::vector<std::pair<std::int64_t, std::vector<Row>>> bins;
    };
    std::vector<Group> groups;
    const std::int64_t start = from.isNull() ? 0 : from.whole();
    for (const Row &row : input.rows) {
        const Value at = m_expressions.evaluate(axis, scopeAt(input, row));
        m_expressions.coverage().note(QStringLiteral("| MakeSeries"), typeOfNode(axis), at.isNull());
        if (at.isOverflow())
            throw Unsettled();
        if (at.isNull() || (!from.isNull() && (at.whole() < start || at.whole() >= to.whole())))
            continue;
        Row keys;
        for (const KqlNode &key : by == nullptr ? std::vector<KqlNode>() : listsIn(*by).front()->children)
            keys.push_back(m_expressions.evaluate(unnamedPart(key), scopeAt(input, row)));
        auto group = std::find_if(groups.begin(), groups.end(), [&keys](const Group &each) {
            return std::equal(each.keys.cbegin(), each.keys.cend(), keys.cbegin(), keys.cend(), same);
        });
        if (group == groups.end())
            group = groups.insert(groups.end(), {keys, {}});
        const std::int64_t number = floorDivided(at.whole() - start, step);
        auto bin = std::find_if(group->bins.begin(), group->bins.end(),
                                [number](const auto &each) { return each.first == number; });
        if (bin == group->bins.end())
            bin = group->bins.insert(group->bins.end(), {number, {}});
        bin->second.push_back(row);
    }
    for (Group &group : groups) {
        std::sort(group.bins.begin(), group.bins.end(),
                  [](const auto &left, const auto &right) { return left.first < right.first; });
        const std::int64_t first = from.isNull() ? group.bins.front().first : 0;
        const std::int64_t last =
            from.isNull() ? group.bins.back().first : floorDivided(to.whole() - 1 - start, step);
        if (last - first > 1000)
            throw Unknown{QStringLiteral("so long a series")};
        Row values = group.keys;
        for (const KqlNode &item : listsIn(node).back()->children) {
            const KqlNode &aggregate = unnamedPart(partsOf(item).empty() ? item : *partsOf(item).front());
            const KqlNode *standard = item.child(QLatin1StringView("DefaultExpressionClause"));
            const ColumnType type = typeOfNode(aggregate);
            const Value absent = standard != nullptr ? m_expressions.evaluate(*partsOf(*standard).back(), {})
                                                     : Value(std::int64_t(0));
            List list;
            for (std::int64_t i = first; i <= last; ++i) {
                const auto bin = std::find_if(group.bins.begin(), group.bins.end(),
                                              [i](const auto &each) { return each.first == i; });
                const Value value =
                    bin == group.bins.end()
                        ? fitted(absent, type)
                        : fitted(m_expressions.evaluate(aggregate,
                                                        {&input.columns, nullptr, &bin->second, nullptr, 0}),
                                 type);
                if (value.isOverflow() || (value.isReal() && !std::isfinite(value.real())))
                    throw Unsettled();
                list.push_back(asDynamic(value, type));
            }
            values.emplace_back(std::move(list));
        }
        List places;
        for (std::int64_t i = first; i <= last; ++i)
            places.push_back(asDynamic(Value(start + i * step), typeOfNode(axis)));
        values.emplace_back(std::move(places));
        result.rows.push_back(std::move(values));
    }
    return result;
}

/// The simple kind: from left to right, each text where it first stands; all or nothing.
Rows Interpreter::parse(const KqlNode &node, const Rows &input)
{
    Rows result{headersOf(node), {}};
    const std::vector<const KqlNode *> parts = partsOf(node);
    const KqlNode &pattern = *parts.back();
    const auto source =
        std::find_if(parts.cbegin(), parts.cend(), [](const KqlNode *part) { return part->kind != u"List"; });
    for (const Row &row : input.rows) {
        const Value value = m_expressions.evaluate(**source, scopeAt(input, row));
        m_expressions.coverage().note(QStringLiteral("| Parse"), ColumnType::String, value.text().isEmpty());
        const QString text = value.text();
        qsizetype at = 0;
        bool fits = true;
        const KqlNode *open = nullptr;
        std::vector<std::pair<QString, QString>> found; // name, text
        const auto close = [&](qsizetype end) {
            if (open != nullptr && open->kind != u"StarExpression") {
                const KqlNode &name = open->kind == u"NameDeclaration" ? *open : open->children.front();
                found.emplace_back(name.value, text.mid(at, end - at));
            }
        };
        for (const KqlNode &item : pattern.children) {
            if (item.kind != u"StringLiteralExpression") {
                open = &item;
                continue;
            }
            const qsizetype place = open == nullptr ? (text.mid(at).startsWith(item.value) ? at : -1)
                                                    : text.indexOf(item.value, at);
            fits = fits && place >= 0;
            if (!fits)
                break;
            close(place);
            at = place + item.value.size();
            open = nullptr;
        }
        fits = fits && (open != nullptr || at == text.size());
        close(text.size());
        Row values = row;
        values.resize(static_cast<std::size_t>(result.columns.size()));
        for (qsizetype i = input.columns.size(); i < result.columns.size(); ++i)
            values.at(static_cast<std::size_t>(i)) = missing(result.columns.at(i).type);
        for (std::size_t i = 0; fits && i < found.size(); ++i) {
            const int column = result.indexOf(found.at(i).first);
            const ColumnType type = result.columns.at(column).type;
            values.at(static_cast<std::size_t>(column)) = m_expressions.converted(found.at(i).second, type);
            fits = type == ColumnType::String || !values.at(static_cast<std::size_t>(column)).isNull();
        }
        for (qsizetype i = input.columns.size(); !fits && i < result.columns.size(); ++i)
            values.at(static_cast<std::size_t>(i)) = missing(result.columns.at(i).type);
        result.rows.push_back(std::move(values));
    }
    return result;
}

} // namespace sonde::judge
