#pragma once

#include <duckdb.h>

namespace sonde {

/// What the operator parse calls: kql_parse(text, pattern). The pattern is a JSON list of texts: `=` and a
/// text to find, `*` for anything, `t` for a column of any text up to what follows, `w` and `r` for one of
/// the digits of a whole number or a real. The result is a JSON list of the columns' texts, null where there
/// were no digits; NULL where the text is not of that pattern. False if DuckDB refused one. Internal to the
/// engine.
bool registerParsePatterns(duckdb_connection connection);

} // namespace sonde
