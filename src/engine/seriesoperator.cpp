#include "engine/literals.h"
#include "engine/operatortable.h"
#include "engine/ownfailures.h"
#include "engine/querytranslator.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

constexpr int mostValues = 1'048'576; // in one list, as the reference has it

/// The places on the axis: from + i * step.
struct Axis
{
    SqlExpression value; ///< of a row
    QString from;        ///< empty: the bins are multiples of the step
    QString to;          ///< empty: as far as there are rows
    QString step;
};

/// One aggregate: its value in a bin, and what stands where there are no rows.
struct Series
{
    SqlExpression value;
    QString missing; ///< SQL for JSON
};

Result<QString> bound(const KqlNode *expression, ColumnType type, const QueryTranslator &query)
{
    if (expression == nullptr)
        return QString();
    const auto value = query.expressions().translateAs(*expression, {}, type);
    if (!value)
        return failure(value.error());
    return value->sql;
}

/// The expressions of `from`, `to` and `step`, or of `in range(from, to, step)`.
std::vector<const KqlNode *> boundsOf(const KqlNode &node)
{
    if (const KqlNode *range = node.child(QLatin1StringView("MakeSeriesInRangeClause"))) {
        const std::vector<const KqlNode *> lists = listsOf(*range);
        return lists.empty() ? std::vector<const KqlNode *>() : expressionsOf(*lists.front());
    }
    const KqlNode *clause = node.child(QLatin1StringView("MakeSeriesFromToStepClause"));
    if (clause == nullptr)
        return {};
    std::vector<const KqlNode *> bounds;
    for (const char *part : {"MakeSeriesFromClause", "MakeSeriesToClause", "MakeSeriesStepClause"}) {
        const KqlNode *given = clause->child(QLatin1StringView(part));
        bounds.push_back(given != nullptr ? expressionsOf(*given).back() : nullptr);
    }
    return bounds;
}

Result<Axis> axisOf(const KqlNode &node, const ExpressionScope &scope, const QueryTranslator &query)
{
    const KqlNode *on = node.child(QLatin1StringView("MakeSeriesOnClause"));
    const std::vector<const KqlNode *> bounds = boundsOf(node);
    if (on == nullptr || bounds.size() != 3)
        return query.refusal().unsupportedOperator(node);
    auto value = query.expressions().translate(unnamed(*expressionsOf(*on).back()), scope);
    if (!value)
        return failure(value.error());
    const bool isTime = value->type == ColumnType::DateTime || value->type == ColumnType::TimeSpan;
    if (!isTime && !isWholeNumber(value->type))
        return query.refusal().unsupportedType(*on, columnTypeName(value->type));
    const ColumnType type = isTime ? value->type : ColumnType::Long;
    Axis axis{widened(*value, type), {}, {}, {}};
    const auto from = bound(bounds.at(0), type, query);
    const auto to = bound(bounds.at(1), type, query);
    const auto step = bound(bounds.at(2), isTime ? ColumnType::TimeSpan : ColumnType::Long, query);
    for (const auto *each : {&from, &to, &step}) {
        if (!*each)
            return failure(each->error());
    }
    axis.from = *from;
    axis.to = *to;
    axis.step = *step;
    if (node.child(QLatin1StringView("MakeSeriesInRangeClause")) == nullptr)
        return axis;
    axis.from = u"kql_axis_start(" + *from + u", " + *step + u')';
    axis.to = u"kql_axis_end(" + *from + u", " + *to + u", " + *step + u')';
    return axis;
}

/// What stands for a value where there are no rows: 0 unless the query says otherwise.
Result<QString> missingValue(const KqlNode &item, ColumnType type, const QueryTranslator &query)
{
    if (const KqlNode *clause = item.child(QLatin1StringView("DefaultExpressionClause"))) {
        const auto value = query.expressions().translate(*expressionsOf(*clause).back(), {});
        if (!value)
            return failure(value.error());
        if (!isNumber(value->type) && (isNumber(type) || value->type != type))
            return query.refusal().unsupportedType(*clause, columnTypeName(value->type));
        return toJson(type == ColumnType::Real ? widened(*value, type) : *value);
    }
    if (!isNumber(type))
        return query.refusal().unsupported(item, Words::tr("a series of this type without “default”"));
    return type == ColumnType::Real ? QStringLiteral("'0.0'") : QStringLiteral("'0'");
}

Result<Series> seriesOf(const KqlNode &item, const ExpressionScope &scope, const QueryTranslator &query)
{
    const KqlNode &expression = unnamed(expressionsOf(item).empty() ? item : *expressionsOf(item).front());
    const auto value = query.expressions().translate(expression, scope);
    if (!value)
        return failure(value.error());
    if (!isNumber(value->type) && value->type != ColumnType::TimeSpan && value->type != ColumnType::DateTime)
        return query.refusal().unsupportedType(item, columnTypeName(value->type));
    const auto missing = missingValue(item, value->type, query);
    if (!missing)
        return failure(missing.error());
    return Series{*value, *missing};
}

/// Whether the answer has a row even where there are none.
Result<bool> isNonEmpty(const KqlNode &list, const QueryTranslator &query)
{
    bool nonEmpty = false;
    for (const KqlNode &parameter : list.children) {
        const QString name = parameter.children.front().value;
        if (name == u"kind" && parameter.children.back().value == u"nonempty")
            nonEmpty = true;
        else if (!name.startsWith(QLatin1String("hint.")))
            return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    return nonEmpty;
}

struct Plan
{
    Axis axis;
    QList<SqlExpression> groups;
    QList<Series> series;
    bool nonEmpty = false;
};

Result<Plan> planOf(const KqlNode &node, const Relation &input, const QueryTranslator &query)
{
    const std::vector<const KqlNode *> lists = listsOf(node);
    ExpressionScope scope = query.scopeOf(input);
    const auto axis = axisOf(node, scope, query);
    const auto nonEmpty = isNonEmpty(*lists.front(), query);
    if (!axis || !nonEmpty)
        return failure(axis ? nonEmpty.error() : axis.error());
    Plan plan{*axis, {}, {}, *nonEmpty};
    if (const KqlNode *by = node.child(QLatin1StringView("MakeSeriesByClause"))) {
        for (const KqlNode &item : listsOf(*by).front()->children) {
            const auto value = query.expressions().translate(unnamed(item), scope);
            if (!value)
                return failure(value.error());
            plan.groups.append(*value);
        }
    }
    scope.aggregates = true;
    for (const KqlNode &item : lists.back()->children) {
        const auto series = seriesOf(item, scope, query);
        if (!series)
            return failure(series.error());
        plan.series.append(*series);
    }
    if (plan.nonEmpty && (!plan.groups.isEmpty() || plan.axis.from.isEmpty() || plan.axis.to.isEmpty()))
        return query.refusal().unsupported(node, Words::tr("“kind=nonempty” with “by” or without bounds"));
    return plan;
}

QString place(qsizetype index)
{
    return QStringLiteral("c%1").arg(index);
}

/// The aggregates of each group and bin: the groups, the bin's number, the values.
Relation binned(const Plan &plan, const Relation &input, QueryTranslator &query)
{
    const Axis &axis = plan.axis;
    const QString base = axis.from.isEmpty()
                             ? QString(u"kql_bin_long(" + axis.value.sql + u", " + axis.step + u')')
                             : QString(u'(' + axis.value.sql + u" - " + axis.from + u')');
    QList<SqlExpression> values = plan.groups;
    values.append({u'(' + base + u" // " + axis.step + u')', ColumnType::Long, false});
    for (const Series &series : plan.series)
        values.append(series.value);
    QStringList conditions{axis.value.sql + u" IS NOT NULL"};
    if (!axis.from.isEmpty())
        conditions.append(axis.value.sql + u" >= " + axis.from);
    if (!axis.to.isEmpty())
        conditions.append(axis.value.sql + u" < " + axis.to);
    QStringList groups;
    for (qsizetype i = 0; i <= plan.groups.size(); ++i)
        groups.append(QString::number(i + 1));
    return query.addStage(values, {}, input,
                          u" WHERE " + conditions.join(QStringLiteral(" AND ")) + u" GROUP BY " +
                              groups.join(QStringLiteral(", ")),
                          false);
}

/// One row for each list, with its first and last bin.
Relation bounded(const Plan &plan, const Relation &bins, QueryTranslator &query)
{
    const Axis &axis = plan.axis;
    const QString bin = place(plan.groups.size());
    const QString first = axis.from.isEmpty() ? QString(u"MIN(" + bin + u')') : QStringLiteral("0");
    QString last = u"MAX(" + bin + u')';
    if (!axis.to.isEmpty()) {
        // The last bin that begins before the end.
        const QString start = axis.from.isEmpty() ? QStringLiteral("0") : axis.from;
        last = u"(kql_bin_long(" + axis.to + u" - 1 - " + start + u", " + axis.step + u") // " + axis.step +
               u')';
    }
    QStringList items;
    QStringList groups;
    for (qsizetype i = 0; i < plan.groups.size(); ++i) {
        items.append(place(i));
        groups.append(place(i));
    }
    items.append(first + u" AS a");
    items.append(last + u" AS z");
    QString tail;
    if (!groups.isEmpty())
        tail = u" GROUP BY " + groups.join(QStringLiteral(", "));
    else
        tail =
            plan.nonEmpty ? QStringLiteral(" HAVING COUNT(*) >= 0") : QStringLiteral(" HAVING COUNT(*) > 0");
    return query.addRawStage(u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + bins.name + tail,
                             {});
}

QString listOf(const QString &element)
{
    return u"'[' || string_agg(" + element + u", ',' ORDER BY k.i) || ']'";
}

/// The lists: for each bin from the first to the last the value, or what stands for a missing one.
Relation listed(const Plan &plan, const Relation &bins, const Relation &bounds,
                const QList<ColumnHeader> &headers, QueryTranslator &query)
{
    const QString bin = u"b." + place(plan.groups.size());
    QStringList items;
    QStringList groups;
    QStringList conditions{bin + u" = k.i"};
    for (qsizetype i = 0; i < plan.groups.size(); ++i) {
        items.append(u"k." + place(i) + u" AS " + place(i));
        groups.append(u"k." + place(i));
        conditions.append(u"k." + place(i) + u" IS NOT DISTINCT FROM b." + place(i));
    }
    for (qsizetype i = 0; i < plan.series.size(); ++i) {
        SqlExpression value = plan.series.at(i).value;
        value.sql = u"b." + place(plan.groups.size() + 1 + i);
        items.append(listOf(u"CASE WHEN " + bin + u" IS NULL THEN " + plan.series.at(i).missing + u" ELSE " +
                            toJson(value) + u" END") +
                     u" AS " + place(items.size()));
    }
    const QString start = plan.axis.from.isEmpty() ? QStringLiteral("0") : plan.axis.from;
    items.append(
        listOf(toJson({u'(' + start + u" + k.i * " + plan.axis.step + u')', plan.axis.value.type, false})) +
        u" AS " + place(items.size()));
    const QString range =
        QStringLiteral("CASE WHEN %1 > 0 AND z >= a AND z - a < %2 THEN range(a, z + 1) ELSE error('%3') END")
            .arg(plan.axis.step, QString::number(mostValues), QLatin1StringView(failures::makeSeries));
    QString select = u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM (SELECT *, unnest(" + range +
                     u") AS i FROM " + bounds.name + u") AS k LEFT JOIN " + bins.name + u" AS b ON " +
                     conditions.join(QStringLiteral(" AND "));
    if (!groups.isEmpty())
        return query.addRawStage(select + u" GROUP BY " + groups.join(QStringLiteral(", ")), headers);
    return query.addRawStage(select + u" HAVING COUNT(*) > 0", headers);
}

Result<Relation> makeSeries(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    const auto plan = planOf(node, input, query);
    if (!headers || !plan)
        return failure(headers ? plan.error() : headers.error());
    if (headers->size() != plan->groups.size() + plan->series.size() + 1)
        return query.refusal().unsupportedOperator(node);
    for (qsizetype i = 0; i < plan->groups.size(); ++i) {
        if (headers->at(i).type != plan->groups.at(i).type)
            return query.refusal().unsupportedOperator(node);
    }
    const Relation bins = binned(*plan, input, query);
    const Relation bounds = bounded(*plan, bins, query);
    return listed(*plan, bins, bounds, *headers, query);
}

} // namespace

void addSeriesOperator(OperatorTable &table)
{
    table.insert(QStringLiteral("MakeSeriesOperator"), makeSeries);
}

} // namespace sonde
