#include "engine/scalarfunctions.h"

#include "engine/decimalfunctions.h"
#include "engine/distributions.h"
#include "engine/dynamicfunctions.h"
#include "engine/formatfunctions.h"
#include "engine/literals.h"
#include "engine/mathfunctions.h"
#include "engine/netfunctions.h"
#include "engine/seriesarithmetic.h"
#include "engine/seriesfunctions.h"
#include "engine/seriesmeasures.h"
#include "engine/textfunctions.h"
#include "engine/timefunctions.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace sonde {

namespace {

using Arguments = std::vector<SqlExpression>;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

tl::unexpected<Error> refuseType(const FunctionCall &call, const SqlExpression &argument)
{
    return call.refusal.unsupportedType(call.node, columnTypeName(argument.type));
}

QString joined(const Arguments &arguments, QStringView separator)
{
    QStringList parts;
    for (const SqlExpression &argument : arguments)
        parts.append(argument.sql);
    return parts.join(separator);
}

bool anyNullable(const Arguments &arguments)
{
    return std::any_of(arguments.cbegin(), arguments.cend(),
                       [](const SqlExpression &each) { return each.nullable; });
}

/// All arguments as the type of the result.
Result<Arguments> unified(const FunctionCall &call)
{
    Arguments result;
    for (const SqlExpression &argument : call.arguments) {
        if (!widens(argument.type, call.type))
            return refuseType(call, argument);
        result.push_back(widened(argument, call.type));
    }
    return result;
}

// Conditions

SqlExpression isMissing(const SqlExpression &value, bool emptyCounts)
{
    if (value.type == ColumnType::String)
        return {emptyCounts ? QString(u'(' + value.sql + u" = '')") : QStringLiteral("FALSE"),
                ColumnType::Bool, false};
    if (value.type == ColumnType::Dynamic && emptyCounts)
        return {u"(COALESCE(" + value.sql + u", '') IN ('', '\"\"'))", ColumnType::Bool, false};
    if (!value.nullable)
        return {QStringLiteral("FALSE"), ColumnType::Bool, false};
    return {u'(' + value.sql + u" IS NULL)", ColumnType::Bool, false};
}

Result<SqlExpression> isEmpty(const FunctionCall &call)
{
    return isMissing(call.arguments.front(), true);
}

Result<SqlExpression> isNotEmpty(const FunctionCall &call)
{
    return negated(isMissing(call.arguments.front(), true));
}

Result<SqlExpression> isNull(const FunctionCall &call)
{
    return isMissing(call.arguments.front(), false);
}

Result<SqlExpression> isNotNull(const FunctionCall &call)
{
    return negated(isMissing(call.arguments.front(), false));
}

Result<SqlExpression> negation(const FunctionCall &call)
{
    if (call.arguments.front().type != ColumnType::Bool)
        return refuseType(call, call.arguments.front());
    return negated(call.arguments.front());
}

/// iff(c, a, b) and case(c1, v1, c2, v2, ..., otherwise): a condition that is null does not hold.
Result<SqlExpression> choice(const FunctionCall &call)
{
    const Arguments &arguments = call.arguments;
    if (arguments.size() < 3 || arguments.size() % 2 == 0)
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    QString sql = QStringLiteral("(CASE");
    bool nullable = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool otherwise = i + 1 == arguments.size();
        if (!otherwise && i % 2 == 0) {
            if (arguments[i].type != ColumnType::Bool)
                return refuseType(call, arguments[i]);
            sql += u" WHEN " + arguments[i].sql;
            continue;
        }
        if (!widens(arguments[i].type, call.type))
            return refuseType(call, arguments[i]);
        sql += QStringView(otherwise ? u" ELSE " : u" THEN ") + widened(arguments[i], call.type).sql;
        nullable = nullable || arguments[i].nullable;
    }
    return SqlExpression{sql + u" END)", call.type, nullable};
}

/// The first value that is neither null nor, as a text, empty.
Result<SqlExpression> coalesce(const FunctionCall &call)
{
    auto arguments = unified(call);
    if (!arguments)
        return failure(arguments.error());
    if (call.type != ColumnType::String) {
        const bool nullable = std::all_of(arguments->cbegin(), arguments->cend(),
                                          [](const SqlExpression &each) { return each.nullable; });
        return SqlExpression{u"COALESCE(" + joined(*arguments, u", ") + u')', call.type, nullable};
    }
    QStringList parts;
    for (const SqlExpression &argument : *arguments)
        parts.append(u"NULLIF(" + argument.sql + u", '')");
    return SqlExpression{u"COALESCE(" + parts.join(QStringLiteral(", ")) + u", '')", call.type, false};
}

// Texts

Result<SqlExpression> concatenate(const FunctionCall &call)
{
    Arguments texts;
    for (const SqlExpression &argument : call.arguments)
        texts.push_back(toText(argument));
    return SqlExpression{u'(' + joined(texts, u" || ") + u')', ColumnType::String, false};
}

/// strcat_delim(delimiter, first, ...)
Result<SqlExpression> concatenateWith(const FunctionCall &call)
{
    if (call.arguments.size() < 2 || call.arguments.front().type != ColumnType::String)
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    Arguments texts;
    for (std::size_t i = 1; i < call.arguments.size(); ++i)
        texts.push_back(toText(call.arguments.at(i)));
    const QString delimiter = u" || " + call.arguments.front().sql + u" || ";
    return SqlExpression{u'(' + joined(texts, delimiter) + u')', ColumnType::String, false};
}

/// Of a text, or of a datetime as tostring() writes it: which bytes the service takes of anything else is not
/// written down.
Result<SqlExpression> hashed(const FunctionCall &call)
{
    const ColumnType type = call.arguments.front().type;
    if (type != ColumnType::String && type != ColumnType::DateTime)
        return refuseType(call, call.arguments.front());
    const SqlExpression text = toText(call.arguments.front());
    const QString name = call.node.symbol.section(u'_', 1);
    return SqlExpression{u"kql_" + name + u'(' + text.sql + u')', ColumnType::String, false};
}

Result<SqlExpression> convertToString(const FunctionCall &call)
{
    return toText(call.arguments.front());
}

Result<SqlExpression> substring(const FunctionCall &call)
{
    Arguments arguments = call.arguments;
    if (arguments.size() == 2)
        arguments.push_back(longLiteral(INT32_MAX));
    if (arguments.size() != 3 || !isWholeNumber(arguments[1].type) || !isWholeNumber(arguments[2].type))
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    arguments[0] = toText(arguments[0]);
    arguments[1] = widened(arguments[1], ColumnType::Long);
    arguments[2] = widened(arguments[2], ColumnType::Long);
    return SqlExpression{u"COALESCE(kql_substring(" + joined(arguments, u", ") + u"), '')",
                         ColumnType::String, false};
}

// Conversions to numbers

Result<SqlExpression> convertToLong(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    switch (value.type) {
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return SqlExpression{u"CAST(" + value.sql + u" AS BIGINT)", ColumnType::Long, value.nullable};
    case ColumnType::Real:
        return SqlExpression{u"kql_truncate(" + value.sql + u')', ColumnType::Long, true};
    case ColumnType::String:
        return SqlExpression{u"kql_text_to_long(" + value.sql + u')', ColumnType::Long, true};
    case ColumnType::Dynamic:
        return SqlExpression{u"kql_dynamic_to_long(" + value.sql + u')', ColumnType::Long, true};
    case ColumnType::Decimal:
        return SqlExpression{u"kql_decimal_to_long(" + value.sql + u')', ColumnType::Long, true};
    case ColumnType::Guid:
        break;
    }
    return refuseType(call, value);
}

Result<SqlExpression> convertToInt(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::Int)
        return value;
    if (value.type == ColumnType::DateTime || value.type == ColumnType::TimeSpan)
        return refuseType(call, value);
    auto number = convertToLong(call);
    if (!number)
        return number;
    return SqlExpression{u"CAST(kql_to_int(" + number->sql + u") AS INTEGER)", ColumnType::Int, true};
}

Result<SqlExpression> convertToReal(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (isNumber(value.type))
        return widened(value, ColumnType::Real);
    if (value.type == ColumnType::Bool)
        return SqlExpression{u"CAST(" + value.sql + u" AS DOUBLE)", ColumnType::Real, value.nullable};
    if (value.type == ColumnType::Decimal)
        return SqlExpression{u"kql_decimal_to_real(" + value.sql + u')', ColumnType::Real, value.nullable};
    if (value.type == ColumnType::String || value.type == ColumnType::Dynamic)
        return SqlExpression{u"kql_text_to_real(" + toText(value).sql + u')', ColumnType::Real, true};
    return refuseType(call, value);
}

Result<SqlExpression> convertToBool(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::Bool)
        return value;
    if (isWholeNumber(value.type))
        return SqlExpression{u'(' + value.sql + u" <> 0)", ColumnType::Bool, value.nullable};
    if (value.type == ColumnType::String || value.type == ColumnType::Dynamic)
        return SqlExpression{u"kql_text_to_bool(" + toText(value).sql + u')', ColumnType::Bool, true};
    return refuseType(call, value);
}

// Numbers

Result<SqlExpression> bin(const FunctionCall &call)
{
    SqlExpression value = call.arguments.front();
    SqlExpression size = call.arguments.back();
    const bool times = (value.type == ColumnType::DateTime || value.type == ColumnType::TimeSpan) &&
                       size.type == ColumnType::TimeSpan;
    if (call.arguments.size() != 2 || (!times && !(isNumber(value.type) && isNumber(size.type))))
        return refuseType(call, value);
    if (times || isWholeNumber(call.type)) {
        value = times ? value : widened(value, ColumnType::Long);
        size = times ? size : widened(size, ColumnType::Long);
        const QString sql = u"kql_bin_long(" + value.sql + u", " + size.sql + u')';
        return SqlExpression{call.type == ColumnType::Int ? QString(u"CAST(" + sql + u" AS INTEGER)") : sql,
                             call.type, true};
    }
    value = widened(value, ColumnType::Real);
    size = widened(size, ColumnType::Real);
    return SqlExpression{u"kql_bin_real(" + value.sql + u", " + size.sql + u')', ColumnType::Real, true};
}

Result<SqlExpression> absolute(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::Decimal && call.type == value.type)
        return SqlExpression{u"kql_decimal_abs(" + value.sql + u')', call.type, value.nullable};
    if ((!isNumber(value.type) && value.type != ColumnType::TimeSpan) || !widens(value.type, call.type))
        return refuseType(call, value);
    return SqlExpression{u"abs(" + widened(value, call.type).sql + u')', call.type, value.nullable};
}

// Times

Result<SqlExpression> now(const FunctionCall &call)
{
    SqlExpression instant = longLiteral(call.now, ColumnType::DateTime);
    if (call.arguments.empty())
        return instant;
    if (call.arguments.front().type != ColumnType::TimeSpan)
        return refuseType(call, call.arguments.front());
    return SqlExpression{u"kql_datetime(" + instant.sql + u" + " + call.arguments.front().sql + u')',
                         ColumnType::DateTime, true};
}

Result<SqlExpression> ago(const FunctionCall &call)
{
    if (call.arguments.size() != 1 || call.arguments.front().type != ColumnType::TimeSpan)
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    return SqlExpression{u"kql_datetime(" + longLiteral(call.now, ColumnType::DateTime).sql + u" - " +
                             call.arguments.front().sql + u')',
                         ColumnType::DateTime, true};
}

const std::vector<ScalarFunction> &functions()
{
    using T = ColumnType;
    const auto built = [](const char *name, ScalarFunction::Build build) {
        return ScalarFunction{name, {}, nullptr, false, build};
    };
    static const std::vector<ScalarFunction> table = {
        built("isempty", isEmpty),
        built("isnotempty", isNotEmpty),
        built("isnull", isNull),
        built("isnotnull", isNotNull),
        built("not", negation),
        built("iff", choice),
        built("iif", choice),
        built("case", choice),
        built("coalesce", coalesce),
        built("strcat", concatenate),
        built("strcat_delim", concatenateWith),
        built("hash_md5", hashed),
        built("hash_sha1", hashed),
        built("hash_sha256", hashed),
        built("tostring", convertToString),
        built("substring", substring),
        built("tolong", convertToLong),
        built("toint", convertToInt),
        built("toreal", convertToReal),
        built("todouble", convertToReal),
        built("tobool", convertToBool),
        built("toboolean", convertToBool),
        built("bin", bin),
        built("floor", bin),
        built("abs", absolute),
        built("now", now),
        built("ago", ago),
        {"tolower", {T::String}, "kql_lower($1)"},
        {"toupper", {T::String}, "kql_upper($1)"},
        {"strlen", {T::String}, "length($1)"},
        {"strcmp", {T::String, T::String}, "kql_compare_texts($1, $2)"},
        {"string_size", {T::String}, "kql_size_in_bytes($1)"},
        {"isnan", {T::Real}, "isnan($1)"},
        {"isinf", {T::Real}, "isinf($1)"},
        {"isfinite", {T::Real}, "isfinite($1)"},
        {"isascii", {T::String}, "(length($1) = strlen($1))"},
        {"replace_string", {T::String, T::String, T::String}, "kql_replace($1, $2, $3)"},
    };
    return table;
}

} // namespace

const ScalarFunction *findScalarFunction(const QString &name)
{
    static const QHash<QString, const ScalarFunction *> byName = [] {
        QHash<QString, const ScalarFunction *> map;
        for (const std::vector<ScalarFunction> *family :
             {&functions(), &mathFunctions(), &timeFunctions(), &textFunctions(), &netFunctions(),
              &formatFunctions(), &dynamicFunctions(), &seriesFunctions(), &seriesArithmetic(),
              &seriesMeasures(), &distributionFunctions(), &decimalFunctions()}) {
            for (const ScalarFunction &function : *family)
                map.insert(QString::fromLatin1(function.name), &function);
        }
        return map;
    }();
    return byName.value(name);
}

QString fillTemplate(const char *sql, const std::vector<SqlExpression> &arguments)
{
    QString filled;
    for (const char *c = sql; *c != '\0'; ++c) {
        if (*c == '$' && c[1] >= '1' && c[1] <= '9') {
            ++c;
            filled += arguments.at(static_cast<std::size_t>(*c - '1')).sql;
        } else {
            filled += QLatin1Char(*c);
        }
    }
    return filled;
}

Result<SqlExpression> applyScalar(const ScalarFunction &function, const FunctionCall &call)
{
    if (function.build != nullptr)
        return function.build(call);
    if (call.arguments.size() != function.parameters.size()) {
        return call.refusal.unsupported(call.node, Words::tr("the function “%1” with %n argument(s)", nullptr,
                                                             static_cast<int>(call.arguments.size()))
                                                       .arg(call.node.symbol));
    }
    Arguments arguments;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const SqlExpression &argument = call.arguments[i];
        const ColumnType wanted = function.parameters[i];
        if (wanted == ColumnType::String && argument.type == ColumnType::Dynamic)
            arguments.push_back(toText(argument));
        else if (widens(argument.type, wanted))
            arguments.push_back(widened(argument, wanted));
        else
            return refuseType(call, argument);
    }
    SqlExpression result{fillTemplate(function.sql, arguments), call.type,
                         function.mayBeNull || anyNullable(arguments)};
    if (call.type == ColumnType::String && result.nullable) {
        result.sql = u"COALESCE(" + result.sql + u", '')";
        result.nullable = false;
    }
    return result;
}

} // namespace sonde
