#include "engine/operatortable.h"
#include "engine/querytranslator.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

/// Operators over the rows as they come.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// The rows are in their order when they get here: see withWindowFunctions().
Result<Relation> serialize(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const std::vector<const KqlNode *> lists = listsOf(node);
    if (lists.empty() || lists.back()->children.empty())
        return input;
    return extendColumns(node, input, query);
}

/// What the .NET types are called that the service keeps values of a type in.
QString dataTypeName(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QStringLiteral("System.SByte");
    case ColumnType::Int:
        return QStringLiteral("System.Int32");
    case ColumnType::Long:
        return QStringLiteral("System.Int64");
    case ColumnType::Real:
        return QStringLiteral("System.Double");
    case ColumnType::Decimal:
        return QStringLiteral("System.Data.SqlTypes.SqlDecimal");
    case ColumnType::DateTime:
        return QStringLiteral("System.DateTime");
    case ColumnType::TimeSpan:
        return QStringLiteral("System.TimeSpan");
    case ColumnType::Guid:
        return QStringLiteral("System.Guid");
    case ColumnType::Dynamic:
        return QStringLiteral("System.Object");
    case ColumnType::String:
        break;
    }
    return QStringLiteral("System.String");
}

Result<Relation> getSchema(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    QStringList rows;
    for (qsizetype i = 0; i < input.columns.size(); ++i) {
        const ColumnHeader &column = input.columns.at(i);
        rows.append(QStringLiteral("(%1, CAST(%2 AS BIGINT), %3, %4)")
                        .arg(sqlString(column.name), QString::number(i), sqlString(dataTypeName(column.type)),
                             sqlString(columnTypeName(column.type))));
    }
    if (rows.isEmpty() || headers->size() != 4)
        return query.refusal().unsupportedOperator(node);
    Relation relation = query.addRawStage(
        u"SELECT * FROM (VALUES " + rows.join(QStringLiteral(", ")) + u") AS v(c0, c1, c2, c3)", *headers);
    relation.serialized = true;
    return relation;
}

bool isMaterialized(const KqlNode &list)
{
    return std::any_of(list.children.cbegin(), list.children.cend(), [](const KqlNode &parameter) {
        return parameter.children.front().value == u"hint.materialized" &&
               parameter.children.back().value.compare(u"true", Qt::CaseInsensitive) == 0;
    });
}

/// What follows may use the name.
Result<Relation> as(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const KqlNode *name = node.child(QLatin1StringView("NameDeclaration"));
    if (name == nullptr)
        return query.refusal().unsupportedOperator(node);
    if (const auto checked = query.refuseParameters(*listsOf(node).front()); !checked)
        return failure(checked.error());
    if (query.isVariable(name->value))
        return query.refusal().unsupported(node, Words::tr("the name “%1” for two tables").arg(name->value));
    const bool isKept = isMaterialized(*listsOf(node).front()) && !query.isInside();
    Relation named = isKept ? query.materialized(input) : input;
    named.alias = name->value;
    query.nameRows(name->value, named);
    return named;
}

Result<Relation> materialize(const KqlNode &node, const Relation &, QueryTranslator &query)
{
    for (const KqlNode &child : node.children) {
        if (child.hasColumns)
            return query.materializedRows(child);
    }
    return query.refusal().unsupportedOperator(node);
}

Result<Relation> consume(const KqlNode &, const Relation &input, QueryTranslator &query)
{
    return query.addStage(query.columnsOf(input), input.columns, input, QStringLiteral(" WHERE FALSE"), true);
}

} // namespace

void addSequenceOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("SerializeOperator"), serialize);
    table.insert(QStringLiteral("GetSchemaOperator"), getSchema);
    table.insert(QStringLiteral("AsOperator"), as);
    table.insert(QStringLiteral("MaterializeExpression"), materialize);
    table.insert(QStringLiteral("ConsumeOperator"), consume);
}

} // namespace sonde
