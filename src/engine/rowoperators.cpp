#include "engine/decimalfunctions.h"
#include "engine/operatortable.h"
#include "engine/querytranslator.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sonde {

/// Operators that choose, order or count rows and leave the columns alone.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

struct SortKey
{
    SqlExpression value;
    bool descending = true;
    bool nullsFirst = false;
};

/// The expression with `asc`, `desc`, `nulls first`, `nulls last`; descends by default, and nulls come first
/// where it ascends and last where it descends.
Result<SortKey> sortKey(const KqlNode &node, const ExpressionScope &scope, const QueryTranslator &query)
{
    const bool clause = node.is(QLatin1StringView("OrderedExpression"));
    const KqlNode &expression = clause ? node.children.front() : node;
    const auto value = query.expressions().translate(expression, scope);
    if (!value)
        return failure(value.error());
    if (value->type == ColumnType::Dynamic)
        return query.refusal().unsupportedType(expression, columnTypeName(value->type));
    SortKey key{*value, true, false};
    if (value->type == ColumnType::Decimal)
        key.value.sql = decimalOrder(*value);
    const KqlNode *ordering = clause ? node.child(QLatin1StringView("OrderingClause")) : nullptr;
    if (ordering == nullptr)
        return key;
    key.descending = ordering->child(QLatin1StringView("AscKeyword")) == nullptr;
    key.nullsFirst = !key.descending;
    if (const KqlNode *nulls = ordering->child(QLatin1StringView("OrderingNullsClause")))
        key.nullsFirst = nulls->child(QLatin1StringView("FirstKeyword")) != nullptr;
    return key;
}

/// The input with its rows in that order. The keys become hidden columns, so that the order outlives a later
/// project.
Relation sorted(const Relation &input, const std::vector<SortKey> &keys, QueryTranslator &query)
{
    QStringList items;
    for (const SqlExpression &column : query.columnsOf(input))
        items.append(column.sql);
    QStringList hidden;
    QStringList order;
    for (const SortKey &key : keys) {
        const QString name = query.uniqueName(u"k");
        items.append(key.value.sql + u" AS " + name);
        hidden.append(name);
        const QStringView nulls(key.nullsFirst ? u" NULLS FIRST" : u" NULLS LAST");
        // NaN stands between the nulls and the numbers, on the side of the nulls.
        if (key.value.type == ColumnType::Real)
            order.append(u"isnan(" + name + u')' + QStringView(key.nullsFirst ? u" DESC" : u" ASC") + nulls);
        order.append(name + QStringView(key.descending ? u" DESC" : u" ASC") + nulls);
    }
    Relation relation = query.addRawStage(
        u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + input.name, input.columns);
    relation.hidden = hidden;
    relation.order = order;
    relation.serialized = true;
    relation.sorted = true;
    return relation;
}

Result<Relation> limited(const Relation &input, const KqlNode &count, QueryTranslator &query)
{
    const auto number = query.expressions().translateAs(count, {}, ColumnType::Long);
    if (!number)
        return failure(number.error());
    static const QRegularExpression wrong(QStringLiteral("^(\\(- )?CAST\\((NULL|'-)|^\\(- CAST\\('[1-9]"));
    if (wrong.match(number->sql).hasMatch())
        return query.refusal().unsupported(count, Words::tr("a number of rows that is negative or null"));
    QString tail;
    if (!input.order.isEmpty())
        tail = u" ORDER BY " + input.order.join(QStringLiteral(", "));
    // A negative number is DuckDB's own error. COALESCE makes one of null.
    tail += u" LIMIT COALESCE(" + number->sql + u", -1)";
    return query.addStage(query.columnsOf(input), input.columns, input, tail, true);
}

Result<Relation> where(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    if (const auto checked = query.refuseParameters(*listsOf(node).front()); !checked)
        return failure(checked.error());
    const auto condition = query.expressions().translate(node.children.back(), query.scopeOf(input));
    if (!condition)
        return failure(condition.error());
    if (condition->type != ColumnType::Bool)
        return query.refusal().unsupportedType(node.children.back(), columnTypeName(condition->type));
    return query.addStage(query.columnsOf(input), input.columns, input, u" WHERE " + condition->sql, true);
}

Result<Relation> take(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    return limited(input, node.children.back(), query);
}

/// Any rows will do: the first ones, so that a query has the same answer twice.
Result<Relation> sample(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    auto rows = limited(input, node.children.back(), query);
    if (rows)
        rows->serialized = false;
    return rows;
}

/// `sample-distinct N of Column`: the values that come first.
Result<Relation> sampleDistinct(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    const std::vector<const KqlNode *> parts = expressionsOf(node);
    if (!headers || parts.size() < 2)
        return headers ? query.refusal().unsupportedOperator(node) : failure(headers.error());
    const auto value = query.expressions().translate(*parts.back(), query.scopeOf(input));
    if (!value)
        return failure(value.error());
    const Relation values =
        query.addStage({*value, {QStringLiteral("row_number() OVER ()"), ColumnType::Long, false}}, *headers,
                       input, {}, false);
    Relation rows =
        query.addRawStage(u"SELECT c0, MIN(c1) AS k FROM " + values.name + u" GROUP BY c0", *headers);
    rows.hidden = {QStringLiteral("k")};
    rows.order = {QStringLiteral("k ASC")};
    return limited(rows, *parts.at(parts.size() - 2), query);
}

Result<Relation> sort(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const ExpressionScope scope = query.scopeOf(input);
    std::vector<SortKey> keys;
    for (const KqlNode &expression : listsOf(node).back()->children) {
        auto key = sortKey(expression, scope, query);
        if (!key)
            return failure(key.error());
        keys.push_back(std::move(*key));
    }
    return sorted(input, keys, query);
}

Result<Relation> top(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const std::vector<const KqlNode *> parts = expressionsOf(node);
    if (const auto checked = query.refuseParameters(*parts.front()); !checked)
        return failure(checked.error());
    const auto key = sortKey(*parts.back(), query.scopeOf(input), query);
    if (!key)
        return failure(key.error());
    return limited(sorted(input, {*key}, query), *parts.at(parts.size() - 2), query);
}

Result<Relation> count(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const SqlExpression number{QStringLiteral("COUNT(*)"), ColumnType::Long, false};
    return query.addStage({number}, *headers, input, {}, false);
}

Result<Relation> distinct(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const ExpressionScope scope = query.scopeOf(input);
    QList<SqlExpression> values;
    for (const KqlNode &item : listsOf(node).back()->children) {
        if (item.is(QLatin1StringView("StarExpression"))) {
            values += query.columnsOf(input);
            continue;
        }
        const auto value = query.expressions().translate(unnamed(item), scope);
        if (!value)
            return failure(value.error());
        values.append(*value);
    }
    if (values.size() != headers->size())
        return query.refusal().unsupportedOperator(node);
    QStringList groups;
    for (qsizetype i = 0; i < values.size(); ++i)
        groups.append(QString::number(i + 1));
    return query.addStage(values, *headers, input, u" GROUP BY " + groups.join(QStringLiteral(", ")), false);
}

/// Changes nothing about the rows: it goes into the answer.
Result<Relation> render(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    RenderClause clause;
    std::vector<const KqlNode *> lists = listsOf(node);
    if (const KqlNode *with = node.child(QLatin1StringView("RenderWithClause"))) {
        for (const KqlNode *list : listsOf(*with))
            lists.push_back(list);
    }
    if (node.children.size() > 1)
        clause.visualization = node.children.at(1).value;
    for (const KqlNode *list : lists) {
        for (const KqlNode &parameter : list->children) {
            if (!parameter.is(QLatin1StringView("NamedParameter")))
                continue;
            const KqlNode &value = parameter.children.back();
            const bool isString = value.is(QLatin1StringView("StringLiteralExpression"));
            clause.properties.insert(parameter.children.front().value.toLower(),
                                     isString ? value.value : query.textOf(value).trimmed());
        }
    }
    query.setRender(clause);
    return input;
}

} // namespace

void addRowOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("FilterOperator"), where);
    table.insert(QStringLiteral("TakeOperator"), take);
    table.insert(QStringLiteral("SampleOperator"), sample);
    table.insert(QStringLiteral("SampleDistinctOperator"), sampleDistinct);
    table.insert(QStringLiteral("SortOperator"), sort);
    table.insert(QStringLiteral("TopOperator"), top);
    table.insert(QStringLiteral("CountOperator"), count);
    table.insert(QStringLiteral("DistinctOperator"), distinct);
    table.insert(QStringLiteral("RenderOperator"), render);
}

} // namespace sonde
