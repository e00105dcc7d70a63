#include "engine/parsestages.h"

#include "engine/conversions.h"

namespace sonde {

namespace {

/// The input's own columns, and those that keep its order.
QStringList carriedAlong(const Relation &input, const QueryTranslator &query)
{
    QStringList items;
    for (const SqlExpression &column : query.columnsOf(input))
        items.append(column.sql);
    return items + input.hidden;
}

QString select(const QStringList &items, const Relation &from, const QString &tail = {})
{
    return u"SELECT " + items.join(QStringLiteral(", ")) + u" FROM " + from.name + tail;
}

/// The values as their types, and whether the row has any.
Result<QStringList> conversions(const KqlNode &node, const Taken &taken, const QString &isTaken,
                                const QStringList &names, const QueryTranslator &query)
{
    QStringList items;
    QStringList conditions = {taken.isMatch};
    for (qsizetype i = 0; i < taken.columns.size(); ++i) {
        const TakenColumn &column = taken.columns.at(i);
        const ColumnType type = column.header.type;
        const auto value = textAs({column.text, ColumnType::String, true}, type);
        if (!value)
            return query.refusal().unsupportedType(node, columnTypeName(type));
        items.append(value->sql + u" AS " + names.at(i));
        if (taken.isStrict && type != ColumnType::String)
            conditions.append(value->sql + u" IS NOT NULL");
    }
    items.append(u'(' + conditions.join(QStringLiteral(" AND ")) + u") AS " + isTaken);
    return items;
}

} // namespace

Result<ColumnHeader> declaredColumn(const KqlNode &declaration, const QueryTranslator &query)
{
    const KqlNode &name = declaration.is(QLatin1StringView("NameAndTypeDeclaration"))
                              ? declaration.children.front()
                              : declaration;
    const std::optional<ColumnType> type = columnTypeFromName(name.type.toStdString());
    if (!name.is(QLatin1StringView("NameDeclaration")) || !type)
        return query.refusal().unsupportedType(declaration, name.type);
    return ColumnHeader{name.value, *type};
}

Result<Relation> addTaken(const KqlNode &node, const Relation &input, const Taken &taken,
                          QueryTranslator &query)
{
    const auto headers = query.headersOf(node);
    if (!headers)
        return failure(headers.error());
    const QStringList carried = carriedAlong(input, query);
    const Relation first = query.addRawStage(select(carried + taken.items, input), input.columns);
    QStringList names;
    for (qsizetype i = 0; i < taken.columns.size(); ++i)
        names.append(query.uniqueName(u"v"));
    const QString isTaken = query.uniqueName(u"v");
    const auto converted = conversions(node, taken, isTaken, names, query);
    if (!converted)
        return failure(converted.error());
    const Relation second = query.addRawStage(select(carried + *converted, first), input.columns);

    const ExpressionScope scope = query.scopeOf(input);
    QStringList items;
    for (const ColumnHeader &header : *headers) {
        QString value = scope.columns.value(header.name).sql;
        for (qsizetype i = 0; i < taken.columns.size(); ++i) {
            if (taken.columns.at(i).header == header)
                value = u"CASE WHEN " + isTaken + u" THEN " + names.at(i) + u" END";
        }
        if (value.isEmpty())
            return query.refusal().unsupportedOperator(node);
        if (header.type == ColumnType::String)
            value = u"COALESCE(" + value + u", '')";
        items.append(value + u" AS c" + QString::number(items.size()));
    }
    const QString tail = taken.isFilter ? QString(u" WHERE " + isTaken) : QString();
    Relation relation = query.addRawStage(select(items + input.hidden, second, tail), *headers);
    relation.hidden = input.hidden;
    relation.order = input.order;
    return relation;
}

} // namespace sonde
