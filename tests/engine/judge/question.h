#pragma once

#include "engine/judge/value.h"

namespace sonde::judge {

/// An expression as a text with `$1`, `$2`... where its parts go, so that parts can be replaced.
struct Piece
{
    ColumnType type = ColumnType::Long;
    QString form;
    std::vector<Piece> parts;
    bool isFixed = false; ///< an aggregate: nothing else may stand in its place
    QString text() const;
};

/// `x = EXPRESSION asc`
struct Item
{
    QString before;
    Piece piece;
    QString after;
};

struct Query;

/// HEAD items by items (sides) TAIL
struct Step
{
    QString head;
    std::vector<Item> items;
    std::vector<Item> by;
    std::vector<Query> sides;
    QString tail;
    QString text() const;
};

struct Query
{
    QString source; ///< a table; empty: the first step is a source
    std::vector<Step> steps;
    QString text() const;
};

struct NamedRows
{
    QString name;
    Rows rows;
};

/// What both judges are asked.
struct Question
{
    std::vector<NamedRows> tables; ///< those that are written into the query
    std::vector<Item> lets;
    Query query;
    bool ordered = false; ///< the rows' order is settled by the last step
    QString text() const;
    /// Expressions at the top of items.
    int expressions() const;
};

/// As KQL and as SQL write it.
QString kqlLiteral(const Value &value, ColumnType type);
QString sqlLiteral(const Value &value, ColumnType type);

} // namespace sonde::judge
