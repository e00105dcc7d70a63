#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>
#include <optional>

namespace sonde {

/// What is done with decimals, whose SQL value is DecimalNumber::text(); for any thread. Internal to the
/// engine.

/// The literal of that text; nothing where it has more digits than the type holds.
std::optional<SqlExpression> decimalLiteral(const QString &text);
/// A whole number or a decimal as a decimal. Nothing for a real: which digits the service takes of one is not
/// written down.
std::optional<SqlExpression> asDecimal(const SqlExpression &number);
/// A text by which decimals are compared, see DecimalNumber::orderKey(); null where there is none.
QString decimalOrder(const SqlExpression &decimal);
/// The SQL function of + - * / for decimals, null where the result is none; nothing for other kinds of nodes.
std::optional<SqlExpression> decimalArithmetic(const KqlNode &node, const SqlExpression &left,
                                               const SqlExpression &right);
SqlExpression negatedDecimal(const SqlExpression &decimal);

/// Whether that function, scalar or aggregate, may have a decimal among its arguments: all others are refused
/// one, for a list or bag of decimals is not written down, nor how the service rounds.
bool takesDecimals(const QString &function);

const std::vector<ScalarFunction> &decimalFunctions();
/// False if DuckDB refused one.
bool registerDecimalFunctions(duckdb_connection connection);

} // namespace sonde
