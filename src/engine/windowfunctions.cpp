#include "engine/windowfunctions.h"

#include "engine/literals.h"

#include <QCoreApplication>
#include <algorithm>
#include <charconv>
#include <limits>

namespace sonde {

namespace {

using std::int64_t;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// One call on its way to a column: each step may add columns to the rows.
struct WindowCall
{
    const KqlNode &node;
    std::vector<const KqlNode *> arguments;
    Relation rows;
    QueryTranslator &query;
    ColumnType type;

    QString order() const { return rows.order.constFirst(); }
    /// Adds a column and names it.
    QString add(const QString &sql)
    {
        const QString name = query.uniqueName(u"w");
        rows = query.addColumn(sql, name, rows);
        return name;
    }
    Result<SqlExpression> argument(std::size_t index) const
    {
        return query.expressions().translate(*arguments.at(index), query.scopeOf(rows));
    }
};

using WindowFunction = Result<SqlExpression> (*)(WindowCall &);

QString over(const WindowCall &call, const QString &group)
{
    const QString partition = group.isEmpty() ? QString() : QString(u"PARTITION BY " + group + u' ');
    return u" OVER (" + partition + u"ORDER BY " + call.order() + u" ROWS UNBOUNDED PRECEDING)";
}

/// The column that tells apart what lies between two restarts; empty where there are none.
Result<QString> groupsOf(WindowCall &call, std::size_t index)
{
    if (call.arguments.size() <= index)
        return QString();
    const auto restart = call.argument(index);
    if (!restart)
        return failure(restart.error());
    if (restart->type != ColumnType::Bool)
        return call.query.refusal().unsupportedType(*call.arguments.at(index), columnTypeName(restart->type));
    return call.add(u"SUM(CASE WHEN " + restart->sql + u" THEN 1 ELSE 0 END)" + over(call, {}));
}

Result<SqlExpression> rowNumber(WindowCall &call)
{
    SqlExpression start = longLiteral(1);
    if (!call.arguments.empty()) {
        const auto given =
            call.query.expressions().translateAs(*call.arguments.front(), {}, ColumnType::Long);
        if (!given)
            return given;
        start = *given;
    }
    const auto group = groupsOf(call, 1);
    if (!group)
        return failure(group.error());
    const QString name =
        call.add(u"CAST(" + start.sql + u" - 1 + row_number()" + over(call, *group) + u" AS BIGINT)");
    return SqlExpression{name, ColumnType::Long, start.nullable};
}

/// prev(value, offset, otherwise) and next().
Result<SqlExpression> neighbour(WindowCall &call)
{
    const auto value = call.argument(0);
    if (!value)
        return value;
    QString offset = QStringLiteral("1");
    if (call.arguments.size() > 1) {
        const KqlNode &node = *call.arguments.at(1);
        if (!isLiteral(node) || node.nullLiteral || node.type != u"long")
            return call.query.refusal().unsupported(node, Words::tr("an offset that is no whole number"));
        const auto given = call.query.expressions().translateAs(node, {}, ColumnType::Long);
        if (!given)
            return given;
        offset = given->sql;
    }
    SqlExpression otherwise = nullOf(value->type);
    if (call.arguments.size() > 2) {
        const auto given = call.query.expressions().translateAs(*call.arguments.at(2),
                                                                call.query.scopeOf(call.rows), value->type);
        if (!given)
            return given;
        otherwise = *given;
    }
    const QString function = call.node.symbol == u"prev" ? QStringLiteral("lag(") : QStringLiteral("lead(");
    const QString name = call.add(function + value->sql + u", " + offset + u", " + otherwise.sql +
                                  u") OVER (ORDER BY " + call.order() + u')');
    return SqlExpression{name, value->type, value->nullable || otherwise.nullable};
}

/// Nulls add nothing.
Result<SqlExpression> cumulativeSum(WindowCall &call)
{
    const auto term = call.argument(0);
    if (!term)
        return term;
    if (!isNumber(term->type) || term->type != call.type)
        return call.query.refusal().unsupportedType(*call.arguments.front(), columnTypeName(term->type));
    const auto group = groupsOf(call, 1);
    if (!group)
        return failure(group.error());
    const QString name = call.add(u"CAST(COALESCE(SUM(" + term->sql + u')' + over(call, *group) +
                                  u", 0) AS " + sqlTypeName(call.type) + u')');
    return SqlExpression{name, call.type, false};
}

/// The names of two columns: where the term is another than in the row before, and the groups.
struct Changes
{
    QString changed;
    QString group;
};

Result<Changes> changesOf(WindowCall &call)
{
    const auto term = call.argument(0);
    if (!term)
        return failure(term.error());
    if (term->type == ColumnType::Dynamic)
        return call.query.refusal().unsupportedType(*call.arguments.front(), columnTypeName(term->type));
    const auto group = groupsOf(call, 1);
    if (!group)
        return failure(group.error());
    const QString partition = group->isEmpty() ? QString() : QString(u"PARTITION BY " + *group + u' ');
    const QString window = u" OVER (" + partition + u"ORDER BY " + call.order() + u')';
    const QString changed =
        call.add(u"CASE WHEN row_number()" + window + u" = 1 OR " + term->sql + u" IS DISTINCT FROM lag(" +
                 term->sql + u')' + window + u" THEN 1 ELSE 0 END");
    return Changes{changed, *group};
}

Result<SqlExpression> denseRank(WindowCall &call)
{
    const auto changes = changesOf(call);
    if (!changes)
        return failure(changes.error());
    const QString name =
        call.add(u"CAST(SUM(" + changes->changed + u')' + over(call, changes->group) + u" AS BIGINT)");
    return SqlExpression{name, ColumnType::Long, false};
}

/// The number of the first row in a run of equal ones.
Result<SqlExpression> minimalRank(WindowCall &call)
{
    const auto changes = changesOf(call);
    if (!changes)
        return failure(changes.error());
    const QString number = call.add(u"row_number()" + over(call, changes->group));
    const QString name = call.add(u"MAX(CASE WHEN " + changes->changed + u" = 1 THEN " + number + u" END)" +
                                  over(call, changes->group));
    return SqlExpression{name, ColumnType::Long, false};
}

/// A row after the other depends on where the session before began: no window of SQL can say that. All values
/// go through one C++ function and come back by the rows' numbers.
Result<SqlExpression> sessions(WindowCall &call)
{
    const auto value = call.argument(0);
    const auto first = call.query.expressions().translateAs(*call.arguments.at(1), {}, ColumnType::TimeSpan);
    const auto between =
        call.query.expressions().translateAs(*call.arguments.at(2), {}, ColumnType::TimeSpan);
    if (!value || !first || !between)
        return failure(!value ? value.error() : !first ? first.error() : between.error());
    if (value->type != ColumnType::DateTime)
        return call.query.refusal().unsupportedType(*call.arguments.front(), columnTypeName(value->type));
    QString restart = QStringLiteral("FALSE");
    if (call.arguments.size() > 3) {
        const auto given = call.argument(3);
        if (!given)
            return given;
        if (given->type != ColumnType::Bool)
            return call.query.refusal().unsupportedType(*call.arguments.at(3), columnTypeName(given->type));
        restart = given->sql;
    }
    const QString place = call.add(u"row_number()" + over(call, {}));
    // They are read twice, and both times in the same order.
    if (!call.query.isInside())
        call.rows = call.query.materialized(call.rows);
    const QString one = u"(CASE WHEN " + restart + u" THEN 'r' ELSE '' END) || COALESCE(CAST(" + value->sql +
                        u" AS VARCHAR), '')";
    const QString all = u"SELECT CAST(kql_sessions(COALESCE(string_agg(" + one + u", ' ' ORDER BY " + place +
                        u"), ''), " + first->sql + u", " + between->sql + u") AS BIGINT[]) AS v FROM " +
                        call.rows.name;
    const QString starts =
        u"(SELECT unnest(v) AS start, generate_subscripts(v, 1) AS place FROM (" + all + u"))";
    const QString name = call.query.uniqueName(u"w");
    Relation rows = call.rows;
    rows.name = u'(' + call.rows.name + u" LEFT JOIN " + starts + u" AS a ON " + place + u" = a.place)";
    const Relation joined = call.query.addRawStage(
        u"SELECT " + call.rows.name + u".*, a.start AS " + name + u" FROM " + rows.name, rows.columns);
    call.rows.name = joined.name;
    return SqlExpression{name, ColumnType::DateTime, true};
}

struct Entry
{
    WindowFunction build;
    std::size_t fewest;
    std::size_t most;
};

const QHash<QString, Entry> &functions()
{
    static const QHash<QString, Entry> table = {
        {QStringLiteral("row_number"), {rowNumber, 0, 2}},
        {QStringLiteral("row_rank_dense"), {denseRank, 1, 2}},
        {QStringLiteral("row_rank_min"), {minimalRank, 1, 2}},
        {QStringLiteral("row_cumsum"), {cumulativeSum, 1, 2}},
        {QStringLiteral("row_window_session"), {sessions, 3, 4}},
        {QStringLiteral("prev"), {neighbour, 1, 3}},
        {QStringLiteral("next"), {neighbour, 1, 3}},
    };
    return table;
}

bool isWindowFunction(const KqlNode &node)
{
    return node.is(QLatin1StringView("FunctionCallExpression")) && node.symbolKind == u"FunctionSymbol" &&
           functions().contains(node.symbol);
}

/// The calls in the order in which they can be worked out: what is inside comes first.
void collect(const KqlNode &node, std::vector<const KqlNode *> &calls)
{
    for (const KqlNode &child : node.children) {
        // Tables inside have rows of their own.
        if (!child.hasColumns && !child.is(QLatin1StringView("ToScalarExpression")))
            collect(child, calls);
    }
    if (isWindowFunction(node))
        calls.push_back(&node);
}

Result<Relation> withColumn(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const Entry entry = functions().value(node.symbol);
    const auto type = typeOf(node, query.refusal());
    const KqlNode *list = node.child(QLatin1StringView("List"));
    if (!type || list == nullptr)
        return type ? query.refusal().unsupportedFunction(node, node.symbol) : failure(type.error());
    WindowCall call{node, expressionsOf(*list), input, query, *type};
    if (call.arguments.size() < entry.fewest || call.arguments.size() > entry.most) {
        return query.refusal().unsupported(node, Words::tr("the function “%1” with %n argument(s)", nullptr,
                                                           static_cast<int>(call.arguments.size()))
                                                     .arg(node.symbol));
    }
    const auto value = entry.build(call);
    if (!value)
        return failure(value.error());
    query.setComputed(node, *value);
    return call.rows;
}

/// The next number or nothing of the texts that SQL hands over, and whether it restarts.
struct SessionRow
{
    bool restart = false;
    bool isValue = false;
    int64_t value = 0;
};

SessionRow nextRow(std::string_view &rest)
{
    SessionRow row;
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!text.empty() && text.front() == 'r') {
        row.restart = true;
        text.remove_prefix(1);
    }
    row.isValue = std::from_chars(text.data(), text.data() + text.size(), row.value).ec == std::errc();
    return row;
}

/// Whether so much time or more lies between two times.
bool isAtLeast(int64_t value, int64_t earlier, int64_t distance)
{
    // The values are ticks from 0 on, but a distance may be any.
    return value - earlier >= distance;
}

/// Where the session of each row began, as a JSON list. A row without a value ends the session.
std::string sessionStarts(std::string_view rows, int64_t maxFromFirst, int64_t maxBetween)
{
    std::string starts = "[";
    bool isOpen = false;
    int64_t start = 0;
    int64_t before = 0;
    const auto count = static_cast<std::size_t>(std::count(rows.begin(), rows.end(), ' ')) + 1;
    for (std::size_t i = 0; i < count; ++i) {
        const SessionRow row = nextRow(rows);
        if (i > 0)
            starts += ',';
        if (!row.isValue) {
            isOpen = false;
            starts += "null";
            continue;
        }
        if (!isOpen || row.restart || isAtLeast(row.value, start, maxFromFirst) ||
            isAtLeast(row.value, before, maxBetween))
            start = row.value;
        isOpen = true;
        before = row.value;
        starts += std::to_string(start);
    }
    return starts + ']';
}

constexpr duck::NamedFunction entries[] = {
    {"kql_sessions", duck::registerFunction<sessionStarts>},
};

} // namespace

Relation numbered(const Relation &input, QueryTranslator &query)
{
    if (input.numbered)
        return input;
    const QString arrival = query.uniqueName(u"n");
    Relation rows = query.addColumn(QStringLiteral("row_number() OVER ()"), arrival, input);
    QString number = arrival;
    if (!input.order.isEmpty()) {
        // Of rows that are the same to the order, the one that came first stays first.
        number = query.uniqueName(u"n");
        rows = query.addColumn(u"row_number() OVER (ORDER BY " + input.order.join(QStringLiteral(", ")) +
                                   u", " + arrival + u')',
                               number, rows);
    }
    rows.hidden = {number};
    rows.order = {number};
    rows.numbered = true;
    return rows;
}

Result<Relation> withWindowFunctions(const KqlNode &stage, const Relation &input, QueryTranslator &query)
{
    const bool serializes = stage.is(QLatin1StringView("SerializeOperator"));
    std::vector<const KqlNode *> calls;
    for (const KqlNode &child : stage.children) {
        if (!child.hasColumns && !child.is(QLatin1StringView("ToScalarExpression")))
            collect(child, calls);
    }
    if (calls.empty() && !serializes)
        return input;
    if (!input.serialized && !serializes) {
        return query.refusal().semantic(
            *calls.front(), QStringLiteral("SEM0100"),
            QStringLiteral("Function '%1' cannot be invoked in current context. Details: the row set must be "
                           "serialized")
                .arg(calls.front()->symbol));
    }
    Relation rows = numbered(input, query);
    rows.serialized = true;
    for (const KqlNode *call : calls) {
        auto next = withColumn(*call, rows, query);
        if (!next)
            return next;
        rows = std::move(*next);
    }
    return rows;
}

bool registerWindowFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
