#include "widgets/queryparts.h"

#include "widgets/querylines.h"

#include <QTest>

using namespace sonde;

class TestQueryParts : public QObject
{
    Q_OBJECT

    static QueryParts partsOf(const QString &text, const TextPlace &place,
                              QueryLanguage language = QueryLanguage::Kql)
    {
        Query query;
        query.text = text;
        query.language = language;
        query.range = TimeRange::last(std::chrono::hours(4));
        query.serverTimeoutSeconds = 42;
        return QueryParts(query, place);
    }

private slots:
    void atPlace_data()
    {
        QTest::addColumn<QString>("marked"); // ^ is the caret, [ ] a selection
        QTest::addColumn<QString>("sent");
        const auto row = [](const char *name, const char *marked, const char *sent) {
            QTest::newRow(name) << QString::fromUtf8(marked) << QString::fromUtf8(sent);
        };
        row("one query is sent as it is", "\n// x\nT^\n\n", "\n// x\nT\n\n");
        row("comments apart are no second query", "// Name: x\n\nT^", "// Name: x\n\nT");
        row("nothing but comments", "// x\n\n// y^", "// x\n\n// y");
        row("nothing", "^", "");
        row("the first of two", "T\n^| count\n\nU", "T\n| count");
        row("the second of two", "T\n\nU^", "U");
        row("between them", "T\n^\nU", "T");
        row("a comment leads to what follows it", "T\n\n// ^x\n\nU", "U");
        row("a selection", "T\n[| count]\n\nU", "| count");
        row("a selection over two", "[T\n\nU]", "T\n\nU");
        row("a selection of one text", "T | [count]", "count");
        row("blanks are no selection", "T\n[\n\n]U", "U");
        row("nor are comments", "T [// x]\n\nU", "T // x");
        row("emoji", "\xF0\x9F\x98\x80\n\n\xF0\x9F\x98\x80[U]", "U");
    }

    void atPlace()
    {
        QFETCH(QString, marked);
        QFETCH(QString, sent);
        TextPlace place;
        const qsizetype open = marked.indexOf(u'[');
        if (open >= 0) {
            place.selectionStart = open;
            place.selectionLength = marked.indexOf(u']') - open - 1;
            place.caret = open + place.selectionLength;
            marked.remove(u'[').remove(u']');
        } else {
            place.caret = marked.indexOf(u'^');
            marked.remove(u'^');
        }
        const SentQuery part = partsOf(marked, place).atPlace();
        QCOMPARE(part.query.text, sent);
        QCOMPARE(part.text.text(), sent);
        QCOMPARE(part.query.serverTimeoutSeconds, 42);
        QCOMPARE(marked.mid(part.text.start(), sent.size()), sent);
    }

    void classicIsOneQuery()
    {
        const QString text = QStringLiteral("Type=Event\n\nType=Perf");
        QCOMPARE(partsOf(text, {}, QueryLanguage::Classic).atPlace().query.text, text);
        QCOMPARE(partsOf(text, {}, QueryLanguage::Classic).all().size(), 1);
        QCOMPARE(partsOf(text, {0, 0, 10}, QueryLanguage::Classic).atPlace().query.text,
                 QStringLiteral("Type=Event"));
    }

    void all()
    {
        const auto parts = partsOf(QStringLiteral("// x\n\nT\n\nU\n| count\n\n// y"), {}).all();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[0].query.text, QStringLiteral("T"));
        QCOMPARE(parts[1].query.text, QStringLiteral("U\n| count"));
        QCOMPARE(parts[1].text.inDocument({2, 2}), (TextPosition{6, 2}));
        QCOMPARE(partsOf(QStringLiteral("// x\n\nT"), {}).all().front().query.text,
                 QStringLiteral("// x\n\nT"));
    }

    void previews()
    {
        const QString text = QStringLiteral("T\n\nU\n| render piechart;\n\nV");
        const SentQuery preview = partsOf(text, {4, 0, 0}).preview();
        QCOMPARE(preview.query.text, QStringLiteral("U\n| take 50\n| render piechart;"));
        QCOMPARE(preview.text.inDocument({3, 2}), (TextPosition{4, 2}));

        Query classic = partsOf(QStringLiteral("*"), {}, QueryLanguage::Classic).preview().query;
        QCOMPARE(classic.text, QStringLiteral("*"));
        QCOMPARE(classic.top, 50);
    }

    void counts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("counting");
        const auto row = [](const char *text, const char *counting) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(counting);
        };
        row("T", "T\n| count");
        row("T // x", "T // x\n| count");
        row("T | take 5;", "T | take 5\n| count;");
        row("T\n| summarize count() by a\n| render columnchart", "T\n| summarize count() by a\n| count");
        row("T | render timechart with (title = '|');", "T\n| count;");
        row("T | where a == '| render x'", "T | where a == '| render x'\n| count");
        row("T // | render x\n| render x", "T // | render x\n| count");
    }

    void counts()
    {
        QFETCH(QString, text);
        QFETCH(QString, counting);
        Query query;
        query.text = text;
        query.top = 7;
        QCOMPARE(countingQuery(query).text, counting);
        QVERIFY(!countingQuery(query).top);
    }

    void again()
    {
        const QString text = QStringLiteral("T\n\nU | count");
        const Query sent = partsOf(text, {5, 0, 0}).atPlace().query;
        // Wherever the caret is by now, and with what was changed elsewhere.
        const auto found = partsOf(QStringLiteral("T\n| take 1\n\nU | count\n"), {}).again(sent);
        QVERIFY(found);
        QCOMPARE(found->text.start(), 12);
        QVERIFY(!partsOf(QStringLiteral("T\n\nU | count2"), {}).again(Query()));
        QVERIFY(!partsOf(QStringLiteral("T\n\nU"), {}).again(sent));
        Query other = sent;
        other.top = 5;
        QVERIFY(!partsOf(text, {}).again(other));
        const Query selected = partsOf(text, {0, 3, 1}).atPlace().query;
        QCOMPARE(selected.text, QStringLiteral("U"));
        QCOMPARE(partsOf(text, {0, 3, 1}).again(selected)->text.start(), 3);
        QVERIFY(!partsOf(text, {}).again(selected)); // it is a part of a query now
        QVERIFY(!partsOf(text, {}).again(partsOf(text, {}).preview().query));
    }

    void names_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *text, const char *name) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(name);
        };
        row("T | count", "T | count");
        row("// Failed logons\nT", "Failed logons");
        row("//\n  T\n| count", "T");
        row("T | where a_very_long_name == 'and a long text'", "T | where a_very_long_name == '…");
        row("", "");
    }

    void names()
    {
        QFETCH(QString, text);
        QTEST(shortNameOf(text), "name");
    }
};

QTEST_GUILESS_MAIN(TestQueryParts)
#include "tst_queryparts.moc"
