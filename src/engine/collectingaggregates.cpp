#include "engine/aggregatefunctions.h"

namespace sonde {

namespace {

using Columns = Result<std::vector<SqlExpression>>;

/// As many as a list has at most, and those of the old names where they are not told.
constexpr int mostItems = 1 << 20;
constexpr int mostItemsOfOld = 128;

/// The second argument, or what goes for none.
Result<QString> mostOf(const AggregateCall &aggregate)
{
    const bool old = !aggregate.call.node.symbol.startsWith(QLatin1String("make_")) ||
                     aggregate.call.node.symbol == u"make_dictionary";
    if (aggregate.arguments.size() < 2)
        return QString::number(old ? mostItemsOfOld : mostItems);
    if (!isWholeNumber(aggregate.arguments.at(1).type))
        return refuseArguments(aggregate.call);
    return u"least(" + aggregate.arguments.at(1).sql + u", " + QString::number(mostItems) + u')';
}

/// A list of the values, in JSON: of all rows where \a nulls, else of those that have one.
QString itemsOf(const AggregateCall &aggregate, bool nulls, const QString &most)
{
    const SqlExpression &value = aggregate.arguments.front();
    const QString json = nulls ? toJson(value) : toDynamic(value).sql;
    QString filter = aggregate.filter;
    if (!nulls && value.nullable) {
        const QString present = json + u" IS NOT NULL";
        filter = filter.isEmpty() ? QString(u" FILTER (WHERE " + present + u')')
                                  : QString(filter.chopped(1) + u" AND " + present + u')');
    }
    const QString list = u"list(" + json + aggregate.order + u')' + filter;
    return u"('[' || COALESCE(array_to_string(list_slice(" + list + u", 1, " + most + u"), ','), '') || ']')";
}

Columns dynamic(const QString &sql)
{
    return std::vector<SqlExpression>{{sql, ColumnType::Dynamic, false}};
}

Columns makeList(const AggregateCall &aggregate)
{
    const auto most = mostOf(aggregate);
    if (!most)
        return failure(most.error());
    return dynamic(itemsOf(aggregate, false, *most));
}

Columns makeListWithNulls(const AggregateCall &aggregate)
{
    return dynamic(itemsOf(aggregate, true, QString::number(mostItems)));
}

/// The elements of values that are lists, each once.
Columns makeSet(const AggregateCall &aggregate)
{
    const auto most = mostOf(aggregate);
    if (!most)
        return failure(most.error());
    const QString items = itemsOf(aggregate, false, QString::number(INT32_MAX));
    const bool isFlat = aggregate.arguments.front().type != ColumnType::Dynamic;
    return dynamic(u"kql_array_slice(kql_array_distinct(" +
                   (isFlat ? items : QString(u"kql_array_flatten(" + items + u')')) + u"), 0, " + *most +
                   u" - 1)");
}

Columns makeBag(const AggregateCall &aggregate)
{
    if (aggregate.arguments.front().type != ColumnType::Dynamic)
        return refuseArguments(aggregate.call);
    const auto most = mostOf(aggregate);
    if (!most)
        return failure(most.error());
    return dynamic(u"kql_bag_merge_all(" + itemsOf(aggregate, false, *most) + u')');
}

Columns buildSchema(const AggregateCall &aggregate)
{
    if (aggregate.arguments.front().type != ColumnType::Dynamic)
        return refuseArguments(aggregate.call);
    return dynamic(u"kql_build_schema(" + itemsOf(aggregate, false, QString::number(INT32_MAX)) + u')');
}

} // namespace

const std::vector<AggregateFunction> &collectingAggregates()
{
    static const std::vector<AggregateFunction> table = {
        {"make_list", 1, 2, false, makeList},      {"make_list_if", 1, 2, true, makeList},
        {"makelist", 1, 2, false, makeList},       {"make_list_with_nulls", 1, 1, false, makeListWithNulls},
        {"make_set", 1, 2, false, makeSet},        {"make_set_if", 1, 2, true, makeSet},
        {"makeset", 1, 2, false, makeSet},         {"make_bag", 1, 2, false, makeBag},
        {"make_bag_if", 1, 2, true, makeBag},      {"buildschema", 1, 1, false, buildSchema},
        {"make_dictionary", 1, 2, false, makeBag},
    };
    return table;
}

} // namespace sonde
