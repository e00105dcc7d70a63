#pragma once

#include "engine/engine.h"
#include "engine/expressiontranslator.h"
#include "engine/operatortable.h"
#include "engine/refusal.h"
#include "kql/kqltree.h"

#include <functional>
#include <memory>
#include <optional>

namespace sonde {

/// The rows that one stage of a pipe gives: a CTE whose columns are c0, c1... whatever their KQL names are.
/// Internal to the engine.
struct Relation
{
    QString name; ///< of the CTE; empty: no rows to read from
    QList<ColumnHeader> columns;
    /// The columns that the rows are sorted by; they are carried along behind the others until the end.
    QStringList hidden;
    QStringList order; ///< ORDER BY terms over `hidden`; empty: no order
    /// The order means something: functions over rows in their order may be called.
    bool serialized = false;
    bool numbered = false; ///< `order` is one column of numbers, no two the same
    bool sorted = false;   ///< the query asked for the order
    QString alias;         ///< of a table its name, or the one that `as` has just given
};

/// What the names of a query stand for at one place of it.
struct Names
{
    /// `let T = ...`, or an argument of a function: rows that are there, or an expression with the names that
    /// it was written among.
    struct Tabular
    {
        std::optional<Relation> rows;
        const KqlNode *expression = nullptr;
        std::shared_ptr<const Names> names;
    };
    QHash<QString, SqlExpression> scalars;
    QHash<QString, Tabular> tables;
    /// What a function sees, and where it is declared.
    struct Function
    {
        std::shared_ptr<const Names> names;
        const KqlNode *declaration = nullptr;
    };
    QHash<QString, Function> functions;
};

/// Turns one bound query into one SQL statement, a CTE for each stage. Used once. Internal to the engine.
class QueryTranslator final : private EnclosingQuery
{
public:
    /// Runs a statement and gives the texts of its first column.
    using Look = std::function<Result<QStringList>(const QString &sql)>;

    /// All but \a look outlive this.
    QueryTranslator(const KqlTree &tree, const QList<EngineTable> &tables, const QueryRequest &request,
                    Look look);
    QueryTranslator(const QueryTranslator &) = delete; // its expressions know where it is
    QueryTranslator &operator=(const QueryTranslator &) = delete;

    struct Plan
    {
        QString sql;
        QueryShape shape;
        /// Not empty: there is no plan yet; this is the query with more said about its columns.
        QString text;
    };
    Result<Plan> translate();

    // For the operators.
    const Refusal &refusal() const { return m_refusal; }
    const ExpressionTranslator &expressions() const { return m_expressions; }
    const EngineTable *table(const QString &name) const;
    /// ` WHERE ...` over the SQL column of TimeGenerated, or nothing.
    QString rangeCondition(const QString &timeColumn) const;
    /// The rows of a variable; nothing where it is none.
    Result<std::optional<Relation>> variable(const QString &name);
    bool isVariable(const QString &name) const { return m_tables.contains(name); }
    /// From here on that name stands for those rows.
    void nameRows(const QString &name, const Relation &rows);
    /// The rows that a call gives of a function that is defined in KQL; \a input: its first argument, where
    /// `invoke` gives it.
    Result<Relation> callRows(const KqlNode &call, const Relation *input);
    /// The rows of a view that the query declares.
    Result<Relation> viewRows(const KqlNode &node, const QString &name);
    const QList<EngineTable> &tables() const { return m_workspace; }
    const KqlTree &tree() const { return m_tree; }
    /// What a node is worth among the columns of the relation that it is translated with next.
    void setComputed(const KqlNode &node, const SqlExpression &value)
    {
        m_expressions.setComputed(node, value);
    }
    void setRender(const RenderClause &render) { m_render = render; }
    QString textOf(const KqlNode &node) const;

    /// The rows of any tabular expression.
    Result<Relation> relationOf(const KqlNode &node);
    /// What the operators of a subquery make of rows.
    Result<Relation> piped(const KqlNode &node, const Relation &input);
    /// The same, of one that stands inside something else: names given in it are not known outside.
    Result<Relation> innerRelationOf(const KqlNode &node);
    /// One operator of a pipe.
    Result<Relation> apply(const KqlNode &stage, const Relation &input);
    ExpressionScope scopeOf(const Relation &relation) const;
    /// What the binder says of a tabular node.
    Result<QList<ColumnHeader>> headersOf(const KqlNode &node) const;

    /// A new stage `SELECT values AS c0... [hidden] FROM input tail`; keeps the input's order where \a
    /// ordered.
    Relation addStage(const QList<SqlExpression> &values, const QList<ColumnHeader> &columns,
                      const Relation &input, const QString &tail, bool ordered);
    /// The texts of the first column of a SELECT over the stages so far, which runs at once.
    Result<QStringList> look(const QString &select);
    /// Ends the translation: the query is to be bound again with \a text behind the node, or in place of the
    /// last \a replaced characters of it.
    tl::unexpected<Error> bindAgain(const KqlNode &node, const QString &text, int replaced = 0);
    /// What \a build makes, as one SELECT whose stages are its own: it may stand in another stage, and use
    /// that one's columns. Its columns are c0, c1... and the rows in their order.
    Result<QString> subquery(const std::function<Result<Relation>()> &build, Relation *shape);
    /// A new stage of that text.
    Relation addRawStage(const QString &select, const QList<ColumnHeader> &columns);
    /// The expressions of a list, which make the columns of \a headers from the present place on.
    Result<void> appendValues(const KqlNode &list, const ExpressionScope &scope,
                              const QList<ColumnHeader> &headers, QList<SqlExpression> &values) const;
    /// The rows with one more column behind all that they have, hidden ones too; not among `columns`.
    Relation addColumn(const QString &sql, const QString &name, const Relation &input);
    /// The same rows, which DuckDB works out once however often they are read.
    Relation materialized(const Relation &input);
    /// The rows of `materialize(...)`: the same each time that the same is asked for.
    Result<Relation> materializedRows(const KqlNode &expression);
    /// Among the stages of a subquery().
    bool isInside() const { return m_isInside; }
    /// All columns of a relation as they are.
    QList<SqlExpression> columnsOf(const Relation &relation) const;
    /// Refuses parameters such as `kind=...`; hints about execution change nothing and pass.
    Result<void> refuseParameters(const KqlNode &list) const;
    QString uniqueName(QStringView prefix);

private:
    Result<SqlExpression> callValue(const KqlNode &call, const ExpressionScope &scope) override;
    Result<Subquery> rowsOf(const KqlNode &node) override;
    Result<Names> bindParameters(const KqlNode &call, const ExpressionScope &scope, const Relation *input);
    /// Runs \a use on what a function's body ends with, among the names that are known in it.
    template <typename Use>
    auto inBody(const KqlNode &call, const KqlNode &body, const Names &inside, Use use)
        -> decltype(use(body));
    /// The same of the body that belongs to a call.
    template <typename Use>
    auto inCall(const KqlNode &call, const ExpressionScope &scope, const Relation *input, Use use)
        -> decltype(use(call));
    bool isTooLarge() const { return m_stagesSize > largestSql || m_stageCount > mostStages; }
    Names names() const;
    void setNames(const Names &names);
    Result<void> define(const KqlNode &let);
    Result<void> defineParameters(const KqlNode &declaration);
    Result<void> setOption(const KqlNode &option);
    Plan finish(const Relation &relation) const;

    const KqlTree &m_tree;
    const QList<EngineTable> &m_workspace;
    const QueryRequest &m_request;
    Refusal m_refusal;
    ExpressionTranslator m_expressions;
    QHash<QString, Names::Tabular> m_tables; ///< tabular variables
    QHash<QString, Names::Function> m_functions;
    Look m_look;
    QString m_text;  ///< of bindAgain()
    int m_depth = 0; ///< of calls of functions in calls of functions
    QStringList m_stages;
    static constexpr int mostStages = 900; ///< DuckDB has one in another, a thousand at most
    qsizetype m_stagesSize = 0;            ///< in characters
    int m_stageCount = 0;                  ///< with those of subqueries
    RenderClause m_render;
    bool m_isInside = false;
    QHash<QString, Relation> m_materialized; ///< by place and stages
    int m_nextName = 0;
};

/// Where the column of that name is; -1: there is none.
qsizetype columnPlace(const QList<ColumnHeader> &columns, const QString &name);
/// The lists among a node's children, in order.
std::vector<const KqlNode *> listsOf(const KqlNode &node);
/// The names in front of `=`: one, several in parentheses, or none.
QStringList givenNames(const KqlNode &node);

} // namespace sonde
