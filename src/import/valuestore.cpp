#include "import/valuestore.h"

#include "engine/decimalnumber.h"
#include "import/cellvalues.h"

namespace sonde::cells {

namespace {

template <typename Storage, typename Value>
bool store(duckdb_vector vector, idx_t row, const std::optional<Value> &value)
{
    if (!value) {
        storeNull(vector, row);
        return false;
    }
    static_cast<Storage *>(duckdb_vector_get_data(vector))[row] = static_cast<Storage>(*value);
    return true;
}

bool store(duckdb_vector vector, idx_t row, const std::optional<std::string> &value)
{
    if (value)
        storePlain(vector, row, *value);
    else
        storeNull(vector, row);
    return value.has_value();
}

std::optional<std::int32_t> toInt(std::string_view text)
{
    const auto value = toLong(text);
    if (!value || *value != static_cast<std::int32_t>(*value))
        return std::nullopt;
    return static_cast<std::int32_t>(*value);
}

std::optional<std::string> toDecimal(std::string_view text)
{
    return DecimalNumber::fromText(text) ? std::optional(std::string(text)) : std::nullopt;
}

} // namespace

void storeNull(duckdb_vector vector, idx_t row)
{
    duckdb_vector_ensure_validity_writable(vector);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vector), row);
}

void storePlain(duckdb_vector vector, idx_t row, std::string_view text)
{
    duckdb_vector_assign_string_element_len(vector, row, text.data(), text.size());
}

bool storeText(duckdb_vector vector, idx_t row, std::string_view text, ColumnType type, bool decimalComma)
{
    switch (type) {
    case ColumnType::Bool:
        return store<bool>(vector, row, toBool(text));
    case ColumnType::Int:
        return store<std::int32_t>(vector, row, toInt(text));
    case ColumnType::Long:
        return store<std::int64_t>(vector, row, toLong(text));
    case ColumnType::Real:
        return store<double>(vector, row, toReal(text, decimalComma));
    case ColumnType::DateTime:
        return store<std::int64_t>(vector, row, toDateTime(text));
    case ColumnType::TimeSpan:
        return store<std::int64_t>(vector, row, parseTimespan(text));
    case ColumnType::Decimal:
        return store(vector, row, toDecimal(text));
    case ColumnType::Guid:
        return store(vector, row, toGuid(text));
    case ColumnType::Dynamic:
        return store(vector, row, toDynamic(text));
    case ColumnType::String:
        break;
    }
    storePlain(vector, row, text);
    return true;
}

duckdb_logical_type storageType(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return duckdb_create_logical_type(DUCKDB_TYPE_BOOLEAN);
    case ColumnType::Int:
        return duckdb_create_logical_type(DUCKDB_TYPE_INTEGER);
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return duckdb_create_logical_type(DUCKDB_TYPE_BIGINT);
    case ColumnType::Real:
        return duckdb_create_logical_type(DUCKDB_TYPE_DOUBLE);
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    return duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
}

} // namespace sonde::cells
