#include "engine/conversions.h"

#include "core/kqlliterals.h"
#include "engine/datetimetext.h"
#include "engine/scalarfunction.h"

#include <string>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

/// The first 32 digits, with hyphens in their places; what follows does not matter.
optional<string> textToGuid(string_view text)
{
    string guid;
    std::size_t digits = 0;
    for (const char c : text) {
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        const bool border = digits == 8 || digits == 12 || digits == 16 || digits == 20;
        if (c == '-' && border && guid.back() != '-') {
            guid.push_back('-');
            continue;
        }
        if (!digit)
            return {};
        if (border && guid.back() != '-')
            guid.push_back('-');
        guid.push_back(c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c);
        if (++digits == 32)
            return guid;
    }
    return {};
}

optional<int64_t> textToDateTime(string_view text)
{
    return readDateTime(text);
}

optional<int64_t> textToTimespan(string_view text)
{
    return readTimespan(text);
}

constexpr duck::NamedFunction entries[] = {
    {"kql_text_to_guid", duck::registerFunction<textToGuid>},
    {"kql_text_to_datetime", duck::registerFunction<textToDateTime>},
    {"kql_text_to_timespan", duck::registerFunction<textToTimespan>},
};

} // namespace

optional<SqlExpression> textAs(const SqlExpression &text, ColumnType type)
{
    const auto converted = [&](QStringView function) {
        return SqlExpression{function + text.sql + u')', type, true};
    };
    switch (type) {
    case ColumnType::String:
        return text;
    case ColumnType::Bool:
        return converted(u"kql_text_to_bool(");
    case ColumnType::Int:
        return SqlExpression{u"CAST(kql_to_int(kql_text_to_long(" + text.sql + u")) AS INTEGER)", type, true};
    case ColumnType::Long:
        return converted(u"kql_text_to_long(");
    case ColumnType::Real:
        return converted(u"kql_text_to_real(");
    case ColumnType::DateTime:
        return converted(u"kql_text_to_datetime(");
    case ColumnType::TimeSpan:
        return converted(u"kql_text_to_timespan(");
    case ColumnType::Guid:
        return converted(u"kql_text_to_guid(");
    case ColumnType::Dynamic:
        return converted(u"kql_parse_json(");
    case ColumnType::Decimal:
        return converted(u"kql_text_to_decimal(");
    }
    return {};
}

bool registerConversions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
