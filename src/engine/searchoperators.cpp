#include "engine/operatortable.h"
#include "engine/ownfailures.h"
#include "engine/querytranslator.h"
#include "engine/unionoperator.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace sonde {

/// Operators that look through several tables.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// Where a condition of `search` or `find` is looked at: one of the tables.
struct Place
{
    ExpressionScope scope;
    bool caseSensitive = false;
    const QueryTranslator &query;
};

bool isTerm(const KqlNode &node)
{
    return node.is(QLatin1StringView("StringLiteralExpression")) && node.type == u"bool";
}

/// RE2 knows a backslash in front of ASCII punctuation only.
QString escapedForRegex(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        const bool plain = c.unicode() > 127 || c.isLetterOrNumber() || c == u'_' || c == u' ';
        if (!plain)
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

/// Where nothing is said about case, the reference leaves it open: a text that only a search regardless of
/// case finds stops the query.
QString patternTest(const QString &text, const QString &pattern, bool caseSensitive)
{
    const QString exact = u"regexp_matches(" + text + u", " + sqlString(pattern) + u')';
    if (caseSensitive)
        return exact;
    return u"(CASE WHEN " + exact + u" THEN TRUE WHEN regexp_matches(" + text + u", " +
           sqlString(u"(?i)" + pattern) + u") THEN error('" + QLatin1StringView(failures::searchCase) +
           u"') ELSE FALSE END)";
}

/// A term with stars in it: at the end it is the beginning of a word, in front the end of one, at both any
/// part of the text.
Result<QString> termTest(const KqlNode &node, const QString &text, const Place &place)
{
    QString term = node.value;
    if (term.contains(QChar(0)))
        return place.query.refusal().unsupported(node, Words::tr("the character U+0000 in a text"));
    const bool front = term.startsWith(u'*');
    const bool back = term.size() > 1 && term.endsWith(u'*');
    term = term.mid(front ? 1 : 0, term.size() - (front ? 1 : 0) - (back ? 1 : 0));
    if (term.contains(u'*') || (term.isEmpty() && front)) {
        if (front || back)
            return place.query.refusal().unsupported(
                node, Words::tr("a “*” in the middle and at an end of a word"));
        QStringList parts;
        for (const QString &part : term.split(u'*'))
            parts.append(escapedForRegex(part));
        return patternTest(text, u"\\b" + parts.join(QLatin1String(".*")) + u"\\b", place.caseSensitive);
    }
    static const char *const functions[2][4] = {
        {"kql_has", "kql_hassuffix", "kql_hasprefix", "kql_contains"},
        {"kql_has_cs", "kql_hassuffix_cs", "kql_hasprefix_cs", "contains"}};
    const QLatin1String function(functions[place.caseSensitive ? 1 : 0][(front ? 1 : 0) + (back ? 2 : 0)]);
    return QString(function + u'(' + text + u", " + sqlString(term) + u')');
}

Result<SqlExpression> termAnywhere(const KqlNode &node, const Place &place)
{
    QStringList tests;
    for (const QString &column : place.scope.columnOrder) {
        const auto test = termTest(node, toText(place.scope.columns.value(column)).sql, place);
        if (!test)
            return failure(test.error());
        tests.append(*test);
    }
    if (tests.isEmpty())
        return SqlExpression{QStringLiteral("FALSE"), ColumnType::Bool, false};
    return SqlExpression{u'(' + tests.join(QStringLiteral(" OR ")) + u')', ColumnType::Bool, false};
}

/// `Column:"term"`
Result<SqlExpression> termInColumn(const KqlNode &node, const Place &place)
{
    const std::vector<const KqlNode *> sides = expressionsOf(node);
    if (!sides.back()->is(QLatin1StringView("StringLiteralExpression")))
        return place.query.refusal().unsupported(node, Words::tr("“:” with anything but a text"));
    const auto column = place.query.expressions().translate(*sides.front(), place.scope);
    if (!column)
        return column;
    const auto test = termTest(*sides.back(), toText(*column).sql, place);
    if (!test)
        return failure(test.error());
    return SqlExpression{*test, ColumnType::Bool, false};
}

/// An operator over texts that takes capitals and small letters for the same.
const KqlNode *ignoringCase(const KqlNode &node)
{
    static const QRegularExpression kinds(QStringLiteral(
        "^((Not)?(Has|HasPrefix|HasSuffix|Contains|StartsWith|EndsWith)|EqualTilde|BangTilde|HasAny|HasAll)"
        "Expression$"));
    if (kinds.match(node.kind).hasMatch() || (node.isToken() && node.value.endsWith(u'~')))
        return &node;
    for (const KqlNode &child : node.children) {
        if (const KqlNode *found = ignoringCase(child))
            return found;
    }
    return nullptr;
}

Result<SqlExpression> condition(const KqlNode &node, const Place &place)
{
    if (isTerm(node))
        return termAnywhere(node, place);
    if (node.is(QLatin1StringView("StarExpression")))
        return SqlExpression{QStringLiteral("TRUE"), ColumnType::Bool, false};
    if (node.is(QLatin1StringView("SearchExpression")))
        return termInColumn(node, place);
    if (node.is(QLatin1StringView("ParenthesizedExpression")))
        return condition(node.children.back(), place);
    const bool both = node.is(QLatin1StringView("AndExpression"));
    if (both || node.is(QLatin1StringView("OrExpression"))) {
        const std::vector<const KqlNode *> sides = expressionsOf(node);
        const auto left = condition(*sides.front(), place);
        const auto right = condition(*sides.back(), place);
        if (!left || !right)
            return left ? right : left;
        return SqlExpression{u'(' + left->sql + QStringView(both ? u" AND " : u" OR ") + right->sql + u')',
                             ColumnType::Bool, left->nullable || right->nullable};
    }
    if (const KqlNode *found = place.caseSensitive ? ignoringCase(node) : nullptr)
        return place.query.refusal().unsupported(
            *found, Words::tr("an operator that ignores case in “kind=case_sensitive”"));
    const auto value = place.query.expressions().translate(node, place.scope);
    if (value && value->type != ColumnType::Bool)
        return place.query.refusal().unsupportedType(node, columnTypeName(value->type));
    return value;
}

/// The columns that a condition names, and whether it looks at all of them.
struct Uses
{
    QList<const KqlNode *> columns;
    bool all = false;
};

void addUses(const KqlNode &node, Uses &uses)
{
    if (isTerm(node) || node.is(QLatin1StringView("StarExpression")))
        uses.all = true;
    if (node.is(QLatin1StringView("NameReference")) && node.symbolKind == u"ColumnSymbol")
        uses.columns.append(&node);
    for (const KqlNode &child : node.children) {
        if (!child.hasColumns)
            addUses(child, uses);
    }
}

/// A table that has none of the columns that the condition names gives no rows.
bool isConcerned(const Uses &uses, const Relation &rows)
{
    return uses.all || uses.columns.isEmpty() ||
           std::any_of(uses.columns.cbegin(), uses.columns.cend(), [&rows](const KqlNode *column) {
               return std::any_of(rows.columns.cbegin(), rows.columns.cend(),
                                  [column](const ColumnHeader &own) { return own.name == column->symbol; });
           });
}

/// The rows of a table that fulfil the condition. A column that the table does not have is null there.
Result<Relation> filtered(const KqlNode &node, const Uses &uses, const Relation &rows, bool caseSensitive,
                          QueryTranslator &query)
{
    Place place{query.scopeOf(rows), caseSensitive, query};
    for (const KqlNode *column : uses.columns) {
        const auto type = columnTypeFromName(column->type.toStdString());
        if (!type)
            return query.refusal().unsupportedType(*column, column->type);
        const auto own = place.scope.columns.constFind(column->symbol);
        if (own == place.scope.columns.cend())
            place.scope.columns.insert(column->symbol, nullOf(*type));
        else if (own->type != *type)
            return query.refusal().unsupported(
                *column, Words::tr("the column “%1” of several types here").arg(column->symbol));
    }
    if (!isConcerned(uses, rows))
        return query.addStage(query.columnsOf(rows), rows.columns, rows, QStringLiteral(" WHERE FALSE"),
                              false);
    const auto test = condition(node, place);
    if (!test)
        return failure(test.error());
    return query.addStage(query.columnsOf(rows), rows.columns, rows, u" WHERE " + test->sql, false);
}

/// The tables that are looked through: the pipe's, those of `in (...)`, or all.
Result<std::vector<Leg>> placesOf(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    if (!input.name.isEmpty()) {
        const QString name = input.alias.isEmpty() ? QStringLiteral("search_arg0") : input.alias;
        return std::vector<Leg>{{input, name}};
    }
    const KqlNode *in = node.child(QLatin1StringView("FindInClause"));
    if (in == nullptr)
        return legsNamed(node, QStringLiteral("*"), query);
    std::vector<Leg> legs;
    const bool isFind = node.is(QLatin1StringView("FindOperator"));
    const QStringView prefix(isFind ? u"find_arg" : u"search_arg");
    if (const auto added = addLegs(*listsOf(*in).front(), prefix, false, query, legs); !added)
        return failure(added.error());
    return legs;
}

/// The condition stands behind the parameters, the tables and the word `where`.
const KqlNode *conditionOf(const KqlNode &node)
{
    for (const KqlNode &child : node.children) {
        if (!child.isToken() && child.type == u"bool")
            return &child;
    }
    return nullptr;
}

Result<std::vector<Leg>> foundIn(const KqlNode &node, const Relation &input, bool caseSensitive,
                                 QueryTranslator &query)
{
    const KqlNode *test = conditionOf(node);
    if (test == nullptr)
        return query.refusal().unsupportedOperator(node);
    auto legs = placesOf(node, input, query);
    if (!legs)
        return legs;
    Uses uses;
    addUses(*test, uses);
    if (node.is(QLatin1StringView("FindOperator")))
        std::erase_if(*legs, [&uses](const Leg &leg) { return !isConcerned(uses, leg.rows); });
    for (Leg &leg : *legs) {
        auto rows = filtered(*test, uses, leg.rows, caseSensitive, query);
        if (!rows)
            return failure(rows.error());
        leg.rows = std::move(*rows);
    }
    if (legs->empty())
        return query.refusal().unsupported(node, Words::tr("a search without tables"));
    return legs;
}

Result<Relation> search(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    bool caseSensitive = false;
    for (const KqlNode &parameter : listsOf(node).front()->children) {
        const QString name = parameter.children.front().value;
        const QString value = parameter.children.back().value;
        if (name == u"kind" &&
            (value == u"case_sensitive" || value == u"case_insensitive" || value == u"default"))
            caseSensitive = value == u"case_sensitive";
        else if (!name.startsWith(QLatin1String("hint.")))
            return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    const auto legs = foundIn(node, input, caseSensitive, query);
    if (!legs)
        return failure(legs.error());
    UnionShape shape;
    shape.sourceColumn = QStringLiteral("$table");
    // Of columns of one name and several types the binder knows one; who asks for it is refused.
    shape.exact = false;
    return unionOf(node, *legs, shape, query);
}

// find

/// A bag with the columns of a table that have no place of their own in the answer.
QString packed(const Leg &leg, const QStringList &shown, const QueryTranslator &query)
{
    QString sql = QStringLiteral("('{'");
    const QList<SqlExpression> values = query.columnsOf(leg.rows);
    bool isFirst = true;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString name = leg.rows.columns.at(i).name;
        if (shown.contains(name))
            continue;
        const SqlExpression key{sqlString(name), ColumnType::String, false};
        sql += QStringView(isFirst ? u"" : u" || ','") + u" || " + toJson(key) + u" || ':' || " +
               toJson(values.at(i));
        isFirst = false;
    }
    return sql + u" || '}')";
}

/// A column of the answer as one table has it.
Result<QString> columnIn(const KqlNode &node, const Leg &leg, const ColumnHeader &header,
                         const QueryTranslator &query)
{
    const ExpressionScope scope = query.scopeOf(leg.rows);
    const auto found = scope.columns.constFind(header.name);
    if (found == scope.columns.cend())
        return nullOf(header.type).sql;
    if (widens(found->type, header.type))
        return widened(*found, header.type).sql;
    // `project Column:string`
    if (header.type == ColumnType::String && node.child(QLatin1StringView("FindProjectClause")) != nullptr)
        return toText(*found).sql;
    return query.refusal().unsupported(node,
                                       Words::tr("the column “%1” of several types here").arg(header.name));
}

/// Whether the binder shows all that a table has: what it leaves out has to be in the bag.
bool isComplete(const Leg &leg, const QStringList &shown)
{
    return std::all_of(leg.rows.columns.cbegin(), leg.rows.columns.cend(),
                       [&shown](const ColumnHeader &column) { return shown.contains(column.name); });
}

Result<QString> findSelect(const KqlNode &node, const Leg &leg, const QList<ColumnHeader> &headers,
                           const QueryTranslator &query)
{
    QStringList shown;
    for (const ColumnHeader &header : headers)
        shown.append(header.name);
    const KqlNode *project = node.child(QLatin1StringView("FindProjectClause"));
    const bool chosen = project != nullptr && !listsOf(*project).front()->children.empty();
    const bool bag = headers.constLast() == ColumnHeader{QStringLiteral("pack_"), ColumnType::Dynamic};
    if (!chosen && !bag && !isComplete(leg, shown))
        return query.refusal().unsupported(node, Words::tr("“find” over tables with these columns"));
    QStringList items{sqlString(leg.source) + u" AS c0"};
    for (qsizetype i = 1; i < headers.size(); ++i) {
        QString value;
        if (bag && i + 1 == headers.size()) {
            value = packed(leg, shown, query);
        } else {
            const auto column = columnIn(node, leg, headers.at(i), query);
            if (!column)
                return column;
            value = *column;
        }
        items.append(value + u" AS c" + QString::number(i));
    }
    return QString(u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + leg.rows.name);
}

Result<Relation> find(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    for (const KqlNode &parameter : listsOf(node).front()->children) {
        const QString name = parameter.children.front().value;
        if (name != u"withsource" && !name.startsWith(QLatin1String("hint.")))
            return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    const KqlNode *project = node.child(QLatin1StringView("FindProjectClause"));
    const std::vector<KqlNode> &chosen =
        project != nullptr ? listsOf(*project).front()->children : std::vector<KqlNode>();
    for (const KqlNode &item : chosen) {
        // Whether the bag has the columns that are shown, the reference says both ways.
        if (item.is(QLatin1StringView("PackExpression")))
            return query.refusal().unsupported(item, Words::tr("“pack(*)” next to columns"));
    }
    const auto legs = foundIn(node, input, false, query);
    if (!legs)
        return failure(legs.error());
    QStringList selects;
    for (const Leg &leg : *legs) {
        const auto select = findSelect(node, leg, *headers, query);
        if (!select)
            return failure(select.error());
        selects.append(*select);
    }
    return query.addRawStage(unionAll(selects), *headers);
}

} // namespace

void addSearchOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("SearchOperator"), search);
    table.insert(QStringLiteral("FindOperator"), find);
}

} // namespace sonde
