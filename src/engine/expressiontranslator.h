#pragma once

#include "core/ticks.h"
#include "engine/comparisons.h"
#include "engine/refusal.h"
#include "engine/sqlexpression.h"
#include "results/table.h"

#include <QHash>

namespace sonde {

/// What the names in an expression stand for. Internal to the engine.
struct ExpressionScope
{
    QHash<QString, SqlExpression> columns; ///< of the rows at hand; empty outside a pipe
    QStringList columnOrder;
    QStringList order;       ///< ORDER BY terms that the rows are sorted by; empty: no order
    QString aggregateFilter; ///< a condition of SQL on the rows that aggregate functions take; empty: all
    bool aggregates = false; ///< inside summarize: aggregate functions may be called
};

/// The rows of a tabular expression that stands inside a scalar one. Internal to the engine.
struct Subquery
{
    QString name;        ///< of the CTE
    SqlExpression first; ///< its first column
    QStringList order;   ///< ORDER BY terms; empty: no order
};

/// What an expression needs of the query around it. Internal to the engine.
class EnclosingQuery
{
public:
    /// The value of a call of a function that is defined in KQL.
    virtual Result<SqlExpression> callValue(const KqlNode &call, const ExpressionScope &scope) = 0;
    virtual Result<Subquery> rowsOf(const KqlNode &node) = 0;

protected:
    EnclosingQuery() = default;
    ~EnclosingQuery() = default;
    EnclosingQuery(const EnclosingQuery &) = default;
    EnclosingQuery &operator=(const EnclosingQuery &) = default;
};

/// Turns a bound scalar expression into SQL with KQL's meaning. Internal to the engine.
class ExpressionTranslator
{
public:
    /// Both references outlive this.
    ExpressionTranslator(const Refusal &refusal, Ticks now, EnclosingQuery &query)
        : m_refusal(refusal)
        , m_comparisons(refusal)
        , m_now(now)
        , m_query(query)
    {}

    /// Names a scalar of `let`; it hides an earlier one of that name.
    void define(const QString &name, const SqlExpression &value) { m_variables.insert(name, value); }
    /// `set name = value`
    void setOption(const QString &name, const SqlExpression &value) { m_options.insert(name, value); }
    const QHash<QString, SqlExpression> &variables() const { return m_variables; }
    void setVariables(const QHash<QString, SqlExpression> &variables) { m_variables = variables; }
    /// A node that is a column already, for example a function over rows in their order.
    void setComputed(const KqlNode &node, const SqlExpression &value) { m_computed.insert(&node, value); }
    const Comparisons &comparisons() const { return m_comparisons; }
    Result<SqlExpression> translate(const KqlNode &node, const ExpressionScope &scope) const;
    /// The same for what a name is to stand for: it tells whether it is known only among the rows at hand.
    Result<SqlExpression> namedValue(const KqlNode &node, const ExpressionScope &scope) const;
    /// The same as translate(), of that type.
    Result<SqlExpression> translateAs(const KqlNode &node, const ExpressionScope &scope,
                                      ColumnType type) const;

    /// An expression that may become several columns.
    Result<std::vector<SqlExpression>> columns(const KqlNode &node, const ExpressionScope &scope) const;

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
    /// The rows of a tabular expression; what is made of the columns of the rows around it is out of reach
    /// there.
    Result<Subquery> rowsOf(const KqlNode &node) const;
    Result<SqlExpression> toScalar(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> between(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> call(const KqlNode &node, const ExpressionScope &scope) const;
    Result<std::vector<SqlExpression>> callColumns(const KqlNode &node, const ExpressionScope &scope) const;
    Result<std::vector<SqlExpression>> arguments(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> property(const KqlNode &node, const ExpressionScope &scope) const;

    Result<SqlExpression> element(const KqlNode &node, const SqlExpression &base,
                                  const ExpressionScope &scope) const;
    Result<SqlExpression> timeArithmetic(const KqlNode &node, const SqlExpression &left,
                                         const SqlExpression &right) const;
    Result<SqlExpression> scaledTimespan(const KqlNode &node, const SqlExpression &left,
                                         const SqlExpression &right) const;
    Result<std::vector<SqlExpression>> operands(const KqlNode &node, const ExpressionScope &scope) const;
    Result<SqlExpression> textOperand(const KqlNode &node, const ExpressionScope &scope) const;

    const Refusal &m_refusal;
    Comparisons m_comparisons;
    Ticks m_now;
    EnclosingQuery &m_query;
    QHash<QString, SqlExpression> m_variables;
    QHash<QString, SqlExpression> m_options;
    QHash<const KqlNode *, SqlExpression> m_computed;
    mutable int m_level = 0;         ///< of subqueries in subqueries
    mutable bool m_readsRow = false; ///< whether a column of the rows at hand was read, or all of the rows
    mutable qsizetype m_pasted = 0;  ///< how much SQL the variables have become so far
};

/// The type the binder gave a node, or a refusal of a type that is not of this engine.
Result<ColumnType> typeOf(const KqlNode &node, const Refusal &refusal);
/// What stands behind `name =` or `(name, name) =`, or the node itself.
const KqlNode &unnamed(const KqlNode &node);
/// The children that are no keywords.
std::vector<const KqlNode *> expressionsOf(const KqlNode &node);

} // namespace sonde
