#pragma once

#include <duckdb.h>

namespace sonde {

/// What the operator parse-kv calls. kql_parse_kv(text, form) gives a JSON list of the values of the form's
/// keys, null where there is none. The form is a JSON list: the keys, the delimiter of pairs and that between
/// key and value (both empty: whatever is no letter and no digit), pairs of quotes, characters that escape,
/// whether it is greedy. kql_value_of_key(keys, values, key) looks a key up in two JSON lists. False if
/// DuckDB refused one. Internal to the engine.
bool registerKeyValues(duckdb_connection connection);

} // namespace sonde
