#include "engine/sqlexpression.h"

namespace sonde {

QString sqlTypeName(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QStringLiteral("BOOLEAN");
    case ColumnType::Int:
        return QStringLiteral("INTEGER");
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return QStringLiteral("BIGINT");
    case ColumnType::Real:
        return QStringLiteral("DOUBLE");
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    return QStringLiteral("VARCHAR");
}

QString sqlString(const QString &text)
{
    QString literal = text;
    literal.replace(u'\'', QLatin1String("''"));
    return u'\'' + literal + u'\'';
}

SqlExpression nullOf(ColumnType type)
{
    if (type == ColumnType::String)
        return {QStringLiteral("''"), type, false};
    return {u"CAST(NULL AS " + sqlTypeName(type) + u')', type, true};
}

bool isWholeNumber(ColumnType type)
{
    return type == ColumnType::Int || type == ColumnType::Long;
}

bool isNumber(ColumnType type)
{
    return isWholeNumber(type) || type == ColumnType::Real;
}

bool widens(ColumnType from, ColumnType to)
{
    return from == to || (from == ColumnType::Int && to == ColumnType::Long) ||
           (isWholeNumber(from) && (to == ColumnType::Real || to == ColumnType::Decimal));
}

SqlExpression widened(const SqlExpression &expression, ColumnType type)
{
    if (expression.type == type)
        return expression;
    return {u"CAST(" + expression.sql + u" AS " + sqlTypeName(type) + u')', type, expression.nullable};
}

SqlExpression toDynamic(const SqlExpression &expression)
{
    const QString &sql = expression.sql;
    const auto dynamic = [&expression](const QString &json) {
        return SqlExpression{json, ColumnType::Dynamic, expression.nullable};
    };
    switch (expression.type) {
    case ColumnType::Dynamic:
        return expression;
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
        return dynamic(u"CAST(" + sql + u" AS VARCHAR)");
    case ColumnType::Real:
        return dynamic(u"kql_json_real(" + sql + u')');
    case ColumnType::DateTime:
        return dynamic(u"kql_json_text(kql_datetime_to_text(" + sql + u"))");
    case ColumnType::TimeSpan:
        return dynamic(u"kql_json_text(kql_timespan_to_text(" + sql + u"))");
    case ColumnType::String:
    case ColumnType::Guid:
    case ColumnType::Decimal:
        break;
    }
    return dynamic(u"kql_json_text(" + sql + u')');
}

QString toJson(const SqlExpression &expression)
{
    const SqlExpression json = toDynamic(expression);
    return json.nullable ? QString(u"COALESCE(" + json.sql + u", 'null')") : json.sql;
}

SqlExpression toText(const SqlExpression &expression)
{
    QString sql = expression.sql;
    switch (expression.type) {
    case ColumnType::String:
        return expression;
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
        sql = u"CAST(" + sql + u" AS VARCHAR)";
        break;
    case ColumnType::Real:
        sql = u"kql_real_to_text(" + sql + u')';
        break;
    case ColumnType::DateTime:
        sql = u"kql_datetime_to_text(" + sql + u')';
        break;
    case ColumnType::TimeSpan:
        sql = u"kql_timespan_to_text(" + sql + u')';
        break;
    case ColumnType::Dynamic:
        sql = u"kql_dynamic_to_text(" + sql + u')';
        break;
    case ColumnType::Decimal:
    case ColumnType::Guid:
        break;
    }
    if (expression.nullable)
        sql = u"COALESCE(" + sql + u", '')";
    return {sql, ColumnType::String, false};
}

} // namespace sonde
