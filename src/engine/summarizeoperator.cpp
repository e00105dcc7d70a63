#include "engine/operatortable.h"
#include "engine/querytranslator.h"

namespace sonde {

namespace {

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
        if (const auto done = query.appendValues(*listsOf(*by).front(), scope, *headers, values); !done)
            return failure(done.error());
    }
    QStringList groups;
    for (qsizetype i = 0; i < values.size(); ++i)
        groups.append(QString::number(i + 1));
    scope.aggregates = true;
    if (const auto done = query.appendValues(*lists.back(), scope, *headers, values); !done)
        return failure(done.error());
    if (values.size() != headers->size() || values.isEmpty())
        return query.refusal().unsupportedOperator(node);
    // Without an aggregate function DuckDB would otherwise not know that the rows become one.
    const QString tail =
        groups.isEmpty() ? QStringLiteral(" HAVING TRUE") : u" GROUP BY " + groups.join(QStringLiteral(", "));
    return query.addStage(values, *headers, input, tail, false);
}

} // namespace

void addSummarizeOperator(OperatorTable &table)
{
    table.insert(QStringLiteral("SummarizeOperator"), summarize);
}

} // namespace sonde
