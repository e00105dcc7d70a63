#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>
#include <optional>

namespace sonde {

/// What is done with decimals, whose SQL value is DecimalNumber::text(). Internal to the engine.

/// The literal of that text; nothing where it has more digits than the type holds.
std::optional<SqlExpression> decimalLiteral(const QString &text);
/// A whole number or a decimal as a decimal. Nothing for a real: which digits the service takes of one is not
/// written down.
std::optional<SqlExpression> asDecimal(const SqlExpression &number);
/// What texts are compared by instead of decimals: of type string, and null where that is.
QString decimalOrder(const SqlExpression &decimal);
/// The SQL function of + - * / for decimals; nothing for other kinds of nodes.
std::optional<SqlExpression> decimalArithmetic(const KqlNode &node, const SqlExpression &left,
                                               const SqlExpression &right);
SqlExpression negatedDecimal(const SqlExpression &decimal);

const std::vector<ScalarFunction> &decimalFunctions();
/// False if DuckDB refused one.
bool registerDecimalFunctions(duckdb_connection connection);

} // namespace sonde
