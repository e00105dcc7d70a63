#include "engine/decimaltotals.h"

#include "engine/decimalnumber.h"
#include "engine/ownfailures.h"
#include "engine/valuesize.h"

#include <algorithm>
#include <new>
#include <optional>
#include <string>
#include <string_view>

namespace sonde {

namespace {

struct Total
{
    DecimalNumber sum;
    idx_t count = 0;
    std::size_t precision = 0;

    void add(const DecimalNumber &number)
    {
        sum = DecimalNumber::exactSum(sum, number);
        precision = std::max(precision, number.precision());
        ++count;
    }
    void add(const Total &other)
    {
        sum = DecimalNumber::exactSum(sum, other.sum);
        precision = std::max(precision, other.precision);
        count += other.count;
    }
};

/// What DuckDB moves about: a pointer, for it copies states as bytes.
struct State
{
    Total *total;
};

State &stateAt(duckdb_aggregate_state *states, idx_t index)
{
    return *reinterpret_cast<State *>(states[index]);
}

/// No exception may get into DuckDB, which has a C++ library of its own.
template <typename Work>
void guarded(duckdb_function_info info, Work work)
{
    try {
        work();
    } catch (const std::bad_alloc &) {
        duckdb_aggregate_function_set_error(info, ValueTooLarge().what());
    } catch (...) {
        duckdb_aggregate_function_set_error(info, failures::unknown);
    }
}

idx_t sizeOfState(duckdb_function_info)
{
    return sizeof(State);
}

void begin(duckdb_function_info, duckdb_aggregate_state state)
{
    reinterpret_cast<State *>(state)->total = nullptr;
}

Total &totalOf(State &state)
{
    if (state.total == nullptr)
        state.total = new Total;
    return *state.total;
}

void update(duckdb_function_info info, duckdb_data_chunk chunk, duckdb_aggregate_state *states)
{
    guarded(info, [&] {
        const duckdb_vector vector = duckdb_data_chunk_get_vector(chunk, 0);
        auto *cells = static_cast<duckdb_string_t *>(duckdb_vector_get_data(vector));
        std::uint64_t *validity = duckdb_vector_get_validity(vector);
        const idx_t rows = duckdb_data_chunk_get_size(chunk);
        for (idx_t row = 0; row < rows; ++row) {
            if (validity != nullptr && !duckdb_validity_row_is_valid(validity, row))
                continue;
            const std::string_view text(duckdb_string_t_data(cells + row),
                                        duckdb_string_t_length(cells[row]));
            if (const auto number = DecimalNumber::fromText(text))
                totalOf(stateAt(states, row)).add(*number);
        }
    });
}

void combine(duckdb_function_info info, duckdb_aggregate_state *source, duckdb_aggregate_state *target,
             idx_t count)
{
    guarded(info, [&] {
        for (idx_t i = 0; i < count; ++i) {
            if (const Total *part = stateAt(source, i).total)
                totalOf(stateAt(target, i)).add(*part);
        }
    });
}

std::optional<std::string> sumOf(const Total &total)
{
    const DecimalNumber sum = total.sum.rounded(total.precision);
    return sum.isInRange() ? std::optional(sum.text()) : std::nullopt;
}

std::optional<std::string> averageOf(const Total &total)
{
    const auto count = DecimalNumber::fromText(std::to_string(total.count));
    // One digit more than it needs for each place of the count keeps the quotient's last one right.
    const DecimalNumber average = (total.sum.rounded(total.precision + 20) / *count).rounded(total.precision);
    return average.isInRange() ? std::optional(average.text()) : std::nullopt;
}

template <std::optional<std::string> (*result)(const Total &)>
void finish(duckdb_function_info info, duckdb_aggregate_state *states, duckdb_vector output, idx_t count,
            idx_t offset)
{
    guarded(info, [&] {
        duckdb_vector_ensure_validity_writable(output);
        for (idx_t i = 0; i < count; ++i) {
            const Total *total = stateAt(states, i).total;
            const auto text = total == nullptr ? std::nullopt : result(*total);
            if (text)
                duckdb_vector_assign_string_element_len(output, offset + i, text->data(), text->size());
            else
                duckdb_validity_set_row_invalid(duckdb_vector_get_validity(output), offset + i);
        }
    });
}

void end(duckdb_aggregate_state *states, idx_t count)
{
    for (idx_t i = 0; i < count; ++i)
        delete stateAt(states, i).total;
}

bool add(duckdb_connection connection, const char *name, duckdb_aggregate_finalize_t finalize)
{
    duckdb_aggregate_function aggregate = duckdb_create_aggregate_function();
    duckdb_aggregate_function_set_name(aggregate, name);
    duckdb_logical_type text = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
    duckdb_aggregate_function_add_parameter(aggregate, text);
    duckdb_aggregate_function_set_return_type(aggregate, text);
    duckdb_destroy_logical_type(&text);
    duckdb_aggregate_function_set_functions(aggregate, sizeOfState, begin, update, combine, finalize);
    duckdb_aggregate_function_set_destructor(aggregate, end);
    const bool done = duckdb_register_aggregate_function(connection, aggregate) == DuckDBSuccess;
    duckdb_destroy_aggregate_function(&aggregate);
    return done;
}

} // namespace

bool registerDecimalTotals(duckdb_connection connection)
{
    return add(connection, "kql_decimal_sum", finish<sumOf>) &&
           add(connection, "kql_decimal_avg", finish<averageOf>);
}

} // namespace sonde
