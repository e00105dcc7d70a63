#include "engine/querytranslator.h"

#include "engine/windowfunctions.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

const OperatorTable &operators()
{
    static const OperatorTable table = [] {
        OperatorTable filled;
        addRowOperators(filled);
        addProjectionOperators(filled);
        addSummarizeOperator(filled);
        addSourceOperators(filled);
        addUnionOperator(filled);
        addParseOperators(filled);
        addJoinOperators(filled);
        addSequenceOperators(filled);
        addPartitionOperator(filled);
        addSeriesOperator(filled);
        addSearchOperators(filled);
        addExpandOperators(filled);
        addEvaluateOperators(filled);
        return filled;
    }();
    return table;
}

/// Stages as text that is the same for the same stages: names are counted from the first of them.
QString withCountedNames(const QString &stages, int first)
{
    static const QRegularExpression name(QStringLiteral("\\b([sknwp])(\\d+)\\b"));
    QString text;
    qsizetype end = 0;
    for (QRegularExpressionMatchIterator matches = name.globalMatch(stages); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        text += QStringView(stages).mid(end, match.capturedStart() - end);
        const int number = match.captured(2).toInt();
        text += number < first ? match.captured()
                               : QString(match.captured(1) + u'+' + QString::number(number - first));
        end = match.capturedEnd();
    }
    return text + QStringView(stages).mid(end);
}

/// `consume` leaves nothing, and so has no columns for the binder.
bool isConsumed(const KqlNode &answer)
{
    return answer.is(QLatin1StringView("PipeExpression")) &&
           answer.children.back().is(QLatin1StringView("ConsumeOperator"));
}

} // namespace

qsizetype columnPlace(const QList<ColumnHeader> &columns, const QString &name)
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(),
                                    [&name](const ColumnHeader &each) { return each.name == name; });
    return found == columns.cend() ? -1 : found - columns.cbegin();
}

std::vector<const KqlNode *> listsOf(const KqlNode &node)
{
    std::vector<const KqlNode *> lists;
    for (const KqlNode &child : node.children) {
        if (child.is(QLatin1StringView("List")))
            lists.push_back(&child);
    }
    return lists;
}

QStringList givenNames(const KqlNode &node)
{
    if (node.is(QLatin1StringView("SimpleNamedExpression")))
        return {node.children.front().value};
    QStringList names;
    if (node.is(QLatin1StringView("CompoundNamedExpression"))) {
        for (const KqlNode &name : listsOf(node.children.front()).front()->children)
            names.append(name.value);
    }
    return names;
}

QueryTranslator::QueryTranslator(const KqlTree &tree, const QList<EngineTable> &tables,
                                 const QueryRequest &request, Look look)
    : m_tree(tree)
    , m_workspace(tables)
    , m_request(request)
    , m_refusal(tree)
    , m_expressions(m_refusal, request.now, *this)
    , m_look(std::move(look))
{}

Result<QueryTranslator::Plan> QueryTranslator::translate()
{
    if (const KqlDiagnostic *error = m_tree.firstError())
        return m_refusal.diagnosed(*error);
    const std::vector<const KqlNode *> lists = listsOf(m_tree.root);
    const KqlNode *answer = nullptr;
    for (const KqlNode &statement : lists.empty() ? m_tree.root.children : lists.back()->children) {
        if (statement.is(QLatin1StringView("LetStatement"))) {
            if (const auto defined = define(statement); !defined)
                return failure(defined.error());
        } else if (statement.is(QLatin1StringView("SetOptionStatement"))) {
            if (const auto checked = setOption(statement); !checked)
                return failure(checked.error());
        } else if (statement.is(QLatin1StringView("QueryParametersStatement"))) {
            if (const auto defined = defineParameters(statement); !defined)
                return failure(defined.error());
        } else if (!statement.is(QLatin1StringView("ExpressionStatement"))) {
            return m_refusal.unsupportedOperator(statement);
        } else if (answer != nullptr) {
            return m_refusal.unsupported(statement, Words::tr("several result tables"));
        } else {
            answer = &statement.children.front();
        }
    }
    if (answer == nullptr)
        return m_refusal.semantic(m_tree.root, QStringLiteral("SEM0100"),
                                  QStringLiteral("The query has no tabular expression statement"));
    if (!answer->hasColumns && answer->is(QLatin1StringView("PipeExpression")) && !isConsumed(*answer))
        return m_refusal.unsupportedOperator(answer->children.back());
    if (!answer->hasColumns && !isConsumed(*answer))
        return m_refusal.unsupported(*answer, Words::tr("a query whose result is no table"));
    const auto relation = relationOf(*answer);
    if (!m_text.isEmpty())
        return Plan{{}, {}, m_text};
    if (!relation)
        return failure(relation.error());
    if (isTooLarge())
        return m_refusal.tooLarge(*answer);
    return finish(*relation);
}

Result<void> QueryTranslator::define(const KqlNode &let)
{
    const QString name = let.children.at(1).value;
    const KqlNode &value = let.children.back();
    if (value.is(QLatin1StringView("FunctionDeclaration"))) {
        m_functions.insert(name, {std::make_shared<const Names>(names()), &value});
        return {};
    }
    if (value.hasColumns) {
        m_tables.insert(name, {std::nullopt, &value, std::make_shared<const Names>(names())});
        return {};
    }
    const auto scalar = m_expressions.namedValue(value, {});
    if (!scalar)
        return failure(scalar.error());
    m_tables.remove(name);
    m_expressions.define(name, *scalar);
    return {};
}

/// A request brings no values of its own: their defaults are what they are.
Result<void> QueryTranslator::defineParameters(const KqlNode &declaration)
{
    const KqlNode *list = declaration.child(QLatin1StringView("List"));
    for (const KqlNode &parameter : list != nullptr ? list->children : std::vector<KqlNode>()) {
        const KqlNode *declared = parameter.child(QLatin1StringView("NameAndTypeDeclaration"));
        const KqlNode *standard = parameter.child(QLatin1StringView("DefaultValueDeclaration"));
        if (declared == nullptr || declared->children.empty())
            return m_refusal.unsupportedOperator(parameter);
        const QString name = declared->children.front().value;
        if (standard == nullptr || standard->children.empty()) {
            return m_refusal.semantic(
                parameter, QStringLiteral("SEM0001"),
                QStringLiteral("The query parameter '%1' has no value and no default").arg(name));
        }
        const auto value = m_expressions.translate(standard->children.back(), {});
        if (!value)
            return failure(value.error());
        m_expressions.define(name, *value);
    }
    return {};
}

/// Only those whose meaning is known.
Result<void> QueryTranslator::setOption(const KqlNode &option)
{
    const KqlNode *name = option.child(QLatin1StringView("NameDeclaration"));
    const QString known = name != nullptr ? name->value : QString();
    if (known == u"notruncation")
        return {};
    if (known != u"query_bin_auto_size" && known != u"query_bin_auto_at")
        return m_refusal.unsupported(option, Words::tr("the option “%1”").arg(known));
    const KqlNode *given = option.child(QLatin1StringView("OptionValueClause"));
    const auto value = m_expressions.translate(given != nullptr ? given->children.back() : option, {});
    if (!value)
        return failure(value.error());
    m_expressions.setOption(known, *value);
    return {};
}

QueryTranslator::Plan QueryTranslator::finish(const Relation &relation) const
{
    QStringList values;
    for (qsizetype i = 0; i < relation.columns.size(); ++i) {
        values.append(QStringLiteral("CAST(c%1 AS %2)")
                          .arg(QString::number(i), sqlTypeName(relation.columns.at(i).type)));
    }
    QString sql = u"WITH " + m_stages.join(QStringLiteral(",\n")) + u"\nSELECT " +
                  values.join(QStringLiteral(", ")) + u" FROM " + relation.name;
    if (!relation.order.isEmpty())
        sql += u" ORDER BY " + relation.order.join(QStringLiteral(", "));
    return {sql, {relation.columns, m_render, relation.sorted}, {}};
}

const EngineTable *QueryTranslator::table(const QString &name) const
{
    for (const EngineTable &table : m_workspace) {
        if (table.name == name)
            return &table;
    }
    return nullptr;
}

QString QueryTranslator::rangeCondition(const QString &timeColumn) const
{
    if (!m_request.range)
        return {};
    return QStringLiteral(" WHERE %1 BETWEEN %2 AND %3")
        .arg(timeColumn, QString::number(toTicks(m_request.range->start)),
             QString::number(toTicks(m_request.range->end)));
}

QString QueryTranslator::textOf(const KqlNode &node) const
{
    return m_tree.text.mid(node.start, node.length);
}

Result<Relation> QueryTranslator::relationOf(const KqlNode &node)
{
    if (isTooLarge())
        return m_refusal.tooLarge(node);
    if (node.is(QLatin1StringView("ParenthesizedExpression")))
        return innerRelationOf(node.children.front());
    if (!node.is(QLatin1StringView("PipeExpression")))
        return apply(node, {});
    const auto input = relationOf(node.children.front());
    return input ? apply(node.children.back(), *input) : input;
}

Result<Relation> QueryTranslator::innerRelationOf(const KqlNode &node)
{
    const QHash<QString, Names::Tabular> known = m_tables;
    auto relation = relationOf(node);
    m_tables = known;
    return relation;
}

Result<Relation> QueryTranslator::apply(const KqlNode &stage, const Relation &input)
{
    const TabularOperator translateStage = operators().value(stage.kind);
    if (translateStage == nullptr)
        return m_refusal.unsupportedOperator(stage);
    auto rows = input.name.isEmpty() ? Result<Relation>(input) : withWindowFunctions(stage, input, *this);
    if (rows)
        rows = translateStage(stage, *rows, *this);
    // `as T` without rows before it, `project-away *`: the binder takes them, and SQL has no such thing.
    if (rows && rows->columns.isEmpty())
        return m_refusal.unsupportedOperator(stage);
    return rows;
}

Result<QStringList> QueryTranslator::look(const QString &select)
{
    return m_look(u"WITH " + m_stages.join(QStringLiteral(",\n")) + u'\n' + select);
}

tl::unexpected<Error> QueryTranslator::bindAgain(const KqlNode &node, const QString &text, int replaced)
{
    const int end = node.start + node.length;
    // A function's body stands behind the query, and what a subquery reads is not there yet.
    if (m_isInside || m_tree.placeOf(node) != node.start)
        return m_refusal.unsupported(node,
                                     Words::tr("“%1” without its columns here").arg(textOf(node).left(40)));
    const QString query = m_tree.queryText();
    m_text = query.left(end - replaced) + text + query.mid(end);
    return m_refusal.unsupportedOperator(node);
}

Result<Relation> QueryTranslator::piped(const KqlNode &node, const Relation &input)
{
    if (node.is(QLatin1StringView("MvApplySubqueryExpression")) ||
        node.is(QLatin1StringView("ParenthesizedExpression")))
        return piped(node.children.back(), input);
    if (!node.is(QLatin1StringView("PipeExpression")))
        return apply(node, input);
    const auto before = piped(node.children.front(), input);
    return before ? piped(node.children.back(), *before) : before;
}

ExpressionScope QueryTranslator::scopeOf(const Relation &relation) const
{
    ExpressionScope scope;
    const QList<SqlExpression> values = columnsOf(relation);
    for (qsizetype i = 0; i < values.size(); ++i) {
        scope.columns.insert(relation.columns.at(i).name, values.at(i));
        scope.columnOrder.append(relation.columns.at(i).name);
    }
    scope.order = relation.order;
    return scope;
}

Result<Subquery> QueryTranslator::rowsOf(const KqlNode &node)
{
    const auto relation = innerRelationOf(node);
    if (!relation)
        return failure(relation.error());
    if (relation->columns.isEmpty())
        return m_refusal.unsupportedOperator(node);
    return Subquery{relation->name, columnsOf(*relation).constFirst(), relation->order};
}

Result<QList<ColumnHeader>> QueryTranslator::headersOf(const KqlNode &node) const
{
    QList<ColumnHeader> headers;
    for (const KqlColumn &column : node.columns) {
        const std::optional<ColumnType> type = columnTypeFromName(column.type.toStdString());
        if (!type)
            return m_refusal.unsupportedType(node, column.type);
        headers.append({column.name, *type});
    }
    return headers;
}

Result<void> QueryTranslator::appendValues(const KqlNode &list, const ExpressionScope &scope,
                                           const QList<ColumnHeader> &headers,
                                           QList<SqlExpression> &values) const
{
    for (const KqlNode &item : list.children) {
        const auto columns = m_expressions.columns(item, scope);
        if (!columns)
            return failure(columns.error());
        for (const SqlExpression &column : *columns) {
            if (values.size() >= headers.size())
                return m_refusal.unsupportedOperator(item);
            const ColumnType type = headers.at(values.size()).type;
            if (!widens(column.type, type))
                return m_refusal.unsupportedType(item, columnTypeName(column.type));
            values.append(widened(column, type));
        }
    }
    return {};
}

QList<SqlExpression> QueryTranslator::columnsOf(const Relation &relation) const
{
    QList<SqlExpression> values;
    for (qsizetype i = 0; i < relation.columns.size(); ++i) {
        const ColumnType type = relation.columns.at(i).type;
        values.append({QStringLiteral("c%1").arg(i), type, type != ColumnType::String});
    }
    return values;
}

QString QueryTranslator::uniqueName(QStringView prefix)
{
    return prefix + QString::number(m_nextName++);
}

Relation QueryTranslator::addRawStage(const QString &select, const QList<ColumnHeader> &columns)
{
    Relation relation;
    relation.name = uniqueName(u"s");
    relation.columns = columns;
    // DuckDB would otherwise write every stage out before it reads the next.
    m_stagesSize += select.size();
    ++m_stageCount;
    m_stages.append(relation.name + u" AS NOT MATERIALIZED (" + select + u')');
    return relation;
}

Relation QueryTranslator::addStage(const QList<SqlExpression> &values, const QList<ColumnHeader> &columns,
                                   const Relation &input, const QString &tail, bool ordered)
{
    QStringList items;
    for (qsizetype i = 0; i < values.size(); ++i)
        items.append(values.at(i).sql + u" AS c" + QString::number(i));
    if (ordered)
        items.append(input.hidden);
    const QString from = input.name.isEmpty() ? QString() : u" FROM " + input.name;
    Relation relation = addRawStage(u"SELECT " + items.join(QStringLiteral(", ")) + from + tail, columns);
    if (ordered) {
        relation.hidden = input.hidden;
        relation.order = input.order;
        relation.serialized = input.serialized;
        relation.numbered = input.numbered;
        relation.sorted = input.sorted;
    }
    return relation;
}

Relation QueryTranslator::addColumn(const QString &sql, const QString &name, const Relation &input)
{
    Relation relation = input;
    relation.name =
        addRawStage(u"SELECT *, " + sql + u" AS " + name + u" FROM " + input.name, input.columns).name;
    relation.alias.clear();
    return relation;
}

Relation QueryTranslator::materialized(const Relation &input)
{
    Relation relation = input;
    relation.name = uniqueName(u"s");
    const QString stage = relation.name + u" AS MATERIALIZED (SELECT * FROM " + input.name + u')';
    m_stagesSize += stage.size();
    ++m_stageCount;
    m_stages.append(stage);
    return relation;
}

Result<Relation> QueryTranslator::materializedRows(const KqlNode &expression)
{
    const qsizetype before = m_stages.size();
    const int firstName = m_nextName;
    const auto relation = innerRelationOf(expression);
    // What stands inside of another stage is not there for the others.
    if (!relation || m_isInside)
        return relation;
    const QStringList own = m_stages.mid(before) + relation->order + QStringList{relation->name};
    // Of one place in the query: two others may write the same and mean different rows.
    const QString key =
        QString::number(expression.start) + u' ' + withCountedNames(own.join(u'\n'), firstName);
    const auto known = m_materialized.constFind(key);
    if (known != m_materialized.cend()) {
        m_stages.resize(before);
        return *known;
    }
    const Relation kept = materialized(*relation);
    m_materialized.insert(key, kept);
    return kept;
}

Result<void> QueryTranslator::refuseParameters(const KqlNode &list) const
{
    for (const KqlNode &parameter : list.children) {
        const QString name = parameter.children.empty() ? QString() : parameter.children.front().value;
        if (!name.startsWith(QLatin1String("hint.")))
            return m_refusal.unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    return {};
}

} // namespace sonde
