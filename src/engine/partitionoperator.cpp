#include "engine/operatortable.h"
#include "engine/querytranslator.h"
#include "engine/windowfunctions.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// `partition by Column (subquery)`: the stages of the subquery stand inside of one that runs them for each
/// value of the column.
Result<Relation> partition(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const std::vector<const KqlNode *> parts = expressionsOf(node);
    if (const auto checked = query.refuseParameters(*listsOf(node).front()); !checked)
        return failure(checked.error());
    const KqlNode *subquery = node.child(QLatin1StringView("PartitionSubquery"));
    if (subquery == nullptr || parts.size() < 3)
        return query.refusal().unsupported(node,
                                           Words::tr("a “partition” whose query has a table of its own"));
    if (query.isInside())
        return query.refusal().unsupported(node, Words::tr("a “partition” inside of another"));
    const auto headers = query.headersOf(node);
    const auto key = query.expressions().translate(*parts.at(1), query.scopeOf(input));
    if (!headers || !key)
        return failure(headers ? key.error() : headers.error());

    const Relation rows = query.materialized(numbered(input, query));
    const Relation keys = query.addRawStage(u"SELECT DISTINCT " + key->sql + u" AS k FROM " + rows.name, {});
    const QString part = query.uniqueName(u"p");
    Relation shape;
    const auto inside = query.subquery(
        [&]() -> Result<Relation> {
            Relation own = rows;
            own.name = query
                           .addRawStage(u"SELECT * FROM " + rows.name + u" WHERE " + key->sql +
                                            u" IS NOT DISTINCT FROM " + part + u".k",
                                        rows.columns)
                           .name;
            return query.piped(unnamed(*expressionsOf(*subquery).back()), own);
        },
        &shape);
    if (!inside)
        return failure(inside.error());
    if (shape.columns != *headers)
        return query.refusal().unsupportedOperator(node);
    QStringList items;
    for (qsizetype i = 0; i < headers->size(); ++i)
        items.append(QStringLiteral("q.c%1 AS c%1").arg(i));
    return query.addRawStage(u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + keys.name + u" AS " +
                                 part + u", LATERAL (" + *inside + u") AS q",
                             *headers);
}

} // namespace

void addPartitionOperator(OperatorTable &table)
{
    table.insert(QStringLiteral("PartitionOperator"), partition);
}

} // namespace sonde
