#include "engine/aggregatefunctions.h"
#include "engine/dynamiccast.h"
#include "engine/operatortable.h"
#include "engine/querytranslator.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>

namespace sonde {

/// Plugins. Which columns bag_unpack and pivot make depends on the rows: where the query does not say it,
/// they are looked up, written into the query behind the plugin, and the query is bound again.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

using Headers = QList<ColumnHeader>;

/// The columns of the plugin's own schema; nothing where it has none.
std::optional<QStringList> schemaOf(const KqlNode &node)
{
    const KqlNode *clause = node.child(QLatin1StringView("EvaluateSchemaClause"));
    const KqlNode *row = clause != nullptr ? clause->child(QLatin1StringView("EvaluateRowSchema")) : nullptr;
    if (row == nullptr)
        return std::nullopt;
    QStringList names;
    for (const KqlNode *list : listsOf(*row)) {
        for (const KqlNode &column : list->children)
            names.append(column.children.front().value);
    }
    return names;
}

QString quotedName(const QString &name)
{
    QString text = name;
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"));
    text.replace(u'\n', QLatin1String("\\n")).replace(u'\r', QLatin1String("\\r"));
    return u"['" + text + u"']";
}

/// ` : (['a']:long, ...)`
QString schemaText(const Headers &headers)
{
    QStringList columns;
    for (const ColumnHeader &header : headers)
        columns.append(quotedName(header.name) + u':' + columnTypeName(header.type));
    return u" : (" + columns.join(QStringLiteral(", ")) + u')';
}

// bag_unpack

struct Unpacking
{
    qsizetype column = -1;
    QString prefix;
    QString conflict = QStringLiteral("error");
    QStringList ignored;
};

Result<Unpacking> unpackingOf(const KqlNode &call, const Relation &input, const QueryTranslator &query)
{
    Unpacking unpacking;
    const std::vector<const KqlNode *> arguments = expressionsOf(*call.child(QLatin1StringView("List")));
    unpacking.column = arguments.empty() ? -1 : columnPlace(input.columns, arguments.front()->symbol);
    if (unpacking.column < 0 || input.columns.at(unpacking.column).type != ColumnType::Dynamic)
        return query.refusal().unsupportedOperator(call);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const QStringList names = givenNames(*arguments.at(i));
        const KqlNode &value = unnamed(*arguments.at(i));
        if (!value.is(QLatin1StringView("StringLiteralExpression")))
            return query.refusal().unsupported(
                call, Words::tr("the function “%1” with these arguments").arg(call.symbol));
        if (names == QStringList{QStringLiteral("columnsConflict")})
            unpacking.conflict = value.value;
        else if (names.isEmpty() || names == QStringList{QStringLiteral("OutputColumnPrefix")})
            unpacking.prefix = value.value;
        else
            return query.refusal().unsupported(*arguments.at(i),
                                               Words::tr("the parameter “%1”").arg(names.constFirst()));
    }
    return unpacking;
}

/// The keys of all bags with the types of their values, by name.
Result<QMap<QString, ColumnType>> keysOf(const Unpacking &unpacking, const Relation &input,
                                         QueryTranslator &query)
{
    const QString entry = u"SELECT DISTINCT unnest(json_extract_string(kql_bag_types(c" +
                          QString::number(unpacking.column) + u"), '$[*]')) AS c0 FROM " + input.name;
    const auto rows = query.look(entry);
    if (!rows)
        return failure(rows.error());
    QMap<QString, QStringList> types;
    for (const QString &row : *rows) {
        // `type:key`
        QStringList &known = types[unpacking.prefix + row.section(u':', 1)];
        if (const QString type = row.section(u':', 0, 0); type != u"null")
            known.append(type);
    }
    QMap<QString, ColumnType> keys;
    for (auto each = types.cbegin(); each != types.cend(); ++each) {
        const auto type = each->size() == 1 ? columnTypeFromName(each->constFirst().toStdString())
                                            : std::optional<ColumnType>();
        keys.insert(each.key(), type.value_or(ColumnType::Dynamic));
    }
    return keys;
}

/// The input's columns without the bag, and its keys behind them in the order of the alphabet.
Result<Headers> unpackedHeaders(const KqlNode &call, const Unpacking &unpacking, const Relation &input,
                                QueryTranslator &query)
{
    auto keys = keysOf(unpacking, input, query);
    if (!keys)
        return failure(keys.error());
    Headers headers;
    for (qsizetype i = 0; i < input.columns.size(); ++i) {
        ColumnHeader header = input.columns.at(i);
        if (i == unpacking.column)
            continue;
        const auto key = keys->find(header.name);
        if (key != keys->end()) {
            if (unpacking.conflict == u"error")
                return query.refusal().semantic(
                    call, QStringLiteral("SEM0100"),
                    QStringLiteral("evaluate bag_unpack(): the column '%1' is there already")
                        .arg(header.name));
            if (unpacking.conflict == u"replace_source")
                header.type = *key;
            keys->erase(key);
        }
        headers.append(header);
    }
    for (auto key = keys->cbegin(); key != keys->cend(); ++key)
        headers.append({key.key(), key.value()});
    return headers;
}

Result<Relation> bagUnpack(const KqlNode &node, const KqlNode &call, const Relation &input,
                           QueryTranslator &query)
{
    const auto unpacking = unpackingOf(call, input, query);
    if (!unpacking)
        return failure(unpacking.error());
    const auto schema = schemaOf(node);
    if (!schema) {
        const auto headers = unpackedHeaders(call, *unpacking, input, query);
        if (!headers)
            return failure(headers.error());
        return query.bindAgain(call, schemaText(*headers));
    }
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    QList<SqlExpression> values;
    for (const ColumnHeader &header : *headers) {
        const qsizetype own = columnPlace(input.columns, header.name);
        const bool isReplaced = unpacking->conflict == u"replace_source" && schema->contains(header.name);
        if (own >= 0 && own != unpacking->column && !isReplaced) {
            values.append(query.columnsOf(input).at(own));
        } else {
            const QString key = header.name.startsWith(unpacking->prefix)
                                    ? header.name.mid(unpacking->prefix.size())
                                    : QString();
            const QString element =
                QStringLiteral("kql_element_of(c%1, ").arg(unpacking->column) + sqlString(key) + u')';
            const auto value =
                castDynamic({element, ColumnType::Dynamic, true}, header.type, node, query.refusal());
            if (!value)
                return failure(value.error());
            values.append(*value);
        }
        if (values.constLast().type != header.type)
            return query.refusal().unsupportedType(node, columnTypeName(header.type));
    }
    return query.addStage(values, *headers, input, {}, true);
}

// pivot

struct Pivot
{
    qsizetype column = -1;
    QString aggregate = QStringLiteral("count");
    const KqlNode *call = nullptr; ///< of the aggregate; null: count()
    QList<qsizetype> groups;
};

Result<Pivot> pivotOf(const KqlNode &call, const Relation &input, const QueryTranslator &query)
{
    Pivot pivot;
    QStringList used;
    bool areGroupsGiven = false;
    const std::vector<const KqlNode *> arguments = expressionsOf(*call.child(QLatin1StringView("List")));
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const KqlNode &argument = *arguments.at(i);
        const qsizetype place = columnPlace(input.columns, argument.symbol);
        if (i == 1 && argument.is(QLatin1StringView("FunctionCallExpression"))) {
            pivot.call = &argument;
            pivot.aggregate = argument.symbol;
            for (const KqlNode *inner : expressionsOf(*argument.child(QLatin1StringView("List"))))
                used.append(inner->symbol);
        } else if (argument.symbolKind != u"ColumnSymbol" || place < 0) {
            return query.refusal().unsupportedOperator(argument);
        } else if (i == 0) {
            pivot.column = place;
        } else {
            areGroupsGiven = true;
            pivot.groups.append(place);
        }
    }
    if (pivot.column < 0 || findAggregateFunction(pivot.aggregate) == nullptr)
        return query.refusal().unsupportedFunction(call, pivot.aggregate);
    for (qsizetype i = 0; !areGroupsGiven && i < input.columns.size(); ++i) {
        if (i != pivot.column && !used.contains(input.columns.at(i).name))
            pivot.groups.append(i);
    }
    return pivot;
}

/// The groups' columns, and one for each value of the pivot's, in the order of the alphabet.
Result<Headers> pivotedHeaders(const KqlNode &call, const Pivot &pivot, const Relation &input,
                               QueryTranslator &query)
{
    const SqlExpression text = toText(query.columnsOf(input).at(pivot.column));
    const auto rows = query.look(u"SELECT DISTINCT " + text.sql + u" AS c0 FROM " + input.name);
    if (!rows)
        return failure(rows.error());
    Headers headers;
    for (const qsizetype group : pivot.groups)
        headers.append(input.columns.at(group));
    QStringList values = *rows;
    values.sort();
    ColumnType type = ColumnType::Long;
    if (pivot.call != nullptr) {
        const auto known = typeOf(*pivot.call, query.refusal());
        if (!known)
            return failure(known.error());
        type = *known;
    }
    for (const QString &value : values) {
        if (value.isEmpty() || columnPlace(headers, value) >= 0)
            return query.refusal().unsupported(call, Words::tr("a column without a name of its own"));
        headers.append({value, type});
    }
    return headers;
}

Result<Relation> pivoted(const KqlNode &node, const KqlNode &call, const Relation &input,
                         QueryTranslator &query)
{
    const auto pivot = pivotOf(call, input, query);
    if (!pivot)
        return failure(pivot.error());
    if (!schemaOf(node)) {
        const auto headers = pivotedHeaders(call, *pivot, input, query);
        if (!headers)
            return failure(headers.error());
        return query.bindAgain(call, schemaText(*headers));
    }
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const SqlExpression text = toText(query.columnsOf(input).at(pivot->column));
    ExpressionScope scope = query.scopeOf(input);
    scope.aggregates = true;
    QList<SqlExpression> values;
    QStringList groups;
    for (const ColumnHeader &header : *headers) {
        const qsizetype own = columnPlace(input.columns, header.name);
        if (pivot->groups.contains(own)) {
            values.append(query.columnsOf(input).at(own));
            groups.append(QString::number(values.size()));
            continue;
        }
        scope.aggregateFilter = text.sql + u" = " + sqlString(header.name);
        const auto value =
            pivot->call != nullptr
                ? query.expressions().translate(*pivot->call, scope)
                : Result<SqlExpression>(
                      {u"COUNT(*) FILTER (WHERE " + scope.aggregateFilter + u')', ColumnType::Long, false});
        if (!value)
            return failure(value.error());
        if (!widens(value->type, header.type))
            return query.refusal().unsupportedType(node, columnTypeName(header.type));
        values.append(widened(*value, header.type));
    }
    const QString tail = groups.isEmpty() ? QString() : u" GROUP BY " + groups.join(QStringLiteral(", "));
    return query.addStage(values, *headers, input, tail, false);
}

/// One row for each cell: the number of its row, the name of its column, its text.
Result<Relation> narrow(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    if (headers->size() != 3 || input.columns.isEmpty())
        return query.refusal().unsupportedOperator(node);
    QStringList cells;
    for (qsizetype i = 0; i < input.columns.size(); ++i)
        cells.append(u"struct_pack(n := " + sqlString(input.columns.at(i).name) + u", v := " +
                     toText(query.columnsOf(input).at(i)).sql + u')');
    const QString order =
        input.order.isEmpty() ? QString() : u"ORDER BY " + input.order.join(QStringLiteral(", "));
    return query.addRawStage(u"SELECT r AS c0, (e).n AS c1, (e).v AS c2 FROM (SELECT r, unnest(l) AS e FROM "
                             u"(SELECT row_number() OVER (" +
                                 order + u") - 1 AS r, [" + cells.join(QStringLiteral(", ")) +
                                 u"] AS l FROM " + input.name + u"))",
                             *headers);
}

Result<Relation> evaluate(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const KqlNode *call = node.child(QLatin1StringView("FunctionCallExpression"));
    if (call == nullptr || call->child(QLatin1StringView("List")) == nullptr)
        return query.refusal().unsupportedOperator(node);
    if (const auto checked = query.refuseParameters(*listsOf(node).front()); !checked)
        return failure(checked.error());
    if (call->symbol == u"bag_unpack")
        return bagUnpack(node, *call, input, query);
    if (call->symbol == u"pivot")
        return pivoted(node, *call, input, query);
    if (call->symbol == u"narrow")
        return narrow(node, input, query);
    return query.refusal().unsupportedFunction(*call, call->symbol);
}

} // namespace

void addEvaluateOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("EvaluateOperator"), evaluate);
}

} // namespace sonde
