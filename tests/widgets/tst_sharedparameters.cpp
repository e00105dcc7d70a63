#include "widgets/pageparameters.h"

#include "parametersfixture.h"
#include "widgets/queryeditor.h"

using namespace sonde;

/// Values of parameters that are the same in all tabs, beside those of each tab and those of favourites.
class TestSharedParameters : public ParametersFixture
{
    Q_OBJECT

    /// Both had a value of their own; then the one of m_page is shared.
    void shareWith(QueryPage &other)
    {
        other.show();
        setText(*m_page, "T | where A == {a}");
        setText(other, "T | where A == {a}");
        QTRY_COMPARE(names().size(), 1);
        QTRY_COMPARE(namesOf(other.parameters().strip()).size(), 1);
        type(editOf(other, "a"), "own");
        type(edit("a"), "x");
        sharing(*m_page).click();
        QTRY_COMPARE(editOf(other, "a").text(), QStringLiteral("x"));
    }

private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void sharesBothWays()
    {
        const auto other = makePage();
        other->show();
        setText(*m_page, "T | where A == {a}");
        setText(*other, "U | where B == {a} and C == {c}");
        QTRY_COMPARE(names().size(), 1);
        QTRY_COMPARE(namesOf(other->parameters().strip()).size(), 2);
        type(edit("a"), "x");
        QVERIFY(editOf(*other, "a").text().isEmpty());
        sharing(*m_page).click();
        QTRY_COMPARE(editOf(*other, "a").text(), QStringLiteral("x"));
        QVERIFY(sharing(*other).isChecked());
        type(edit("a"), "y");
        QTRY_COMPARE(editOf(*other, "a").text(), QStringLiteral("y"));
        type(editOf(*other, "a"), "z");
        QTRY_COMPARE(edit("a").text(), QStringLiteral("z"));
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"z\""));
        // A tab that comes later has it, too.
        const auto third = makePage();
        third->show();
        setText(*third, "V | where A == {a}");
        QTRY_COMPARE(namesOf(third->parameters().strip()).size(), 1);
        QCOMPARE(editOf(*third, "a").text(), QStringLiteral("z"));
        // And so has one whose fields were not seen yet.
        type(edit("a"), "w");
        third->run(m_connection);
        QCOMPARE(sent(), QStringLiteral("V | where A == \"w\""));
    }

    void whatIsClearedIsClearedInAll()
    {
        const auto other = makePage();
        shareWith(*other);
        edit("a").selectAll();
        QTest::keyClick(&edit("a"), Qt::Key_Delete);
        QTRY_COMPARE(editOf(*other, "a").text(), QString());
        other->run(m_connection);
        QCOMPARE(runs(), 0);
        QCOMPARE(other->parameters().strip().note(), QStringLiteral("The query needs a value for “a”."));
        // Also in a tab that comes later.
        const auto third = makePage();
        third->parameters().restoreValues({{QStringLiteral("a"), {std::nullopt, QStringLiteral("old")}}});
        third->show();
        setText(*third, "T | where A == {a}");
        QTRY_COMPARE(namesOf(third->parameters().strip()).size(), 1);
        QCOMPARE(editOf(*third, "a").text(), QString());
    }

    void eachHasItsOwnAgain()
    {
        const auto other = makePage();
        shareWith(*other);
        // What its draft and its favourite keep is what was given to it.
        QCOMPARE(other->draft().parameters.value(QStringLiteral("a")).text, QStringLiteral("own"));
        sharing(*other).click();
        QVERIFY(!sharing(*m_page).isChecked());
        QTRY_COMPARE(editOf(*other, "a").text(), QStringLiteral("own"));
        QCOMPARE(edit("a").text(), QStringLiteral("x"));
        type(edit("a"), "z");
        QCOMPARE(m_page->parameters().values().value(QStringLiteral("a")).text, QStringLiteral("z"));
        other->run(m_connection);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"own\""));
    }

    void sharedAnewAreOnlyTheValuesOfThatTab()
    {
        const auto other = makePage();
        other->show();
        setText(*m_page, "T | where A == {a} and B == {b}");
        setText(*other, "T | where A == {a}");
        QTRY_COMPARE(names().size(), 2);
        QTRY_COMPARE(namesOf(other->parameters().strip()).size(), 1);
        type(edit("a"), "x");
        type(edit("b"), "old");
        sharing(*m_page).click();
        sharing(*m_page).click();
        type(editOf(*other, "a"), "new");
        sharing(*other).click();
        QTRY_COMPARE(edit("a").text(), QStringLiteral("new"));
        setText(*other, "T | where B == {b}");
        QTRY_COMPARE(namesOf(other->parameters().strip()), QStringList{QStringLiteral("b")});
        QCOMPARE(editOf(*other, "b").text(), QString());
        QCOMPARE(edit("b").text(), QStringLiteral("old"));
    }

    void valuesOfAFavouriteWinOverSharedOnes()
    {
        const auto other = makePage();
        other->show();
        setText(*m_page, "T | where A == {a}");
        setText(*other, "T | where A == {a}");
        QTRY_COMPARE(names().size(), 1);
        QTRY_COMPARE(namesOf(other->parameters().strip()).size(), 1);
        type(edit("a"), "x");
        sharing(*m_page).click();
        QTRY_COMPARE(editOf(*other, "a").text(), QStringLiteral("x"));
        other->parameters().setValues({{QStringLiteral("a"), {std::nullopt, QStringLiteral("given")}}});
        QCOMPARE(editOf(*other, "a").text(), QStringLiteral("given"));
        // That another parameter is shared is none of its business.
        setText(*m_page, "T | where B == {b}");
        QTRY_COMPARE(names(), QStringList{QStringLiteral("b")});
        type(edit("b"), "1");
        other->run(m_connection);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"given\""));
        QVERIFY(edit("b").text() == QLatin1String("1"));
        // So does a copy of the tab.
        const auto copy = makePage();
        copy->parameters().copyFrom(other->parameters());
        copy->show();
        setText(*copy, "T | where A == {a}");
        QTRY_COMPARE(namesOf(copy->parameters().strip()).size(), 1);
        QCOMPARE(editOf(*copy, "a").text(), QStringLiteral("given"));
        // Typed in it, it is the one of all others.
        type(editOf(*copy, "a"), "y");
        QTRY_COMPARE(editOf(*other, "a").text(), QStringLiteral("y"));
        setText(*m_page, "T | where A == {a}");
        QTRY_COMPARE(names(), QStringList{QStringLiteral("a")});
        QCOMPARE(edit("a").text(), QStringLiteral("y"));
    }
};

QTEST_MAIN(TestSharedParameters)
#include "tst_sharedparameters.moc"
