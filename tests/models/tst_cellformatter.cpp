#include "models/cellformatter.h"

#include <QTest>

using namespace sonde;

class TestCellFormatter : public QObject
{
    Q_OBJECT

private slots:
    void instantsHaveAFixedWidth();
    void instantsFollowTheZone();
    void nullIsADash();
    void emptyTextIsBlank();
    void numbersAreExact();
    void textIsPutOnOneLine_data();
    void textIsPutOnOneLine();
    void longTextIsCutAtACharacter();
    void fullTextHasAllDigits();
    void saysWhatIsShortened();
};

namespace {

template <typename Fill>
Column makeColumn(ColumnType type, Fill fill)
{
    ColumnBuilder builder(QStringLiteral("c"), type);
    fill(builder);
    return builder.build();
}

Column textColumn(std::string_view text)
{
    return makeColumn(ColumnType::String, [text](ColumnBuilder &builder) { builder.appendText(text); });
}

Column instantColumn(std::string_view iso)
{
    return makeColumn(ColumnType::DateTime, [iso](ColumnBuilder &builder) {
        builder.appendInteger(parseIsoDateTime(iso).value());
    });
}

} // namespace

void TestCellFormatter::instantsHaveAFixedWidth()
{
    const Column whole = instantColumn("2026-11-22T16:02:03Z");
    const Column fine = instantColumn("2026-11-22T16:02:03.1234567Z");
    const CellFormatter formatter;
    QCOMPARE(formatter.line({&whole, 0}), QStringLiteral("2026-11-22 16:02:03.000"));
    QCOMPARE(formatter.line({&fine, 0}), QStringLiteral("2026-11-22 16:02:03.123"));
}

void TestCellFormatter::instantsFollowTheZone()
{
    qputenv("TZ", "Asia/Kolkata");
    const Column column = instantColumn("2026-11-22T20:00:00Z");
    QCOMPARE(CellFormatter(TimeRange::Zone::Local).line({&column, 0}),
             QStringLiteral("2026-11-23 01:30:00.000"));
    QCOMPARE(CellFormatter(TimeRange::Zone::Utc).line({&column, 0}),
             QStringLiteral("2026-11-22 20:00:00.000"));
    qunsetenv("TZ");
}

void TestCellFormatter::nullIsADash()
{
    const Column column = makeColumn(ColumnType::Long, [](ColumnBuilder &builder) { builder.appendNull(); });
    QCOMPARE(CellFormatter().line({&column, 0}), QString(nullSign));
    QCOMPARE(CellFormatter().line({}), QString(nullSign));
    QVERIFY(CellFormatter().full({&column, 0}).isEmpty());
}

void TestCellFormatter::emptyTextIsBlank()
{
    const Column column = textColumn("");
    QVERIFY(CellFormatter().line({&column, 0}).isEmpty());
}

void TestCellFormatter::numbersAreExact()
{
    const Column column = makeColumn(ColumnType::Long, [](ColumnBuilder &builder) {
        builder.appendInteger(9'007'199'254'740'993);
        builder.appendInteger(std::numeric_limits<std::int64_t>::min());
    });
    QCOMPARE(CellFormatter().line({&column, 0}), QStringLiteral("9007199254740993"));
    QCOMPARE(CellFormatter().line({&column, 1}), QStringLiteral("-9223372036854775808"));
}

void TestCellFormatter::textIsPutOnOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << QStringLiteral("abc") << QStringLiteral("abc");
    QTest::newRow("LF") << QStringLiteral("a\nb") << QStringLiteral("a\u21B5b");
    QTest::newRow("CRLF") << QStringLiteral("a\r\nb") << QStringLiteral("a\u21B5b");
    QTest::newRow("CR") << QStringLiteral("a\rb") << QStringLiteral("a\u21B5b");
    QTest::newRow("blank line") << QStringLiteral("a\n\nb") << QStringLiteral("a\u21B5\u21B5b");
    QTest::newRow("tab") << QStringLiteral("a\tb") << QStringLiteral("a b");
    QTest::newRow("paragraph") << QStringLiteral("a\u2029b") << QStringLiteral("a\u21B5b");
}

void TestCellFormatter::textIsPutOnOneLine()
{
    QFETCH(QString, text);
    const Column column = textColumn(text.toStdString());
    QTEST(CellFormatter().line({&column, 0}), "line");
}

void TestCellFormatter::longTextIsCutAtACharacter()
{
    // Characters of four bytes and two units, so that a cut at any odd unit or any other byte would break
    // one.
    const QString character = QStringLiteral("\U0001F5C4");
    const std::string text = character.repeated(100'000).toStdString();
    for (qsizetype limit = 1; limit < 12; ++limit) {
        const QString shown = toSingleLine(text, limit);
        QCOMPARE(shown, character.repeated(limit / 2) + QChar(0x2026));
    }
    const Column column = textColumn(text);
    QVERIFY(CellFormatter().line({&column, 0}).size() < 1000);
}

void TestCellFormatter::fullTextHasAllDigits()
{
    const Column column = instantColumn("2026-11-22T16:02:03.1234567Z");
    QCOMPARE(CellFormatter(TimeRange::Zone::Local).full({&column, 0}),
             QStringLiteral("2026-11-22T16:02:03.1234567Z"));
}

void TestCellFormatter::saysWhatIsShortened()
{
    const CellFormatter formatter;
    const Column fine = instantColumn("2026-11-22T16:02:03.1234567Z");
    const Column coarse = instantColumn("2026-11-22T16:02:03.123Z");
    const Column lines = textColumn("a\nb");
    const Column plain = textColumn("ab");
    QVERIFY(formatter.isShortened({&fine, 0}));
    QVERIFY(!formatter.isShortened({&coarse, 0}));
    QVERIFY(formatter.isShortened({&lines, 0}));
    QVERIFY(!formatter.isShortened({&plain, 0}));
    QVERIFY(!formatter.isShortened({}));
}

QTEST_GUILESS_MAIN(TestCellFormatter)
#include "tst_cellformatter.moc"
