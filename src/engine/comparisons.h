#pragma once

#include "engine/refusal.h"
#include "engine/sqlexpression.h"

namespace sonde {

enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

/// Comparisons by KQL's rules: a null and a value are different, two nulls compare to null, NaN equals
/// nothing. Internal to the engine.
class Comparisons
{
public:
    explicit Comparisons(const Refusal &refusal)
        : m_refusal(refusal)
    {}

    Result<SqlExpression> compare(const KqlNode &node, Comparison comparison, SqlExpression left,
                                  SqlExpression right) const;
    /// `left in (list)`, by the rule of ==.
    Result<SqlExpression> in(const KqlNode &node, const SqlExpression &left,
                             const std::vector<SqlExpression> &list) const;
    /// Whether two rows of a join belong together: by the rule of ==, but plain SQL, so that DuckDB can look
    /// the rows up. A null and NaN belong to nothing.
    Result<SqlExpression> sameKey(const KqlNode &node, SqlExpression left, SqlExpression right) const;
    /// `left in (table)`, by the rule of ==: \a value is a column of the CTE \a table.
    Result<SqlExpression> inTable(const KqlNode &node, SqlExpression left, SqlExpression value,
                                  const QString &table) const;
    Result<SqlExpression> between(const KqlNode &node, SqlExpression value, SqlExpression lower,
                                  SqlExpression upper) const;

private:
    Result<void> unify(const KqlNode &node, bool ordered, SqlExpression &left, SqlExpression &right) const;
    const Refusal &m_refusal;
};

SqlExpression negated(const SqlExpression &condition);

} // namespace sonde
