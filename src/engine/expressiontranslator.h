#pragma once

#include "core/ticks.h"
#include "engine/comparisons.h"
#include "engine/refusal.h"
#include "engine/sqlexpression.h"
#include "results/table.h"

#include <QHash>
#include <functional>

namespace sonde {

/// The rows of a tabular expression that stands inside a scalar one. Internal to the engine.
struct Subquery
{
    QString name;        ///< of the CTE
    SqlExpression first; ///< its first column
    QStringList order;   ///< ORDER BY terms; empty: no order
};

/// What the names in an expression stand for. Internal to the engine.
struct ExpressionScope
{
    QHash<QString, SqlExpression> columns; ///< of the rows at hand; empty outside a pipe
    QStringList columnOrder;
    bool aggregates = false; ///< inside summarize: aggregate functions may be called
};

/// Turns a bound scalar expression into SQL with KQL's meaning. Internal to the engine.
class ExpressionTranslator
{
public:
    ExpressionTranslator(const Refusal &refusal, Ticks now)
        : m_refusal(refusal)
        , m_comparisons(refusal)
        , m_now(now)
    {}

    /// Names a scalar of `let`; it hides an earlier one of that name.
    void define(const QString &name, const SqlExpression &value) { m_variables.insert(name, value); }
    /// How the rows of a tabular expression are found.
    void setSubqueries(std::function<Result<Subquery>(const KqlNode &)> find)
    {
        m_subquery = std::move(find);
    }
    /// A node that is a column already, for example a function over rows in their order.
    void setComputed(const KqlNode &node, const SqlExpression &value) { m_computed.insert(&node, value); }
    const Comparisons &comparisons() const { return m_comparisons; }

    Result<SqlExpression> translate(const KqlNode &node, const ExpressionScope &scope) const;
    /// The same, of that type.
    Result<SqlExpression> translateAs(const KqlNode &node, const ExpressionScope &scope,
                                      ColumnType type) const;

private:
    using Handler = Result<SqlExpression> (ExpressionTranslator::*)(const KqlNode &,
                                                                    const ExpressionScope &) const;
    static const QHash<QString, Handler> &handlers();

    Result<SqlExpression> name(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> inside(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> minus(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> arithmetic(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> logic(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> comparison(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> textOperator(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> textOperatorOnAll(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> hasList(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> in(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> inRows(const KqlNode &node, const KqlNode &element, SqlExpression left,
                                 bool folded) const;
    Result<SqlExpression> inDynamic(const KqlNode &element, const SqlExpression &left,
                                    const SqlExpression &list, bool folded) const;
    /// All texts of a list or of the first column of rows, as a list of SQL.
    Result<QString> textsOf(const KqlNode &element, const ExpressionScope &scope) const;
    Result<SqlExpression> toScalar(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> between(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> call(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> property(const KqlNode &node, const ExpressionScope &scope) const;

    Result<SqlExpression> timeArithmetic(const KqlNode &node, const SqlExpression &left,
                                         const SqlExpression &right) const;
    Result<SqlExpression> scaledTimespan(const KqlNode &node, const SqlExpression &left,
                                         const SqlExpression &right) const;
    Result<std::vector<SqlExpression>> operands(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> textOperand(const KqlNode &node, const ExpressionScope &scope) const;

    const Refusal &m_refusal;
    Comparisons m_comparisons;
    Ticks m_now;
    QHash<QString, SqlExpression> m_variables;
    QHash<const KqlNode *, SqlExpression> m_computed;
    std::function<Result<Subquery>(const KqlNode &)> m_subquery;
    mutable qsizetype m_pasted = 0; ///< how much SQL the variables have become so far
};

/// The type the binder gave a node, or a refusal of a type that is not of this engine.
Result<ColumnType> typeOf(const KqlNode &node, const Refusal &refusal);
/// The children that are no keywords.
std::vector<const KqlNode *> expressionsOf(const KqlNode &node);

} // namespace sonde
