#include "engine/judge/expressions.h"

#include "engine/judge/aggregates.h"
#include "engine/judge/literal.h"

#include <QRegularExpression>
#include <algorithm>

namespace sonde::judge {

namespace {

bool isTime(ColumnType type)
{
    return type == ColumnType::DateTime || type == ColumnType::TimeSpan;
}

/// Lists and couples as if their members stood in the node itself.
void addOperands(const KqlNode &node, std::vector<const KqlNode *> &operands)
{
    for (const KqlNode *part : partsOf(node)) {
        if (part->kind == u"List" || part->kind == u"ExpressionCouple")
            addOperands(*part, operands);
        else
            operands.push_back(part);
    }
}

std::vector<const KqlNode *> operandsOf(const KqlNode &node)
{
    std::vector<const KqlNode *> operands;
    addOperands(node.kind == u"FunctionCallExpression" ? *listsIn(node).front() : node, operands);
    return operands;
}

bool isIn(const KqlNode &node)
{
    return std::any_of(node.children.cbegin(), node.children.cend(), [](const KqlNode &child) {
        return child.isToken() && (child.value == u"in" || child.value == u"!in" || child.value == u"in~" ||
                                   child.value == u"!in~");
    });
}

bool isSequence(const QString &name)
{
    return name == u"row_number" || name == u"prev" || name == u"next" || name == u"row_cumsum";
}

/// The operators that the tree names alike for numbers and times, and those it names after their case.
QString operationName(const KqlNode &node, const Operands &operands)
{
    if (node.kind == u"FunctionCallExpression")
        return node.symbol;
    if (isIn(node)) {
        for (const KqlNode &child : node.children) {
            if (child.isToken())
                return child.value;
        }
    }
    const bool times =
        operands.count() == 2 && (isTime(operands.types.at(0)) || isTime(operands.types.at(1)));
    const bool real = operands.count() == 2 &&
                      (operands.types.at(0) == ColumnType::Real || operands.types.at(1) == ColumnType::Real);
    if (times && node.kind == u"AddExpression")
        return QStringLiteral("time+");
    if (times && node.kind == u"SubtractExpression")
        return QStringLiteral("time-");
    if (times && real && node.kind == u"MultiplyExpression")
        return QStringLiteral("time*real");
    if (times && real && node.kind == u"DivideExpression")
        return QStringLiteral("time/real");
    if (times && operands.type == ColumnType::Real && node.kind == u"DivideExpression")
        return QStringLiteral("time/time");
    return node.kind;
}

/// What may be worth something although one of its operands goes beyond its type: not all of them are looked
/// at.
bool isLazy(const QString &name)
{
    static const QRegularExpression lazy(
        QStringLiteral("^(And|Or|(Not)?Between)Expression$|^!?in$|^(min|max)_of$|^is(not)?(null|empty)$"));
    return lazy.match(name).hasMatch();
}

bool isChoice(const QString &name)
{
    return name == u"iff" || name == u"iif" || name == u"case" || name == u"coalesce";
}

template <typename Values, typename Test>
bool any(const Values &values, Test test)
{
    return std::any_of(values.cbegin(), values.cend(), test);
}

} // namespace

std::vector<const KqlNode *> partsOf(const KqlNode &node)
{
    std::vector<const KqlNode *> parts;
    for (const KqlNode &child : node.children) {
        if (!child.isToken())
            parts.push_back(&child);
    }
    return parts;
}

std::vector<const KqlNode *> listsIn(const KqlNode &node)
{
    std::vector<const KqlNode *> lists;
    for (const KqlNode &child : node.children) {
        if (child.kind == u"List")
            lists.push_back(&child);
    }
    return lists;
}

const KqlNode &unnamedPart(const KqlNode &node)
{
    const bool isNamed = node.kind == u"SimpleNamedExpression" || node.kind == u"CompoundNamedExpression";
    return isNamed ? node.children.back() : node;
}

ColumnType typeOfNode(const KqlNode &node)
{
    const auto type = columnTypeFromName(node.type.toStdString());
    if (!type)
        throw Unknown{node.kind + u" of type " + node.type};
    return *type;
}

Value fitted(const Value &value, ColumnType type)
{
    const bool whole = std::holds_alternative<std::int64_t>(value.held);
    return type == ColumnType::Real && whole ? Value(value.real()) : value;
}

Expressions::Expressions(std::int64_t now, Coverage &coverage, ToRows toRows, ToValue toValue)
    : m_now(now)
    , m_coverage(coverage)
    , m_toRows(std::move(toRows))
    , m_toValue(std::move(toValue))
{
    addNumberOperations(m_operations);
    addTimeOperations(m_operations);
    addConditions(m_operations);
    addTextOperations(m_operations);
    addConversions(m_operations);
    addListOperations(m_operations);
    addBagOperations(m_operations);
    addPatternOperations(m_operations);
}

Value Expressions::overflowed()
{
    m_sawOverflow = true;
    return Value::overflow();
}

Value Expressions::evaluate(const KqlNode &node, const Scope &scope)
{
    if (isLiteral(node))
        return literalValue(node);
    if (node.kind == u"NameReference")
        return name(node, scope);
    if (node.kind == u"ParenthesizedExpression" || node.kind == u"SimpleNamedExpression" ||
        node.kind == u"UnaryPlusExpression")
        return evaluate(node.children.back(), scope);
    if (node.kind == u"ToScalarExpression")
        return toScalar(node.children.back());
    if (node.kind == u"ElementExpression")
        return element(node, scope);
    if (node.kind == u"PathExpression")
        return property(node, scope);
    if (node.kind == u"FunctionCallExpression" && node.body >= 0)
        return m_toValue(node, scope);
    if (node.kind == u"FunctionCallExpression" && isSequence(node.symbol))
        return sequence(node, scope);
    if (scope.group != nullptr && node.kind == u"FunctionCallExpression" && isAggregate(node.symbol))
        return aggregate(node, scope);
    return apply(node, scope);
}

Value Expressions::name(const KqlNode &node, const Scope &scope) const
{
    if (node.symbolKind == u"ColumnSymbol" && scope.row != nullptr) {
        for (qsizetype i = 0; i < scope.columns->size(); ++i) {
            if (scope.columns->at(i).name == node.symbol)
                return scope.row->at(static_cast<std::size_t>(i));
        }
    }
    const auto variable = m_variables.constFind(node.symbol);
    if (variable == m_variables.cend())
        throw Unknown{node.value};
    return *variable;
}

Value Expressions::apply(const KqlNode &node, const Scope &scope)
{
    Operands operands{ColumnType::Long, {}, {}, m_now};
    for (const KqlNode *part : operandsOf(node)) {
        if (isIn(node) && !operands.values.empty() && (part->hasColumns || part->type == u"dynamic")) {
            spread(*part, operands, scope);
            continue;
        }
        operands.values.push_back(evaluate(*part, scope));
        operands.types.push_back(typeOfNode(*part));
    }
    operands.type = typeOfNode(node);
    const QString name = operationName(node, operands);
    const auto operation = m_operations.constFind(name);
    if (operation == m_operations.cend() || operands.values.empty())
        throw Unknown{name};
    const auto isNull = [](const Value &value) { return value.isNull(); };
    const auto isOverflow = [](const Value &value) { return value.isOverflow(); };
    const bool withNull = any(operands.values, isNull);
    m_coverage.note(name, isChoice(name) ? operands.type : operands.types.front(), withNull);
    if (any(operands.values, isOverflow)) {
        const bool isSettled = isChoice(name) || !(withNull || isLazy(name));
        if (!isSettled)
            throw Unsettled();
        if (!isChoice(name))
            return overflowed();
    } else if (withNull && operation->nullIsNull) {
        return missing(operands.type);
    }
    const Value value = operation->apply(operands);
    return value.isOverflow() ? overflowed() : value;
}

Value Expressions::toScalar(const KqlNode &node)
{
    const Rows rows = m_toRows(node);
    m_coverage.note(QStringLiteral("toscalar"), rows.columns.front().type, rows.rows.empty());
    return rows.rows.empty() ? missing(rows.columns.front().type) : rows.rows.front().front();
}

/// The right side of `in` where it is a table or a list: its values as if they were written there.
void Expressions::spread(const KqlNode &node, Operands &operands, const Scope &scope)
{
    if (!node.hasColumns) {
        const Value list = evaluate(node, scope);
        if (!list.isList())
            throw Unknown{QStringLiteral("in with such a value")};
        for (const Value &value : list.list()) {
            // A text is found among texts, a number among numbers.
            if (value.isText() == operands.values.front().isText() && !value.isNull())
                operands.values.push_back(value);
        }
        return;
    }
    for (const Row &row : m_toRows(node).rows)
        operands.values.push_back(row.front());
}

/// row_number(), prev(value), next(value), row_cumsum(value): of all rows in their order.
Value Expressions::sequence(const KqlNode &node, const Scope &scope)
{
    if (scope.all == nullptr)
        throw Unknown{QStringLiteral("rows in order")};
    if (node.symbol == u"row_number") {
        m_coverage.note(node.symbol, ColumnType::Long, false);
        return scope.place + 1;
    }
    const std::vector<const KqlNode *> arguments = operandsOf(node);
    if (node.symbol == u"row_cumsum")
        return runningSum(*arguments.front(), scope);
    const Value offset = arguments.size() > 1 ? evaluate(*arguments.at(1), scope) : Value(1);
    const std::int64_t place =
        static_cast<std::int64_t>(scope.place) + (node.symbol == u"prev" ? -offset.whole() : offset.whole());
    Value value = missing(typeOfNode(node));
    if (place >= 0 && place < static_cast<std::int64_t>(scope.all->size())) {
        const auto at = static_cast<std::size_t>(place);
        value = evaluate(*arguments.front(), {scope.columns, &scope.all->at(at), nullptr, scope.all, at});
    } else if (arguments.size() > 2) {
        value = evaluate(*arguments.at(2), scope);
    }
    m_coverage.note(node.symbol, typeOfNode(node), value.isNull());
    return value;
}

Value Expressions::runningSum(const KqlNode &node, const Scope &scope)
{
    AggregateInput input{typeOfNode(node), {typeOfNode(node)}, {}};
    for (std::size_t i = 0; i <= scope.place; ++i)
        input.rows.push_back({evaluate(node, {scope.columns, &scope.all->at(i), nullptr, scope.all, i})});
    m_coverage.note(QStringLiteral("row_cumsum"), input.type, input.rows.back().front().isNull());
    const Value sum = applyAggregate(QStringLiteral("sum"), std::move(input));
    return sum.isOverflow() ? overflowed() : sum;
}

/// `bag.key`
Value Expressions::property(const KqlNode &node, const Scope &scope)
{
    const Value base = evaluate(node.children.front(), scope);
    m_coverage.note(QStringLiteral("."), ColumnType::Dynamic, base.isNull());
    if (!base.isBag())
        return {};
    for (const auto &[key, value] : base.bag()) {
        if (key == node.children.back().value)
            return value;
    }
    return {};
}

Value Expressions::converted(const QString &text, ColumnType type)
{
    if (type == ColumnType::String)
        return text;
    const QString name = u"to" + columnTypeName(type);
    const auto operation = m_operations.constFind(name);
    if (operation == m_operations.cend())
        throw Unknown{name};
    return operation->apply({type, {ColumnType::String}, {Value(text)}, m_now});
}

/// `list[place]`, of the last from the end where it is negative.
Value Expressions::element(const KqlNode &node, const Scope &scope)
{
    const Value list = evaluate(node.children.front(), scope);
    const KqlNode &bracket = node.children.back();
    const Value place =
        evaluate(bracket.kind == u"BracketedExpression" ? bracket.children.back() : bracket, scope);
    m_coverage.note(QStringLiteral("[]"), typeOfNode(node.children.front()), list.isNull() || place.isNull());
    if (!list.isList() || !std::holds_alternative<std::int64_t>(place.held))
        return {};
    const auto size = static_cast<std::int64_t>(list.list().size());
    const std::int64_t at = place.whole() < 0 ? size + place.whole() : place.whole();
    return at < 0 || at >= size ? Value() : list.list().at(static_cast<std::size_t>(at));
}

/// arg_max(key, others): which of several rows with one key is open, unless they are alike.
Row Expressions::extremeRow(const KqlNode &node, const Scope &scope)
{
    std::vector<const KqlNode *> arguments = operandsOf(node);
    std::vector<Row> rows;
    for (const Row &row : *scope.group) {
        Row values;
        for (const KqlNode *argument : arguments) {
            values.push_back(evaluate(*argument, {scope.columns, &row, nullptr, nullptr, 0}));
            if (values.back().isOverflow() || isNan(values.front()))
                throw Unsettled();
        }
        rows.push_back(std::move(values));
    }
    m_coverage.note(node.symbol + u"()", typeOfNode(*arguments.front()),
                    any(rows, [](const Row &row) { return row.front().isNull(); }));
    const int wanted = node.symbol == u"arg_max" ? 1 : -1;
    const Row *found = nullptr;
    for (const Row &row : rows) {
        const bool isFirst = found == nullptr || (found->front().isNull() && !row.front().isNull());
        if (isFirst || (!row.front().isNull() && order(row.front(), found->front()) * wanted > 0))
            found = &row;
    }
    Row none;
    for (const KqlNode *argument : arguments)
        none.push_back(missing(typeOfNode(*argument)));
    for (const Row &row : rows) {
        const bool isRival = same(row.front(), found->front());
        if (isRival && !std::equal(row.cbegin(), row.cend(), found->cbegin(), found->cend(), same))
            throw Unsettled();
    }
    return found == nullptr ? none : *found;
}

Row Expressions::aggregateColumns(const KqlNode &node, const Scope &scope)
{
    if (node.symbol == u"arg_max" || node.symbol == u"arg_min")
        return extremeRow(node, scope);
    if (node.symbol != u"percentiles")
        return {evaluate(node, scope)};
    const std::vector<const KqlNode *> arguments = operandsOf(node);
    Row columns;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        AggregateInput input{typeOfNode(*arguments.front()), {typeOfNode(*arguments.front())}, {}};
        const Value share = evaluate(*arguments.at(i), {});
        for (const Row &row : *scope.group)
            input.rows.push_back(
                {evaluate(*arguments.front(), {scope.columns, &row, nullptr, nullptr, 0}), share});
        m_coverage.note(QStringLiteral("percentiles()"), input.type, input.rows.empty());
        columns.push_back(applyAggregate(QStringLiteral("percentile"), std::move(input)));
    }
    return columns;
}

Value Expressions::aggregate(const KqlNode &node, const Scope &scope)
{
    const std::vector<const KqlNode *> arguments = operandsOf(node);
    AggregateInput input{typeOfNode(node), {}, {}};
    for (const KqlNode *argument : arguments)
        input.types.push_back(typeOfNode(*argument));
    bool withNull = false;
    for (const Row &row : *scope.group) {
        Row values;
        for (const KqlNode *argument : arguments) {
            values.push_back(evaluate(*argument, {scope.columns, &row, nullptr, nullptr, 0}));
            if (values.back().isOverflow())
                throw Unsettled();
            withNull = withNull || values.back().isNull();
        }
        input.rows.push_back(std::move(values));
    }
    m_coverage.note(node.symbol + u"()", input.types.empty() ? ColumnType::Long : input.types.front(),
                    withNull);
    const Value value = applyAggregate(node.symbol, std::move(input));
    return value.isOverflow() ? overflowed() : value;
}

} // namespace sonde::judge
