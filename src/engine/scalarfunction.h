#pragma once

#include "engine/interruption.h"
#include "engine/valuesize.h"

#include <algorithm>
#include <cstdint>
#include <duckdb.h>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

/// Registers plain C++ functions as scalar functions of DuckDB. Internal to the engine.
///
/// A function takes and returns bool, std::int64_t, double, std::string_view (argument) and std::string
/// (result). A parameter of type std::optional sees nulls; where there is none, a null argument makes a null
/// result without a call. A result of type std::optional may be null. One that throws Failure or
/// ValueTooLarge fails the query. Between two rows it is looked whether somebody still waits for them.
namespace sonde::duck {

template <typename T>
struct Sql;

template <>
struct Sql<bool>
{
    static constexpr duckdb_type type = DUCKDB_TYPE_BOOLEAN;
    using Storage = bool;
};
template <>
struct Sql<std::int64_t>
{
    static constexpr duckdb_type type = DUCKDB_TYPE_BIGINT;
    using Storage = std::int64_t;
};
template <>
struct Sql<double>
{
    static constexpr duckdb_type type = DUCKDB_TYPE_DOUBLE;
    using Storage = double;
};
template <>
struct Sql<std::string_view>
{
    static constexpr duckdb_type type = DUCKDB_TYPE_VARCHAR;
    using Storage = duckdb_string_t;
};
template <>
struct Sql<std::string> : Sql<std::string_view>
{};

template <typename T>
struct Optional : std::false_type
{
    using Value = T;
};
template <typename T>
struct Optional<std::optional<T>> : std::true_type
{
    using Value = T;
};

/// Reads one argument's cells.
template <typename Parameter>
class Argument
{
    using Value = typename Optional<Parameter>::Value;
    using Storage = typename Sql<Value>::Storage;

public:
    Argument(duckdb_data_chunk chunk, idx_t index)
    {
        const duckdb_vector vector = duckdb_data_chunk_get_vector(chunk, index);
        m_cells = static_cast<Storage *>(duckdb_vector_get_data(vector));
        m_validity = duckdb_vector_get_validity(vector);
    }

    bool isNull(idx_t row) const
    {
        return m_validity != nullptr && !duckdb_validity_row_is_valid(m_validity, row);
    }

    Parameter at(idx_t row) const
    {
        if constexpr (Optional<Parameter>::value) {
            if (isNull(row))
                return std::nullopt;
        }
        if constexpr (std::is_same_v<Value, std::string_view>) {
            duckdb_string_t *cell = m_cells + row;
            requireRoom(duckdb_string_t_length(*cell));
            return std::string_view(duckdb_string_t_data(cell), duckdb_string_t_length(*cell));
        } else {
            return m_cells[row];
        }
    }

private:
    Storage *m_cells;
    std::uint64_t *m_validity;
};

template <typename Result>
void store(duckdb_vector vector, idx_t row, const Result &result)
{
    if constexpr (Optional<Result>::value) {
        if (result) {
            store(vector, row, *result);
        } else {
            duckdb_vector_ensure_validity_writable(vector);
            duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vector), row);
        }
    } else if constexpr (std::is_same_v<Result, std::string>) {
        requireRoom(result.size());
        duckdb_vector_assign_string_element_len(vector, row, result.data(), result.size());
    } else {
        static_cast<typename Sql<Result>::Storage *>(duckdb_vector_get_data(vector))[row] = result;
    }
}

/// What a function throws that cannot go on: the query fails with this code, one of ownfailures.h.
struct Failure
{
    const char *code;
};

/// \a cancel may be nullptr.
template <auto function, typename Result, typename... Parameters, std::size_t... indexes>
void callRows(duckdb_data_chunk chunk, duckdb_vector output, const CancelState *cancel,
              std::index_sequence<indexes...>)
{
    const std::tuple<Argument<Parameters>...> arguments(Argument<Parameters>(chunk, indexes)...);
    const idx_t rows = duckdb_data_chunk_get_size(chunk);
    for (idx_t row = 0; row < rows; ++row) {
        if (cancel != nullptr && cancel->isCancelled())
            throw Failure{failures::cancelled};
        const bool nullArgument =
            ((!Optional<Parameters>::value && std::get<indexes>(arguments).isNull(row)) || ...);
        if (nullArgument) {
            duckdb_vector_ensure_validity_writable(output);
            duckdb_validity_set_row_invalid(duckdb_vector_get_validity(output), row);
        } else {
            store<Result>(output, row, function(std::get<indexes>(arguments).at(row)...));
        }
    }
}

template <auto function>
struct Registration;

template <typename Result, typename... Parameters, Result (*function)(Parameters...)>
struct Registration<function>
{
    static void call(duckdb_function_info info, duckdb_data_chunk chunk, duckdb_vector output)
    {
        // No exception may get into DuckDB, which has a C++ library of its own.
        try {
            const auto *cancel = static_cast<const CancelState *>(duckdb_scalar_function_get_bind_data(info));
            callRows<function, Result, Parameters...>(chunk, output, cancel,
                                                      std::index_sequence_for<Parameters...>());
        } catch (const Failure &failure) {
            duckdb_scalar_function_set_error(info, failure.code);
        } catch (const ValueTooLarge &failure) {
            duckdb_scalar_function_set_error(info, failure.what());
        } catch (const std::bad_alloc &) {
            duckdb_scalar_function_set_error(info, ValueTooLarge().what());
        } catch (...) {
            duckdb_scalar_function_set_error(info, failures::unknown);
        }
    }

    static bool add(duckdb_connection connection, const char *name)
    {
        duckdb_scalar_function scalar = duckdb_create_scalar_function();
        duckdb_scalar_function_set_name(scalar, name);
        const auto addType = [scalar](duckdb_type id, auto set) {
            duckdb_logical_type type = duckdb_create_logical_type(id);
            set(scalar, type);
            duckdb_destroy_logical_type(&type);
        };
        (addType(Sql<typename Optional<Parameters>::Value>::type, duckdb_scalar_function_add_parameter), ...);
        addType(Sql<typename Optional<Result>::Value>::type, duckdb_scalar_function_set_return_type);
        duckdb_scalar_function_set_special_handling(scalar);
        duckdb_scalar_function_set_bind(scalar, &Interruption::bind);
        duckdb_scalar_function_set_function(scalar, &Registration::call);
        const bool done = duckdb_register_scalar_function(connection, scalar) == DuckDBSuccess;
        duckdb_destroy_scalar_function(&scalar);
        return done;
    }
};

/// Adds \a function to the database of \a connection under \a name.
template <auto function>
bool registerFunction(duckdb_connection connection, const char *name)
{
    return Registration<function>::add(connection, name);
}

/// What registerAll() adds, by its name in SQL.
struct NamedFunction
{
    const char *name;
    bool (*add)(duckdb_connection, const char *);
};

/// False if DuckDB refused one.
template <std::size_t count>
bool registerAll(duckdb_connection connection, const NamedFunction (&functions)[count])
{
    return std::all_of(functions, functions + count, [connection](const NamedFunction &function) {
        return function.add(connection, function.name);
    });
}

} // namespace sonde::duck
