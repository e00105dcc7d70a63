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

/// A cell as all else takes it: one text for one value, by which groups are told apart.
QString cellValue(const QString &name, ColumnType type)
{
    if (type == ColumnType::String)
        return u"COALESCE(" + name + u", '')";
    if (type == ColumnType::Guid)
        return u"lower(" + name + u')';
    return type == ColumnType::Decimal ? QString(u"kql_text_to_decimal(" + name + u')') : name;
}

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
        items.append(cellValue(name, column.type) + u" AS c" + QString::number(i));
        if (column.name == u"TimeGenerated" && column.type == ColumnType::DateTime)
            range = query.rangeCondition(name);
    }
    Relation rows =
        query.addRawStage(u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + table.source +
                              u" AS t(" + names.join(QStringLiteral(", ")) + u')' + range,
                          table.columns);
    rows.alias = table.name;
    return rows;
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
    Relation rows =
        query.addRawStage(QStringLiteral("SELECT CAST(%1 + i * %2 AS %3) AS c0 FROM range(0, %4) AS r(i)")
                              .arg(values.at(0), values.at(2), sqlTypeName(type), count),
                          *headers);
    rows.serialized = true;
    return rows;
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
}

} // namespace sonde
