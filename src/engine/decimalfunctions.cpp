#include "engine/decimalfunctions.h"

#include "engine/decimalnumber.h"
#include "engine/decimaltotals.h"
#include "engine/scalarfunction.h"

#include <QSet>
#include <string>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

using Number = DecimalNumber;

optional<string> textOf(const Number &number)
{
    return number.isInRange() ? optional(number.text()) : std::nullopt;
}

/// Null where one of them is no decimal, or the result none.
template <typename Operation>
optional<string> combine(string_view left, string_view right, Operation operation)
{
    const optional<Number> a = Number::fromText(left);
    const optional<Number> b = Number::fromText(right);
    return a && b ? textOf(operation(*a, *b)) : std::nullopt;
}

optional<string> add(string_view left, string_view right)
{
    return combine(left, right, [](const Number &a, const Number &b) { return a + b; });
}

optional<string> subtract(string_view left, string_view right)
{
    return combine(left, right, [](const Number &a, const Number &b) { return a - b; });
}

optional<string> multiply(string_view left, string_view right)
{
    return combine(left, right, [](const Number &a, const Number &b) { return a * b; });
}

/// Null for a divisor of zero, as with whole numbers: a decimal has neither an infinity nor a NaN.
optional<string> divide(string_view left, string_view right)
{
    const optional<Number> divisor = Number::fromText(right);
    if (!divisor || divisor->isZero())
        return {};
    return combine(left, right, [](const Number &a, const Number &b) { return a / b; });
}

optional<string> negate(string_view text)
{
    const optional<Number> number = Number::fromText(text);
    return number ? optional((-*number).text()) : std::nullopt;
}

optional<string> absolute(string_view text)
{
    return text.starts_with('-') ? negate(text) : string(text);
}

optional<string> textToDecimal(string_view text)
{
    const optional<Number> number = Number::fromText(text);
    return number ? optional(number->text()) : std::nullopt;
}

optional<string> orderKey(string_view text)
{
    const optional<Number> number = Number::fromText(text);
    return number ? optional(number->orderKey()) : std::nullopt;
}

optional<int64_t> toLong(string_view text)
{
    const optional<Number> number = Number::fromText(text);
    return number ? number->toLong() : std::nullopt;
}

optional<double> toReal(string_view text)
{
    const optional<Number> number = Number::fromText(text);
    return number ? optional(number->toReal()) : std::nullopt;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_decimal_add", duck::registerFunction<add>},
    {"kql_decimal_subtract", duck::registerFunction<subtract>},
    {"kql_decimal_multiply", duck::registerFunction<multiply>},
    {"kql_decimal_divide", duck::registerFunction<divide>},
    {"kql_decimal_negate", duck::registerFunction<negate>},
    {"kql_decimal_abs", duck::registerFunction<absolute>},
    {"kql_decimal_key", duck::registerFunction<orderKey>},
    {"kql_decimal_to_long", duck::registerFunction<toLong>},
    {"kql_decimal_to_real", duck::registerFunction<toReal>},
    {"kql_text_to_decimal", duck::registerFunction<textToDecimal>},
};

Result<SqlExpression> convertToDecimal(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::Bool)
        return SqlExpression{u"CAST(CAST(" + value.sql + u" AS INTEGER) AS VARCHAR)", ColumnType::Decimal,
                             value.nullable};
    if (value.type == ColumnType::String)
        return SqlExpression{u"kql_text_to_decimal(" + value.sql + u')', ColumnType::Decimal, true};
    if (const auto decimal = asDecimal(value))
        return *decimal;
    return call.refusal.unsupportedType(call.node, columnTypeName(value.type));
}

} // namespace

optional<SqlExpression> decimalLiteral(const QString &text)
{
    const optional<Number> number = Number::fromText(text.toStdString());
    if (!number || number->precision() > Number().precision())
        return {};
    return SqlExpression{sqlString(QString::fromStdString(number->text())), ColumnType::Decimal, false};
}

optional<SqlExpression> asDecimal(const SqlExpression &number)
{
    if (!widens(number.type, ColumnType::Decimal))
        return {};
    return widened(number, ColumnType::Decimal);
}

QString decimalOrder(const SqlExpression &decimal)
{
    return u"kql_decimal_key(" + decimal.sql + u')';
}

optional<SqlExpression> decimalArithmetic(const KqlNode &node, const SqlExpression &left,
                                          const SqlExpression &right)
{
    const auto a = asDecimal(left);
    const auto b = asDecimal(right);
    if (!a || !b)
        return {};
    for (const auto &[kind, function] : {std::pair{"AddExpression", "add"},
                                         {"SubtractExpression", "subtract"},
                                         {"MultiplyExpression", "multiply"},
                                         {"DivideExpression", "divide"}}) {
        if (node.is(QLatin1StringView(kind)))
            return SqlExpression{u"kql_decimal_" + QLatin1StringView(function) + u'(' + a->sql + u", " +
                                     b->sql + u')',
                                 ColumnType::Decimal, true};
    }
    return {};
}

SqlExpression negatedDecimal(const SqlExpression &decimal)
{
    return {u"kql_decimal_negate(" + decimal.sql + u')', ColumnType::Decimal, decimal.nullable};
}

const std::vector<ScalarFunction> &decimalFunctions()
{
    static const std::vector<ScalarFunction> table = {
        {"todecimal", {}, nullptr, false, convertToDecimal},
    };
    return table;
}

bool takesDecimals(const QString &function)
{
    static const QSet<QString> names = [] {
        QSet<QString> set;
        for (const char *name : {"isnull",
                                 "isnotnull",
                                 "isempty",
                                 "isnotempty",
                                 "iff",
                                 "iif",
                                 "case",
                                 "coalesce",
                                 "tostring",
                                 "strcat",
                                 "strcat_delim",
                                 "tolong",
                                 "toint",
                                 "toreal",
                                 "todouble",
                                 "todecimal",
                                 "abs",
                                 "gettype",
                                 "sum",
                                 "sumif",
                                 "avg",
                                 "avgif",
                                 "min",
                                 "minif",
                                 "max",
                                 "maxif",
                                 "dcount",
                                 "dcountif",
                                 "count_distinct",
                                 "count_distinctif",
                                 "arg_max",
                                 "argmax",
                                 "arg_min",
                                 "argmin",
                                 "take_any",
                                 "any",
                                 "take_anyif",
                                 "anyif"})
            set.insert(QString::fromLatin1(name));
        return set;
    }();
    return names.contains(function);
}

bool registerDecimalFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries) && registerDecimalTotals(connection);
}

} // namespace sonde
