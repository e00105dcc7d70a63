#include "sandbox/classicjudge/testtables.h"

#include "engine/sqlexpression.h"
#include "sandbox/sampledata.h"

#include <QSet>
#include <cmath>
#include <random>

namespace sonde::classicjudge {

namespace {

constexpr int rowsOfTable = 70;

struct Choice
{
    const char *table;
    const char *fields; ///< those that may be absent
    bool hasTypeColumn;
};

constexpr Choice choices[] = {
    {"Event", "Computer EventLog EventLevelName Source EventID RenderedDescription", true},
    {"Perf", "Computer ObjectName CounterName InstanceName CounterValue", false},
    {"Syslog", "Computer Facility SeverityLevel ProcessID SyslogMessage EventTime", true},
    {"Heartbeat", "Computer OSType Version ComputerIP IsGatewayInstalled OSMajorVersion", false},
};

Value::Kind kindOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return Value::Kind::Bool;
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::Real:
        return Value::Kind::Number;
    case ColumnType::DateTime:
        return Value::Kind::Time;
    default:
        return Value::Kind::Text;
    }
}

Value valueOf(const CellRef &cell)
{
    if (cell.isNull())
        return {};
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Bool:
        return Value::of(column.integer(cell.row) != 0);
    case ColumnType::Int:
    case ColumnType::Long:
        return Value::of(static_cast<double>(column.integer(cell.row)));
    case ColumnType::Real: // quarters, whose sum is the same in every order
        return Value::of(std::round(column.real(cell.row) * 4) / 4);
    case ColumnType::DateTime:
        return Value::at(column.integer(cell.row) - column.integer(cell.row) % ticksPerMillisecond);
    default:
        break;
    }
    const std::string_view text = column.text(cell.row);
    return Value::of(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

QString sqlValue(const Value &value)
{
    switch (value.kind) {
    case Value::Kind::Absent:
        return QStringLiteral("NULL");
    case Value::Kind::Time:
        return QString::number(value.ticks);
    case Value::Kind::Text:
        return sqlString(value.text);
    default:
        return textOf(value);
    }
}

/// Makes one table after the other.
class Maker
{
public:
    explicit Maker(const Engine &sample, const QDateTime &nowUtc)
        : m_sample(sample)
        , m_now(toTicks(nowUtc))
    {}

    Result<void> add(const Choice &choice)
    {
        const QString name = QString::fromLatin1(choice.table);
        QStringList fields = QString::fromLatin1(choice.fields).split(u' ');
        fields.prepend(QStringLiteral("TimeGenerated"));
        CollectingSink sink;
        const CancelState cancel;
        const auto run = m_sample.run(
            {name +
                 QStringLiteral(" | sort by TimeGenerated asc | extend n = row_number() | where n % 11 == 0 "
                                "| take %1 | project ")
                     .arg(rowsOfTable) +
                 fields.join(u','),
             std::nullopt, m_now},
            sink, cancel);
        if (!run)
            return failure(run.error());
        RecordTable table{name, {}, choice.hasTypeColumn, {}};
        QList<ColumnHeader> headers = sink.rows().headers();
        for (const ColumnHeader &header : std::as_const(headers))
            table.fields.append({header.name, kindOf(header.type)});
        for (std::size_t i = 0; i < sink.rows().rowCount(); ++i)
            table.rows.push_back(record(sink.rows(), i, name));
        if (choice.hasTypeColumn) {
            table.fields.append({QStringLiteral("Type"), Value::Kind::Text});
            headers.append({QStringLiteral("Type"), ColumnType::String});
        }
        write(table, headers);
        m_tables.push_back(std::move(table));
        return {};
    }

    Result<TestTables> finish(KqlService &service)
    {
        auto database = Database::inMemory();
        if (!database)
            return failure(database.error());
        if (const auto done = database->execute(m_sql); !done)
            return failure(done.error());
        return TestTables{std::move(m_tables),
                          std::make_unique<Engine>(std::move(*database), service, m_engineTables)};
    }

private:
    Record record(const ChunkedTable &rows, std::size_t row, const QString &type)
    {
        Record record{{QStringLiteral("Type"), Value::of(type)}};
        for (int column = 0; column < rows.columnCount(); ++column) {
            const QString name = rows.headers().at(column).name;
            Value value = valueOf(rows.cell(row, column));
            if (name == u"TimeGenerated") {
                while (m_times.contains(value.ticks))
                    value.ticks -= ticksPerMillisecond;
                m_times.insert(value.ticks);
            } else if (m_random() % 10 == 0) {
                value = {};
            }
            record.insert(name, value);
        }
        return record;
    }

    void write(const RecordTable &table, const QList<ColumnHeader> &headers)
    {
        QStringList columns;
        for (const ColumnHeader &header : headers)
            columns.append(QStringLiteral("c%1 ").arg(columns.size()) + sqlTypeName(header.type));
        m_sql += u"CREATE TABLE " + table.name + u" (" + columns.join(u',') + u");";
        for (const Record &row : table.rows) {
            QStringList values;
            for (const ColumnHeader &header : headers)
                values.append(sqlValue(row.value(header.name)));
            m_sql += u"INSERT INTO " + table.name + u" VALUES (" + values.join(u',') + u");";
        }
        m_engineTables.append({table.name, headers, table.name});
    }

    const Engine &m_sample;
    Ticks m_now;
    std::mt19937 m_random;
    QSet<Ticks> m_times;
    std::vector<RecordTable> m_tables;
    QString m_sql;
    QList<EngineTable> m_engineTables;
};

} // namespace

Result<TestTables> TestTables::make(const QString &folder, KqlService &service, const QDateTime &nowUtc)
{
    const auto data = SampleData::open({20'000, 1, folder}, nowUtc);
    if (!data)
        return failure(data.error());
    const Engine sample(data->database, service, data->tables);
    Maker maker(sample, nowUtc);
    for (const Choice &choice : choices) {
        if (const auto added = maker.add(choice); !added)
            return failure(added.error());
    }
    return maker.finish(service);
}

} // namespace sonde::classicjudge
