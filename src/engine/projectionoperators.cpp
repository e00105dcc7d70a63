#include "engine/operatortable.h"
#include "engine/querytranslator.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

/// Operators that make other columns of the same rows.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// Every expression makes one column, in order.
Result<Relation> project(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const ExpressionScope scope = query.scopeOf(input);
    const std::vector<KqlNode> &items = listsOf(node).back()->children;
    if (static_cast<qsizetype>(items.size()) != headers->size())
        return query.refusal().unsupportedOperator(node);
    QList<SqlExpression> values;
    for (const KqlNode &item : items) {
        const auto value =
            query.expressions().translateAs(unnamed(item), scope, headers->at(values.size()).type);
        if (!value)
            return failure(value.error());
        values.append(*value);
    }
    return query.addStage(values, *headers, input, {}, true);
}

/// The input's columns, some replaced in their place, and the new ones behind them. The binder's names
/// decide: an expression without a name may still replace a column (`extend tostring(x)` replaces x).
Result<Relation> extend(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    QHash<QString, const KqlNode *> named;
    QList<const KqlNode *> nameless;
    for (const KqlNode &item : listsOf(node).back()->children) {
        const QString given = givenName(item);
        const QString name = given.isEmpty() ? item.resultName : given;
        if (name.isEmpty())
            nameless.append(&item);
        else if (named.contains(name))
            return query.refusal().unsupported(item,
                                               Words::tr("the name “%1” twice in one “extend”").arg(name));
        else
            named.insert(name, &item);
    }
    const ExpressionScope scope = query.scopeOf(input);
    QList<SqlExpression> values;
    for (const ColumnHeader &header : *headers) {
        const KqlNode *item = named.take(header.name);
        if (item == nullptr && scope.columns.contains(header.name)) {
            values.append(scope.columns.value(header.name));
            continue;
        }
        if (item == nullptr) {
            if (nameless.isEmpty())
                return query.refusal().unsupported(node, Words::tr("an expression without a name here"));
            item = nameless.takeFirst();
        }
        const auto value = query.expressions().translateAs(unnamed(*item), scope, header.type);
        if (!value)
            return failure(value.error());
        values.append(*value);
    }
    if (!named.isEmpty() || !nameless.isEmpty())
        return query.refusal().unsupported(node, Words::tr("an expression without a name here"));
    return query.addStage(values, *headers, input, {}, true);
}

/// project-away, project-keep, project-reorder: the binder has worked out which columns remain, and in which
/// order.
Result<Relation> choose(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const ExpressionScope scope = query.scopeOf(input);
    QList<SqlExpression> values;
    for (const ColumnHeader &header : *headers) {
        const auto column = scope.columns.constFind(header.name);
        if (column == scope.columns.cend() || column->type != header.type)
            return query.refusal().unsupportedOperator(node);
        values.append(*column);
    }
    return query.addStage(values, *headers, input, {}, true);
}

/// The columns stay in their places.
Result<Relation> rename(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const bool same =
        headers->size() == input.columns.size() &&
        std::equal(headers->cbegin(), headers->cend(), input.columns.cbegin(),
                   [](const ColumnHeader &a, const ColumnHeader &b) { return a.type == b.type; });
    if (!same)
        return query.refusal().unsupportedOperator(node);
    return query.addStage(query.columnsOf(input), *headers, input, {}, true);
}

} // namespace

Result<Relation> extendColumns(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    return extend(node, input, query);
}

void addProjectionOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("ProjectOperator"), project);
    table.insert(QStringLiteral("ExtendOperator"), extend);
    table.insert(QStringLiteral("ProjectAwayOperator"), choose);
    table.insert(QStringLiteral("ProjectKeepOperator"), choose);
    table.insert(QStringLiteral("ProjectReorderOperator"), choose);
    table.insert(QStringLiteral("ProjectRenameOperator"), rename);
}

} // namespace sonde
