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
    Result<SqlExpression> between(const KqlNode &node, SqlExpression value, SqlExpression lower,
                                  SqlExpression upper) const;

private:
    Result<void> unify(const KqlNode &node, bool ordered, SqlExpression &left, SqlExpression &right) const;
    const Refusal &m_refusal;
};

SqlExpression negated(const SqlExpression &condition);

} // namespace sonde
