#include "engine/operatortable.h"
#include "engine/querytranslator.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

/// Operators that bring rows of two sides together.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

struct JoinKind
{
    const char *sql;
    bool left = true;         ///< the left side's columns are in the answer
    bool right = true;        ///< so are the right side's
    bool swapped = false;     ///< SQL knows only one half of semi and anti: the sides change places
    bool uniqueLeft = false;  ///< of the left rows with one key only one takes part
    bool leftMissing = false; ///< a right row may stand alone
    bool rightMissing = false;
};

const QHash<QString, JoinKind> &joinKinds()
{
    static const QHash<QString, JoinKind> table = [] {
        const JoinKind leftAnti{"ANTI JOIN", true, false, false, false, false, false};
        const JoinKind rightAnti{"ANTI JOIN", false, true, true, false, false, false};
        return QHash<QString, JoinKind>{
            {QStringLiteral("innerunique"), {"JOIN", true, true, false, true, false, false}},
            {QStringLiteral("inner"), {"JOIN", true, true, false, false, false, false}},
            {QStringLiteral("leftouter"), {"LEFT JOIN", true, true, false, false, false, true}},
            {QStringLiteral("rightouter"), {"RIGHT JOIN", true, true, false, false, true, false}},
            {QStringLiteral("fullouter"), {"FULL JOIN", true, true, false, false, true, true}},
            {QStringLiteral("leftsemi"), {"SEMI JOIN", true, false, false, false, false, false}},
            {QStringLiteral("rightsemi"), {"SEMI JOIN", false, true, true, false, false, false}},
            {QStringLiteral("leftanti"), leftAnti},
            {QStringLiteral("anti"), leftAnti},
            {QStringLiteral("leftantisemi"), leftAnti},
            {QStringLiteral("rightanti"), rightAnti},
            {QStringLiteral("rightantisemi"), rightAnti},
        };
    }();
    return table;
}

/// The value of `kind=`; hints pass, other parameters do not.
Result<QString> kindOf(const KqlNode &list, const QString &standard, const QueryTranslator &query)
{
    QString kind = standard;
    for (const KqlNode &parameter : list.children) {
        const QString name = parameter.children.empty() ? QString() : parameter.children.front().value;
        if (name == u"kind")
            kind = parameter.children.back().value;
        else if (!name.startsWith(QLatin1String("hint.")))
            return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    return kind;
}

/// The columns of a relation as columns of a named side of a join.
QList<SqlExpression> columnsAs(const QString &side, const Relation &relation, const QueryTranslator &query)
{
    QList<SqlExpression> columns = query.columnsOf(relation);
    for (SqlExpression &column : columns)
        column.sql = side + u'.' + column.sql;
    return columns;
}

struct Sides
{
    const Relation &left;
    const Relation &right;
    QList<SqlExpression> leftColumns;
    QList<SqlExpression> rightColumns;
};

struct Conditions
{
    QStringList sql;
    QList<qsizetype> leftKeys;  ///< places of columns
    QList<qsizetype> rightKeys; ///< places of columns
};

/// The places of the columns that one condition compares: `Key`, or `$left.A == $right.B` in either order.
std::pair<qsizetype, qsizetype> keysOf(const KqlNode &node, const Sides &sides)
{
    if (node.is(QLatin1StringView("NameReference")))
        return {columnPlace(sides.left.columns, node.symbol), columnPlace(sides.right.columns, node.symbol)};
    if (!node.is(QLatin1StringView("EqualExpression")))
        return {-1, -1};
    std::pair<qsizetype, qsizetype> places{-1, -1};
    for (const KqlNode *side : expressionsOf(node)) {
        if (!side->is(QLatin1StringView("PathExpression")) || side->symbolKind != u"ColumnSymbol")
            return {-1, -1};
        if (side->children.front().value == u"$left")
            places.first = columnPlace(sides.left.columns, side->symbol);
        else
            places.second = columnPlace(sides.right.columns, side->symbol);
    }
    return places;
}

Result<void> addCondition(const KqlNode &node, const Sides &sides, const QueryTranslator &query,
                          Conditions &conditions)
{
    const bool both = node.is(QLatin1StringView("AndExpression"));
    if (both || node.is(QLatin1StringView("ParenthesizedExpression"))) {
        for (const KqlNode *part : expressionsOf(node)) {
            if (const auto added = addCondition(*part, sides, query, conditions); !added)
                return added;
        }
        return {};
    }
    const auto [left, right] = keysOf(node, sides);
    if (left < 0 || right < 0)
        return query.refusal().unsupported(node, Words::tr("a condition of this form between two tables"));
    if (sides.leftColumns.at(left).type == ColumnType::Dynamic ||
        sides.rightColumns.at(right).type == ColumnType::Dynamic)
        return query.refusal().unsupportedType(node, columnTypeName(ColumnType::Dynamic));
    const auto test = query.expressions().comparisons().sameKey(node, sides.leftColumns.at(left),
                                                                sides.rightColumns.at(right));
    if (!test)
        return failure(test.error());
    conditions.sql.append(test->sql);
    conditions.leftKeys.append(left);
    conditions.rightKeys.append(right);
    return {};
}

Result<Conditions> conditionsOf(const KqlNode &node, const Sides &sides, const QueryTranslator &query)
{
    Conditions conditions;
    const KqlNode *on = node.child(QLatin1StringView("JoinOnClause"));
    if (on == nullptr || listsOf(*on).empty())
        return query.refusal().unsupported(node, Words::tr("a “join” without “on”"));
    for (const KqlNode &condition : listsOf(*on).front()->children) {
        if (const auto added = addCondition(condition, sides, query, conditions); !added)
            return failure(added.error());
    }
    return conditions;
}

/// One row for each key: the first, where the service may keep any of them.
Relation firstOfEachKey(const Relation &input, const QList<qsizetype> &keys, QueryTranslator &query)
{
    const Relation numbered =
        query.addStage(query.columnsOf(input) + QList<SqlExpression>{{QStringLiteral("row_number() OVER ()"),
                                                                      ColumnType::Long, false}},
                       input.columns, input, {}, true);
    QStringList names;
    for (const qsizetype key : keys) {
        const bool guid = input.columns.at(key).type == ColumnType::Guid;
        names.append((guid ? QStringLiteral("lower(c%1)") : QStringLiteral("c%1")).arg(key));
    }
    QStringList order = input.order;
    order.append(QStringLiteral("c%1").arg(input.columns.size()));
    return query.addStage(query.columnsOf(input), input.columns, numbered,
                          u" QUALIFY row_number() OVER (PARTITION BY " + names.join(QStringLiteral(", ")) +
                              u" ORDER BY " + order.join(QStringLiteral(", ")) + u") = 1",
                          false);
}

/// The values of a side, where the row may be missing.
QList<SqlExpression> valuesOf(QList<SqlExpression> columns, bool missing)
{
    for (SqlExpression &column : columns) {
        if (missing && column.type == ColumnType::String)
            column.sql = u"COALESCE(" + column.sql + u", '')";
    }
    return columns;
}

const KqlNode *rightSideOf(const KqlNode &node)
{
    for (const KqlNode &child : node.children) {
        if (child.hasColumns)
            return &child;
    }
    return nullptr;
}

/// The columns of the answer. `lookup` has each key once, the left side's.
QList<SqlExpression> valuesOf(const Sides &sides, const Conditions &conditions, const JoinKind &kind,
                              bool lookup)
{
    QList<SqlExpression> values;
    if (kind.left)
        values += valuesOf(sides.leftColumns, kind.leftMissing);
    const QList<SqlExpression> right = valuesOf(sides.rightColumns, kind.rightMissing);
    for (qsizetype i = 0; kind.right && i < right.size(); ++i) {
        if (!lookup || !conditions.rightKeys.contains(i))
            values.append(right.at(i));
    }
    return values;
}

/// Both sides as one source of a stage. Unlike `join`, `lookup` leaves the left rows in their order.
Relation sourcesOf(const Sides &sides, const Conditions &conditions, const JoinKind &kind, bool lookup,
                   QueryTranslator &query)
{
    const Relation left =
        kind.uniqueLeft ? firstOfEachKey(sides.left, conditions.leftKeys, query) : sides.left;
    QString first = left.name + u" AS l";
    QString second = sides.right.name + u" AS r";
    if (kind.swapped)
        first.swap(second);
    Relation sources;
    sources.name = first + u' ' + QLatin1String(kind.sql) + u' ' + second + u" ON " +
                   conditions.sql.join(QStringLiteral(" AND "));
    if (!lookup)
        return sources;
    for (const QString &name : left.hidden)
        sources.hidden.append(u"l." + name + u" AS " + name);
    sources.order = left.order;
    sources.serialized = left.serialized && !left.order.isEmpty();
    sources.sorted = left.sorted;
    return sources;
}

/// The rows of both sides that belong together, as one stage.
Result<Relation> joined(const KqlNode &node, const Relation &input, const JoinKind &kind, bool lookup,
                        QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const KqlNode *rightSide = rightSideOf(node);
    if (rightSide == nullptr)
        return query.refusal().unsupportedOperator(node);
    const auto right = query.relationOf(*rightSide);
    if (!right)
        return right;
    const Sides sides{input, *right, columnsAs(QStringLiteral("l"), input, query),
                      columnsAs(QStringLiteral("r"), *right, query)};
    const auto conditions = conditionsOf(node, sides, query);
    if (!conditions)
        return failure(conditions.error());
    const QList<SqlExpression> values = valuesOf(sides, *conditions, kind, lookup);
    const bool fits = std::equal(
        values.cbegin(), values.cend(), headers->cbegin(), headers->cend(),
        [](const SqlExpression &value, const ColumnHeader &header) { return value.type == header.type; });
    if (!fits)
        return query.refusal().unsupportedOperator(node);
    Relation relation =
        query.addStage(values, *headers, sourcesOf(sides, *conditions, kind, lookup, query), {}, lookup);
    if (lookup)
        relation.hidden = input.hidden;
    return relation;
}

Result<Relation> join(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto kind = kindOf(*listsOf(node).front(), QStringLiteral("innerunique"), query);
    if (!kind)
        return failure(kind.error());
    const auto found = joinKinds().constFind(*kind);
    if (found == joinKinds().cend())
        return query.refusal().unsupported(node, Words::tr("the join “%1”").arg(*kind));
    return joined(node, input, *found, false, query);
}

Result<Relation> lookup(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto kind = kindOf(*listsOf(node).front(), QStringLiteral("leftouter"), query);
    if (!kind)
        return failure(kind.error());
    if (*kind != u"leftouter" && *kind != u"inner")
        return query.refusal().unsupported(node, Words::tr("the lookup “%1”").arg(*kind));
    return joined(node, input, joinKinds().value(*kind), true, query);
}

} // namespace

void addJoinOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("JoinOperator"), join);
    table.insert(QStringLiteral("LookupOperator"), lookup);
}

} // namespace sonde
