#include "engine/operatortable.h"
#include "engine/querytranslator.h"

#include <algorithm>

namespace sonde {

namespace {

/// Appends the expressions of \a list, which make the columns of \a headers from the present place on.
Result<void> appendValues(const KqlNode &list, const ExpressionScope &scope,
                          const QList<ColumnHeader> &headers, const QueryTranslator &query,
                          QList<SqlExpression> &values)
{
    for (const KqlNode &item : list.children) {
        if (values.size() >= headers.size())
            return query.refusal().unsupportedOperator(item);
        const ColumnType type = headers.at(values.size()).type;
        const auto value = query.expressions().translateAs(unnamed(item), scope, type);
        if (!value)
            return failure(value.error());
        values.append(*value);
    }
    return {};
}

/// The groups' columns come first, then the aggregates'. With `by`, no rows make no groups; without, one row.
Result<Relation> summarize(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const std::vector<const KqlNode *> lists = listsOf(node);
    if (const auto checked = query.refuseParameters(*lists.front()); !checked)
        return failure(checked.error());

    ExpressionScope scope = query.scopeOf(input);
    QList<SqlExpression> values;
    const KqlNode *by = node.child(QLatin1StringView("SummarizeByClause"));
    if (by != nullptr) {
        if (const auto done = appendValues(*listsOf(*by).front(), scope, *headers, query, values); !done)
            return failure(done.error());
    }
    QStringList groups;
    for (qsizetype i = 0; i < values.size(); ++i)
        groups.append(QString::number(i + 1));
    scope.aggregates = true;
    if (const auto done = appendValues(*lists.back(), scope, *headers, query, values); !done)
        return failure(done.error());
    if (values.size() != headers->size() || values.isEmpty())
        return query.refusal().unsupportedOperator(node);
    const QString tail = groups.isEmpty() ? QString() : u" GROUP BY " + groups.join(QStringLiteral(", "));
    return query.addStage(values, *headers, input, tail, false);
}

} // namespace

void addSummarizeOperator(OperatorTable &table)
{
    table.insert(QStringLiteral("SummarizeOperator"), summarize);
}

} // namespace sonde
