#include "engine/querytranslator.h"

#include <QCoreApplication>
#include <QScopeGuard>

namespace sonde {

/// Functions that a query or the workspace defines, and queries inside of expressions.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

constexpr int deepestCalls = 60;

/// The argument of a parameter: by its name, else by its place among those without one.
const KqlNode *argumentOf(const std::vector<const KqlNode *> &arguments, const KqlParameter &parameter,
                          std::size_t place)
{
    for (const KqlNode *argument : arguments) {
        if (givenNames(*argument) == QStringList{parameter.name})
            return &unnamed(*argument);
    }
    if (place < arguments.size() && givenNames(*arguments.at(place)).isEmpty())
        return arguments.at(place);
    return parameter.standard ? &*parameter.standard : nullptr;
}

} // namespace

Names QueryTranslator::names() const
{
    return {m_expressions.variables(), m_tables, m_functions};
}

void QueryTranslator::setNames(const Names &names)
{
    m_expressions.setVariables(names.scalars);
    m_tables = names.tables;
    m_functions = names.functions;
}

Result<std::optional<Relation>> QueryTranslator::variable(const QString &name)
{
    const auto found = m_tables.constFind(name);
    if (found == m_tables.cend())
        return std::optional<Relation>();
    const Names::Tabular table = *found;
    if (table.rows)
        return table.rows;
    const Names around = names();
    setNames(*table.names);
    auto rows = innerRelationOf(*table.expression);
    setNames(around);
    if (!rows)
        return failure(rows.error());
    return std::optional<Relation>(std::move(*rows));
}

void QueryTranslator::nameRows(const QString &name, const Relation &rows)
{
    m_tables.insert(name, {rows, nullptr, nullptr});
}

/// The names in a function's body: those of the place where it was declared, and its parameters.
Result<Names> QueryTranslator::bindParameters(const KqlNode &call, const ExpressionScope &scope,
                                              const Relation *input)
{
    const auto declared = m_functions.value(call.symbol).names;
    Names inside = declared ? *declared : Names();
    const auto around = std::make_shared<const Names>(names());
    std::vector<const KqlNode *> arguments;
    if (const KqlNode *list = call.child(QLatin1StringView("List")))
        arguments = expressionsOf(*list);
    std::size_t place = 0;
    for (const KqlParameter &parameter : m_tree.bodies.at(static_cast<std::size_t>(call.body)).parameters) {
        if (input != nullptr) {
            inside.tables.insert(parameter.name, {*input, nullptr, nullptr});
            input = nullptr;
            continue;
        }
        const KqlNode *argument = argumentOf(arguments, parameter, place++);
        if (argument == nullptr)
            return m_refusal.unsupportedFunction(call, call.symbol);
        if (argument->hasColumns) {
            inside.tables.insert(parameter.name, {std::nullopt, argument, around});
            inside.scalars.remove(parameter.name);
            continue;
        }
        const auto value = m_expressions.namedValue(*argument, scope);
        if (!value)
            return failure(value.error());
        inside.scalars.insert(parameter.name, *value);
        inside.tables.remove(parameter.name);
    }
    return inside;
}

template <typename Use>
auto QueryTranslator::inBody(const KqlNode &call, const KqlNode &body, const Names &inside, Use use)
    -> decltype(use(body))
{
    if (m_depth >= deepestCalls)
        return m_refusal.tooLarge(call);
    const Names around = names();
    ++m_depth;
    const auto leave = qScopeGuard([this, &around] {
        setNames(around);
        --m_depth;
    });
    setNames(inside);
    for (const KqlNode *list : listsOf(body)) {
        for (const KqlNode &statement : list->children) {
            if (!statement.is(QLatin1StringView("LetStatement")))
                return m_refusal.unsupportedOperator(statement);
            if (const auto defined = define(statement); !defined)
                return failure(defined.error());
        }
    }
    if (body.children.empty() || body.children.back().is(QLatin1StringView("List")))
        return m_refusal.unsupported(call, Words::tr("a function without a value"));
    return use(body.children.back());
}

template <typename Use>
auto QueryTranslator::inCall(const KqlNode &call, const ExpressionScope &scope, const Relation *input,
                             Use use) -> decltype(use(call))
{
    if (call.body < 0 || static_cast<std::size_t>(call.body) >= m_tree.bodies.size())
        return m_refusal.unsupportedFunction(call, call.symbol);
    const auto inside = bindParameters(call, scope, input);
    if (!inside)
        return failure(inside.error());
    return inBody(call, m_tree.bodies.at(static_cast<std::size_t>(call.body)).root, *inside, use);
}

Result<Relation> QueryTranslator::callRows(const KqlNode &call, const Relation *input)
{
    return inCall(call, {}, input, [this](const KqlNode &result) { return relationOf(result); });
}

Result<Relation> QueryTranslator::viewRows(const KqlNode &node, const QString &name)
{
    const Names::Function view = m_functions.value(name);
    const KqlNode *body =
        view.declaration != nullptr ? view.declaration->child(QLatin1StringView("FunctionBody")) : nullptr;
    if (body == nullptr)
        return m_refusal.unsupportedFunction(node, name);
    return inBody(node, *body, *view.names, [this](const KqlNode &result) { return relationOf(result); });
}

Result<SqlExpression> QueryTranslator::callValue(const KqlNode &call, const ExpressionScope &scope)
{
    return inCall(call, scope, nullptr,
                  [this](const KqlNode &result) { return m_expressions.translate(result, {}); });
}

Result<QString> QueryTranslator::subquery(const std::function<Result<Relation>()> &build, Relation *shape)
{
    QStringList outside = std::exchange(m_stages, {});
    const bool wasInside = std::exchange(m_isInside, true);
    const QHash<QString, Names::Tabular> known = m_tables;
    const auto rows = build();
    m_tables = known;
    m_isInside = wasInside;
    const QStringList stages = std::exchange(m_stages, std::move(outside));
    if (!rows)
        return failure(rows.error());
    *shape = *rows;
    QString sql = stages.isEmpty() ? QString() : u"WITH " + stages.join(QStringLiteral(",\n")) + u'\n';
    sql += u"SELECT * FROM " + rows->name;
    if (!rows->order.isEmpty())
        sql += u" ORDER BY " + rows->order.join(QStringLiteral(", "));
    return sql;
}

} // namespace sonde
