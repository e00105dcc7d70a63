#include "results/cellfinder.h"
#include "results/columnformat.h"
#include "results/formattedcells.h"
#include "results/rowarrangement.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace sonde;

namespace {

using Kind = ColumnFormat::Kind;

/// One row; an invalid value is a null.
ChunkedTable tableOf(ColumnType type, const QVariant &value)
{
    ColumnBuilder builder(QStringLiteral("c"), type);
    if (!value.isValid())
        builder.appendNull();
    else if (type == ColumnType::Real)
        builder.appendReal(value.toDouble());
    else if (isTextType(type))
        builder.appendText(value.toString().toStdString());
    else
        builder.appendInteger(value.toLongLong());
    ChunkedTable table;
    table.append(Table({builder.build()}, 1));
    return table;
}

/// “(as it came)” where the format says nothing of the cell.
QString written(const ColumnFormat &format, ColumnType type, const QVariant &value, const QString &locale,
                Ticks now = 0)
{
    const ChunkedTable table = tableOf(type, value);
    std::string text = "before ";
    if (!FormattedCells(format, QLocale(locale), now).append(text, table.cell(0, 0)))
        return text == "before " ? QStringLiteral("(as it came)") : QStringLiteral("(something left)");
    return QString::fromStdString(text).mid(7);
}

constexpr auto lowest = std::numeric_limits<qint64>::min();
constexpr auto highest = std::numeric_limits<qint64>::max();

} // namespace

class TestColumnFormat final : public QObject
{
    Q_OBJECT

    static void addRow(const char *format, ColumnType type, const QVariant &value, const char *locale,
                       const char *expected)
    {
        const QByteArray name = QByteArray(format) + ' ' + columnTypeName(type).toLatin1() + ' ' +
                                value.toString().toLatin1().left(40) + ' ' + locale;
        QTest::newRow(name.constData()) << QString::fromLatin1(format) << static_cast<int>(type) << value
                                        << QString::fromLatin1(locale) << QString::fromUtf8(expected);
    }

private slots:
    void cellsInTheirFormat_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("type");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("expected");
        const auto whole = ColumnType::Long;
        const auto real = ColumnType::Real;
        const auto decimal = ColumnType::Decimal;
        addRow("grouped", whole, 1234567, "en", "1,234,567");
        addRow("grouped", whole, 1234567, "nl", "1.234.567");
        addRow("grouped", whole, -1234567, "nl", "-1.234.567");
        addRow("grouped", whole, 999, "en", "999");
        addRow("grouped", whole, 1000, "en", "1,000");
        addRow("grouped", whole, 1000, "es", "1000"); // Spanish groups from five digits on
        addRow("grouped", whole, 10000, "es", "10.000");
        addRow("grouped", whole, 1234567, "sv", "1\u00A0234\u00A0567");
        addRow("grouped", whole, 1234567, "fr", "1\u202F234\u202F567");
        addRow("grouped", whole, lowest, "en", "-9,223,372,036,854,775,808");
        addRow("grouped", ColumnType::Int, 0, "en", "0");
        addRow("grouped", real, 1234567.25, "nl", "1.234.567,25");
        addRow("grouped", real, 1000000.0, "en", "1,000,000");
        addRow("grouped", real, 1e20, "en", "100,000,000,000,000,000,000");
        addRow("grouped", real, 1e21, "en", "(as it came)");
        addRow("grouped", real, 1e-300, "en", "(as it came)");
        addRow("grouped", real, std::nan(""), "en", "(as it came)");
        addRow("grouped", real, HUGE_VAL, "en", "(as it came)");
        addRow("grouped", real, QVariant(), "en", "(as it came)");
        addRow("grouped", decimal, QStringLiteral("12345678901234567890.0123456789"), "nl",
               "12.345.678.901.234.567.890,0123456789");
        addRow("grouped", decimal, QStringLiteral("1E+6"), "en", "1,000,000");
        addRow("grouped", decimal, QStringLiteral("1E+600"), "en", "(as it came)");
        addRow("grouped", decimal, QStringLiteral("many"), "en", "(as it came)");
        addRow("grouped", ColumnType::String, QStringLiteral("1234567"), "en", "(as it came)");

        addRow("decimals-0", real, 1234.5678, "en", "1235");
        addRow("decimals-2", real, 1234.5678, "en", "1234.57");
        addRow("decimals-2", real, 1234.5678, "nl", "1234,57");
        addRow("decimals-2-grouped", real, -1234.5678, "nl", "-1.234,57");
        addRow("decimals-6", real, 0.1, "en", "0.100000");
        addRow("decimals-2", real, -0.001, "en", "0.00"); // nothing has no sign
        addRow("decimals-0", real, -0.4, "en", "0");
        addRow("decimals-1", real, 9.96, "en", "10.0");
        addRow("decimals-0", real, 0.5, "en", "1"); // half up, as decimals
        addRow("decimals-0", real, 2.5, "en", "3");
        addRow("decimals-2", real, 0.125, "en", "0.13");
        addRow("decimals-2", real, -0.125, "en", "-0.13");
        addRow("decimals-3", real, 999999999999999999999.0, "en", "(as it came)");
        addRow("decimals-2", real, -HUGE_VAL, "en", "(as it came)");
        addRow("decimals-2", decimal, QStringLiteral("99999999999999999999.995"), "en",
               "100000000000000000000.00");
        addRow("decimals-2", decimal, QStringLiteral("0.005"), "en", "0.01");
        addRow("decimals-2", decimal, QStringLiteral("-0.0049"), "en", "0.00");
        addRow("decimals-0", decimal, QStringLiteral("0.5"), "en", "1");
        addRow("decimals-0", decimal, QStringLiteral("0.05"), "en", "0");
        addRow("decimals-3", decimal, QStringLiteral("-12"), "nl", "-12,000");
        addRow("decimals-2", decimal, QStringLiteral("1.5E-28"), "en", "0.00");
        addRow("decimals-2", decimal, QStringLiteral("0"), "en", "0.00");

        addRow("hexadecimal", whole, 255, "nl", "0xFF");
        addRow("hexadecimal", whole, 0, "en", "0x0");
        addRow("hexadecimal", whole, -1, "en", "0xFFFFFFFFFFFFFFFF");
        addRow("hexadecimal", ColumnType::Int, -1, "en", "0xFFFFFFFF");
        addRow("hexadecimal", whole, lowest, "en", "0x8000000000000000");
        addRow("hexadecimal", real, 255, "en", "(as it came)");

        addRow("bytes", whole, 0, "en", "0 B");
        addRow("bytes", whole, 1023, "en", "1,023 B");
        addRow("bytes", whole, 1024, "en", "1.00 KiB");
        addRow("bytes", whole, -1536, "nl", "-1,50 KiB");
        addRow("bytes", whole, 1234567, "en", "1.18 MiB");
        addRow("bytes", whole, 10 * 1024 - 1, "en", "10.0 KiB");
        addRow("bytes", whole, 1024 * 1024 - 1, "en", "1.00 MiB"); // not 1024 KiB
        addRow("bytes", whole, lowest, "en", "-8.00 EiB");
        addRow("bytes", whole, highest, "en", "8.00 EiB");
        addRow("bytes", real, 12.5, "en", "12.5 B");
        addRow("bytes", real, -0.0, "en", "0 B");
        addRow("bytes", real, -HUGE_VAL, "en", "(as it came)");

        addRow("milliseconds", whole, 0, "en", "0 s");
        addRow("milliseconds", whole, 340, "en", "340 ms");
        addRow("milliseconds", whole, -1500, "nl", "-1,5 s");
        addRow("milliseconds", whole, 59990, "en", "1 min 0 s");
        addRow("milliseconds", whole, 4325000, "en", "1 h 12 min");
        addRow("milliseconds", real, 0.25, "en", "250 µs");
        addRow("milliseconds", whole, lowest, "en", "-106751991167 d 7 h");
        addRow("milliseconds", real, 1e300, "en", "(as it came)");
        addRow("seconds", whole, 86399, "en", "1 d 0 h"); // to the hour, and never 24 h 0 min
        addRow("seconds", whole, 3599, "en", "59 min 59 s");
        addRow("seconds", real, 3599.7, "en", "1 h 0 min");
        addRow("seconds", real, std::nan(""), "en", "(as it came)");
        addRow("duration", ColumnType::TimeSpan, qlonglong(3 * ticksPerDay + 4 * ticksPerHour), "en",
               "3 d 4 h");
        addRow("duration", ColumnType::TimeSpan, 1, "en", "100 ns");
        addRow("duration", ColumnType::TimeSpan, lowest, "en", "-10675199 d 3 h");
        addRow("total-seconds", ColumnType::TimeSpan, qlonglong(72 * ticksPerMinute + 5'500'000), "nl",
               "4320,55 s");
        addRow("total-seconds", ColumnType::TimeSpan, -1, "en", "-0.0000001 s");
        addRow("total-seconds", ColumnType::TimeSpan, lowest, "en", "-922337203685.4775808 s");
        addRow("duration", whole, 5, "en", "(as it came)");
    }

    void cellsInTheirFormat()
    {
        QFETCH(QString, format);
        QFETCH(int, type);
        QFETCH(QVariant, value);
        QFETCH(QString, locale);
        const auto read = ColumnFormat::fromName(format);
        QVERIFY(read);
        QTEST(written(*read, static_cast<ColumnType>(type), value, locale), "expected");
    }

    void relativeTimes_data()
    {
        QTest::addColumn<qlonglong>("passed");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, Ticks passed) {
            QTest::newRow(name) << static_cast<qlonglong>(passed) << QString::fromLatin1(name);
        };
        add("just now", 0);
        add("1 min ago", ticksPerMinute);
        add("59 min ago", ticksPerHour - 1);
        add("1 h ago", ticksPerHour);
        add("23 h ago", ticksPerDay - 1);
        add("1 d ago", ticksPerDay);
        add("364 d ago", 365 * ticksPerDay - 1);
        add("1 y ago", 365 * ticksPerDay);
        add("2025 y ago", unixEpochTicks + 20780 * ticksPerDay);
        add("in 2 h", -2 * ticksPerHour - 5);
        add("in 3 min", -3 * ticksPerMinute);
        add("in 364 d", -365 * ticksPerDay + 1);
    }

    void relativeTimes()
    {
        QFETCH(qlonglong, passed);
        const Ticks now = unixEpochTicks + 20780 * ticksPerDay;
        const ColumnFormat relative{Kind::Relative};
        // A damaged file can have any number.
        QCOMPARE(written(relative, ColumnType::DateTime, lowest, QStringLiteral("en"), now),
                 QStringLiteral("2025 y ago"));
        QTEST(written(relative, ColumnType::DateTime, qlonglong(now - passed), QStringLiteral("en"), now),
              "expected");
    }

    void namesAreReadAgain()
    {
        const QList<ColumnFormat> formats{{},
                                          {Kind::Number, ColumnFormat::allDecimals, true},
                                          {Kind::Number, 0, false},
                                          {Kind::Number, 6, true},
                                          {Kind::Hexadecimal},
                                          {Kind::Bytes},
                                          {Kind::Milliseconds},
                                          {Kind::Seconds},
                                          {Kind::Duration},
                                          {Kind::TotalSeconds},
                                          {Kind::Relative}};
        for (const ColumnFormat &format : formats)
            QCOMPARE(ColumnFormat::fromName(format.name()), format);
        QCOMPARE(ColumnFormat().name(), QString());
        for (const char *name :
             {"Bytes", "decimals", "decimals-", "decimals--1", "decimals-12", "grouped ", "roman"})
            QVERIFY2(!ColumnFormat::fromName(QString::fromLatin1(name)), name);
    }

    /// What is typed may be what is seen as well as what came; comparing is about the value.
    void bothFormsAreFound_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        const auto add = [](const char *format, const char *locale, const char *text, bool isFound) {
            QTest::addRow("%s %s %s", format, locale, text)
                << QString::fromLatin1(format) << QString::fromLatin1(locale) << QString::fromUtf8(text)
                << isFound;
        };
        add("", "nl", "1.234.567", false);
        add("grouped", "nl", "1.234.567", true);
        add("grouped", "nl", "1234567", true);
        add("grouped", "nl", "1,234,567", false);
        add("grouped", "sv", "1 234 567", true); // the space of the keyboard
        add("grouped", "sv", "1\u00A0234", true);
        add("grouped", "fr", "34 56", true);
        add("hexadecimal", "nl", "12d687", true);
        add("bytes", "nl", "1,18 mi", true);
        add("bytes", "nl", "kib", false);
        add("relative", "nl", "ago", false); // no format of whole numbers
    }

    void bothFormsAreFound()
    {
        QFETCH(QString, format);
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(bool, isFound);
        const ChunkedTable table = tableOf(ColumnType::Long, 1234567);
        CellDisplay display;
        display.locale = QLocale(locale);
        display.formats.emplace(0, *ColumnFormat::fromName(format));
        RowFilter filter;
        filter.conditions.push_back({0, ColumnCondition::Kind::Contains, text, {}});
        QCOMPARE(matchingRows(table, filter, display, CancelState())->front() != 0, isFound);
        RowFilter anywhere;
        anywhere.anywhere = text;
        QCOMPARE(matchingRows(table, anywhere, display, CancelState())->front() != 0, isFound);
        filter.conditions.front().kind = ColumnCondition::Kind::Matches;
        filter.conditions.front().text = QRegularExpression::escape(text);
        if (!text.contains(QChar(0xA0)))
            QCOMPARE(matchingRows(table, filter, display, CancelState())->front() != 0, isFound);
        QCOMPARE(!findCells({table, {}, {}}, text, display, CancelState())->hits.empty(), isFound);
        filter.conditions.front() = {0, ColumnCondition::Kind::Equals, QStringLiteral("1234567"), {}};
        QVERIFY(matchingRows(table, filter, display, CancelState())->front() != 0);
    }

    void aDecimalIsFoundByBothForms()
    {
        const ChunkedTable table = tableOf(ColumnType::Decimal, QStringLiteral("1234.5678"));
        CellDisplay display;
        display.locale = QLocale(QStringLiteral("nl"));
        display.formats.emplace(0, ColumnFormat{Kind::Number, 2, true});
        for (const char *text : {"1.234,57", "1234.5678"})
            QCOMPARE(
                findCells({table, {}, {}}, QString::fromLatin1(text), display, CancelState())->hits.size(),
                std::size_t(1));
        QVERIFY(findCells({table, {}, {}}, QStringLiteral("1234,57"), display, CancelState())->hits.empty());
    }

    /// It will be another text in a minute.
    void relativeTimesAreFoundByTheirDate()
    {
        const ChunkedTable table = tableOf(ColumnType::DateTime, qlonglong(unixEpochTicks));
        CellDisplay display;
        display.formats.emplace(0, ColumnFormat{Kind::Relative});
        QVERIFY(findCells({table, {}, {}}, QStringLiteral("ago"), display, CancelState())->hits.empty());
        QCOMPARE(findCells({table, {}, {}}, QStringLiteral("1970-01"), display, CancelState())->hits.size(),
                 std::size_t(1));
    }

    void sortingLooksAtValues()
    {
        ColumnBuilder builder(QStringLiteral("c"), ColumnType::Long);
        for (const qint64 value : {qint64(2048), qint64(-1), qint64(900), qint64(1) << 40})
            builder.appendInteger(value);
        ChunkedTable table;
        table.append(Table({builder.build()}, 4));
        RowArrangement arrangement;
        arrangement.keys = {{0, false}};
        arrangement.display.formats.emplace(0, ColumnFormat{Kind::Bytes});
        QCOMPARE(*arrangeRows(table, arrangement, CancelState()), (RowOrder{1, 2, 0, 3}));
    }
};

QTEST_GUILESS_MAIN(TestColumnFormat)
#include "tst_columnformat.moc"
