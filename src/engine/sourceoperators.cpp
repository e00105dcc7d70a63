#include "engine/operatortable.h"
#include "engine/querytranslator.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

/// Where rows come from.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// A table, cut to the request's range, with empty texts for missing ones.
Relation scan(const EngineTable &table, QueryTranslator &query)
{
    QStringList names;
    QStringList items;
    QString range;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const ColumnHeader &column = table.columns.at(i);
        const QString name = QStringLiteral("t%1").arg(i);
        names.append(name);
        items.append((column.type == ColumnType::String ? QString(u"COALESCE(" + name + u", '')") : name) +
                     u" AS c" + QString::number(i));
        if (column.name == u"TimeGenerated" && column.type == ColumnType::DateTime)
            range = query.rangeCondition(name);
    }
    return query.addRawStage(u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + table.source +
                                 u" AS t(" + names.join(QStringLiteral(", ")) + u')' + range,
                             table.columns);
}

Result<Relation> named(const KqlNode &node, const Relation &, QueryTranslator &query)
{
    if (node.symbolKind == u"VariableSymbol") {
        auto rows = query.variable(node.symbol);
        if (!rows)
            return failure(rows.error());
        if (*rows)
            return std::move(**rows);
    }
    if (node.body >= 0)
        return query.callRows(node, nullptr);
    const EngineTable *table = node.symbolKind == u"TableSymbol" ? query.table(node.symbol) : nullptr;
    if (table == nullptr)
        return query.refusal().unsupported(node, Words::tr("the name “%1” in this place").arg(node.value));
    return scan(*table, query);
}

Result<Relation> called(const KqlNode &node, const Relation &, QueryTranslator &query)
{
    return query.callRows(node, nullptr);
}

/// `T | invoke f(...)`: the rows are the first argument.
Result<Relation> invoke(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    return query.callRows(node.children.back(), &input);
}

Result<Relation> print(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    QList<SqlExpression> values;
    if (const auto done = query.appendValues(*listsOf(node).back(), {}, *headers, values); !done)
        return failure(done.error());
    if (values.size() != headers->size())
        return query.refusal().unsupportedOperator(node);
    return query.addStage(values, *headers, input, {}, false);
}

/// `datatable(a: int, b: string) [1, "x", ...]`
Result<Relation> dataTable(const KqlNode &node, const Relation &, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const std::vector<KqlNode> &cells = listsOf(node).back()->children;
    const auto width = static_cast<std::size_t>(headers->size());
    if (width == 0 || cells.size() % width != 0)
        return query.refusal().unsupportedOperator(node);
    QStringList rows;
    QStringList row;
    for (const KqlNode &cell : cells) {
        const ColumnHeader &header = headers->at(row.size());
        // A whole number without a type is a long; one that does not fit its column fails when it runs.
        const bool narrowed = header.type == ColumnType::Int && cell.type == u"long";
        const auto value =
            query.expressions().translateAs(cell, {}, narrowed ? ColumnType::Long : header.type);
        if (!value)
            return failure(value.error());
        row.append(u"CAST(" + value->sql + u" AS " + sqlTypeName(header.type) + u')');
        if (row.size() == headers->size()) {
            rows.append(u'(' + row.join(QStringLiteral(", ")) + u')');
            row.clear();
        }
    }
    QStringList names;
    QStringList nothing;
    for (qsizetype i = 0; i < headers->size(); ++i) {
        names.append(QStringLiteral("c%1").arg(i));
        nothing.append(nullOf(headers->at(i).type).sql + u" AS c" + QString::number(i));
    }
    if (rows.isEmpty())
        return query.addRawStage(u"SELECT " + nothing.join(QStringLiteral(", ")) + u" WHERE FALSE", *headers);
    return query.addRawStage(u"SELECT * FROM (VALUES " + rows.join(QStringLiteral(", ")) + u") AS v(" +
                                 names.join(QStringLiteral(", ")) + u')',
                             *headers);
}

/// `range Name from First to Last step Step`, of whole numbers and times. A step away from Last, one of zero
/// and a null give no rows. What reals come to in the service, which adds them up, is not known to the last
/// digit.
Result<Relation> range(const KqlNode &node, const Relation &, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    std::vector<const KqlNode *> bounds;
    for (const KqlNode &child : node.children) {
        if (!child.is(QLatin1StringView("NameDeclaration")) &&
            !child.kind.endsWith(QLatin1StringView("Keyword")))
            bounds.push_back(&child);
    }
    if (bounds.size() != 3 || headers->size() != 1)
        return query.refusal().unsupportedOperator(node);
    const ColumnType type = headers->front().type;
    const bool isTime = type == ColumnType::DateTime || type == ColumnType::TimeSpan;
    if (!isTime && !isWholeNumber(type))
        return query.refusal().unsupportedType(node, columnTypeName(type));
    QStringList values;
    for (const KqlNode *bound : bounds) {
        const ColumnType wanted = !isTime              ? ColumnType::Long
                                  : values.size() == 2 ? ColumnType::TimeSpan
                                                       : type;
        const auto value = query.expressions().translateAs(*bound, {}, wanted);
        if (!value)
            return failure(value.error());
        values.append(value->sql);
    }
    // The step is never asked to divide where it is zero or leads away.
    const QString count =
        QStringLiteral(
            "CASE WHEN (%3 > 0 AND %2 >= %1) OR (%3 < 0 AND %2 <= %1) THEN (%2 - %1) // %3 + 1 ELSE 0 END")
            .arg(values.at(0), values.at(1), values.at(2));
    return query.addRawStage(QStringLiteral("SELECT CAST(%1 + i * %2 AS %3) AS c0 FROM range(0, %4) AS r(i)")
                                 .arg(values.at(0), values.at(2), sqlTypeName(type), count),
                             *headers);
}

/// One side of a union, and what `withsource` calls it.
struct Leg
{
    Relation rows;
    QString source;
};

struct UnionParameters
{
    QString sourceColumn;
};

Result<UnionParameters> unionParameters(const KqlNode &list, const QueryTranslator &query)
{
    UnionParameters parameters;
    for (const KqlNode &parameter : list.children) {
        const QString name = parameter.children.front().value.toLower();
        const QString value = query.textOf(parameter.children.back()).trimmed();
        if (name == u"withsource" || name == u"with_source")
            parameters.sourceColumn = parameter.children.back().value;
        else if (name != u"isfuzzy" && !name.startsWith(QLatin1String("hint.")) &&
                 !(name == u"kind" && value == u"outer"))
            return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    return parameters;
}

QString suffixed(const ColumnHeader &column)
{
    return column.name + u'_' + columnTypeName(column.type);
}

/// The place of the leg's column that goes into a column of the union. Columns of one name and several types
/// become several columns, `Name_type`.
qsizetype columnFor(const ColumnHeader &header, const QList<ColumnHeader> &columns,
                    const QList<ColumnHeader> &headers)
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(), [&](const ColumnHeader &column) {
        return column.type == header.type &&
               (column.name == header.name || (suffixed(column) == header.name && !headers.contains(column)));
    });
    return found == columns.cend() ? -1 : found - columns.cbegin();
}

/// A column `Name_type` that a side of the union has by that very name stands next to one that the union
/// makes: whose values are whose is the binder's secret.
Result<void> checkNames(const KqlNode &node, const std::vector<Leg> &legs, const QList<ColumnHeader> &headers,
                        const QueryTranslator &query)
{
    QStringList given;
    for (const Leg &leg : legs) {
        for (const ColumnHeader &column : leg.rows.columns)
            given.append(column.name);
    }
    for (const Leg &leg : legs) {
        for (const ColumnHeader &column : leg.rows.columns) {
            if (headers.contains(column))
                continue;
            const ColumnHeader renamed{suffixed(column), column.type};
            if (given.contains(renamed.name) || !headers.contains(renamed))
                return query.refusal().unsupported(
                    node, Words::tr("a union that renames a column to “%1” here").arg(renamed.name));
        }
    }
    return {};
}

QString legSelect(const Leg &leg, const QList<ColumnHeader> &headers, const QString &sourceColumn)
{
    QStringList items;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const qsizetype column = columnFor(headers.at(i), leg.rows.columns, headers);
        QString value = column < 0 ? nullOf(headers.at(i).type).sql : QStringLiteral("c%1").arg(column);
        if (i == 0 && !sourceColumn.isEmpty())
            value = sqlString(leg.source);
        items.append(value + u" AS c" + QString::number(i));
    }
    return u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + leg.rows.name;
}

Result<Relation> unite(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const std::vector<const KqlNode *> lists = listsOf(node);
    const auto parameters = unionParameters(*lists.front(), query);
    if (!parameters)
        return failure(parameters.error());
    std::vector<Leg> legs;
    if (!input.name.isEmpty())
        legs.push_back({input, QStringLiteral("union_arg0")});
    for (const KqlNode &expression : lists.back()->children) {
        // A wildcard stands for several tables.
        const bool table = expression.is(QLatin1StringView("NameReference"));
        const bool several = expression.symbolKind != u"TableSymbol" &&
                             expression.symbolKind != u"VariableSymbol" && expression.body < 0;
        if (table && several)
            return query.refusal().unsupported(expression, Words::tr("a pattern of table names"));
        auto rows = query.relationOf(expression);
        if (!rows)
            return rows;
        legs.push_back({std::move(*rows),
                        table ? expression.symbol : QString(u"union_arg" + QString::number(legs.size()))});
    }
    if (const auto checked = checkNames(node, legs, *headers, query); !checked)
        return failure(checked.error());
    QStringList selects;
    for (const Leg &leg : legs)
        selects.append(legSelect(leg, *headers, parameters->sourceColumn));
    return query.addRawStage(selects.join(QStringLiteral(" UNION ALL ")), *headers);
}

} // namespace

void addSourceOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("NameReference"), named);
    table.insert(QStringLiteral("FunctionCallExpression"), called);
    table.insert(QStringLiteral("InvokeOperator"), invoke);
    table.insert(QStringLiteral("PrintOperator"), print);
    table.insert(QStringLiteral("DataTableExpression"), dataTable);
    table.insert(QStringLiteral("RangeOperator"), range);
    table.insert(QStringLiteral("UnionOperator"), unite);
}

} // namespace sonde
