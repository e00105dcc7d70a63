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
    Expressions(std::int64_t now, Coverage &coverage, ToRows toRows);

    Value evaluate(const KqlNode &node, const Scope &scope);
    void define(const QString &name, const Value &value) { m_variables.insert(name, value); }
    /// Whether some value somewhere went beyond its type.
    bool sawOverflow() const { return m_sawOverflow; }
    Coverage &coverage() { return m_coverage; }

private:
    Value name(const KqlNode &node, const Scope &scope) const;
    Value aggregate(const KqlNode &node, const Scope &scope);
    Value apply(const KqlNode &node, const Scope &scope);
    Value element(const KqlNode &node, const Scope &scope);
    Value sequence(const KqlNode &node, const Scope &scope);
    Value runningSum(const KqlNode &node, const Scope &scope);
    Value toScalar(const KqlNode &node);
    void spread(const KqlNode &node, Operands &operands, const Scope &scope);
    Value overflowed();

    std::int64_t m_now = 0;
    Coverage &m_coverage;
    ToRows m_toRows;
    Operations m_operations;
    QHash<QString, Value> m_variables;
    bool m_sawOverflow = false;
};

} // namespace sonde::judge
