#include "engine/comparisons.h"

#include "engine/decimalfunctions.h"

namespace sonde {

namespace {

SqlExpression equality(const SqlExpression &left, const SqlExpression &right)
{
    const QString operands = u'(' + left.sql + u", " + right.sql + u')';
    const bool nullable = left.nullable && right.nullable;
    if (left.type == ColumnType::Real)
        return {u"kql_equal_real" + operands, ColumnType::Bool, nullable};
    if (nullable) {
        const bool isText = sqlTypeName(left.type) == u"VARCHAR";
        const QString name = left.type == ColumnType::Bool ? QStringLiteral("kql_equal_bool")
                             : isText                      ? QStringLiteral("kql_equal_text")
                                                           : QStringLiteral("kql_equal_long");
        return {name + operands, ColumnType::Bool, true};
    }
    if (!left.nullable && !right.nullable)
        return {u'(' + left.sql + u" = " + right.sql + u')', ColumnType::Bool, false};
    return {u'(' + left.sql + u" IS NOT DISTINCT FROM " + right.sql + u')', ColumnType::Bool, false};
}

SqlExpression order(Comparison comparison, const SqlExpression &left, const SqlExpression &right)
{
    const bool nullable = left.nullable || right.nullable;
    const bool swapped = comparison == Comparison::Greater || comparison == Comparison::GreaterOrEqual;
    const bool orEqual = comparison == Comparison::LessOrEqual || comparison == Comparison::GreaterOrEqual;
    const QString &first = swapped ? right.sql : left.sql;
    const QString &second = swapped ? left.sql : right.sql;
    if (left.type == ColumnType::Real) {
        const QString name =
            orEqual ? QStringLiteral("kql_less_or_equal_real(") : QStringLiteral("kql_less_real(");
        return {name + first + u", " + second + u')', ColumnType::Bool, nullable};
    }
    return {u'(' + first + QStringView(orEqual ? u" <= " : u" < ") + second + u')', ColumnType::Bool,
            nullable};
}

} // namespace

SqlExpression negated(const SqlExpression &condition)
{
    return {u"(NOT " + condition.sql + u')', ColumnType::Bool, condition.nullable};
}

/// Makes both sides one type, or says that the real service would refuse to compare them.
Result<void> Comparisons::unify(const KqlNode &node, bool ordered, SqlExpression &left,
                                SqlExpression &right) const
{
    if (left.type == ColumnType::Decimal || right.type == ColumnType::Decimal) {
        for (SqlExpression *side : {&left, &right}) {
            const auto decimal = asDecimal(*side);
            if (!decimal)
                return m_refusal.unsupportedType(node, columnTypeName(side->type));
            *side = *decimal;
            side->sql = decimalOrder(*side);
        }
        return {};
    }
    const bool dynamicText =
        !ordered && ((left.type == ColumnType::Dynamic && right.type == ColumnType::String) ||
                     (left.type == ColumnType::String && right.type == ColumnType::Dynamic));
    if (dynamicText) {
        left = toText(left);
        right = toText(right);
        return {};
    }
    for (const SqlExpression *side : {&left, &right}) {
        if (side->type == ColumnType::Dynamic)
            return m_refusal.unsupportedType(node, columnTypeName(side->type));
    }
    if (widens(left.type, right.type)) {
        left = widened(left, right.type);
    } else if (widens(right.type, left.type)) {
        right = widened(right, left.type);
    } else {
        return m_refusal.semantic(
            node, QStringLiteral("SEM0064"),
            QStringLiteral("Cannot compare values of types %1 and %2. Try adding explicit casts")
                .arg(columnTypeName(left.type), columnTypeName(right.type)));
    }
    if (left.type == ColumnType::Guid) {
        if (ordered)
            return m_refusal.unsupportedType(node, columnTypeName(left.type));
        for (SqlExpression *side : {&left, &right})
            side->sql = u"lower(" + side->sql + u')';
    }
    return {};
}

Result<SqlExpression> Comparisons::compare(const KqlNode &node, Comparison comparison, SqlExpression left,
                                           SqlExpression right) const
{
    const bool ordered = comparison != Comparison::Equal && comparison != Comparison::NotEqual;
    if (const auto unified = unify(node, ordered, left, right); !unified)
        return failure(unified.error());
    if (ordered)
        return order(comparison, left, right);
    const SqlExpression same = equality(left, right);
    return comparison == Comparison::Equal ? same : negated(same);
}

Result<SqlExpression> Comparisons::in(const KqlNode &node, const SqlExpression &left,
                                      const std::vector<SqlExpression> &list) const
{
    // A value among values none of which can be null or NaN is plain SQL; anything else is the rule of == for
    // each.
    QStringList plain;
    QStringList others;
    SqlExpression operand = left;
    for (const SqlExpression &element : list) {
        SqlExpression value = left;
        SqlExpression candidate = element;
        if (const auto unified = unify(node, false, value, candidate); !unified)
            return failure(unified.error());
        const bool fits = plain.isEmpty() || value.type == operand.type;
        if (!candidate.nullable && candidate.type != ColumnType::Real && fits) {
            operand = value;
            plain.append(candidate.sql);
        } else {
            others.append(equality(value, candidate).sql);
        }
    }
    if (!plain.isEmpty()) {
        const QString test = operand.sql + u" IN (" + plain.join(QStringLiteral(", ")) + u')';
        others.append(operand.nullable ? QString(u"COALESCE(" + test + u", FALSE)")
                                       : QString(u'(' + test + u')'));
    }
    if (others.isEmpty())
        return SqlExpression{QStringLiteral("FALSE"), ColumnType::Bool, false};
    return SqlExpression{u'(' + others.join(QStringLiteral(" OR ")) + u')', ColumnType::Bool, true};
}

Result<SqlExpression> Comparisons::sameKey(const KqlNode &node, SqlExpression left, SqlExpression right) const
{
    if (const auto unified = unify(node, false, left, right); !unified)
        return failure(unified.error());
    QString test = left.sql + u" = " + right.sql;
    if (left.type == ColumnType::Real)
        test += u" AND NOT isnan(" + left.sql + u')'; // SQL's NaN equals itself
    return SqlExpression{u'(' + test + u')', ColumnType::Bool, left.nullable || right.nullable};
}

Result<SqlExpression> Comparisons::inTable(const KqlNode &node, SqlExpression left, SqlExpression value,
                                           const QString &table) const
{
    if (const auto unified = unify(node, false, left, value); !unified)
        return failure(unified.error());
    const bool real = value.type == ColumnType::Real;
    const QString values = u"SELECT " + value.sql + u" FROM " + table;
    QString known = value.nullable ? QString(values + u" WHERE " + value.sql + u" IS NOT NULL") : values;
    if (real)
        known = values + u" WHERE NOT isnan(" + value.sql + u')';
    const QString found = left.sql + u" IN (" + known + u')';
    if (!left.nullable)
        return SqlExpression{u'(' + found + u')', ColumnType::Bool, false};
    // A null is different from every value, and null against another null.
    const QString none = value.nullable ? QString(u"CASE WHEN EXISTS (SELECT 1 FROM " + table + u" WHERE " +
                                                  value.sql + u" IS NULL) THEN NULL ELSE FALSE END")
                                        : QStringLiteral("FALSE");
    return SqlExpression{u"(CASE WHEN " + left.sql + u" IS NULL THEN " + none + u" ELSE " + found + u" END)",
                         ColumnType::Bool, value.nullable};
}

Result<SqlExpression> Comparisons::between(const KqlNode &node, SqlExpression value, SqlExpression lower,
                                           SqlExpression upper) const
{
    SqlExpression upperValue = value;
    if (const auto unified = unify(node, true, value, lower); !unified)
        return failure(unified.error());
    if (const auto unified = unify(node, true, upperValue, upper); !unified)
        return failure(unified.error());
    const bool nullable = value.nullable || lower.nullable || upper.nullable;
    if (value.type != ColumnType::Real && upperValue.type != ColumnType::Real &&
        value.type == upperValue.type) {
        return SqlExpression{u'(' + value.sql + u" BETWEEN " + lower.sql + u" AND " + upper.sql + u')',
                             ColumnType::Bool, nullable};
    }
    const SqlExpression above = order(Comparison::GreaterOrEqual, value, lower);
    const SqlExpression below = order(Comparison::LessOrEqual, upperValue, upper);
    return SqlExpression{u'(' + above.sql + u" AND " + below.sql + u')', ColumnType::Bool, nullable};
}

} // namespace sonde
