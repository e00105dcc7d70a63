#include "engine/dynamiccast.h"

namespace sonde {

Result<SqlExpression> castDynamic(const SqlExpression &value, ColumnType type, const KqlNode &node,
                                  const Refusal &refusal)
{
    switch (type) {
    case ColumnType::Dynamic:
        return value;
    case ColumnType::String:
        return toText(value);
    case ColumnType::Int:
        return SqlExpression{u"CAST(kql_to_int(kql_dynamic_as_long(" + value.sql + u")) AS INTEGER)", type,
                             true};
    case ColumnType::Bool:
    case ColumnType::Long:
    case ColumnType::Real:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
    case ColumnType::Guid:
        return SqlExpression{u"kql_dynamic_as_" + columnTypeName(type) + u'(' + value.sql + u')', type, true};
    case ColumnType::Decimal:
        break;
    }
    return refusal.unsupportedType(node, columnTypeName(type));
}

} // namespace sonde
