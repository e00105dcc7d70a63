#pragma once

#include "engine/engine.h"
#include "engine/expressiontranslator.h"
#include "engine/operatortable.h"
#include "engine/refusal.h"
#include "kql/kqltree.h"

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

/// Turns one bound query into one SQL statement, a CTE for each stage. Used once. Internal to the engine.
class QueryTranslator
{
public:
    QueryTranslator(const KqlTree &tree, const QList<EngineTable> &tables, const QueryRequest &request);
    QueryTranslator(const QueryTranslator &) = delete; // its expressions know where it is
    QueryTranslator &operator=(const QueryTranslator &) = delete;

    struct Plan
    {
        QString sql;
        QueryShape shape;
    };
    Result<Plan> translate();

    // For the operators.
    const Refusal &refusal() const { return m_refusal; }
    const ExpressionTranslator &expressions() const { return m_expressions; }
    const EngineTable *table(const QString &name) const;
    /// ` WHERE ...` over the SQL column of TimeGenerated, or nothing.
    QString rangeCondition(const QString &timeColumn) const;
    const KqlNode *tabularVariable(const QString &name) const { return m_tabularVariables.value(name); }
    /// What `as` has named, as far as the place at hand may know of it; nullptr if nothing.
    const Relation *namedRelation(const QString &name) const;
    void nameRelation(const QString &name, const Relation &relation) { m_relations.insert(name, relation); }
    const QList<EngineTable> &tables() const { return m_tables; }
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
    /// A new stage of that text.
    Relation addRawStage(const QString &select, const QList<ColumnHeader> &columns);
    /// The rows with one more column behind all that they have, hidden ones too; not among `columns`.
    Relation addColumn(const QString &sql, const QString &name, const Relation &input);
    /// The same rows, which DuckDB works out once however often they are read.
    Relation materialized(const Relation &input);
    /// The rows of `materialize(...)`: the same each time that the same is asked for.
    Result<Relation> materializedRows(const KqlNode &expression);
    /// Stages that are to stand inside of another: from now on they are kept apart from those so far.
    struct Outside
    {
        QStringList stages;
        QHash<QString, Relation> relations;
    };
    Outside beginInside();
    bool isInside() const { return m_isInside; }
    /// The stages since then.
    QStringList endInside(Outside outside);
    /// All columns of a relation as they are.
    QList<SqlExpression> columnsOf(const Relation &relation) const;
    /// Refuses parameters such as `kind=...`; hints about execution change nothing and pass.
    Result<void> refuseParameters(const KqlNode &list) const;
    QString uniqueName(QStringView prefix);

private:
    Result<void> define(const KqlNode &let);
    Result<void> defineParameters(const KqlNode &declaration);
    Result<void> checkOption(const KqlNode &option) const;
    Plan finish(const Relation &relation) const;

    const KqlTree &m_tree;
    const QList<EngineTable> &m_tables;
    const QueryRequest &m_request;
    Refusal m_refusal;
    ExpressionTranslator m_expressions;
    QHash<QString, const KqlNode *> m_tabularVariables;
    QHash<QString, Relation> m_relations; ///< named by `as`
    QStringList m_stages;
    qsizetype m_stagesSize = 0; ///< in characters
    RenderClause m_render;
    bool m_isInside = false;
    QHash<QString, Relation> m_materialized; ///< by place and stages
    int m_nextName = 0;
};

/// The lists among a node's children, in order.
std::vector<const KqlNode *> listsOf(const KqlNode &node);
/// What stands behind `name =`, or the node itself.
const KqlNode &unnamed(const KqlNode &node);
/// The name in front of `=`; empty if there is none.
QString givenName(const KqlNode &node);

} // namespace sonde
