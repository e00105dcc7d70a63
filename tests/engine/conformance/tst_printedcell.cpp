#include "printedcell.h"

#include "core/ticks.h"

#include <QTest>

using namespace sonde;

class TestPrintedCell final : public QObject
{
    Q_OBJECT

private slots:
    void cells_data();
    void cells();
    void nulls();
};

void TestPrintedCell::cells_data()
{
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("printed");
    QTest::addColumn<bool>("isSame");
    const auto row = [](ColumnType type, const char *value, const char *printed, bool isSame) {
        QTest::addRow("%s as %s", value, printed)
            << type << QString::fromUtf8(value) << QString::fromUtf8(printed) << isSame;
    };
    row(ColumnType::Long, "12", "12", true);
    row(ColumnType::Long, "12", "13", false);
    row(ColumnType::Bool, "1", "True", true);
    row(ColumnType::Bool, "1", "false", false);
    row(ColumnType::Real, "0.333333333", "0.33", true);
    row(ColumnType::Real, "0.336", "0.33", false);
    row(ColumnType::Real, "1234567", "1.2e6", true);
    row(ColumnType::Real, "1260000", "1.2e6", false);
    row(ColumnType::Real, "nan", "NaN", true);
    row(ColumnType::Real, "nan", "0", false);
    row(ColumnType::String, "a", "a", true);
    row(ColumnType::String, "a", "A", false);
    row(ColumnType::Dynamic, "[1,2]", "[1, 2.0]", true);
    row(ColumnType::Dynamic, "[1,2]", "[2, 1]", false);
    row(ColumnType::Dynamic, R"({"a":1,"b":[]})", R"({ "b": [], "a": 1 })", true);
    row(ColumnType::Dynamic, R"({"a":1})", R"({"b":1})", false);
    row(ColumnType::Dynamic, R"({"a":1})", R"({"a":1,"b":1})", false);
    row(ColumnType::Dynamic, R"("text")", "text", true);
    row(ColumnType::Dynamic, "[1,2]", "`[<br>  1,<br>  2<br>]`", true);
    row(ColumnType::String, "", "&nbsp;", true);
    row(ColumnType::String, "a\nb", "a<br>b", true);
    row(ColumnType::String, " a ", "a", true);
    row(ColumnType::String, "a b", "ab", false);
    row(ColumnType::Long, "7000", "7,000", true);
    row(ColumnType::DateTime, "2018-07-01T00:00:00Z", "2018-07-01 00:00:00.0000000", true);
    row(ColumnType::DateTime, "2018-07-01T00:00:00Z", "2018-07-01T00:00:00Z", true);
    row(ColumnType::DateTime, "2018-07-01T00:00:00Z", "2018-07-02", false);
    row(ColumnType::TimeSpan, "1.02:00:00", "1.02:00:00", true);
    row(ColumnType::TimeSpan, "1.02:00:00", "02:00:00", false);
}

void TestPrintedCell::cells()
{
    QFETCH(const ColumnType, type);
    QFETCH(const QString, value);
    QFETCH(const QString, printed);
    QFETCH(const bool, isSame);
    ColumnBuilder builder(QStringLiteral("c"), type);
    if (type == ColumnType::Real)
        builder.appendReal(value.toDouble());
    else if (isTextType(type))
        builder.appendText(value.toStdString());
    else if (type == ColumnType::DateTime)
        builder.appendInteger(parseIsoDateTime(value.toStdString()).value());
    else if (type == ColumnType::TimeSpan)
        builder.appendInteger(parseTimespan(value.toStdString()).value());
    else
        builder.appendInteger(value.toLongLong());
    const Column column = builder.build();
    QCOMPARE(isPrintedAs({&column, 0}, printed), isSame);
}

void TestPrintedCell::nulls()
{
    QVERIFY(isPrintedAs({}, QString()));
    QVERIFY(isPrintedAs({}, QStringLiteral("null")));
    QVERIFY(!isPrintedAs({}, QStringLiteral("0")));
}

QTEST_GUILESS_MAIN(TestPrintedCell)
#include "tst_printedcell.moc"
