#include "engine/judge/court.h"

#include <algorithm>
#include <cmath>

namespace sonde::judge {

namespace {

constexpr std::int64_t now = 639'309'024'000'000'000; // 2026-11-22T12:00:00Z

Database databaseOf(const std::vector<NamedRows> &tables)
{
    auto database = Database::inMemory();
    QStringList statements;
    for (const NamedRows &table : tables) {
        QStringList rows;
        for (const Row &row : table.rows.rows) {
            QStringList cells;
            for (std::size_t i = 0; i < row.size(); ++i)
                cells.append(sqlLiteral(row.at(i), table.rows.columns.at(static_cast<qsizetype>(i)).type));
            rows.append(u'(' + cells.join(u',') + u')');
        }
        QStringList columns;
        for (const ColumnHeader &column : table.rows.columns) {
            static const QHash<ColumnType, QString> names = {
                {ColumnType::Bool, QStringLiteral(" BOOLEAN")},
                {ColumnType::Int, QStringLiteral(" INTEGER")},
                {ColumnType::Real, QStringLiteral(" DOUBLE")},
                {ColumnType::String, QStringLiteral(" VARCHAR")}};
            columns.append(u'c' + QString::number(columns.size()) +
                           names.value(column.type, QStringLiteral(" BIGINT")));
        }
        statements.append(u"CREATE TABLE t" + table.name + u" (" + columns.join(u',') + u"); INSERT INTO t" +
                          table.name + u" VALUES " + rows.join(u',') + u';');
    }
    if (!database)
        qFatal("%ls", qUtf16Printable(database.error().detail));
    if (const auto done = database->execute(statements.join(u'\n')); !done)
        qFatal("%ls", qUtf16Printable(done.error().detail));
    return std::move(*database);
}

Value cellValue(const CellRef &cell)
{
    if (cell.isNull())
        return {};
    switch (cell.column->type()) {
    case ColumnType::Bool:
        return cell.column->integer(cell.row) != 0;
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return cell.column->integer(cell.row);
    case ColumnType::Real:
        return cell.column->real(cell.row);
    default:
        break;
    }
    return QString::fromStdString(std::string(cell.column->text(cell.row)));
}

/// How far apart reals may be, relative to their size: where many are added up, the order shows.
double toleranceOf(const QString &query)
{
    if (query.contains(u"stdev") || query.contains(u"variance"))
        return 1e-9;
    return query.contains(u"sum") || query.contains(u"avg") ? 1e-13 : 0;
}

/// Dynamic values as the engine gives them: as JSON.
void writeDynamic(Rows &rows)
{
    for (Row &row : rows.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool isDynamic = rows.columns.at(static_cast<qsizetype>(i)).type == ColumnType::Dynamic;
            if (isDynamic && !row.at(i).isNull() && !row.at(i).isOverflow())
                row.at(i) = json(row.at(i));
        }
    }
}

bool sameCell(const Value &engine, const Value &interpreter, double tolerance)
{
    if (!engine.isReal() || !interpreter.isReal() || isNan(engine))
        return same(engine, interpreter);
    const double left = engine.real();
    const double right = interpreter.real();
    return left == right ||
           std::fabs(left - right) <= tolerance * std::max(std::fabs(left), std::fabs(right));
}

QString cellText(const Value &value, ColumnType type)
{
    return type == ColumnType::Dynamic && value.isText() ? value.text() : shown(value, type);
}

QStringList linesOf(const Rows &rows)
{
    QStringList lines;
    for (const Row &row : rows.rows) {
        QStringList cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.append(cellText(row.at(i), rows.columns.at(static_cast<qsizetype>(i)).type));
        lines.append(cells.join(QStringLiteral(", ")));
    }
    return lines;
}

/// By texts in which the last digits of reals do not show.
void sortRows(Rows &rows)
{
    std::vector<std::pair<QString, Row>> keyed;
    for (const Row &row : rows.rows) {
        QString key;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const ColumnType type = rows.columns.at(static_cast<qsizetype>(i)).type;
            key += row.at(i).isReal() ? QString::number(row.at(i).real() + 0.0, 'g', 9)
                                      : cellText(row.at(i), type);
            key += QChar(1);
        }
        keyed.emplace_back(key, row);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    for (std::size_t i = 0; i < keyed.size(); ++i)
        rows.rows.at(i) = keyed.at(i).second;
}

bool sameRows(Rows engine, Rows interpreter, bool ordered, double tolerance)
{
    if (engine.rows.size() != interpreter.rows.size() || engine.columns != interpreter.columns)
        return false;
    if (!ordered) {
        sortRows(engine);
        sortRows(interpreter);
    }
    for (std::size_t row = 0; row < engine.rows.size(); ++row) {
        for (std::size_t i = 0; i < engine.rows.at(row).size(); ++i) {
            if (!sameCell(engine.rows.at(row).at(i), interpreter.rows.at(row).at(i), tolerance))
                return false;
        }
    }
    return true;
}

bool showsOverflow(const Rows &rows)
{
    return std::any_of(rows.rows.cbegin(), rows.rows.cend(), [](const Row &row) {
        return std::any_of(row.cbegin(), row.cend(), [](const Value &value) { return value.isOverflow(); });
    });
}

} // namespace

Court::Court(KqlService &service, const std::vector<NamedRows> &tables, Coverage &coverage)
    : m_service(service)
    , m_coverage(coverage)
    , m_tables(tables)
{
    QList<EngineTable> known;
    for (const NamedRows &table : m_tables) {
        known.append({table.name, table.rows.columns, u't' + table.name});
        m_rows.insert(table.name, table.rows);
    }
    m_engine = std::make_unique<Engine>(databaseOf(m_tables), m_service, known);
}

Court::Opinion Court::askEngine(const QString &query)
{
    CollectingSink sink;
    const auto outcome = m_engine->run({query, {}, now}, sink, CancelState());
    if (!outcome) {
        const Error &error = outcome.error();
        const QString what = error.serviceCode + u' ' + error.message;
        if (error.serviceCode == u"SEM0001")
            return {Verdict::Kind::Refused, what, {}, false};
        if (error.serviceCode.startsWith(u"SEM") || error.serviceCode.startsWith(u"SYN"))
            return {Verdict::Kind::Unbound, what, {}, false};
        const bool overflow = error.message.startsWith(u"A number in the query is too large");
        return {overflow ? Verdict::Kind::Overflow : Verdict::Kind::Differs,
                what + u' ' + error.detail,
                {},
                overflow};
    }
    Opinion opinion;
    opinion.rows.columns = sink.shape().columns;
    for (std::size_t row = 0; row < sink.rows().rowCount(); ++row) {
        Row values;
        for (int column = 0; column < sink.rows().columnCount(); ++column)
            values.push_back(cellValue(sink.rows().cell(row, column)));
        opinion.rows.rows.push_back(std::move(values));
    }
    return opinion;
}

Court::Opinion Court::askInterpreter(const QString &query)
{
    QFuture<Result<KqlTree>> future = m_service.analyze(query, m_engine->schema());
    const Result<KqlTree> tree = future.result();
    if (!tree)
        return {Verdict::Kind::Unknown, tree.error().message, {}, false};
    Interpreter interpreter(*tree, m_rows, now, m_coverage);
    Opinion opinion;
    try {
        opinion.rows = interpreter.answer();
    } catch (const Unknown &unknown) {
        opinion.kind = Verdict::Kind::Unknown;
        opinion.what = unknown.what;
    } catch (const std::bad_variant_access &) {
        opinion.kind = Verdict::Kind::Unknown;
        opinion.what = QStringLiteral("a value of another kind");
    } catch (const Unsettled &) {
        opinion.kind = Verdict::Kind::Unsettled;
    }
    writeDynamic(opinion.rows);
    opinion.sawOverflow = interpreter.sawOverflow();
    return opinion;
}

Verdict Court::judge(const QString &query, bool ordered)
{
    const Opinion engine = askEngine(query);
    if (engine.kind == Verdict::Kind::Refused || engine.kind == Verdict::Kind::Unbound)
        return {engine.kind, engine.what, {}, {}};
    const Opinion interpreter = askInterpreter(query);
    if (interpreter.kind == Verdict::Kind::Unknown)
        return {interpreter.kind, interpreter.what, {}, {}};
    if (engine.kind == Verdict::Kind::Differs)
        return {engine.kind, {}, {engine.what}, linesOf(interpreter.rows)};
    if (engine.kind == Verdict::Kind::Overflow) {
        const bool agrees = interpreter.sawOverflow || interpreter.kind == Verdict::Kind::Unsettled;
        return agrees ? Verdict{engine.kind, {}, {}, {}}
                      : Verdict{Verdict::Kind::Differs, {}, {engine.what}, linesOf(interpreter.rows)};
    }
    if (interpreter.kind == Verdict::Kind::Unsettled)
        return {interpreter.kind, {}, {}, {}};
    if (!showsOverflow(interpreter.rows) &&
        sameRows(engine.rows, interpreter.rows, ordered, toleranceOf(query)))
        return {};
    return {Verdict::Kind::Differs, {}, linesOf(engine.rows), linesOf(interpreter.rows)};
}

} // namespace sonde::judge
