#include "engine/expressiontranslator.h"

#include "engine/literals.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

namespace sonde {

/// Tables and lists inside of scalar expressions.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// The elements of a dynamic list that are of those JSON types; no elements where it is no list.
QString elementsOf(const SqlExpression &list, const QString &types)
{
    return u"list_filter(CAST(json_extract(" + list.sql +
           u", '$[*]') AS JSON[]), lambda e: json_type(e) IN (" + types + u"))";
}

QString contains(const QString &elements, const QString &conversion, const QString &value)
{
    return u"list_contains(list_transform(" + elements + u", lambda e: " + conversion + u"), " + value + u')';
}

SqlExpression foldedText(const SqlExpression &value)
{
    return {u"kql_fold(" + toText(value).sql + u')', ColumnType::String, false};
}

SqlExpression anyOf(const std::vector<SqlExpression> &tests)
{
    if (tests.empty())
        return {QStringLiteral("FALSE"), ColumnType::Bool, false};
    SqlExpression all = tests.front();
    for (std::size_t i = 1; i < tests.size(); ++i)
        all = {u'(' + all.sql + u" OR " + tests[i].sql + u')', ColumnType::Bool,
               all.nullable || tests[i].nullable};
    return all;
}

} // namespace

Result<Subquery> ExpressionTranslator::rowsOf(const KqlNode &node) const
{
    const bool around = m_readsRow; // the rows inside are not those at hand
    ++m_level;
    auto rows = m_query.rowsOf(node);
    --m_level;
    m_readsRow = around;
    return rows;
}

Result<SqlExpression> ExpressionTranslator::namedValue(const KqlNode &node,
                                                       const ExpressionScope &scope) const
{
    const bool around = std::exchange(m_readsRow, false);
    auto value = translate(node, scope);
    // What is around reads the row only where the name stands.
    const bool isOfRow = std::exchange(m_readsRow, around);
    if (value)
        value->rowLevel = isOfRow ? m_level : -1;
    return value;
}

/// The first cell: null, or the empty text, where there is none.
Result<SqlExpression> ExpressionTranslator::toScalar(const KqlNode &node, const ExpressionScope &) const
{
    const KqlNode &inner = *expressionsOf(node).back();
    // The value is the same for all rows: their columns are out of reach.
    if (!inner.hasColumns) {
        auto value = translate(inner, {});
        if (value && !isLiteral(inner))
            value->sql = u"(SELECT " + value->sql + u')';
        return value;
    }
    const auto rows = rowsOf(inner);
    if (!rows)
        return failure(rows.error());
    const ColumnType type = rows->first.type;
    QString sql = u"(SELECT " + rows->first.sql + u" FROM " + rows->name;
    if (!rows->order.isEmpty())
        sql += u" ORDER BY " + rows->order.join(QStringLiteral(", "));
    sql += u" LIMIT 1)";
    if (type == ColumnType::String)
        return SqlExpression{u"COALESCE(" + sql + u", '')", type, false};
    return SqlExpression{sql, type, true};
}

/// `left in (T)`: the first column of T.
Result<SqlExpression> ExpressionTranslator::inRows(const KqlNode &node, const KqlNode &element,
                                                   SqlExpression left, bool folded) const
{
    const auto rows = rowsOf(element);
    if (!rows)
        return failure(rows.error());
    SqlExpression value = rows->first;
    if (folded) {
        if (value.type != ColumnType::String && value.type != ColumnType::Dynamic)
            return m_refusal.unsupportedType(element, columnTypeName(value.type));
        value = toText(value);
        value.sql = u"kql_fold(" + value.sql + u')';
    }
    return m_comparisons.inTable(node, std::move(left), value, rows->name);
}

/// `left in (list)`: a text is found among texts, a number among numbers.
Result<SqlExpression> ExpressionTranslator::inDynamic(const KqlNode &element, const SqlExpression &left,
                                                      const SqlExpression &list, bool folded) const
{
    QString test;
    switch (left.type) {
    case ColumnType::String:
        test = contains(elementsOf(list, QStringLiteral("'VARCHAR'")),
                        folded ? QStringLiteral("kql_fold(e ->> '$')") : QStringLiteral("(e ->> '$')"),
                        left.sql);
        break;
    case ColumnType::Guid:
        test = contains(elementsOf(list, QStringLiteral("'VARCHAR'")), QStringLiteral("lower(e ->> '$')"),
                        u"lower(" + left.sql + u')');
        break;
    case ColumnType::Bool:
        test = contains(elementsOf(list, QStringLiteral("'BOOLEAN'")), QStringLiteral("CAST(e AS BOOLEAN)"),
                        left.sql);
        break;
    case ColumnType::Int:
    case ColumnType::Long:
        test = contains(elementsOf(list, QStringLiteral("'BIGINT', 'UBIGINT'")),
                        QStringLiteral("TRY_CAST(e AS BIGINT)"), widened(left, ColumnType::Long).sql) +
               u" OR " +
               contains(elementsOf(list, QStringLiteral("'DOUBLE'")), QStringLiteral("CAST(e AS DOUBLE)"),
                        widened(left, ColumnType::Real).sql);
        break;
    case ColumnType::Real:
        test = contains(elementsOf(list, QStringLiteral("'BIGINT', 'UBIGINT', 'DOUBLE'")),
                        QStringLiteral("CAST(e AS DOUBLE)"), left.sql);
        break;
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
    case ColumnType::Decimal:
    case ColumnType::Dynamic:
        return m_refusal.unsupported(
            element, Words::tr("“in” with a list for the type “%1”").arg(columnTypeName(left.type)));
    }
    return SqlExpression{u"COALESCE(" + test + u", FALSE)", ColumnType::Bool, false};
}

Result<QString> ExpressionTranslator::textsOf(const KqlNode &element, const ExpressionScope &scope) const
{
    if (!element.hasColumns) {
        const auto list = translate(element, scope);
        if (!list)
            return failure(list.error());
        const QString scalars = QStringLiteral("'VARCHAR', 'BIGINT', 'UBIGINT', 'DOUBLE', 'BOOLEAN'");
        return QString(u"list_transform(" + elementsOf(*list, scalars) + u", lambda e: e ->> '$')");
    }
    const auto rows = rowsOf(element);
    if (!rows)
        return failure(rows.error());
    const ColumnType type = rows->first.type;
    if (type != ColumnType::String && type != ColumnType::Dynamic)
        return m_refusal.unsupportedType(element, columnTypeName(type));
    return QString(u"(SELECT list(DISTINCT " + toText(rows->first).sql + u") FROM " + rows->name + u')');
}

Result<SqlExpression> ExpressionTranslator::hasList(const KqlNode &node, const ExpressionScope &scope) const
{
    const std::vector<const KqlNode *> sides = expressionsOf(node);
    const auto left = textOperand(*sides.front(), scope);
    if (!left)
        return left;
    if (left->sql.size() > largestSql / static_cast<qsizetype>(sides.back()->children.size() + 1))
        return m_refusal.tooLarge(node);
    QStringList tests;
    const bool any = node.is(QLatin1StringView("HasAnyExpression"));
    for (const KqlNode *element : expressionsOf(*sides.back())) {
        if (element->hasColumns || element->type == u"dynamic") {
            const auto texts = textsOf(*element, scope);
            if (!texts)
                return failure(texts.error());
            tests.append(u"COALESCE(" + QStringView(any ? u"list_bool_or" : u"list_bool_and") +
                         u"(list_transform(" + *texts + u", lambda needle: kql_has(" + left->sql +
                         u", needle))), " + QStringView(any ? u"FALSE" : u"TRUE") + u')');
            continue;
        }
        if (element->type != u"string")
            return m_refusal.unsupportedType(*element, element->type);
        const auto needle = translate(*element, scope);
        if (!needle)
            return needle;
        tests.append(u"kql_has(" + left->sql + u", " + needle->sql + u')');
    }
    return SqlExpression{u'(' + tests.join(any ? QStringLiteral(" OR ") : QStringLiteral(" AND ")) + u')',
                         ColumnType::Bool, false};
}

Result<SqlExpression> ExpressionTranslator::in(const KqlNode &node, const ExpressionScope &scope) const
{
    const std::vector<const KqlNode *> sides = expressionsOf(node);
    // The kinds are misleading (`in~` is InCs, although it ignores case); the keyword is not.
    const bool folded = std::any_of(node.children.cbegin(), node.children.cend(), [](const KqlNode &child) {
        return child.isToken() && child.value.endsWith(u'~');
    });
    auto left = translate(*sides.front(), scope);
    if (!left)
        return left;
    if (folded)
        left = foldedText(*left);
    const std::vector<const KqlNode *> elements = expressionsOf(*sides.back());
    if (left->sql.size() > largestSql / static_cast<qsizetype>(elements.size() + 1))
        return m_refusal.tooLarge(node);
    std::vector<SqlExpression> list;
    std::vector<SqlExpression> tests;
    for (const KqlNode *element : elements) {
        auto value = element->hasColumns ? inRows(node, *element, *left, folded) : translate(*element, scope);
        if (value && !element->hasColumns && value->type == ColumnType::Dynamic)
            value = inDynamic(*element, *left, *value, folded);
        else if (value && !element->hasColumns && folded && value->type != ColumnType::String)
            return m_refusal.unsupportedType(*element, element->type);
        else if (value && !element->hasColumns) {
            list.push_back(folded ? foldedText(*value) : *value);
            continue;
        }
        if (!value)
            return value;
        tests.push_back(std::move(*value));
    }
    if (!list.empty()) {
        const auto found = m_comparisons.in(node, *left, list);
        if (!found)
            return found;
        tests.push_back(*found);
    }
    const SqlExpression found = anyOf(tests);
    return node.kind.startsWith(QLatin1String("Not")) ? negated(found) : found;
}

} // namespace sonde
