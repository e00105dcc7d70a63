#include "engine/jsontext.h"

namespace sonde {

QString jsonText(const SqlExpression &value)
{
    const QString &sql = value.sql;
    switch (value.type) {
    case ColumnType::String:
        return u"CAST(to_json(" + sql + u") AS VARCHAR)";
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
        return u"COALESCE(CAST(" + sql + u" AS VARCHAR), 'null')";
    case ColumnType::Real:
        // JSON has no such numbers: they are texts.
        return u"COALESCE(CASE WHEN isnan(" + sql + u") THEN '\"NaN\"' WHEN isinf(" + sql +
               u") THEN '\"' || kql_real_to_text(" + sql + u") || '\"' ELSE CAST(" + sql +
               u" AS VARCHAR) END, 'null')";
    case ColumnType::Dynamic:
        return u"COALESCE(" + sql + u", 'null')";
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
    case ColumnType::Guid:
    case ColumnType::Decimal:
        break;
    }
    QString text = sql;
    if (value.type == ColumnType::DateTime)
        text = u"kql_datetime_to_text(" + sql + u')';
    else if (value.type == ColumnType::TimeSpan)
        text = u"kql_timespan_to_text(" + sql + u')';
    return u"COALESCE('\"' || " + text + u" || '\"', 'null')";
}

} // namespace sonde
