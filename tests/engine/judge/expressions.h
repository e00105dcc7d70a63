#pragma once

#include "engine/judge/coverage.h"
#include "engine/judge/operation.h"
#include "kql/kqltree.h"

#include <functional>

namespace sonde::judge {

/// What names stand for while an expression is evaluated.
struct Scope
{
    const QList<ColumnHeader> *columns = nullptr;
    const Row *row = nullptr;
    /// The rows that aggregate functions look at; null outside of them.
    const std::vector<Row> *group = nullptr;
    /// All rows in their order, of which `row` is the one at that place, for prev() and its like.
    const std::vector<Row> *all = nullptr;
    std::size_t place = 0;
};

/// The child nodes that are no words of the language.
std::vector<const KqlNode *> partsOf(const KqlNode &node);
std::vector<const KqlNode *> listsIn(const KqlNode &node);
/// Without `name =`.
const KqlNode &unnamedPart(const KqlNode &node);
ColumnType typeOfNode(const KqlNode &node);
/// A whole number where the column is of reals becomes one.
Value fitted(const Value &value, ColumnType type);

/// Evaluates scalar expressions of the typed tree.
class Expressions
{
public:
    using ToRows = std::function<Rows(const KqlNode &)>;
    /// What a function is worth that is defined in KQL.
    using ToValue = std::function<Value(const KqlNode &call, const Scope &scope)>;
    Expressions(std::int64_t now, Coverage &coverage, ToRows toRows, ToValue toValue);

    Value evaluate(const KqlNode &node, const Scope &scope);
    void define(const QString &name, const Value &value) { m_variables.insert(name, value); }
    const QHash<QString, Value> &variables() const { return m_variables; }
    void setVariables(const QHash<QString, Value> &variables) { m_variables = variables; }
    /// An aggregate function that makes several columns: arg_max(), percentiles().
    Row aggregateColumns(const KqlNode &node, const Scope &scope);
    /// What a conversion such as tolong() makes of a text.
    Value converted(const QString &text, ColumnType type);
    /// Whether some value somewhere went beyond its type.
    bool sawOverflow() const { return m_sawOverflow; }
    Coverage &coverage() { return m_coverage; }

private:
    Value name(const KqlNode &node, const Scope &scope) const;
    Value aggregate(const KqlNode &node, const Scope &scope);
    Value apply(const KqlNode &node, const Scope &scope);
    Row extremeRow(const KqlNode &node, const Scope &scope);
    Value property(const KqlNode &node, const Scope &scope);
    Value element(const KqlNode &node, const Scope &scope);
    Value sequence(const KqlNode &node, const Scope &scope);
    Value runningSum(const KqlNode &node, const Scope &scope);
    Value toScalar(const KqlNode &node);
    void spread(const KqlNode &node, Operands &operands, const Scope &scope);
    Value overflowed();

    std::int64_t m_now = 0;
    Coverage &m_coverage;
    ToRows m_toRows;
    ToValue m_toValue;
    Operations m_operations;
    QHash<QString, Value> m_variables;
    bool m_sawOverflow = false;
};

} // namespace sonde::judge
