#include "results/datetimetext.h"
#include "results/decimaltext.h"
#include "results/rowfilter.h"
#include "results/textneedle.h"

#include <QRandomGenerator>
#include <QTest>
#include <limits>

using namespace sonde;

using Kind = ColumnCondition::Kind;
Q_DECLARE_METATYPE(sonde::ColumnCondition::Kind)

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Five rows in two chunks, the last of nulls; a column of every type, named after it.
ChunkedTable everyType()
{
    struct Row
    {
        bool flag;
        int number;
        double real;
        const char *decimal;
        const char *guid;
        const char *dateTime;
        const char *timespan;
        const char *text;
        const char *dynamic;
    };
    const Row rows[] = {
        {true, 42, 0.5, "1.50", "74be27de-1e4e-49d9-b579-fe0b331d3642", "2026-11-22T23:30:00.1234567Z",
         "00:05:00", "Déjà VU", R"({"k":1})"},
        {false, -7, notANumber, "-100", "00000000-0000-0000-0000-000000000000", "2026-11-21T00:00:00Z",
         "1.00:00:00", "error: disk full", "[]"},
        {true, 421, 1e300, "99999999999999999999", "74be27de-0000-0000-0000-000000000000",
         "2026-01-01T12:00:00Z", "-00:00:01", "ERROR", ""},
        {false, 0, -2, "0", "ffffffff-0000-0000-0000-000000000000", "2025-12-31T23:59:59.9999999Z",
         "00:00:00", "", "{}"},
    };
    ChunkedTable table;
    const auto builders = [] {
        std::vector<ColumnBuilder> made;
        for (const ColumnType type : {ColumnType::Bool, ColumnType::Int, ColumnType::Long, ColumnType::Real,
                                      ColumnType::Decimal, ColumnType::Guid, ColumnType::DateTime,
                                      ColumnType::TimeSpan, ColumnType::String, ColumnType::Dynamic})
            made.emplace_back(columnTypeName(type), type);
        return made;
    };
    const auto build = [](std::vector<ColumnBuilder> &made, std::size_t count) {
        QList<Column> columns;
        for (ColumnBuilder &builder : made)
            columns.append(builder.build());
        return Table(columns, count);
    };
    auto first = builders();
    for (const Row &row : rows) {
        first[0].appendInteger(row.flag);
        first[1].appendInteger(row.number);
        first[2].appendInteger(row.number);
        first[3].appendReal(row.real);
        first[4].appendText(row.decimal);
        first[5].appendText(row.guid);
        first[6].appendInteger(*parseIsoDateTime(row.dateTime));
        first[7].appendInteger(*parseTimespan(row.timespan));
        first[8].appendText(row.text);
        first[9].appendText(row.dynamic);
    }
    table.append(build(first, 4));
    auto second = builders();
    for (ColumnBuilder &builder : second)
        builder.appendNull();
    table.append(build(second, 1));
    return table;
}

ColumnCondition condition(const char *column, Kind kind, const QString &text = {},
                          const QStringList &values = {})
{
    static const ChunkedTable table = everyType();
    return {table.indexOf(QLatin1String(column)), kind, text, values};
}

/// The numbers of the rows that are let through, as "0 2"; or the sentence of the refusal.
QString rowsOf(const RowFilter &filter, const std::optional<QTimeZone> &zone = {})
{
    const CancelState cancel;
    const auto mask = matchingRows(everyType(), filter, zone, cancel);
    if (!mask)
        return mask.error().message;
    QStringList rows;
    for (std::size_t row = 0; row < mask->size(); ++row) {
        if ((*mask)[row] != 0)
            rows << QString::number(row);
    }
    return rows.join(u' ');
}

} // namespace

class TestRowFilter final : public QObject
{
    Q_OBJECT

private slots:
    void oneCondition_data();
    void oneCondition();
    void refusals_data();
    void refusals();
    void conditionsTogether();
    void anywhere();
    void onlyCertainRows();
    void zones();
    void columnsThatAreNotThere();
    void cancelled();
    void needles_data();
    void needles();
    void needlesAgreeWithQString();
    void dateTimesAgreeWithQDateTime();
    void decimals_data();
    void decimals();
    void expressionsThatTakeTooLong();
    void frequentValuesOfColumns();
};

void TestRowFilter::oneCondition_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *column, Kind kind, const char *text, const char *rows) {
        QTest::addRow("%s %d %s", column, static_cast<int>(kind), text)
            << QString::fromLatin1(column) << kind << QString::fromUtf8(text) << QString::fromLatin1(rows);
    };
    row("string", Kind::Contains, "error", "1 2");
    row("string", Kind::Contains, "DÉJÀ", "0");
    row("string", Kind::Contains, "disk f", "1");
    row("string", Kind::Equals, "ERROR", "2");
    row("string", Kind::Equals, "", "3");
    row("string", Kind::NotEquals, "ERROR", "0 1 3 4");
    row("string", Kind::Less, "F", "0 2 3");
    row("string", Kind::AtLeast, "error", "1");
    row("string", Kind::Null, "", "3 4");
    row("string", Kind::NotNull, "", "0 1 2");
    row("dynamic", Kind::Null, "", "4");
    row("dynamic", Kind::NotNull, "", "0 1 2 3");
    row("string", Kind::Matches, "^err.*(full|r)$", "1 2");
    row("string", Kind::Matches, "^$", "3");
    row("int", Kind::Contains, "42", "0 2");
    row("int", Kind::Contains, "x", "");
    row("int", Kind::Equals, " 42 ", "0");
    row("int", Kind::NotEquals, "42", "1 2 3 4");
    row("int", Kind::Less, "0", "1");
    row("int", Kind::AtMost, "0", "1 3");
    row("int", Kind::Greater, "42", "2");
    row("long", Kind::AtLeast, "42", "0 2");
    row("long", Kind::Matches, "^-", "1");
    row("bool", Kind::Contains, "tru", "0 2");
    row("bool", Kind::Equals, "False", "1 3");
    row("real", Kind::Contains, "nan", "1");
    row("real", Kind::Less, "0.5", "3");
    row("real", Kind::Greater, "1e299", "2");
    row("real", Kind::Equals, "0.50", "0");
    row("real", Kind::NotEquals, "0.5", "1 2 3 4");
    row("real", Kind::Equals, "NaN", "1");
    row("real", Kind::NotEquals, "NaN", "0 2 3 4");
    row("real", Kind::Less, "NaN", "");
    row("guid", Kind::Equals, "74BE27DE-1E4E-49D9-B579-FE0B331D3642", "0");
    row("guid", Kind::Equals, "00000000-0000-0000-0000-000000000000", "1");
    row("guid", Kind::NotEquals, "74be27de-1e4e-49d9-b579-fe0b331d3642", "1 2 3 4");
    row("decimal", Kind::Equals, "1.5", "0");
    row("decimal", Kind::Less, "1.5", "1 3");
    row("decimal", Kind::Greater, "99999999999999999998", "2");
    row("guid", Kind::Contains, "74BE", "0 2");
    row("guid", Kind::Contains, "74bx", "");
    row("datetime", Kind::Contains, "2026-11-22 23:30:00.123", "0");
    row("datetime", Kind::Contains, "T23", "");
    row("datetime", Kind::Less, "2026-01-01", "3");
    row("datetime", Kind::AtLeast, "2026-11-21", "0 1");
    row("datetime", Kind::Equals, "2026-11-22T23:30:00.1234567Z", "0");
    row("timespan", Kind::Greater, "00:04:59", "0 1");
    row("timespan", Kind::Less, "00:00:00", "2");
    row("timespan", Kind::Contains, "05:", "0");
    row("dynamic", Kind::Contains, "\"K\"", "0");
}

void TestRowFilter::oneCondition()
{
    QFETCH(QString, column);
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    QTEST(rowsOf({{condition(qPrintable(column), kind, text)}, {}}), "rows");
}

void TestRowFilter::refusals_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("int") << "int" << Kind::Less << "1.5";
    QTest::newRow("long") << "long" << Kind::Equals << "99999999999999999999";
    QTest::newRow("nothing") << "int" << Kind::Equals << "";
    QTest::newRow("real") << "real" << Kind::Greater << "many";
    QTest::newRow("decimal") << "decimal" << Kind::Greater << "1.2.3";
    QTest::newRow("bool") << "bool" << Kind::Equals << "maybe";
    QTest::newRow("datetime") << "datetime" << Kind::Less << "yesterday";
    QTest::newRow("timespan") << "timespan" << Kind::Less << "5 minutes";
    QTest::newRow("no guid") << "guid" << Kind::Equals << "foo";
    QTest::newRow("order of guids") << "guid" << Kind::Less << "74be27de-1e4e-49d9-b579-fe0b331d3642";
    QTest::newRow("order of truth") << "bool" << Kind::AtLeast << "true";
    QTest::newRow("expression") << "string" << Kind::Matches << "(";
}

void TestRowFilter::refusals()
{
    QFETCH(QString, column);
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    const ColumnCondition asked = condition(qPrintable(column), kind, text);
    const auto checked = checkCondition(asked, everyType().headers().at(asked.column).type);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::Usage);
    QVERIFY(!checked.error().message.isEmpty());
    QVERIFY(!checked.error().advice.isEmpty());
    QCOMPARE(rowsOf({{asked}, {}}), checked.error().message);
}

void TestRowFilter::conditionsTogether()
{
    QCOMPARE(rowsOf({}), QStringLiteral("0 1 2 3 4"));
    QCOMPARE(rowsOf({{condition("bool", Kind::Equals, QStringLiteral("true")),
                      condition("string", Kind::Contains, QStringLiteral("error"))},
                     {}}),
             QStringLiteral("2"));
    QCOMPARE(rowsOf({{condition("string", Kind::OneOf, {}, {QStringLiteral("ERROR"), QString()})}, {}}),
             QStringLiteral("2 3"));
    QCOMPARE(rowsOf({{condition("datetime", Kind::OneOf, {}, {QStringLiteral("2026-11-21T00:00:00Z")})}, {}}),
             QStringLiteral("1"));
}

void TestRowFilter::anywhere()
{
    QCOMPARE(rowsOf({{}, QStringLiteral("error")}), QStringLiteral("1 2"));
    QCOMPARE(rowsOf({{}, QStringLiteral("42")}), QStringLiteral("0 2"));
    QCOMPARE(rowsOf({{}, QStringLiteral("fff")}), QStringLiteral("3"));
    QCOMPARE(rowsOf({{}, QStringLiteral("nowhere")}), QString());
    QCOMPARE(rowsOf({{condition("int", Kind::Greater, QStringLiteral("100"))}, QStringLiteral("error")}),
             QStringLiteral("2"));
}

/// Together with conditions; rows that came after they were named are none of them.
void TestRowFilter::onlyCertainRows()
{
    RowFilter filter;
    QVERIFY(filter.isEmpty());
    filter.only = std::make_shared<RowMask>(RowMask{0, 1, 1});
    QVERIFY(!filter.isEmpty());
    QCOMPARE(rowsOf(filter), QStringLiteral("1 2"));
    filter.conditions.push_back(condition("string", Kind::NotEquals, QStringLiteral("ERROR")));
    QCOMPARE(rowsOf(filter), QStringLiteral("1"));
    filter.only = std::make_shared<RowMask>();
    QCOMPARE(rowsOf(filter), QString());

    const ChunkedTable once = everyType();
    ChunkedTable twice = once;
    for (const Table &chunk : once.chunks())
        twice.append(chunk);
    RowMask wanted(twice.rowCount());
    wanted[1] = wanted[6] = 1;
    RowFilter across;
    across.only = std::make_shared<RowMask>(wanted);
    QCOMPARE(matchingRows(twice, across, {}, CancelState()).value(), wanted);
}

void TestRowFilter::zones()
{
    const QTimeZone zone("Europe/Amsterdam");
    QVERIFY2(zone.isValid(), "This machine has no time zones (Debian: tzdata).");
    const RowFilter shown{{condition("datetime", Kind::Contains, QStringLiteral("2026-11-23 00:30"))}, {}};
    QCOMPARE(rowsOf(shown), QString());
    QCOMPARE(rowsOf(shown, zone), QStringLiteral("0"));
    const RowFilter typed{{condition("datetime", Kind::Equals, QStringLiteral("2026-11-21 01:00"))}, {}};
    QCOMPARE(rowsOf(typed), QString());
    QCOMPARE(rowsOf(typed, zone), QStringLiteral("1"));
    const RowFilter withOffset{{condition("datetime", Kind::Equals, QStringLiteral("2026-11-21T00:00Z"))},
                               {}};
    QCOMPARE(rowsOf(withOffset, zone), QStringLiteral("1"));
}

void TestRowFilter::columnsThatAreNotThere()
{
    QCOMPARE(rowsOf({{{99, Kind::Equals, QStringLiteral("x"), {}}}, {}}), QStringLiteral("0 1 2 3 4"));
    // Classic records may bring a column later: the rows before have none of it.
    ChunkedTable table;
    ColumnBuilder a(QStringLiteral("a"), ColumnType::Int);
    a.appendInteger(1);
    table.append(Table({a.build()}, 1));
    ColumnBuilder b(QStringLiteral("b"), ColumnType::Int);
    a.appendInteger(2);
    b.appendInteger(3);
    table.append(Table({a.build(), b.build()}, 1));
    const CancelState cancel;
    QCOMPARE(matchingRows(table, {{{1, Kind::Null, {}, {}}}, {}}, {}, cancel).value(), RowMask({1, 0}));
    QCOMPARE(matchingRows(table, {{{1, Kind::Equals, QStringLiteral("3"), {}}}, {}}, {}, cancel).value(),
             RowMask({0, 1}));
}

void TestRowFilter::cancelled()
{
    CancelState cancel;
    cancel.cancel();
    const auto mask = matchingRows(everyType(), {{}, QStringLiteral("x")}, {}, cancel);
    QVERIFY(!mask);
    QCOMPARE(mask.error().kind, ErrorKind::Cancelled);
    QVERIFY(!frequentValues(everyType(), 0, 10, cancel));
}

void TestRowFilter::needles_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isIn");
    QTest::newRow("nothing") << QString() << QString() << true;
    QTest::newRow("in nothing") << QStringLiteral("a") << QString() << false;
    QTest::newRow("itself") << QStringLiteral("aBc") << QStringLiteral("AbC") << true;
    QTest::newRow("at the end") << QStringLiteral("zq") << QStringLiteral("eeeZQ") << true;
    QTest::newRow("longer") << QStringLiteral("abcd") << QStringLiteral("abc") << false;
    QTest::newRow("a part again and again") << QStringLiteral("aab") << QStringLiteral("aaaaaaab") << true;
    QTest::newRow("no case") << QStringLiteral("[@`") << QStringLiteral("{@`") << false;
    QTest::newRow("ß") << QStringLiteral("stra\u00DFe") << QStringLiteral("STRA\u00DFE") << true;
    QTest::newRow("Greek") << QStringLiteral("\u03A9") << QStringLiteral("x\u03C9") << true;
    QTest::newRow("beyond the BMP") << QStringLiteral("\U0001F600") << QStringLiteral("a\U0001F600b") << true;
}

void TestRowFilter::needles()
{
    QFETCH(QString, needle);
    QFETCH(QString, text);
    QTEST(TextNeedle(needle).isIn(text.toStdString()), "isIn");
}

void TestRowFilter::needlesAgreeWithQString()
{
    QRandomGenerator random(20261128);
    const QString letters = QStringLiteral("aAbBeE-[ ");
    const auto any = [&](int longest) {
        QString text;
        for (int i = random.bounded(longest + 1); i > 0; --i)
            text += letters.at(random.bounded(static_cast<int>(letters.size())));
        return text;
    };
    for (int round = 0; round < 50'000; ++round) {
        const QString needle = any(4);
        const QString text = any(12);
        if (TextNeedle(needle).isIn(text.toStdString()) != text.contains(needle, Qt::CaseInsensitive))
            QFAIL(qPrintable(QStringLiteral("“%1” in “%2”").arg(needle, text)));
    }
}

void TestRowFilter::dateTimesAgreeWithQDateTime()
{
    QRandomGenerator random(20261128);
    for (const char *name :
         {"UTC", "Europe/Amsterdam", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"}) {
        const QTimeZone zone(name);
        QVERIFY2(zone.isValid(), name);
        DateTimeText text(zone);
        for (int round = 0; round < 2000; ++round) {
            // 1990 to 2040
            const Ticks ticks = unixEpochTicks + (20 * 365 + random.bounded(50 * 365)) * ticksPerDay +
                                random.bounded(86'400) * ticksPerSecond + random.bounded(10'000'000);
            std::string out;
            text.append(out, ticks);
            QCOMPARE(QString::fromStdString(out),
                     toDateTimeUtc(ticks).toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"));
        }
    }
    std::string ends;
    DateTimeText().append(ends, 0);
    DateTimeText().append(ends, maxDateTimeTicks);
    QCOMPARE(ends, std::string("0001-01-01 00:00:00.0009999-12-31 23:59:59.999"));
}

void TestRowFilter::decimals_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("order");
    const auto row = [](const char *a, const char *b, int order) {
        QTest::addRow("%s and %s", a, b) << QString::fromLatin1(a) << QString::fromLatin1(b) << order;
    };
    row("1", "1.000", 0);
    row("-0", "0", 0);
    row("2", "10", -1);
    row("-2", "-10", 1);
    row("-1", "0.1", -1);
    row("0.10101", "0.1010100001", -1);
    row("1E-28", "0", 1);
    row("1E-28", "2E-29", 1);
    row("1.5e3", "1500", 0);
    row("79228162514264337593543950335", "79228162514264337593543950334", 1);
    row("00012", "12.0", 0);
    row("12", "twelve", -1);
    row("eleven", "twelve", -1);
    row("", "0", 1);
}

void TestRowFilter::decimals()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    const auto sign = [](int order) { return order < 0 ? -1 : static_cast<int>(order > 0); };
    QTEST(sign(compareDecimals(a.toStdString(), b.toStdString())), "order");
    QFETCH(int, order);
    QCOMPARE(sign(compareDecimals(b.toStdString(), a.toStdString())), -order);
}

/// The engine gives up on some cells; that hides none of them.
void TestRowFilter::expressionsThatTakeTooLong()
{
    ColumnBuilder builder(QStringLiteral("text"), ColumnType::String);
    builder.appendText(std::string(300'000, 'x') + "error");
    ChunkedTable table;
    table.append(Table({builder.build()}, 1));
    const CancelState cancel;
    const auto mask =
        matchingRows(table, {{{0, Kind::Matches, QStringLiteral("(.|\\n)*error"), {}}}, {}}, {}, cancel);
    QVERIFY(!mask);
    QCOMPARE(mask.error().kind, ErrorKind::Usage);
    QVERIFY(!mask.error().message.isEmpty());
}

void TestRowFilter::frequentValuesOfColumns()
{
    const CancelState cancel;
    const ChunkedTable table = everyType();
    const auto flags = frequentValues(table, table.indexOf(QStringLiteral("bool")), 10, cancel);
    QVERIFY(flags);
    QCOMPARE(*flags,
             std::vector<ValueCount>(
                 {{QStringLiteral("true"), false, 2}, {QStringLiteral("false"), false, 2}, {{}, true, 1}}));
    QCOMPARE(frequentValues(table, table.indexOf(QStringLiteral("string")), 3, cancel)->size(),
             std::size_t(3));
    QVERIFY(frequentValues({}, 0, 3, cancel)->empty());
}

QTEST_GUILESS_MAIN(TestRowFilter)
#include "tst_rowfilter.moc"
