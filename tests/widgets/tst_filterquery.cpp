#include "widgets/filterquery.h"

#include "kql/kqlservice.h"
#include "widgets/querylines.h"

#include <QTest>

using namespace sonde;

using Kind = ColumnCondition::Kind;

namespace {

constexpr std::array types = {
    ColumnType::Bool, ColumnType::Int,      ColumnType::Long,     ColumnType::Real,   ColumnType::Decimal,
    ColumnType::Guid, ColumnType::DateTime, ColumnType::TimeSpan, ColumnType::String, ColumnType::Dynamic};

/// A column of each type, named after it, and one with a name that has to be quoted.
QList<ColumnHeader> everyType()
{
    QList<ColumnHeader> headers;
    for (const ColumnType type : types)
        headers.append({u"a_" + columnTypeName(type), type});
    headers.append({QStringLiteral("odd \"name\""), ColumnType::String});
    return headers;
}

QString sample(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QStringLiteral("true");
    case ColumnType::Guid:
        return QStringLiteral("74be27de-1e4e-49d9-b579-fe0b331d3642");
    case ColumnType::DateTime:
        return QStringLiteral("2026-11-22 23:30");
    case ColumnType::TimeSpan:
        return QStringLiteral("1.00:05:00.1234567");
    case ColumnType::String:
    case ColumnType::Dynamic:
        return QStringLiteral("C:\\dir \"x\"\n");
    default:
        return QStringLiteral("-42");
    }
}

QString lines(const ColumnCondition &condition)
{
    return whereLines({{condition}, {}}, everyType(), {});
}

} // namespace

class TestFilterQuery final : public QObject
{
    Q_OBJECT

private slots:
    void lineByLine();
    void zones();
    void selectedCells();
    void placeInTheQuery_data();
    void placeInTheQuery();
    void theServiceReadsThem();
};

void TestFilterQuery::lineByLine()
{
    QCOMPARE(lines({8, Kind::Contains, QStringLiteral("a\"b"), {}}),
             QStringLiteral("\n| where a_string contains \"a\\\"b\""));
    QCOMPARE(lines({10, Kind::Equals, QStringLiteral("x"), {}}),
             QStringLiteral("\n| where [\"odd \\\"name\\\"\"] == \"x\""));
    QCOMPARE(lines({1, Kind::AtLeast, QStringLiteral(" 5"), {}}), QStringLiteral("\n| where a_int >= 5"));
    QCOMPARE(lines({6, Kind::Less, QStringLiteral("2026-11-22"), {}}),
             QStringLiteral("\n| where a_datetime < datetime(2026-11-22)"));
    ColumnCondition list{2, Kind::OneOf, {}, {}};
    list.values = QStringList{QStringLiteral("1"), QStringLiteral("2")};
    list.nullToo = true;
    QCOMPARE(lines(list), QStringLiteral("\n| where a_long in (1, 2) or isnull(a_long)"));
    QCOMPARE(lines({9, Kind::Less, QStringLiteral("x"), {}}),
             QStringLiteral("\n| where strcmp(tostring(a_dynamic), \"x\") < 0"));
    QCOMPARE(lines({3, Kind::Equals, QStringLiteral("-Infinity"), {}}),
             QStringLiteral("\n| where a_real == real(-inf)"));
    QCOMPARE(lines({3, Kind::Equals, QStringLiteral("NaN"), {}}), QStringLiteral("\n| where isnan(a_real)"));
    QCOMPARE(lines({3, Kind::NotEquals, QStringLiteral("NaN"), {}}),
             QStringLiteral("\n| where not(isnan(a_real))"));
    QCOMPARE(lines({8, Kind::Null, {}, {}}), QStringLiteral("\n| where isempty(a_string)"));
    QCOMPARE(whereLines({{}, QStringLiteral("disk")}, everyType(), {}),
             QStringLiteral("\n| where * contains \"disk\""));
}

void TestFilterQuery::zones()
{
    const QTimeZone zone("Europe/Amsterdam");
    QVERIFY2(zone.isValid(), "This machine has no time zones (Debian: tzdata).");
    const auto inZone = [&zone](const ColumnCondition &condition) {
        return whereLines({{condition}, {}}, everyType(), CellDisplay(zone));
    };
    QCOMPARE(inZone({6, Kind::Equals, QStringLiteral("2026-11-22 01:00"), {}}),
             QStringLiteral("\n| where a_datetime == datetime(2026-11-22T00:00:00Z)"));
    QCOMPARE(inZone({6, Kind::Equals, QStringLiteral("2026-11-22T01:00Z"), {}}),
             QStringLiteral("\n| where a_datetime == datetime(2026-11-22T01:00:00Z)"));
    QVERIFY(inZone({6, Kind::Contains, QStringLiteral("11-22"), {}})
                .contains(QLatin1String("\"Europe/Amsterdam\"")));
}

void TestFilterQuery::selectedCells()
{
    ColumnBuilder text(QStringLiteral("Level"), ColumnType::String);
    ColumnBuilder number(QStringLiteral("EventID"), ColumnType::Int);
    ColumnBuilder time(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
    for (int row = 0; row < 4; ++row) {
        text.appendText(row == 3 ? "Error" : row == 2 ? "a \"b\"" : "Error");
        if (row == 1)
            number.appendNull();
        else
            number.appendInteger(row);
        time.appendInteger(*parseIsoDateTime("2026-11-22T10:00:00Z") + row * ticksPerHour);
    }
    ChunkedTable table;
    table.append(Table({text.build(), number.build(), time.build()}, 4));
    using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;
    const auto linesOf = [&table](const Ranges &ranges, const std::vector<int> &columns, bool isKept) {
        std::vector<ColumnCells> cells;
        for (const int column : columns)
            cells.push_back({column, ranges});
        return cellLines({table, {}, {}}, cells, isKept).value();
    };
    QCOMPARE(linesOf({{0, 0}}, {0}, true), QStringLiteral("\n| where Level == \"Error\""));
    QCOMPARE(linesOf({{0, 0}, {3, 3}}, {0}, false), QStringLiteral("\n| where Level != \"Error\""));
    QCOMPARE(linesOf({{0, 0}, {2, 2}}, {0}, true),
             QStringLiteral("\n| where Level in (\"Error\", \"a \\\"b\\\"\")"));
    QCOMPARE(linesOf({{0, 2}}, {1}, true), QStringLiteral("\n| where EventID in (0, 2) or isnull(EventID)"));
    QCOMPARE(linesOf({{0, 2}}, {1}, false),
             QStringLiteral("\n| where EventID !in (0, 2) and isnotnull(EventID)"));
    QCOMPARE(linesOf({{1, 1}, {2, 3}}, {2}, true),
             QStringLiteral("\n| where TimeGenerated between (datetime(2026-11-22T11:00:00Z) .. "
                            "datetime(2026-11-22T13:00:00Z))"));
    QCOMPARE(linesOf({{0, 1}}, {1, 0}, true),
             QStringLiteral("\n| where EventID == 0 or isnull(EventID)\n| where Level == \"Error\""));
    // Only what is selected of each column; places are those of the order shown.
    QCOMPARE(cellLines({table, RowOrder{2, 3}, {}}, {{0, {{0, 0}}}, {1, {{1, 1}}}}, true).value(),
             QStringLiteral("\n| where Level == \"a \\\"b\\\"\"\n| where EventID == 3"));
    // Too many to be read by anybody.
    ColumnBuilder many(QStringLiteral("Many"), ColumnType::Long);
    for (int row = 0; row < 600; ++row)
        many.appendInteger(row);
    ChunkedTable large;
    large.append(Table({many.build()}, 600));
    const auto refused = cellLines({large, {}, {}}, {{0, {{0, 599}}}}, true);
    QVERIFY(!refused);
    QVERIFY(!refused.error().advice.isEmpty());
}

void TestFilterQuery::placeInTheQuery_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("result");
    QTest::newRow("plain") << "Event\n| take 5"
                           << "Event\n| take 5\n| where x";
    QTest::newRow("blank lines") << "Event\n\n"
                                 << "Event\n| where x\n\n";
    QTest::newRow("semicolon") << "let a = 1;\nEvent;\n"
                               << "let a = 1;\nEvent\n| where x;\n";
    QTest::newRow("render") << "Event\n| summarize count() by bin(t, 1h)\n| render timechart"
                            << "Event\n| summarize count() by bin(t, 1h)\n| where x\n| render timechart";
    QTest::newRow("render in the middle") << "Event | render table | take 5"
                                          << "Event | render table | take 5\n| where x";
    QTest::newRow("render with a bar in a string") << "T | render timechart with (title=\"a|b\")"
                                                   << "T\n| where x\n| render timechart with (title=\"a|b\")";
    QTest::newRow("render on two lines") << "T\n| render timechart\n  with (title=\"a\")\n// done"
                                         << "T\n| where x\n| render timechart\n  with (title=\"a\")\n// done";
    QTest::newRow("render in a comment") << "T // | render timechart"
                                         << "T // | render timechart\n| where x";
    QTest::newRow("render behind a comment") << "T // all\n| render table"
                                             << "T // all\n| where x\n| render table";
    QTest::newRow("renders") << "T\n| rendering"
                             << "T\n| rendering\n| where x";
    QTest::newRow("bar in brackets") << "T | join (U | render table) on a"
                                     << "T | join (U | render table) on a\n| where x";
    QTest::newRow("comment behind a semicolon") << "T; // all"
                                                << "T\n| where x; // all";
    QTest::newRow("comment") << "Event // all"
                             << "Event // all\n| where x";
}

void TestFilterQuery::placeInTheQuery()
{
    QFETCH(QString, query);
    QTEST(withLines(query, QStringLiteral("\n| where x")), "result");
}

/// Every condition of every type that the filter takes is KQL without an error.
void TestFilterQuery::theServiceReadsThem()
{
    if (!KqlService::isAvailable())
        QSKIP("This build has no Kusto language service.");
    KqlTable table{QStringLiteral("T"), {}};
    for (const ColumnHeader &header : everyType())
        table.columns.append({header.name, columnTypeName(header.type)});
    const auto schema = std::make_shared<KqlSchema>(KqlSchema{QStringLiteral("workspace"), {table}});
    RowFilter filter;
    filter.anywhere = QStringLiteral("disk");
    for (int column = 0; column < static_cast<int>(types.size()); ++column) {
        for (int kind = 0; kind <= static_cast<int>(Kind::NotNull); ++kind) {
            ColumnCondition condition{
                column, static_cast<Kind>(kind), sample(types[static_cast<std::size_t>(column)]), {}};
            if (condition.kind == Kind::OneOf) {
                condition.values = QStringList{condition.text};
                condition.nullToo = column != 8;
            }
            // There is no order of truth values and guids, here or there.
            const ColumnType type = types[static_cast<std::size_t>(column)];
            if (!checkCondition(condition, type))
                continue;
            filter.conditions.push_back(condition);
        }
    }
    for (const auto &zone : {std::optional<QTimeZone>(), std::optional(QTimeZone("Europe/Amsterdam"))}) {
        KqlService service;
        const QString text = u"T" + whereLines(filter, everyType(), zone);
        QFuture<Result<KqlTree>> future = service.analyze(text, schema);
        future.waitForFinished();
        const Result<KqlTree> tree = future.result();
        QVERIFY2(tree, qPrintable(tree ? QString() : tree.error().message));
        for (const KqlDiagnostic &diagnostic : tree->diagnostics)
            qWarning("%ls: %ls", qUtf16Printable(text.mid(diagnostic.start, 60)),
                     qUtf16Printable(diagnostic.message));
        QVERIFY(tree->diagnostics.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestFilterQuery)
#include "tst_filterquery.moc"
