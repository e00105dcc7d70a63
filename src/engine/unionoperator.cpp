#include "engine/unionoperator.h"

#include "engine/operatortable.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

bool isPattern(const KqlNode &node)
{
    return node.is(QLatin1StringView("NameReference")) && node.value.contains(u'*');
}

QRegularExpression patternOf(const QString &names)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(
        QRegularExpression::escape(names).replace(QLatin1String("\\*"), QLatin1String(".*"))));
}

/// A name, or a pipe that begins with one, that the binder could not find.
bool isMissing(const KqlNode &node)
{
    if (node.is(QLatin1StringView("PipeExpression")) || node.is(QLatin1StringView("ParenthesizedExpression")))
        return isMissing(node.children.front());
    return node.is(QLatin1StringView("NameReference")) && node.symbol.isEmpty();
}

/// The names of the functions that `let Name = view () {...}` makes.
QStringList viewNames(const KqlTree &tree)
{
    QStringList names;
    const std::vector<const KqlNode *> lists = listsOf(tree.root);
    for (const KqlNode &statement : lists.empty() ? tree.root.children : lists.back()->children) {
        if (!statement.is(QLatin1StringView("LetStatement")))
            continue;
        const KqlNode *function = statement.child(QLatin1StringView("FunctionDeclaration"));
        if (function != nullptr && function->child(QLatin1StringView("ViewKeyword")) != nullptr)
            names.append(statement.children.at(1).value);
    }
    return names;
}

QString suffixed(const ColumnHeader &column)
{
    return column.name + u'_' + columnTypeName(column.type);
}

/// A column of a union: what it is called there, and in the tables that have it.
struct UnionColumn
{
    ColumnHeader inside;
    QString name;
};

/// The columns of all legs in the order in which they turn up, those of one name together.
QList<ColumnHeader> allColumns(const std::vector<Leg> &legs)
{
    QList<ColumnHeader> columns;
    for (const Leg &leg : legs) {
        for (const ColumnHeader &column : leg.rows.columns) {
            if (columns.contains(column))
                continue;
            qsizetype place = columns.size();
            for (qsizetype i = 0; i < columns.size(); ++i) {
                if (columns.at(i).name == column.name)
                    place = i + 1;
            }
            columns.insert(place, column);
        }
    }
    return columns;
}

/// A name that comes with several types becomes several columns, `Name_type`; one that is taken gets a
/// number.
QList<UnionColumn> outerColumns(const std::vector<Leg> &legs, const QString &sourceColumn)
{
    const QList<ColumnHeader> columns = allColumns(legs);
    QHash<QString, int> uses;
    for (const ColumnHeader &column : columns)
        ++uses[column.name];
    QSet<QString> taken = {sourceColumn};
    for (const ColumnHeader &column : columns) {
        if (uses.value(column.name) == 1)
            taken.insert(column.name);
    }
    QList<UnionColumn> result;
    for (const ColumnHeader &column : columns) {
        QString name = column.name;
        if (uses.value(name) > 1) {
            name = suffixed(column);
            for (int i = 1; taken.contains(name); ++i)
                name = suffixed(column) + QString::number(i);
            taken.insert(name);
        }
        result.append({column, name});
    }
    return result;
}

/// The columns that all legs have. One name with several types is no such column, or several: not for this
/// engine to say.
Result<QList<UnionColumn>> commonColumns(const KqlNode &node, const std::vector<Leg> &legs,
                                         const QueryTranslator &query)
{
    QList<UnionColumn> result;
    for (const ColumnHeader &column : legs.front().rows.columns) {
        const bool everywhere = std::all_of(
            legs.cbegin(), legs.cend(), [&](const Leg &leg) { return leg.rows.columns.contains(column); });
        const bool byName = std::all_of(legs.cbegin(), legs.cend(), [&](const Leg &leg) {
            return std::any_of(leg.rows.columns.cbegin(), leg.rows.columns.cend(),
                               [&](const ColumnHeader &other) { return other.name == column.name; });
        });
        if (everywhere)
            result.append({column, column.name});
        else if (byName)
            return query.refusal().unsupported(
                node, Words::tr("“kind=inner” with the column “%1” of several types").arg(column.name));
    }
    return result;
}

QString legSelect(const Leg &leg, const QList<UnionColumn> &columns, bool source)
{
    QStringList items;
    if (source)
        items.append(sqlString(leg.source) + u" AS c0");
    for (const UnionColumn &column : columns) {
        const qsizetype place = leg.rows.columns.indexOf(column.inside);
        const QString value =
            place < 0 ? nullOf(column.inside.type).sql : QString(u'c' + QString::number(place));
        items.append(value + u" AS c" + QString::number(items.size()));
    }
    return u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + leg.rows.name;
}

/// The same columns, in whatever order: of one that is renamed the binder and the service think differently.
bool areSame(QList<ColumnHeader> left, QList<ColumnHeader> right)
{
    const auto before = [](const ColumnHeader &a, const ColumnHeader &b) { return a.name < b.name; };
    std::sort(left.begin(), left.end(), before);
    std::sort(right.begin(), right.end(), before);
    return left == right;
}

struct UnionParameters
{
    UnionShape shape;
    bool fuzzy = false;
};

Result<UnionParameters> unionParameters(const KqlNode &list, const QueryTranslator &query)
{
    UnionParameters parameters;
    for (const KqlNode &parameter : list.children) {
        const QString name = parameter.children.front().value.toLower();
        const QString value = query.textOf(parameter.children.back()).trimmed();
        if (name == u"withsource" || name == u"with_source")
            parameters.shape.sourceColumn = parameter.children.back().value;
        else if (name == u"isfuzzy")
            parameters.fuzzy = value.compare(u"true", Qt::CaseInsensitive) == 0;
        else if (name == u"kind" && (value == u"inner" || value == u"outer"))
            parameters.shape.common = value == u"inner";
        else if (!name.startsWith(QLatin1String("hint.")))
            return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    parameters.shape.exact = !parameters.fuzzy && !parameters.shape.common;
    return parameters;
}

/// The names that a pattern stands for, as a query writes them.
QString spelledOut(const KqlNode &pattern, const QueryTranslator &query)
{
    QStringList all = viewNames(query.tree());
    for (const EngineTable &table : query.tables())
        all.prepend(table.name);
    const QRegularExpression names = patternOf(pattern.value);
    QStringList found;
    for (const QString &name : std::as_const(all)) {
        if (names.match(name).hasMatch())
            found.append(u"['" + name + u"']");
    }
    return found.join(QStringLiteral(", "));
}

/// Of tables that a pattern names, the binder takes columns of one name for one column, whatever their types;
/// the service makes several of them, as the binder knows where the tables are named one by one. Of views
/// that the query declares it knows nothing behind a pattern.
Result<void> spellOut(const KqlNode &node, const std::vector<const KqlNode *> &lists,
                      const std::vector<Leg> &legs, QueryTranslator &query)
{
    QSet<QString> known;
    bool isClear = true;
    for (const ColumnHeader &column : allColumns(legs)) {
        const bool isBound = std::any_of(node.columns.cbegin(), node.columns.cend(),
                                         [&](const KqlColumn &bound) { return bound.name == column.name; });
        isClear = isClear && isBound && !known.contains(column.name);
        known.insert(column.name);
    }
    for (const KqlNode &expression : lists.back()->children) {
        const QString names = !isClear && isPattern(expression) ? spelledOut(expression, query) : QString();
        if (!names.isEmpty())
            return query.bindAgain(expression, names, expression.length);
    }
    return {};
}

Result<Relation> unite(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const std::vector<const KqlNode *> lists = listsOf(node);
    const auto parameters = unionParameters(*lists.front(), query);
    if (!parameters)
        return failure(parameters.error());
    std::vector<Leg> legs;
    if (!input.name.isEmpty())
        legs.push_back({input, input.alias.isEmpty() ? QStringLiteral("union_arg0") : input.alias});
    if (const auto added = addLegs(*lists.back(), u"union_arg", parameters->fuzzy, query, legs); !added)
        return failure(added.error());
    if (legs.empty()) {
        return query.refusal().semantic(node, QStringLiteral("SEM0100"),
                                        QStringLiteral("'union' operator: none of the tables exists"));
    }
    if (const auto clear = spellOut(node, lists, legs, query); !clear)
        return failure(clear.error());
    return unionOf(node, legs, parameters->shape, query);
}

} // namespace

QString unionAll(QStringList selects)
{
    // DuckDB puts one side in the other, and stops at a depth of a thousand.
    constexpr qsizetype mostInOne = 100;
    const QString both = QStringLiteral(" UNION ALL ");
    while (selects.size() > mostInOne) {
        QStringList groups;
        for (qsizetype i = 0; i < selects.size(); i += mostInOne)
            groups.append(u'(' + selects.mid(i, mostInOne).join(both) + u')');
        selects = groups;
    }
    return selects.join(both);
}

QString sourceName(const KqlNode &expression, const Relation &relation, const QString &other)
{
    if (expression.is(QLatin1StringView("NameReference")))
        return expression.symbol;
    return relation.alias.isEmpty() ? other : relation.alias;
}

Result<std::vector<Leg>> legsNamed(const KqlNode &node, const QString &pattern, QueryTranslator &query)
{
    const QRegularExpression names = patternOf(pattern);
    std::vector<Leg> legs;
    const auto add = [&legs](Result<Relation> rows, const QString &name) -> Result<void> {
        if (!rows)
            return failure(rows.error());
        legs.push_back({std::move(*rows), name});
        return {};
    };
    for (const EngineTable &table : query.tables()) {
        if (!names.match(table.name).hasMatch())
            continue;
        KqlNode reference;
        reference.kind = QStringLiteral("NameReference");
        reference.value = table.name;
        reference.start = node.start;
        reference.length = node.length;
        reference.symbol = table.name;
        reference.symbolKind = QStringLiteral("TableSymbol");
        if (const auto added = add(query.apply(reference, {}), table.name); !added)
            return failure(added.error());
    }
    for (const QString &name : viewNames(query.tree())) {
        if (!names.match(name).hasMatch())
            continue;
        if (const auto added = add(query.viewRows(node, name), name); !added)
            return failure(added.error());
    }
    return legs;
}

Result<void> addLegs(const KqlNode &list, QStringView prefix, bool fuzzy, QueryTranslator &query,
                     std::vector<Leg> &legs)
{
    for (const KqlNode &expression : list.children) {
        if (isPattern(expression)) {
            auto found = legsNamed(expression, expression.value, query);
            if (!found)
                return failure(found.error());
            for (Leg &leg : *found)
                legs.push_back(std::move(leg));
            continue;
        }
        if (fuzzy && isMissing(expression))
            continue;
        auto rows = query.relationOf(expression);
        if (!rows)
            return failure(rows.error());
        const QString source = sourceName(expression, *rows, prefix + QString::number(legs.size()));
        legs.push_back({std::move(*rows), source});
    }
    return {};
}

Result<Relation> unionOf(const KqlNode &node, const std::vector<Leg> &legs, const UnionShape &shape,
                         QueryTranslator &query)
{
    QList<UnionColumn> columns = outerColumns(legs, shape.sourceColumn);
    if (shape.common) {
        const auto common = commonColumns(node, legs, query);
        if (!common)
            return failure(common.error());
        columns = *common;
    }
    QList<ColumnHeader> headers;
    if (!shape.sourceColumn.isEmpty())
        headers.append({shape.sourceColumn, ColumnType::String});
    for (const UnionColumn &column : columns)
        headers.append({column.name, column.inside.type});
    if (shape.exact) {
        const auto known = query.headersOf(node);
        if (!known)
            return failure(known.error());
        if (!areSame(*known, headers))
            return query.refusal().unsupported(node, Words::tr("a union of tables with these columns"));
    }
    if (headers.isEmpty())
        return query.refusal().unsupported(node, Words::tr("a union without columns"));
    QStringList selects;
    for (const Leg &leg : legs)
        selects.append(legSelect(leg, columns, !shape.sourceColumn.isEmpty()));
    return query.addRawStage(unionAll(selects), headers);
}

void addUnionOperator(OperatorTable &table)
{
    table.insert(QStringLiteral("UnionOperator"), unite);
}

} // namespace sonde
