#include "engine/dynamiccast.h"
#include "engine/operatortable.h"
#include "engine/querytranslator.h"

#include <QCoreApplication>

namespace sonde {

/// Operators that make several rows of one.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// A column that is expanded.
struct Item
{
    QString name;
    QString list; ///< SQL: the elements as a list of JSON
    ColumnType type = ColumnType::Dynamic;
};

/// What both operators have in common.
struct Expansion
{
    QList<Item> items;
    QString index;      ///< with_itemindex=
    bool pairs = false; ///< kind=array
    QString limit;      ///< SQL: rows for each row at most; empty: all
    QString row;        ///< what the columns and lists of the row are to be qualified with; `r1.` or nothing
};

Result<Expansion> parametersOf(const KqlNode &list, const QueryTranslator &query)
{
    Expansion expansion;
    for (const KqlNode &parameter : list.children) {
        const QString name = parameter.children.front().value.toLower();
        const QString value = query.textOf(parameter.children.back()).trimmed().toLower();
        if (name == u"with_itemindex")
            expansion.index = parameter.children.back().value;
        else if (name == u"kind" || name == u"bagexpansion")
            expansion.pairs = value == u"array";
        else if (!name.startsWith(QLatin1String("hint.")))
            return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    return expansion;
}

/// `Name = Expression to typeof(Type)`
Result<Item> itemOf(const KqlNode &node, bool pairs, const ExpressionScope &scope,
                    const QueryTranslator &query)
{
    const KqlNode &written = node.children.front();
    const QStringList names = givenNames(written);
    Item item;
    item.name = names.isEmpty() ? (written.symbol.isEmpty() ? written.resultName : written.symbol)
                                : names.constFirst();
    const auto value = query.expressions().translate(unnamed(written), scope);
    if (!value)
        return failure(value.error());
    if (value->type != ColumnType::Dynamic)
        return query.refusal().unsupportedType(written, columnTypeName(value->type));
    // A mark stands before each element; what is before the first is none.
    item.list = u"string_split(kql_expand(" + value->sql + u", " + QStringView(pairs ? u"TRUE" : u"FALSE") +
                u"), chr(30))[2:]";
    if (const KqlNode *clause = node.child(QLatin1StringView("ToTypeOfClause"))) {
        const QString name = clause->children.back().symbol;
        const auto type = columnTypeFromName(name.toStdString());
        if (!type)
            return query.refusal().unsupportedType(node, name);
        item.type = *type;
    }
    return item;
}

Result<Expansion> expansionOf(const KqlNode &node, const ExpressionScope &scope, const QueryTranslator &query)
{
    const std::vector<const KqlNode *> lists = listsOf(node);
    auto expansion = parametersOf(*lists.front(), query);
    if (!expansion)
        return expansion;
    for (const KqlNode &each : lists.back()->children) {
        auto item = itemOf(each, expansion->pairs, scope, query);
        if (!item)
            return failure(item.error());
        expansion->items.append(std::move(*item));
    }
    for (const KqlNode &child : node.children) {
        if (!child.kind.endsWith(QLatin1String("RowLimitClause")))
            continue;
        const auto limit = query.expressions().translateAs(child.children.back(), {}, ColumnType::Long);
        if (!limit)
            return failure(limit.error());
        expansion->limit = limit->sql;
    }
    return expansion;
}

/// How many rows the longest of the lists l0, l1... makes.
QString countOf(const Expansion &expansion)
{
    QStringList lengths;
    for (qsizetype i = 0; i < expansion.items.size(); ++i)
        lengths.append(u"len(" + expansion.row + u'l' + QString::number(i) + u')');
    const QString longest = u"greatest(" + lengths.join(QStringLiteral(", ")) + u')';
    return expansion.limit.isEmpty() ? longest
                                     : QString(u"least(" + longest + u", " + expansion.limit + u')');
}

/// The element at the place i of the list of that number; nothing where there is none.
Result<SqlExpression> elementOf(const Expansion &expansion, qsizetype number, const KqlNode &node,
                                const QueryTranslator &query)
{
    const QString json =
        u"NULLIF(CAST(" + expansion.row + u'l' + QString::number(number) + u"[i + 1] AS VARCHAR), 'null')";
    return castDynamic({json, ColumnType::Dynamic, true}, expansion.items.at(number).type, node,
                       query.refusal());
}

/// A stage: the input's columns, the lists l0, l1... of its rows, and for each row i.
Relation listed(const Expansion &expansion, const Relation &input, QueryTranslator &query)
{
    QStringList lists;
    for (qsizetype i = 0; i < expansion.items.size(); ++i)
        lists.append(expansion.items.at(i).list + u" AS l" + QString::number(i));
    return query.addRawStage(u"SELECT *, " + lists.join(QStringLiteral(", ")) + u" FROM " + input.name,
                             input.columns);
}

/// The columns of the rows that an expansion makes, as the binder names them.
Result<QList<SqlExpression>> expandedColumns(const Expansion &expansion, const QList<ColumnHeader> &headers,
                                             const ExpressionScope &scope, const KqlNode &node,
                                             const QueryTranslator &query)
{
    QList<SqlExpression> values;
    for (const ColumnHeader &header : headers) {
        qsizetype number = -1;
        for (qsizetype i = 0; i < expansion.items.size(); ++i) {
            if (expansion.items.at(i).name == header.name)
                number = i;
        }
        if (number >= 0) {
            const auto value = elementOf(expansion, number, node, query);
            if (!value)
                return failure(value.error());
            values.append(*value);
        } else if (header.name == expansion.index) {
            values.append({QStringLiteral("i"), ColumnType::Long, false});
        } else if (scope.columns.contains(header.name)) {
            values.append(scope.columns.value(header.name));
            values.last().sql.prepend(expansion.row);
        } else {
            return query.refusal().unsupported(node, Words::tr("an expression without a name here"));
        }
        if (values.constLast().type != header.type)
            return query.refusal().unsupportedType(node, columnTypeName(header.type));
    }
    return values;
}

QString selectOf(const QList<SqlExpression> &values, const QStringList &more)
{
    QStringList items;
    for (qsizetype i = 0; i < values.size(); ++i)
        items.append(values.at(i).sql + u" AS c" + QString::number(i));
    return u"SELECT " + (items + more).join(QStringLiteral(", "));
}

/// A row for each element; an empty list makes none, null one. The rows of one row stay in their order.
Result<Relation> mvExpand(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const ExpressionScope scope = query.scopeOf(input);
    const auto expansion = expansionOf(node, scope, query);
    if (!expansion)
        return failure(expansion.error());
    const auto values = expandedColumns(*expansion, *headers, scope, node, query);
    if (!values)
        return failure(values.error());
    const Relation lists = listed(*expansion, input, query);
    const QString rows = u" FROM (SELECT *, unnest(range(0, " + countOf(*expansion) + u")) AS i FROM " +
                         lists.name + u") AS e";
    QStringList hidden = input.hidden;
    QStringList order = input.order;
    if (!order.isEmpty()) {
        const QString place = query.uniqueName(u"k");
        order.append(place);
        Relation result =
            query.addRawStage(selectOf(*values, hidden + QStringList{u"i AS " + place}) + rows, *headers);
        result.hidden = hidden + QStringList{place};
        result.order = order;
        result.serialized = input.serialized;
        result.sorted = input.sorted;
        return result;
    }
    return query.addRawStage(selectOf(*values, {}) + rows, *headers);
}

/// The headers that the subquery of mv-apply works on: the input's columns, the elements, the index.
QList<ColumnHeader> appliedHeaders(const Expansion &expansion, const Relation &input)
{
    QList<ColumnHeader> headers = input.columns;
    for (const Item &item : expansion.items) {
        const auto same = std::find_if(headers.begin(), headers.end(),
                                       [&item](const ColumnHeader &each) { return each.name == item.name; });
        if (same == headers.end())
            headers.append({item.name, item.type});
        else
            same->type = item.type;
    }
    if (!expansion.index.isEmpty())
        headers.append({expansion.index, ColumnType::Long});
    return headers;
}

/// The subquery over the elements of each row by itself; its rows go beside the row's own columns.
Result<Relation> mvApply(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    const KqlNode *inner = node.child(QLatin1StringView("MvApplySubqueryExpression"));
    if (!headers)
        return failure(headers.error());
    if (inner == nullptr)
        return query.refusal().unsupportedOperator(node);
    const ExpressionScope scope = query.scopeOf(input);
    auto expansion = expansionOf(node, scope, query);
    if (!expansion)
        return failure(expansion.error());
    const QString row = query.uniqueName(u"r");
    expansion->row = row + u'.';
    const QList<ColumnHeader> elementHeaders = appliedHeaders(*expansion, input);
    const auto elements = expandedColumns(*expansion, elementHeaders, scope, node, query);
    if (!elements)
        return failure(elements.error());
    const Relation lists = listed(*expansion, input, query);
    Relation shape;
    const auto subquery = query.subquery(
        [&]() -> Result<Relation> {
            // The row's columns come from around; the elements are counted inside.
            QString select = selectOf(*elements, {QStringLiteral("i AS k")});
            select += u" FROM (SELECT unnest(range(0, " + countOf(*expansion) + u")) AS i) AS e";
            Relation rows = query.addRawStage(select, elementHeaders);
            return query.piped(*inner, rows);
        },
        &shape);
    if (!subquery)
        return failure(subquery.error());
    QStringList items;
    for (const ColumnHeader &header : *headers) {
        const qsizetype of = shape.columns.indexOf(header);
        const qsizetype own = input.columns.indexOf(header);
        if (of < 0 && own < 0)
            return query.refusal().unsupportedOperator(node);
        items.append(
            (of >= 0 ? QStringLiteral("q.c%1").arg(of) : QStringLiteral("%1.c%2").arg(row).arg(own)) +
            u" AS c" + QString::number(items.size()));
    }
    return query.addRawStage(u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + lists.name +
                                 u" AS " + row + u", LATERAL (" + *subquery + u") AS q",
                             *headers);
}

} // namespace

void addExpandOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("MvExpandOperator"), mvExpand);
    table.insert(QStringLiteral("MvApplyOperator"), mvApply);
}

} // namespace sonde
