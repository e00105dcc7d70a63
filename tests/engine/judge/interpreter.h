#pragma once

#include "engine/judge/expressions.h"

namespace sonde::judge {

/// Runs the typed tree of a query over vectors of rows with nested loops. What it does not know it says by
/// throwing Unknown.
class Interpreter
{
public:
    using Tables = QHash<QString, Rows>;
    Interpreter(const KqlTree &tree, const Tables &tables, std::int64_t now, Coverage &coverage);

    /// Throws Unsettled where it is open whether the query fails. Cells may be Overflow.
    Rows answer();
    bool sawOverflow() const { return m_expressions.sawOverflow(); }

private:
    using Operator = Rows (Interpreter::*)(const KqlNode &, const Rows &);
    static const QHash<QString, Operator> &operators();

    void define(const KqlNode &let);
    /// What \a use makes of the last expression of a function's body, among its parameters.
    template <typename Use>
    auto inBody(const KqlNode &call, const Scope &scope, Use use);
    Value callValue(const KqlNode &call, const Scope &scope);
    Rows rowsOf(const KqlNode &node);
    Rows named(const KqlNode &node, const Rows &input);
    Rows print(const KqlNode &node, const Rows &input);
    Rows dataTable(const KqlNode &node, const Rows &input);
    Rows range(const KqlNode &node, const Rows &input);
    Rows where(const KqlNode &node, const Rows &input);
    Rows take(const KqlNode &node, const Rows &input);
    Rows sort(const KqlNode &node, const Rows &input);
    Rows top(const KqlNode &node, const Rows &input);
    Rows count(const KqlNode &node, const Rows &input);
    Rows distinct(const KqlNode &node, const Rows &input);
    Rows project(const KqlNode &node, const Rows &input);
    Rows extend(const KqlNode &node, const Rows &input);
    Rows choose(const KqlNode &node, const Rows &input);
    Rows rename(const KqlNode &node, const Rows &input);
    Rows summarize(const KqlNode &node, const Rows &input);
    Rows unite(const KqlNode &node, const Rows &input);
    Rows expand(const KqlNode &node, const Rows &input);
    Rows applied(const KqlNode &node, const Rows &input);
    /// What the operators of a subquery make of rows.
    Rows piped(const KqlNode &node, const Rows &input);
    Rows partitioned(const KqlNode &node, const Rows &input);
    Rows makeSeries(const KqlNode &node, const Rows &input);
    Rows parse(const KqlNode &node, const Rows &input);
    Rows called(const KqlNode &node, const Rows &input);
    Rows join(const KqlNode &node, const Rows &input);

    Rows sortedBy(const std::vector<const KqlNode *> &keys, const Rows &input);
    Rows limited(const KqlNode &count, const Rows &input);
    std::vector<Row> keysOf(const std::vector<const KqlNode *> &keys, const Rows &input);
    void note(const KqlNode &node, const std::vector<const KqlNode *> &keys, const std::vector<Row> &values);

    const KqlTree &m_tree;
    const Tables &m_tables;
    Expressions m_expressions;
    QHash<QString, const KqlNode *> m_lets;
};

} // namespace sonde::judge
