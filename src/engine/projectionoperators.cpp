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
    QList<SqlExpression> values;
    if (const auto done = query.appendValues(*listsOf(node).back(), scope, *headers, values); !done)
        return failure(done.error());
    if (values.size() != headers->size())
        return query.refusal().unsupportedOperator(node);
    return query.addStage(values, *headers, input, {}, true);
}

/// What the expressions of `extend` are worth, by the names of their columns and, of those that have none
/// before the binder gives them one, in their order.
struct Extensions
{
    QHash<QString, SqlExpression> named;
    QList<SqlExpression> nameless;
};

Result<Extensions> extensionsOf(const KqlNode &list, const ExpressionScope &scope,
                                const QueryTranslator &query)
{
    Extensions extensions;
    for (const KqlNode &item : list.children) {
        const auto columns = query.expressions().columns(item, scope);
        if (!columns)
            return failure(columns.error());
        QStringList names = givenNames(item);
        if (names.isEmpty() && columns->size() == 1 && !item.resultName.isEmpty())
            names.append(item.resultName);
        for (std::size_t i = 0; i < columns->size(); ++i) {
            const QString name = names.value(static_cast<qsizetype>(i));
            if (name.isEmpty())
                extensions.nameless.append(columns->at(i));
            else if (extensions.named.contains(name))
                return query.refusal().unsupported(
                    item, Words::tr("the name “%1” twice in one “extend”").arg(name));
            else
                extensions.named.insert(name, columns->at(i));
        }
    }
    return extensions;
}

/// The input's columns, some replaced in their place, and the new ones behind them. The binder's names
/// decide: an expression without a name may still replace a column (`extend tostring(x)` replaces x).
Result<Relation> extend(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const ExpressionScope scope = query.scopeOf(input);
    auto extensions = extensionsOf(*listsOf(node).back(), scope, query);
    if (!extensions)
        return failure(extensions.error());
    QList<SqlExpression> values;
    for (const ColumnHeader &header : *headers) {
        std::optional<SqlExpression> value;
        if (extensions->named.contains(header.name))
            value = extensions->named.take(header.name);
        else if (scope.columns.contains(header.name))
            value = scope.columns.value(header.name);
        else if (!extensions->nameless.isEmpty())
            value = extensions->nameless.takeFirst();
        if (!value || !widens(value->type, header.type))
            return query.refusal().unsupported(node, Words::tr("an expression without a name here"));
        values.append(widened(*value, header.type));
    }
    if (!extensions->named.isEmpty() || !extensions->nameless.isEmpty())
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
