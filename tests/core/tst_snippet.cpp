#include "core/snippet.h"

#include <QJsonArray>
#include <QTest>

using namespace sonde;

using Stops = QList<SnippetText::Stop>;

Q_DECLARE_METATYPE(SnippetText::Stop)

class TestSnippet final : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Stops>("stops");
        QTest::newRow("empty") << QString() << QString() << Stops();
        QTest::newRow("plain") << QStringLiteral("take 5") << QStringLiteral("take 5") << Stops();
        QTest::newRow("with text") << QStringLiteral("ago(${1:1h})") << QStringLiteral("ago(1h)")
                                   << Stops{{1, 4, 2}};
        QTest::newRow("without") << QStringLiteral("take ${1}${0}") << QStringLiteral("take ")
                                 << Stops{{1, 5, 0}, {0, 5, 0}};
        QTest::newRow("twice") << QStringLiteral("(${2:Computer}) on ${2}")
                               << QStringLiteral("(Computer) on Computer") << Stops{{2, 1, 8}, {2, 14, 8}};
        QTest::newRow("text at the second")
            << QStringLiteral("${1} == ${1:a}") << QStringLiteral("a == a") << Stops{{1, 0, 1}, {1, 5, 1}};
        QTest::newRow("braces") << QStringLiteral("${1:dynamic({})}!") << QStringLiteral("dynamic({})!")
                                << Stops{{1, 0, 11}};
        QTest::newRow("escaped brace")
            << QStringLiteral("${1:a\\}b}") << QStringLiteral("a}b") << Stops{{1, 0, 3}};
        QTest::newRow("escaped stop")
            << QStringLiteral("$${1:a} ${1:b}") << QStringLiteral("${1:a} b") << Stops{{1, 7, 1}};
        QTest::newRow("escaped stop in a stop")
            << QStringLiteral("${1:$${2}}") << QStringLiteral("${2}") << Stops{{1, 0, 4}};
        QTest::newRow("behind a backslash")
            << QStringLiteral("\"C:\\\\${1:Temp}\"") << QStringLiteral("\"C:\\\\Temp\"") << Stops{{1, 5, 4}};
        QTest::newRow("backslashes") << QStringLiteral("@\"\\w+\\$\" ${1:\\w}")
                                     << QStringLiteral("@\"\\w+\\$\" \\w") << Stops{{1, 9, 2}};
        QTest::newRow("join's sides") << QStringLiteral("$left.a == $right.${1:b}")
                                      << QStringLiteral("$left.a == $right.b") << Stops{{1, 18, 1}};
        QTest::newRow("no number") << QStringLiteral("${a} ${} ${1x} $1 ${")
                                   << QStringLiteral("${a} ${} ${1x} $1 ${") << Stops();
        QTest::newRow("too long a number")
            << QStringLiteral("${12345678901}") << QStringLiteral("${12345678901}") << Stops();
        QTest::newRow("not closed") << QStringLiteral("take ${1:5") << QStringLiteral("take ${1:5")
                                    << Stops();
        QTest::newRow("emoji") << QStringLiteral("\U0001F44B${1:\U0001F44B}")
                               << QStringLiteral("\U0001F44B\U0001F44B") << Stops{{1, 2, 2}};
    }
    void reads()
    {
        QFETCH(QString, source);
        QFETCH(QString, text);
        QFETCH(Stops, stops);
        const SnippetText read = SnippetText::read(source);
        QCOMPARE(read.text, text);
        QCOMPARE(read.stops, stops);
        // What is written reads as the same again.
        const SnippetText again = SnippetText::read(read.toSource());
        QCOMPARE(again.text, text);
        QCOMPARE(again.stops, stops);
    }

    void saysWhatIsHardlyMeant_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("problem");
        QTest::newRow("good") << QStringLiteral("${1:a} ${1} ${1:a} ${0}") << QString();
        QTest::newRow("not closed") << QStringLiteral("${3:a")
                                    << QStringLiteral("The stop ${3: is not closed with a }.");
        QTest::newRow("two texts") << QStringLiteral("${1:a} ${1:b}")
                                   << QStringLiteral(
                                          "The stop 1 has two different texts; the first one counts.");
        QTest::newRow("nested") << QStringLiteral("${1:a ${2:b}}")
                                << QStringLiteral("A stop stands within another one, where it is text.");
    }
    void saysWhatIsHardlyMeant()
    {
        QFETCH(QString, source);
        QTEST(SnippetText::read(source).problem, "problem");
    }

    void goesThroughItsStops()
    {
        QCOMPARE(SnippetText::read(QStringLiteral("${3} ${0} ${1} ${3} ${12}")).order(),
                 (QList<int>{1, 3, 12, 0}));
        QCOMPARE(SnippetText::read(QStringLiteral("take 5")).order(), QList<int>{0});
    }

    void keepsTheIndent()
    {
        const SnippetText text = SnippetText::read(QStringLiteral("join (\n    ${1:T}\n) on ${2:a\nb}${0}"))
                                     .indented(QStringLiteral("  "));
        QCOMPARE(text.text, QStringLiteral("join (\n      T\n  ) on a\n  b"));
        const QList<SnippetText::Stop> stops = text.stops;
        QCOMPARE(text.text.mid(stops.at(0).start, stops.at(0).length), QStringLiteral("T"));
        QCOMPARE(text.text.mid(stops.at(1).start, stops.at(1).length), QStringLiteral("a\n  b"));
        QCOMPARE(stops.at(2).start, text.text.size());
    }

    void namesAreWords()
    {
        QVERIFY(snippetNameProblem(QStringLiteral("joinÉté_2"), {QStringLiteral("other")}).isEmpty());
        QVERIFY(!snippetNameProblem(QString(), {}).isEmpty());
        QVERIFY(!snippetNameProblem(QStringLiteral("two words"), {}).isEmpty());
        QVERIFY(!snippetNameProblem(QStringLiteral("2nd"), {}).isEmpty());
        QVERIFY(!snippetNameProblem(QStringLiteral("JOIN"), {QStringLiteral("join")}).isEmpty());
    }

    void throughJsonAndBack()
    {
        const Snippet snippet{QStringLiteral("a"), QStringLiteral("What it is"), Snippet::Place::Expression,
                              QStringLiteral("one\n\n  ${1:two}\n")};
        QString problem = QStringLiteral("none was asked");
        QCOMPARE(snippetFromJson(toJson(snippet), problem), snippet);
        QVERIFY(problem.isEmpty());
    }

    void oddJsonIsNamed()
    {
        const auto problemOf = [](const QJsonValue &json) {
            QString problem;
            static_cast<void>(snippetFromJson(json, problem));
            return problem;
        };
        QCOMPARE(problemOf(5), QStringLiteral("It is no object."));
        QVERIFY(!problemOf(QJsonObject{{QStringLiteral("text"), QStringLiteral("t")}}).isEmpty());
        QJsonObject json{{QStringLiteral("name"), QStringLiteral("a")}};
        QCOMPARE(problemOf(json), QStringLiteral("“a” has no text."));
        json.insert(QStringLiteral("text"), QJsonArray{QStringLiteral("t"), 5});
        QCOMPARE(problemOf(json), QStringLiteral("“a” has no text."));
        json.insert(QStringLiteral("text"), QStringLiteral("t"));
        QVERIFY(problemOf(json).isEmpty());
        json.insert(QStringLiteral("place"), QStringLiteral("roof"));
        QVERIFY(!problemOf(json).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
