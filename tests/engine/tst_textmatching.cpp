#include "engine/realtext.h"
#include "engine/textmatching.h"

#include <QTest>
#include <limits>

using namespace sonde;
using text::Edge;

class TestTextMatching : public QObject
{
    Q_OBJECT

private slots:
    void terms_data();
    void terms();
    void ignoresCase();
    void reals_data();
    void reals();
};

void TestTextMatching::terms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("prefix");
    QTest::addColumn<bool>("suffix");
    const auto row = [](const char *text, const char *needle, bool whole, bool prefix, bool suffix) {
        QTest::addRow("%s in %s", needle, text)
            << QString::fromUtf8(text) << QString::fromUtf8(needle) << whole << prefix << suffix;
    };
    row("North America", "america", false, false, false); // the case is not folded here
    row("north america", "america", true, true, true);
    row("north america", "amer", false, true, false);
    row("north america", "rica", false, false, true);
    row("north america", "meric", false, false, false);
    row("errors error", "error", true, true, true); // the first hit is no whole term, the second is
    row("disk_error", "error", true, true, true);   // an underscore is no part of a term
    row("disk1", "disk", false, true, false);
    row("a-b c", "a-b", true, true, true);
    row("xa-b", "a-b", false, false, true);
    row("x-b", "-b", true, true, true);           // the needle brings its own border
    row("caf\u00e9s", "caf", false, true, false); // a letter beyond ASCII goes on with the term
    row("\u00e9t\u00e9 x", "\u00e9t\u00e9", true, true, true);
    row("abc", "", true, true, true);
    row("", "a", false, false, false);
}

void TestTextMatching::terms()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    const std::string haystack = text.toStdString();
    const std::string wanted = needle.toStdString();
    QTEST(text::findTerm(haystack, wanted, Edge::Both), "whole");
    QTEST(text::findTerm(haystack, wanted, Edge::Start), "prefix");
    QTEST(text::findTerm(haystack, wanted, Edge::End), "suffix");
}

void TestTextMatching::ignoresCase()
{
    QVERIFY(text::equalFolded("Straße Ä", "straße ä"));
    QVERIFY(!text::equalFolded("a", "ab"));
    QVERIFY(text::containsFolded("xÄy", "äY"));
    QVERIFY(text::containsFolded("abc", ""));
    QVERIFY(!text::containsFolded("abc", "d"));
    QVERIFY(text::startsWithFolded("ÄB", "äb"));
    QVERIFY(!text::startsWithFolded("a", "ab"));
    QVERIFY(text::endsWithFolded("xAB", "ab"));
    QVERIFY(!text::endsWithFolded("b", "ab"));
}

void TestTextMatching::reals_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("form");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    QTest::newRow("whole") << 12.0 << QStringLiteral("12");
    QTest::newRow("tenth") << 0.1 << QStringLiteral("0.1");
    QTest::newRow("third") << -1.0 / 3 << QStringLiteral("-0.3333333333333333");
    QTest::newRow("small") << 0.0001 << QStringLiteral("0.0001");
    QTest::newRow("smaller") << 0.00001 << QStringLiteral("1E-05");
    QTest::newRow("large") << 123456789012345.0 << QStringLiteral("123456789012345");
    QTest::newRow("larger") << 1e15 << QStringLiteral("1E+15");
    QTest::newRow("largest") << 1.7976931348623157e308 << QStringLiteral("1.7976931348623157E+308");
    QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("NaN");
    QTest::newRow("infinity") << -std::numeric_limits<double>::infinity() << QStringLiteral("-Infinity");
}

void TestTextMatching::reals()
{
    QFETCH(double, value);
    QTEST(QString::fromStdString(formatReal(value)), "form");
}

QTEST_GUILESS_MAIN(TestTextMatching)
#include "tst_textmatching.moc"
