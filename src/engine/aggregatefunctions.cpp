#include "engine/aggregatefunctions.h"

#include "engine/expressiontranslator.h"

#include <QCoreApplication>
#include <QHash>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

} // namespace

const AggregateFunction *findAggregateFunction(const QString &name)
{
    static const QHash<QString, const AggregateFunction *> byName = [] {
        QHash<QString, const AggregateFunction *> map;
        for (const std::vector<AggregateFunction> *family :
             {&numberAggregates(), &collectingAggregates(), &rowAggregates(), &percentileAggregates()}) {
            for (const AggregateFunction &function : *family)
                map.insert(QString::fromLatin1(function.name), &function);
        }
        return map;
    }();
    return byName.value(name);
}

tl::unexpected<Error> refuseArguments(const FunctionCall &call)
{
    return call.refusal.unsupported(
        call.node, Words::tr("the function “%1” with these arguments").arg(call.node.symbol));
}

Result<std::vector<SqlExpression>> applyAggregate(const AggregateFunction &function, const FunctionCall &call)
{
    std::vector<SqlExpression> arguments = call.arguments;
    QStringList conditions;
    if (!call.scope.aggregateFilter.isEmpty())
        conditions.append(call.scope.aggregateFilter);
    if (function.conditional && arguments.size() > function.fewest) {
        // make_list_if(value, condition [, most])
        const auto place = arguments.begin() + static_cast<std::ptrdiff_t>(function.fewest);
        if (place->type != ColumnType::Bool)
            return call.refusal.unsupportedType(call.node, columnTypeName(place->type));
        conditions.append(place->sql);
        arguments.erase(place);
    } else if (function.conditional) {
        return refuseArguments(call);
    }
    if (arguments.size() < function.fewest || arguments.size() > function.most) {
        return call.refusal.unsupported(call.node, Words::tr("the function “%1” with %n argument(s)", nullptr,
                                                             static_cast<int>(call.arguments.size()))
                                                       .arg(call.node.symbol));
    }
    QString filter;
    if (!conditions.isEmpty())
        filter = u" FILTER (WHERE " + conditions.join(QStringLiteral(" AND ")) + u')';
    QString order;
    if (!call.scope.order.isEmpty())
        order = u" ORDER BY " + call.scope.order.join(QStringLiteral(", "));
    return function.build({call, arguments, filter, order});
}

} // namespace sonde
