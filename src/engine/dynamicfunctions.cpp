#include "engine/dynamicfunctions.h"

#include "engine/dynamicbags.h"
#include "engine/dynamiclists.h"
#include "engine/expressiontranslator.h"
#include "engine/literals.h"
#include "engine/scalarfunction.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

namespace {

using Arguments = std::vector<SqlExpression>;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

SqlExpression dynamic(const QString &sql, bool nullable = true)
{
    return {sql, ColumnType::Dynamic, nullable};
}

tl::unexpected<Error> refuse(const FunctionCall &call)
{
    return call.refusal.unsupported(
        call.node, Words::tr("the function “%1” with these arguments").arg(call.node.symbol));
}

bool isWholeAt(const FunctionCall &call, std::size_t place)
{
    return place < call.arguments.size() && isWholeNumber(call.arguments.at(place).type);
}

QString longAt(const FunctionCall &call, std::size_t place, qint64 standard = 0)
{
    return place < call.arguments.size() ? widened(call.arguments.at(place), ColumnType::Long).sql
                                         : longLiteral(standard).sql;
}

bool areDynamic(const FunctionCall &call, std::size_t first, std::size_t count)
{
    if (call.arguments.size() < first + count)
        return false;
    return std::all_of(call.arguments.cbegin() + static_cast<std::ptrdiff_t>(first),
                       call.arguments.cbegin() + static_cast<std::ptrdiff_t>(first + count),
                       [](const SqlExpression &each) { return each.type == ColumnType::Dynamic; });
}

/// A list of them, in JSON.
QString listOf(const Arguments &values)
{
    if (values.empty())
        return QStringLiteral("'[]'");
    QStringList items;
    for (const SqlExpression &value : values)
        items.append(toJson(value));
    return u"('[' || " + items.join(QStringLiteral(" || ',' || ")) + u" || ']')";
}

// Lists

Result<SqlExpression> packArray(const FunctionCall &call)
{
    for (const SqlExpression &argument : call.arguments) {
        if (argument.type == ColumnType::Decimal)
            return refuse(call);
    }
    return dynamic(listOf(call.arguments), false);
}

/// A function of two lists over any number of them, from the left.
Result<SqlExpression> foldLists(const FunctionCall &call, const QString &function)
{
    if (call.arguments.empty() || !areDynamic(call, 0, call.arguments.size()))
        return refuse(call);
    QString sql = call.arguments.front().sql;
    for (std::size_t i = 1; i < call.arguments.size(); ++i)
        sql = function + u'(' + sql + u", " + call.arguments.at(i).sql + u')';
    return dynamic(sql);
}

Result<SqlExpression> concat(const FunctionCall &call)
{
    return foldLists(call, QStringLiteral("kql_array_concat"));
}

Result<SqlExpression> setUnion(const FunctionCall &call)
{
    return foldLists(call, QStringLiteral("kql_set_union"));
}

Result<SqlExpression> setIntersect(const FunctionCall &call)
{
    return foldLists(call, QStringLiteral("kql_set_intersect"));
}

Result<SqlExpression> setDifference(const FunctionCall &call)
{
    return foldLists(call, QStringLiteral("kql_set_difference"));
}

Result<SqlExpression> bagMerge(const FunctionCall &call)
{
    return foldLists(call, QStringLiteral("kql_bag_merge"));
}

Result<SqlExpression> rotated(const FunctionCall &call, QStringView sign)
{
    if (call.arguments.size() != 2 || !areDynamic(call, 0, 1) || !isWholeAt(call, 1))
        return refuse(call);
    return dynamic(u"kql_array_rotate(" + call.arguments.front().sql + u", " + sign + longAt(call, 1) + u')');
}

Result<SqlExpression> rotateLeft(const FunctionCall &call)
{
    return rotated(call, {});
}

Result<SqlExpression> rotateRight(const FunctionCall &call)
{
    return rotated(call, u"-");
}

Result<SqlExpression> shifted(const FunctionCall &call, QStringView sign)
{
    if (!areDynamic(call, 0, 1) || !isWholeAt(call, 1) || call.arguments.size() > 3)
        return refuse(call);
    const QString filling =
        call.arguments.size() > 2 ? toJson(call.arguments.at(2)) : QStringLiteral("CAST(NULL AS VARCHAR)");
    return dynamic(u"kql_array_shift(" + call.arguments.front().sql + u", " + sign + longAt(call, 1) + u", " +
                   filling + u')');
}

Result<SqlExpression> shiftLeft(const FunctionCall &call)
{
    return shifted(call, {});
}

Result<SqlExpression> shiftRight(const FunctionCall &call)
{
    return shifted(call, u"-");
}

Result<SqlExpression> slice(const FunctionCall &call)
{
    if (!areDynamic(call, 0, 1) || !isWholeAt(call, 1) || !isWholeAt(call, 2))
        return refuse(call);
    return dynamic(u"kql_array_slice(" + call.arguments.front().sql + u", " + longAt(call, 1) + u", " +
                   longAt(call, 2) + u')');
}

Result<SqlExpression> splitList(const FunctionCall &call)
{
    if (!areDynamic(call, 0, 1) || call.arguments.size() != 2)
        return refuse(call);
    return dynamic(u"kql_array_split(" + call.arguments.front().sql + u", " + toJson(call.arguments.back()) +
                   u')');
}

Result<SqlExpression> indexOf(const FunctionCall &call)
{
    if (!areDynamic(call, 0, 1) || call.arguments.size() < 2)
        return refuse(call);
    for (std::size_t i = 2; i < call.arguments.size(); ++i) {
        if (!isWholeAt(call, i))
            return refuse(call);
    }
    return SqlExpression{u"kql_array_index_of(" + call.arguments.front().sql + u", " +
                             toJson(call.arguments.at(1)) + u", " + longAt(call, 2) + u", " +
                             longAt(call, 3, -1) + u", " + longAt(call, 4, 1) + u')',
                         ColumnType::Long, true};
}

Result<SqlExpression> choose(const FunctionCall &call)
{
    if (call.arguments.size() != 3 || !areDynamic(call, 0, 1))
        return refuse(call);
    return dynamic(u"kql_array_iff(" + call.arguments.front().sql + u", " + toJson(call.arguments.at(1)) +
                   u", " + toJson(call.arguments.at(2)) + u')');
}

/// Several lists, sorted by the first, make a list of lists: see tupleMembers().
Result<SqlExpression> sorted(const FunctionCall &call, bool descending)
{
    Arguments lists = call.arguments;
    QString nullsLast = QStringLiteral("TRUE");
    if (lists.size() > 1 && lists.back().type == ColumnType::Bool) {
        nullsLast = u"COALESCE(" + lists.back().sql + u", TRUE)";
        lists.pop_back();
    }
    if (!areDynamic(call, 0, lists.size()))
        return refuse(call);
    const QString rest = u", " + lists.front().sql + u", " +
                         QStringView(descending ? u"TRUE, " : u"FALSE, ") + nullsLast + u')';
    Arguments ordered;
    for (const SqlExpression &list : lists)
        ordered.push_back(dynamic(u"kql_array_sorted_by(" + list.sql + rest));
    return ordered.size() == 1 ? ordered.front() : dynamic(listOf(ordered), false);
}

Result<SqlExpression> sortedUp(const FunctionCall &call)
{
    return sorted(call, false);
}

Result<SqlExpression> sortedDown(const FunctionCall &call)
{
    return sorted(call, true);
}

Result<SqlExpression> zip(const FunctionCall &call)
{
    if (!areDynamic(call, 0, call.arguments.size()))
        return refuse(call);
    return dynamic(u"kql_array_zip(" + listOf(call.arguments) + u')');
}

Result<SqlExpression> hasElement(const FunctionCall &call)
{
    if (call.arguments.size() != 2 || !areDynamic(call, 0, 1))
        return refuse(call);
    return SqlExpression{u"kql_set_has_element(" + call.arguments.front().sql + u", " +
                             toJson(call.arguments.back()) + u')',
                         ColumnType::Bool, true};
}

/// The binder says dynamic of it; it is a number.
Result<SqlExpression> jaccard(const FunctionCall &call)
{
    if (call.arguments.size() != 2 || !areDynamic(call, 0, 2))
        return refuse(call);
    const QString number =
        u"kql_jaccard_index(" + call.arguments.front().sql + u", " + call.arguments.back().sql + u')';
    return toDynamic({number, ColumnType::Real, true});
}

Result<SqlExpression> repeat(const FunctionCall &call)
{
    if (call.arguments.size() != 2 || !isWholeAt(call, 1))
        return refuse(call);
    return dynamic(u"kql_repeat(" + toJson(call.arguments.front()) + u", " + longAt(call, 1) + u')');
}

/// range(first, last [, step]): whole numbers, reals, or times with a step of an hour.
Result<SqlExpression> range(const FunctionCall &call)
{
    const Arguments &all = call.arguments;
    const ColumnType type = all.front().type;
    if (all.size() < 2 || all.size() > 3)
        return refuse(call);
    const bool isTime = type == ColumnType::DateTime || type == ColumnType::TimeSpan;
    if (isTime) {
        if (all.at(1).type != type || (all.size() > 2 && all.at(2).type != ColumnType::TimeSpan))
            return refuse(call);
        const QString step = all.size() > 2 ? all.at(2).sql : longLiteral(ticksPerHour).sql;
        return dynamic(u"kql_range_" + columnTypeName(type) + u'(' + all.at(0).sql + u", " + all.at(1).sql +
                       u", " + step + u')');
    }
    ColumnType widest = ColumnType::Long;
    for (const SqlExpression &argument : all) {
        if (!isNumber(argument.type))
            return refuse(call);
        if (argument.type == ColumnType::Real)
            widest = ColumnType::Real;
    }
    const SqlExpression step = all.size() > 2 ? all.at(2) : longLiteral(1);
    return dynamic(u"kql_range_" + columnTypeName(widest) + u'(' + widened(all.at(0), widest).sql + u", " +
                   widened(all.at(1), widest).sql + u", " + widened(step, widest).sql + u')');
}

// Bags

Result<SqlExpression> bagPack(const FunctionCall &call)
{
    if (call.arguments.size() % 2 != 0)
        return refuse(call);
    for (std::size_t i = 0; i < call.arguments.size(); i += 2) {
        if (call.arguments.at(i).type != ColumnType::String)
            return refuse(call);
    }
    return dynamic(u"kql_bag_pack(" + listOf(call.arguments) + u')', false);
}

Arguments entriesOf(const QStringList &names, const Arguments &values)
{
    Arguments entries;
    for (qsizetype i = 0; i < names.size(); ++i) {
        entries.push_back({sqlString(names.at(i)), ColumnType::String, false});
        entries.push_back(values.at(static_cast<std::size_t>(i)));
    }
    return entries;
}

Result<SqlExpression> packColumns(const FunctionCall &call)
{
    QStringList names;
    for (const KqlNode &argument : call.node.child(QLatin1StringView("List"))->children) {
        if (argument.symbolKind != u"ColumnSymbol")
            return refuse(call);
        names.append(argument.symbol);
    }
    return dynamic(u"kql_bag_pack(" + listOf(entriesOf(names, call.arguments)) + u')', false);
}

/// All columns of the rows at hand.
Result<SqlExpression> packAll(const FunctionCall &call)
{
    const QString blanks =
        call.arguments.empty() ? QStringLiteral("FALSE") : call.arguments.front().sql.toUpper();
    if (blanks != u"TRUE" && blanks != u"FALSE")
        return refuse(call);
    Arguments values;
    const ExpressionScope &row = call.row();
    for (const QString &name : row.columnOrder) {
        values.push_back(row.columns.value(name));
        if (values.back().type == ColumnType::Decimal)
            return call.refusal.unsupportedType(call.node, columnTypeName(ColumnType::Decimal));
    }
    const QString name =
        blanks == u"TRUE" ? QStringLiteral("kql_bag_pack_full(") : QStringLiteral("kql_bag_pack(");
    return dynamic(name + listOf(entriesOf(row.columnOrder, values)) + u')', false);
}

Result<SqlExpression> setKey(const FunctionCall &call)
{
    if (call.arguments.size() != 3 || !areDynamic(call, 0, 1) ||
        call.arguments.at(1).type != ColumnType::String)
        return refuse(call);
    return dynamic(u"kql_bag_set_key(" + call.arguments.at(0).sql + u", " + call.arguments.at(1).sql + u", " +
                   toJson(call.arguments.at(2)) + u')');
}

// JSON

/// A text is read; anything else is taken as it is.
Result<SqlExpression> parseJson(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::String)
        return dynamic(u"kql_parse_json(" + value.sql + u')');
    return toDynamic(value);
}

Result<SqlExpression> canonicalJson(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type != ColumnType::Dynamic)
        return toText(value);
    return SqlExpression{u"COALESCE(kql_canonical_json(" + value.sql + u"), '')", ColumnType::String, false};
}

Result<SqlExpression> typeName(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::Dynamic)
        return SqlExpression{u"kql_dynamic_type(" + value.sql + u')', ColumnType::String, false};
    return SqlExpression{sqlString(columnTypeName(value.type)), ColumnType::String, false};
}

} // namespace

const std::vector<ScalarFunction> &dynamicFunctions()
{
    using T = ColumnType;
    const auto built = [](const char *name, ScalarFunction::Build build) {
        return ScalarFunction{name, {}, nullptr, false, build};
    };
    static const std::vector<ScalarFunction> table = {
        {"array_length", {T::Dynamic}, "kql_array_length($1)", true},
        {"array_reverse", {T::Dynamic}, "kql_array_reverse($1)", true},
        {"array_sum", {T::Dynamic}, "kql_array_sum($1)", true},
        built("jaccard_index", jaccard),
        {"set_equals", {T::Dynamic, T::Dynamic}, "kql_set_equals($1, $2)", true},
        {"strcat_array", {T::Dynamic, T::String}, "kql_array_join($1, $2)", true},
        {"bag_keys", {T::Dynamic}, "kql_bag_keys($1)", true},
        {"bag_has_key", {T::Dynamic, T::String}, "kql_bag_has_key($1, $2)", true},
        {"bag_remove_keys", {T::Dynamic, T::Dynamic}, "kql_bag_remove_keys($1, $2)", true},
        {"bag_zip", {T::Dynamic, T::Dynamic}, "kql_bag_zip($1, $2)", true},
        built("array_concat", concat),
        built("array_iff", choose),
        built("array_iif", choose),
        built("array_index_of", indexOf),
        built("array_rotate_left", rotateLeft),
        built("array_rotate_right", rotateRight),
        built("array_shift_left", shiftLeft),
        built("array_shift_right", shiftRight),
        built("array_slice", slice),
        built("array_sort_asc", sortedUp),
        built("array_sort_desc", sortedDown),
        built("array_split", splitList),
        built("bag_merge", bagMerge),
        built("bag_pack", bagPack),
        built("pack", bagPack),
        built("pack_dictionary", bagPack),
        built("bag_pack_columns", packColumns),
        built("bag_set_key", setKey),
        built("dynamic_to_json", canonicalJson),
        built("gettype", typeName),
        built("pack_all", packAll),
        built("pack_array", packArray),
        built("parse_json", parseJson),
        built("parsejson", parseJson),
        built("todynamic", parseJson),
        built("toobject", parseJson),
        built("range", range),
        built("repeat", repeat),
        built("set_difference", setDifference),
        built("set_has_element", hasElement),
        built("set_intersect", setIntersect),
        built("set_union", setUnion),
        built("zip", zip),
    };
    return table;
}

bool registerDynamicFunctions(duckdb_connection connection)
{
    return registerListFunctions(connection) && registerBagFunctions(connection);
}

} // namespace sonde
