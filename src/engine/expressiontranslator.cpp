#include "engine/expressiontranslator.h"

#include "engine/aggregatefunctions.h"
#include "engine/decimalfunctions.h"
#include "engine/dynamiccast.h"
#include "engine/literals.h"
#include "engine/scalarfunctions.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// A string operator: its SQL, and whether it is the denial of it.
struct TextOperator
{
    const char *function;
    bool negated = false;
};

const QHash<QString, TextOperator> &textOperators()
{
    static const QHash<QString, TextOperator> table = [] {
        // The language service's kinds come in four: plain, Cs, Not, NotCs.
        struct Family
        {
            const char *kind;
            const char *function;
            const char *caseSensitive;
        };
        constexpr Family families[] = {
            {"Has", "kql_has", "kql_has_cs"},
            {"HasPrefix", "kql_hasprefix", "kql_hasprefix_cs"},
            {"HasSuffix", "kql_hassuffix", "kql_hassuffix_cs"},
            {"Contains", "kql_contains", "contains"},
            {"StartsWith", "kql_startswith", "starts_with"},
            {"EndsWith", "kql_endswith", "ends_with"},
        };
        QHash<QString, TextOperator> map;
        for (const Family &family : families) {
            const QString kind = QString::fromLatin1(family.kind);
            map.insert(kind + u"Expression", {family.function, false});
            map.insert(kind + u"CsExpression", {family.caseSensitive, false});
            map.insert(u"Not" + kind + u"Expression", {family.function, true});
            map.insert(u"Not" + kind + u"CsExpression", {family.caseSensitive, true});
        }
        map.insert(QStringLiteral("EqualTildeExpression"), {"kql_equal_folded", false});
        map.insert(QStringLiteral("BangTildeExpression"), {"kql_equal_folded", true});
        map.insert(QStringLiteral("MatchesRegexExpression"), {"regexp_matches", false});
        return map;
    }();
    return table;
}

const QHash<QString, Comparison> &comparisonKinds()
{
    static const QHash<QString, Comparison> table = {
        {QStringLiteral("EqualExpression"), Comparison::Equal},
        {QStringLiteral("NotEqualExpression"), Comparison::NotEqual},
        {QStringLiteral("LessThanExpression"), Comparison::Less},
        {QStringLiteral("LessThanOrEqualExpression"), Comparison::LessOrEqual},
        {QStringLiteral("GreaterThanExpression"), Comparison::Greater},
        {QStringLiteral("GreaterThanOrEqualExpression"), Comparison::GreaterOrEqual},
    };
    return table;
}

SqlExpression applyTextOperator(const TextOperator &applied, const QString &left, const QString &right)
{
    const SqlExpression found{QLatin1String(applied.function) + u'(' + left + u", " + right + u')',
                              ColumnType::Bool, false};
    return applied.negated ? negated(found) : found;
}

/// DuckDB moves the constants of +, - and * to the other side of a comparison and out of a sum, where what
/// does not fit into its type is lost; functions by these names it leaves alone, and they are the same.
QString exactArithmetic(const char *function, const QString &left, const QString &right)
{
    return QLatin1String(function) + u'(' + left + u", " + right + u')';
}

bool isTime(ColumnType type)
{
    return type == ColumnType::DateTime || type == ColumnType::TimeSpan;
}

} // namespace

Result<ColumnType> typeOf(const KqlNode &node, const Refusal &refusal)
{
    // Several columns in one: a list of their values.
    if (!node.tuple.isEmpty())
        return ColumnType::Dynamic;
    const std::optional<ColumnType> type = columnTypeFromName(node.type.toStdString());
    if (!type)
        return refusal.unsupportedType(node, node.type);
    return *type;
}

const KqlNode &unnamed(const KqlNode &node)
{
    const bool isNamed = node.is(QLatin1StringView("SimpleNamedExpression")) ||
                         node.is(QLatin1StringView("CompoundNamedExpression"));
    return isNamed ? node.children.back() : node;
}

std::vector<const KqlNode *> expressionsOf(const KqlNode &node)
{
    std::vector<const KqlNode *> result;
    for (const KqlNode &child : node.children) {
        if (!child.isToken())
            result.push_back(&child);
    }
    return result;
}

const QHash<QString, ExpressionTranslator::Handler> &ExpressionTranslator::handlers()
{
    static const QHash<QString, Handler> table = [] {
        using Self = ExpressionTranslator;
        QHash<QString, Handler> map = {
            {QStringLiteral("NameReference"), &Self::name},
            {QStringLiteral("ParenthesizedExpression"), &Self::inside},
            {QStringLiteral("SimpleNamedExpression"), &Self::inside},
            {QStringLiteral("UnaryPlusExpression"), &Self::inside},
            {QStringLiteral("UnaryMinusExpression"), &Self::minus},
            {QStringLiteral("AddExpression"), &Self::arithmetic},
            {QStringLiteral("SubtractExpression"), &Self::arithmetic},
            {QStringLiteral("MultiplyExpression"), &Self::arithmetic},
            {QStringLiteral("DivideExpression"), &Self::arithmetic},
            {QStringLiteral("ModuloExpression"), &Self::arithmetic},
            {QStringLiteral("AndExpression"), &Self::logic},
            {QStringLiteral("OrExpression"), &Self::logic},
            {QStringLiteral("HasAnyExpression"), &Self::hasList},
            {QStringLiteral("HasAllExpression"), &Self::hasList},
            {QStringLiteral("InExpression"), &Self::in},
            {QStringLiteral("InCsExpression"), &Self::in},
            {QStringLiteral("NotInExpression"), &Self::in},
            {QStringLiteral("NotInCsExpression"), &Self::in},
            {QStringLiteral("BetweenExpression"), &Self::between},
            {QStringLiteral("NotBetweenExpression"), &Self::between},
            {QStringLiteral("FunctionCallExpression"), &Self::call},
            {QStringLiteral("ToScalarExpression"), &Self::toScalar},
            {QStringLiteral("PathExpression"), &Self::property},
            {QStringLiteral("ElementExpression"), &Self::property},
            {QStringLiteral("ToScalarExpression"), &Self::toScalar},
        };
        for (auto each = comparisonKinds().cbegin(); each != comparisonKinds().cend(); ++each)
            map.insert(each.key(), &Self::comparison);
        for (auto each = textOperators().cbegin(); each != textOperators().cend(); ++each)
            map.insert(each.key(), &Self::textOperator);
        return map;
    }();
    return table;
}

Result<SqlExpression> ExpressionTranslator::translate(const KqlNode &node, const ExpressionScope &scope) const
{
    if (isLiteral(node))
        return translateLiteral(node, m_refusal);
    if (const auto computed = m_computed.constFind(&node); computed != m_computed.cend()) {
        m_readsRow = true;
        return *computed;
    }
    const Handler handler = handlers().value(node.kind);
    if (handler == nullptr)
        return m_refusal.unsupportedOperator(node);
    auto translated = (this->*handler)(node, scope);
    if (translated && translated->sql.size() > largestSql)
        return m_refusal.tooLarge(node);
    return translated;
}

Result<SqlExpression> ExpressionTranslator::translateAs(const KqlNode &node, const ExpressionScope &scope,
                                                        ColumnType type) const
{
    const auto expression = translate(node, scope);
    if (!expression)
        return expression;
    if (!widens(expression->type, type))
        return m_refusal.unsupportedType(node, columnTypeName(expression->type));
    return widened(*expression, type);
}

Result<SqlExpression> ExpressionTranslator::name(const KqlNode &node, const ExpressionScope &scope) const
{
    if (node.symbolKind == u"ColumnSymbol") {
        const auto column = scope.columns.constFind(node.symbol);
        if (column != scope.columns.cend()) {
            m_readsRow = true;
            return *column;
        }
    }
    if (node.symbolKind == u"VariableSymbol" || node.symbolKind == u"ParameterSymbol") {
        const auto variable = m_variables.constFind(node.symbol);
        if (variable != m_variables.cend()) {
            if (variable->rowLevel >= 0 && variable->rowLevel != m_level)
                return m_refusal.semantic(
                    node, QStringLiteral("SEM0100"),
                    QStringLiteral("can't use '%1' as it is defined outside its row-context scope.")
                        .arg(node.symbol));
            m_readsRow = m_readsRow || variable->rowLevel == m_level;
            m_pasted += variable->sql.size();
            if (m_pasted > largestSql)
                return m_refusal.tooLarge(node);
            // A whole number may be the value of a parameter of type real.
            const auto type = typeOf(node, m_refusal);
            return type && widens(variable->type, *type) ? widened(*variable, *type) : *variable;
        }
    }
    if (node.body >= 0)
        return m_query.callValue(node, scope);
    return m_refusal.unsupported(node, Words::tr("the name “%1” in this place").arg(node.value));
}

Result<SqlExpression> ExpressionTranslator::inside(const KqlNode &node, const ExpressionScope &scope) const
{
    return translate(node.children.back(), scope);
}

Result<SqlExpression> ExpressionTranslator::minus(const KqlNode &node, const ExpressionScope &scope) const
{
    auto operand = translate(node.children.back(), scope);
    if (!operand)
        return operand;
    const auto type = typeOf(node, m_refusal);
    if (!type)
        return failure(type.error());
    if (*type == ColumnType::Decimal && operand->type == *type)
        return negatedDecimal(*operand);
    if ((!isNumber(operand->type) && operand->type != ColumnType::TimeSpan) || !widens(operand->type, *type))
        return m_refusal.unsupportedType(node, columnTypeName(operand->type));
    const SqlExpression value = widened(*operand, *type);
    return SqlExpression{u"(- " + value.sql + u')', *type, value.nullable};
}

Result<std::vector<SqlExpression>> ExpressionTranslator::operands(const KqlNode &node,
                                                                  const ExpressionScope &scope) const
{
    std::vector<SqlExpression> result;
    for (const KqlNode *operand : expressionsOf(node)) {
        auto translated = translate(*operand, scope);
        if (!translated)
            return failure(translated.error());
        result.push_back(std::move(*translated));
    }
    return result;
}

Result<SqlExpression> ExpressionTranslator::arithmetic(const KqlNode &node,
                                                       const ExpressionScope &scope) const
{
    const auto sides = operands(node, scope);
    if (!sides)
        return failure(sides.error());
    const auto type = typeOf(node, m_refusal);
    if (!type)
        return failure(type.error());
    const SqlExpression &left = sides->front();
    const SqlExpression &right = sides->back();
    if (isTime(left.type) || isTime(right.type))
        return timeArithmetic(node, left, right);
    if (*type == ColumnType::Decimal) {
        if (const auto value = decimalArithmetic(node, left, right))
            return *value;
        const bool isReal = left.type == ColumnType::Real || right.type == ColumnType::Real;
        return m_refusal.unsupportedType(node,
                                         columnTypeName(isReal ? ColumnType::Real : ColumnType::Decimal));
    }
    if (!isNumber(left.type) || !isNumber(right.type) || !widens(left.type, *type) ||
        !widens(right.type, *type))
        return m_refusal.unsupportedType(node, columnTypeName(isNumber(left.type) ? right.type : left.type));
    const QString a = widened(left, *type).sql;
    const QString b = widened(right, *type).sql;
    const bool nullable = left.nullable || right.nullable;
    const bool whole = isWholeNumber(*type);
    for (const auto &[kind, function, sign] : {std::tuple{"AddExpression", "add", " + "},
                                               {"SubtractExpression", "subtract", " - "},
                                               {"MultiplyExpression", "multiply", " * "}}) {
        if (node.is(QLatin1StringView(kind)))
            return SqlExpression{whole ? exactArithmetic(function, a, b)
                                       : QString(u'(' + a + QLatin1String(sign) + b + u')'),
                                 *type, nullable};
    }
    if (node.is(QLatin1StringView("ModuloExpression"))) {
        const QString name = whole ? QStringLiteral("kql_modulo_long(") : QStringLiteral("kql_modulo_real(");
        return SqlExpression{u"CAST(" + name + a + u", " + b + u") AS " + sqlTypeName(*type) + u')', *type,
                             true};
    }
    // SQL's // rounds towards zero and gives NULL for a divisor of zero, as KQL does with whole numbers.
    return SqlExpression{u'(' + a + QStringView(whole ? u" // " : u" / ") + b + u')', *type,
                         nullable || whole};
}

/// Both sides are BIGINT ticks where they are times.
Result<SqlExpression> ExpressionTranslator::timeArithmetic(const KqlNode &node, const SqlExpression &left,
                                                           const SqlExpression &right) const
{
    const auto type = typeOf(node, m_refusal);
    if (!type)
        return failure(type.error());
    const bool nullable = left.nullable || right.nullable;
    const bool both = isTime(left.type) && isTime(right.type);
    if (both &&
        (node.is(QLatin1StringView("AddExpression")) || node.is(QLatin1StringView("SubtractExpression")))) {
        const bool adds = node.is(QLatin1StringView("AddExpression"));
        const QString sum = exactArithmetic(adds ? "add" : "subtract", left.sql, right.sql);
        if (left.type == ColumnType::DateTime && right.type == ColumnType::DateTime &&
            node.is(QLatin1StringView("AddExpression")))
            return m_refusal.unsupported(node, Words::tr("the sum of two dates"));
        if (*type == ColumnType::DateTime)
            return SqlExpression{u"kql_datetime(" + sum + u')', *type, true};
        return SqlExpression{sum, *type, nullable};
    }
    const bool spans = left.type == ColumnType::TimeSpan && right.type == ColumnType::TimeSpan;
    if (spans && node.is(QLatin1StringView("ModuloExpression")))
        return SqlExpression{u"kql_modulo_long(" + left.sql + u", " + right.sql + u')', *type, true};
    if (spans && node.is(QLatin1StringView("DivideExpression"))) {
        return SqlExpression{u"(CAST(" + left.sql + u" AS DOUBLE) / CAST(" + right.sql + u" AS DOUBLE))",
                             ColumnType::Real, nullable};
    }
    if (*type == ColumnType::TimeSpan && (isNumber(left.type) || isNumber(right.type)))
        return scaledTimespan(node, left, right);
    return m_refusal.unsupportedOperator(node);
}

/// A timespan times a number, a number times a timespan, a timespan by a number.
Result<SqlExpression> ExpressionTranslator::scaledTimespan(const KqlNode &node, const SqlExpression &left,
                                                           const SqlExpression &right) const
{
    const bool spanFirst = left.type == ColumnType::TimeSpan;
    const SqlExpression &span = spanFirst ? left : right;
    const SqlExpression &number = spanFirst ? right : left;
    const bool nullable = left.nullable || right.nullable;
    const bool times = node.is(QLatin1StringView("MultiplyExpression"));
    if (!times && !(spanFirst && node.is(QLatin1StringView("DivideExpression"))))
        return m_refusal.unsupportedOperator(node);
    if (isWholeNumber(number.type)) {
        const QString factor = widened(number, ColumnType::Long).sql;
        return SqlExpression{times ? exactArithmetic("multiply", span.sql, factor)
                                   : QString(u'(' + span.sql + u" // " + factor + u')'),
                             ColumnType::TimeSpan, nullable || !times};
    }
    const QString name =
        times ? QStringLiteral("kql_scale_timespan(") : QStringLiteral("kql_divide_timespan(");
    return SqlExpression{name + span.sql + u", " + number.sql + u')', ColumnType::TimeSpan, true};
}

Result<SqlExpression> ExpressionTranslator::logic(const KqlNode &node, const ExpressionScope &scope) const
{
    const auto sides = operands(node, scope);
    if (!sides)
        return failure(sides.error());
    for (const SqlExpression &side : *sides) {
        if (side.type != ColumnType::Bool)
            return m_refusal.unsupportedType(node, columnTypeName(side.type));
    }
    const QStringView word(node.is(QLatin1StringView("AndExpression")) ? u" AND " : u" OR ");
    return SqlExpression{u'(' + sides->front().sql + word + sides->back().sql + u')', ColumnType::Bool,
                         sides->front().nullable || sides->back().nullable};
}

Result<SqlExpression> ExpressionTranslator::comparison(const KqlNode &node,
                                                       const ExpressionScope &scope) const
{
    const auto sides = operands(node, scope);
    if (!sides)
        return failure(sides.error());
    return m_comparisons.compare(node, comparisonKinds().value(node.kind), sides->front(), sides->back());
}

Result<SqlExpression> ExpressionTranslator::textOperand(const KqlNode &node,
                                                        const ExpressionScope &scope) const
{
    const auto operand = translate(node, scope);
    if (!operand)
        return operand;
    if (operand->type == ColumnType::String || operand->type == ColumnType::Dynamic)
        return toText(*operand);
    return m_refusal.unsupportedType(node, columnTypeName(operand->type));
}

Result<SqlExpression> ExpressionTranslator::textOperator(const KqlNode &node,
                                                         const ExpressionScope &scope) const
{
    const std::vector<const KqlNode *> sides = expressionsOf(node);
    if (sides.front()->is(QLatin1StringView("StarExpression")))
        return textOperatorOnAll(node, scope);
    const auto left = textOperand(*sides.front(), scope);
    const auto right = textOperand(*sides.back(), scope);
    if (!left || !right)
        return left ? right : left;
    return applyTextOperator(textOperators().value(node.kind), left->sql, right->sql);
}

/// `* has "word"`: any column, as the text that tostring() makes of it.
Result<SqlExpression> ExpressionTranslator::textOperatorOnAll(const KqlNode &node,
                                                              const ExpressionScope &scope) const
{
    const TextOperator applied = textOperators().value(node.kind);
    if (applied.negated)
        return m_refusal.unsupportedOperator(node);
    const auto needle = textOperand(*expressionsOf(node).back(), scope);
    if (!needle)
        return needle;
    if (needle->sql.size() > largestSql / (scope.columnOrder.size() + 1))
        return m_refusal.tooLarge(node);
    QStringList tests;
    m_readsRow = true;
    for (const QString &column : scope.columnOrder)
        tests.append(applyTextOperator(applied, toText(scope.columns.value(column)).sql, needle->sql).sql);
    if (tests.isEmpty())
        return m_refusal.unsupportedOperator(node);
    return SqlExpression{u'(' + tests.join(QStringLiteral(" OR ")) + u')', ColumnType::Bool, false};
}

Result<SqlExpression> ExpressionTranslator::between(const KqlNode &node, const ExpressionScope &scope) const
{
    const std::vector<const KqlNode *> sides = expressionsOf(node);
    const auto value = translate(*sides.front(), scope);
    const auto bounds = operands(*sides.back(), scope);
    if (!value || !bounds)
        return failure(value ? bounds.error() : value.error());
    const SqlExpression &lower = bounds->front();
    SqlExpression upper = bounds->back();
    // `between (datetime .. timespan)`: the second is the length.
    if (lower.type == ColumnType::DateTime && upper.type == ColumnType::TimeSpan)
        upper = {u'(' + lower.sql + u" + " + upper.sql + u')', ColumnType::DateTime,
                 lower.nullable || upper.nullable};
    const auto found = m_comparisons.between(node, *value, lower, upper);
    return found && node.is(QLatin1StringView("NotBetweenExpression")) ? negated(*found) : found;
}

/// Of an aggregate function `*` is all columns that its tuple has and that are not given.
Result<std::vector<SqlExpression>> ExpressionTranslator::arguments(const KqlNode &node,
                                                                   const ExpressionScope &scope) const
{
    std::vector<SqlExpression> result;
    for (const KqlNode *argument : expressionsOf(*node.child(QLatin1StringView("List")))) {
        if (!argument->is(QLatin1StringView("StarExpression"))) {
            auto translated = translate(*argument, scope);
            if (!translated)
                return failure(translated.error());
            result.push_back(std::move(*translated));
            continue;
        }
        m_readsRow = true;
        for (qsizetype i = static_cast<qsizetype>(result.size()); i < node.tuple.size(); ++i) {
            const auto column = scope.columns.constFind(node.tuple.at(i).name);
            if (column == scope.columns.cend())
                return m_refusal.unsupportedOperator(*argument);
            result.push_back(*column);
        }
    }
    return result;
}

Result<std::vector<SqlExpression>> ExpressionTranslator::callColumns(const KqlNode &node,
                                                                     const ExpressionScope &scope) const
{
    const QString name = node.symbol;
    if (node.body >= 0) {
        auto value = m_query.callValue(node, scope);
        if (!value)
            return failure(value.error());
        return std::vector<SqlExpression>{std::move(*value)};
    }
    if (node.symbolKind != u"FunctionSymbol" || node.child(QLatin1StringView("List")) == nullptr)
        return m_refusal.unsupportedFunction(node, name);
    const AggregateFunction *aggregate = scope.aggregates ? findAggregateFunction(name) : nullptr;
    const ScalarFunction *scalar = aggregate == nullptr ? findScalarFunction(name) : nullptr;
    if (aggregate == nullptr && scalar == nullptr)
        return m_refusal.unsupportedFunction(node, name);
    const auto type = typeOf(node, m_refusal);
    if (!type)
        return failure(type.error());
    ExpressionScope inner = scope;
    inner.aggregates = aggregate == nullptr && scope.aggregates;
    const auto values = arguments(node, inner);
    if (!values)
        return failure(values.error());
    const bool hasDecimals = std::any_of(values->cbegin(), values->cend(), [](const SqlExpression &value) {
        return value.type == ColumnType::Decimal;
    });
    if (hasDecimals && !takesDecimals(name))
        return m_refusal.unsupportedType(node, columnTypeName(ColumnType::Decimal));
    m_readsRow = m_readsRow || aggregate != nullptr;
    const FunctionCall call{node,  *values,   *type,      m_refusal, m_comparisons,
                            m_now, m_options, m_readsRow, scope};
    if (aggregate != nullptr)
        return applyAggregate(*aggregate, call);
    auto value = applyScalar(*scalar, call);
    if (!value)
        return failure(value.error());
    return std::vector<SqlExpression>{std::move(*value)};
}

Result<SqlExpression> ExpressionTranslator::call(const KqlNode &node, const ExpressionScope &scope) const
{
    auto columns = callColumns(node, scope);
    if (!columns)
        return failure(columns.error());
    if (columns->size() != 1)
        return m_refusal.unsupported(node, Words::tr("several columns in this place"));
    return std::move(columns->front());
}

/// A scalar function of a tuple makes a list, an aggregate function its columns themselves.
Result<std::vector<SqlExpression>> ExpressionTranslator::columns(const KqlNode &node,
                                                                 const ExpressionScope &scope) const
{
    const KqlNode &expression = unnamed(node);
    if (expression.is(QLatin1StringView("ParenthesizedExpression")))
        return columns(expression.children.back(), scope);
    if (!expression.is(QLatin1StringView("FunctionCallExpression")) || m_computed.contains(&expression)) {
        auto value = translate(expression, scope);
        if (!value)
            return failure(value.error());
        return std::vector<SqlExpression>{std::move(*value)};
    }
    auto columns = callColumns(expression, scope);
    if (!columns || expression.tuple.size() < 2 || columns->size() > 1)
        return columns;
    std::vector<SqlExpression> members;
    for (qsizetype i = 0; i < expression.tuple.size(); ++i) {
        const auto type = columnTypeFromName(expression.tuple.at(i).type.toStdString());
        const SqlExpression element{u"kql_element_at(" + columns->front().sql + u", " + QString::number(i) +
                                        u')',
                                    ColumnType::Dynamic, true};
        auto member = castDynamic(element, type.value_or(ColumnType::Decimal), node, m_refusal);
        if (!member)
            return failure(member.error());
        members.push_back(std::move(*member));
    }
    return members;
}

} // namespace sonde
