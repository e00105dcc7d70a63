#include "engine/enginefixture.h"

#include "core/timezone.h"
#include "support/savedfunctions.h"

#include <cmath>

namespace sonde {

namespace {

/// Ticks of that many minutes before the fixture's now.
QString minutesAgo(int minutes)
{
    return QString::number(toTicks(EngineFixture::now()) - minutes * ticksPerMinute);
}

QString realText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    return QString::number(value, 'g', 15);
}

QList<EngineTable> fixtureTables()
{
    using T = ColumnType;
    return {
        {QStringLiteral("Event"),
         {{QStringLiteral("TimeGenerated"), T::DateTime},
          {QStringLiteral("Computer"), T::String},
          {QStringLiteral("EventID"), T::Int},
          {QStringLiteral("Level"), T::String},
          {QStringLiteral("Message"), T::String}},
         QStringLiteral("event")},
        {QStringLiteral("Perf"),
         {{QStringLiteral("TimeGenerated"), T::DateTime},
          {QStringLiteral("Computer"), T::String},
          {QStringLiteral("CounterName"), T::String},
          {QStringLiteral("CounterValue"), T::Real},
          {QStringLiteral("EventID"), T::String},
          {QStringLiteral("Type"), T::String}},
         QStringLiteral("perf")},
        {QStringLiteral("Mixed"),
         {{QStringLiteral("k"), T::Int},
          {QStringLiteral("n"), T::Long},
          {QStringLiteral("r"), T::Real},
          {QStringLiteral("s"), T::String},
          {QStringLiteral("b"), T::Bool},
          {QStringLiteral("d"), T::Dynamic},
          {QStringLiteral("ts"), T::TimeSpan},
          {QStringLiteral("m"), T::Decimal}},
         QStringLiteral("mixed")},
    };
}

Database fixtureDatabase()
{
    auto database = Database::inMemory();
    if (!database)
        qFatal("%ls", qUtf16Printable(database.error().detail));
    const QString sql =
        QStringLiteral(
            "CREATE TABLE event (a BIGINT, b VARCHAR, c INTEGER, d VARCHAR, e VARCHAR);"
            "INSERT INTO event VALUES"
            " (%1, 'web01', 7036, 'Information', 'The service entered the running state'),"
            " (%2, 'web02', 7036, 'Information', 'The service entered the stopped state'),"
            " (%3, 'web01', 51, 'Warning', 'An error was detected on device Disk1'),"
            " (%4, 'DB01', 51, 'Error', 'Disk failure'),"
            " (%5, 'DB01', NULL, NULL, NULL);"
            "CREATE TABLE perf (a BIGINT, b VARCHAR, c VARCHAR, d DOUBLE, e VARCHAR, f VARCHAR);"
            "INSERT INTO perf VALUES"
            " (%1, 'web01', 'cpu', 12.5, 'x', 'Perf'), (%2, 'web02', 'cpu', 99, '7036', 'Perf'),"
            " (%4, 'DB01', 'disk', NULL, '', 'Perf');"
            "CREATE TABLE mixed (a INTEGER, b BIGINT, c DOUBLE, d VARCHAR, e BOOLEAN, f VARCHAR, g BIGINT, h "
            "VARCHAR);"
            "INSERT INTO mixed VALUES"
            " (1, 10, 1.5, 'a', TRUE, '{\"x\":{\"y\":[1,2]},\"s\":\"t\",\"z\":null}', 36000000000, '1.5'),"
            " (2, NULL, 'nan', '', FALSE, '[]', 0, NULL),"
            " (3, -7, NULL, 'B', NULL, NULL, NULL, '2'),"
            " (4, 10, '-inf', 'b', TRUE, '\"t\"', -1, '-3');")
            .arg(minutesAgo(5), minutesAgo(10), minutesAgo(90), minutesAgo(26 * 60), minutesAgo(49 * 60));
    if (const auto done = database->execute(sql); !done)
        qFatal("%ls", qUtf16Printable(done.error().detail));
    return std::move(*database);
}

} // namespace

QString cellText(const CellRef &cell)
{
    if (cell.isNull())
        return QStringLiteral("null");
    const Column &column = *cell.column;
    const std::size_t row = cell.row;
    switch (column.type()) {
    case ColumnType::Bool:
        return column.integer(row) != 0 ? QStringLiteral("true") : QStringLiteral("false");
    case ColumnType::Int:
    case ColumnType::Long:
        return QString::number(column.integer(row));
    case ColumnType::Real:
        return realText(column.real(row));
    case ColumnType::DateTime:
        return QString::fromStdString(formatIsoDateTime(column.integer(row)));
    case ColumnType::TimeSpan:
        return QString::fromStdString(formatTimespan(column.integer(row)));
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    const std::string_view text = column.text(row);
    const QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return column.type() == ColumnType::String ? QString(u'\'' + shown + u'\'') : shown;
}

EngineFixture::EngineFixture()
    : m_engine(std::make_unique<Engine>(fixtureDatabase(), m_service, fixtureTables(), savedFunctions()))
{}

QDateTime EngineFixture::now()
{
    return QDateTime(QDate(2026, 11, 22), QTime(12, 0), utcZone);
}

QStringList EngineFixture::answer(const QString &query, const std::optional<ResolvedRange> &range)
{
    CollectingSink sink;
    const auto outcome = m_engine->run({query, range, toTicks(now())}, sink, CancelState());
    if (!outcome)
        return {outcome.error().serviceCode + u' ' + outcome.error().message};
    QStringList names;
    for (const ColumnHeader &header : sink.shape().columns)
        names.append(header.name + u':' + columnTypeName(header.type));
    QStringList lines = {names.join(QStringLiteral(", "))};
    for (std::size_t row = 0; row < sink.rows().rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < sink.rows().columnCount(); ++column)
            cells.append(cellText(sink.rows().cell(row, column)));
        lines.append(cells.join(QStringLiteral(", ")));
    }
    return lines;
}

QString EngineFixture::value(const QString &expression)
{
    const QStringList lines = answer(u"print " + expression);
    return lines.size() == 2 ? lines.at(1) : lines.join(u'\n');
}

} // namespace sonde
