#include "core/patternsearch.h"

#include <QTest>

using namespace sonde;

class TestPatternSearch : public QObject
{
    Q_OBJECT

    static SearchPattern pattern(const QString &text, const QString &options)
    {
        return {text, options.contains(u'c'), options.contains(u'w'), options.contains(u'x')};
    }

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("options");   // c: case, w: words, x: expression
        QTest::addColumn<QStringList>("found"); // start+length
        const auto row = [](const char *name, const char *text, const char *what, const char *options,
                            const QStringList &found) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(what)
                                << QString::fromLatin1(options) << found;
        };
        const auto at = [](std::initializer_list<const char *> places) {
            QStringList list;
            for (const char *place : places)
                list.append(QString::fromLatin1(place));
            return list;
        };
        row("without case", "Event event\nEVENT", "event", "", at({"0+5", "6+5", "12+5"}));
        row("with case", "Event event", "event", "c", at({"6+5"}));
        row("whole words", "id, ids, _id, id_, (id)", "id", "w", at({"0+2", "20+2"}));
        row("whole words beyond ASCII", "\xC3\xA4id id", "id", "w", at({"4+2"}));
        row("signs are signs", "a.b axb", "a.b", "", at({"0+3"}));
        row("an expression", "a1 b22", "[a-z]\\d+", "x", at({"0+2", "3+3"}));
        row("ends of lines", "ab\ncb\nb", "b$", "x", at({"1+1", "4+1", "6+1"}));
        row("ends of Windows lines", "ab\r\ncb", "b$", "x", at({"1+1", "5+1"}));
        row("beginnings of lines", "| a\n| b", "^\\|", "x", at({"0+1", "4+1"}));
        row("nothing between characters", "ab", "x*", "x", at({"0+0", "1+0", "2+0"}));
        row("nothing, not within emoji",
            "\xF0\x9F\x98\x80"
            "b",
            "x*", "x", at({"0+0", "2+0", "3+0"}));
        row("behind emoji",
            "\xF0\x9F\x98\x80"
            "b",
            "b", "", at({"2+1"}));
        row("one behind the other", "aaaa", "aa", "", at({"0+2", "2+2"}));
        row("either", "a|b", "a|b", "xw", at({"0+1", "2+1"}));
    }

    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, what);
        QFETCH(QString, options);
        const auto search = PatternSearch::of(pattern(what, options));
        QVERIFY(search.has_value());
        QStringList found;
        const auto matches = search->matches(text);
        QVERIFY(matches.has_value());
        for (const TextMatch &match : *matches)
            found.append(QStringLiteral("%1+%2").arg(match.start).arg(match.length));
        QTEST(found, "found");
    }

    void within()
    {
        const auto search = PatternSearch::of(pattern(QStringLiteral("a"), {}));
        const QList<TextMatch> expected = {{2, 1}, {4, 1}};
        QCOMPARE(*search->matches(QStringLiteral("a a a a"), 1, 5), expected);
        // Words and lines are those of the whole text.
        const auto words = PatternSearch::of(pattern(QStringLiteral("b"), QStringLiteral("w")));
        QVERIFY(words->matches(QStringLiteral("ab c"), 1, 2)->isEmpty());
    }

    void noExpressions()
    {
        for (const char *text : {"(", "[a", "*", "a{2,1}", "\\"}) {
            const auto search = PatternSearch::of(pattern(QString::fromLatin1(text), QStringLiteral("xw")));
            QVERIFY2(!search, text);
            QVERIFY(search.error().message.size() > 30);
            QVERIFY(PatternSearch::of(pattern(QString::fromLatin1(text), {})).has_value());
        }
        QVERIFY(!PatternSearch::of({}));
    }

    void tooManyWays()
    {
        const auto search = PatternSearch::of(pattern(QStringLiteral("(x+x+)+y"), QStringLiteral("x")));
        const auto matches = search->matches(QString(60, u'x') + QStringLiteral("z y"));
        QVERIFY(!matches);
        QVERIFY(!matches.error().message.isEmpty());
        // A long text alone is no reason to give up.
        const QString text =
            QStringLiteral("| where Column == \"some text\" and x\n").repeated(100'000) + u'Q';
        const auto words = PatternSearch::of(pattern(QStringLiteral("(\\w+\\s)*Q"), QStringLiteral("xc")));
        QCOMPARE(words->matches(text)->size(), 1);
    }

    void replaces_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *what, const char *options, const char *by, const char *result) {
            QTest::newRow(by) << QString::fromLatin1(what) << QString::fromLatin1(options)
                              << QString::fromLatin1(by) << QString::fromLatin1(result);
        };
        // In: key=one, key=two
        row("key", "", "$1\\n", "$1\\n=one, $1\\n=two");
        row("(\\w+)=(\\w+)", "x", "$2=$1", "one=key, two=key");
        row("(\\w+)=(\\w+)", "x", "\\2=\\1", "one=key, two=key");
        row("(\\w+)=(?<value>\\w+)", "x", "<${value}>${1}", "<one>key, <two>key");
        row("one", "x", "[$0|$&]", "key=[one|one], key=two");
        row("(o)ne", "x", "$10", "key=o0, key=two");
        row(", ", "x", "\\n\\t\\\\$$", "key=one\n\t\\$key=two");
        row("one", "x", "$", "key=$, key=two");
        row("one", "x", "a$b${c", "key=a$b${c, key=two");
    }

    void replaces()
    {
        QFETCH(QString, what);
        QFETCH(QString, options);
        QFETCH(QString, by);
        const QString text = QStringLiteral("key=one, key=two");
        const auto search = PatternSearch::of(pattern(what, options));
        const QList<TextMatch> matches = *search->matches(text);
        QVERIFY(!matches.isEmpty());
        const QString middle = search->replaced(text, matches, by);
        const QString result = text.left(matches.first().start) + middle + text.mid(matches.last().end());
        QTEST(result, "result");
    }

    void noMoreThanCanBeListed()
    {
        const QString text(PatternSearch::mostMatches + 10, u'a');
        QCOMPARE(PatternSearch::of(pattern(QStringLiteral("a"), {}))->matches(text)->size(),
                 PatternSearch::mostMatches);
        QCOMPARE(PatternSearch::of(pattern(QStringLiteral("a"), {}))->allMatches(text)->size(), text.size());
    }
};

QTEST_GUILESS_MAIN(TestPatternSearch)
#include "tst_patternsearch.moc"
