#pragma once

#include "results/column.h"

#include <QString>
#include <optional>

namespace sonde {

/// A piece of SQL that computes one value, and what KQL knows of it. Its SQL type is sqlTypeName(type); a
/// string is never NULL. Internal to the engine.
struct SqlExpression
{
    QString sql; ///< stands as an operand anywhere, in parentheses where it needs them
    ColumnType type = ColumnType::String;
    bool nullable = true;
    /// Of a name's value: how deep among subqueries the rows are whose columns it is made of; -1: of none.
    int rowLevel = -1;
    bool operator==(const SqlExpression &) const = default;
};

/// As much SQL as one query may become, in characters.
constexpr qsizetype largestSql = 4 * 1024 * 1024;

/// BOOLEAN, INTEGER, BIGINT, DOUBLE or VARCHAR.
QString sqlTypeName(ColumnType type);
/// A VARCHAR literal. \a text has no U+0000.
QString sqlString(const QString &text);
SqlExpression nullOf(ColumnType type);

bool isWholeNumber(ColumnType type); ///< int, long
bool isNumber(ColumnType type);      ///< int, long, real

/// The same value as that type: int to long, whole numbers to real and decimal, NULL to anything. Only where
/// widens() is true.
SqlExpression widened(const SqlExpression &expression, ColumnType type);
bool widens(ColumnType from, ColumnType to);

/// The value as JSON, that is of type dynamic.
SqlExpression toDynamic(const SqlExpression &expression);
/// The same, with `null` for null: never NULL.
QString toJson(const SqlExpression &expression);
/// KQL's tostring(): never null.
SqlExpression toText(const SqlExpression &expression);

} // namespace sonde
