#include "core/senttext.h"

#include <QTest>

using namespace sonde;

class TestSentText : public QObject
{
    Q_OBJECT

private slots:
    void placesOfOffsets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("offset");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char *name, const QString &text, qsizetype offset, int line, int column) {
            QTest::newRow(name) << text << offset << line << column;
        };
        row("empty", {}, 0, 1, 0);
        row("first line", QStringLiteral("ab\ncd"), 1, 1, 1);
        row("end of a line", QStringLiteral("ab\ncd"), 2, 1, 2);
        row("second line", QStringLiteral("ab\ncd"), 3, 2, 0);
        row("end", QStringLiteral("ab\ncd"), 5, 2, 2);
        row("Windows line breaks", QStringLiteral("ab\r\ncd\r\ne"), 8, 3, 0);
        row("old line breaks", QStringLiteral("ab\rcd"), 4, 2, 1);
        row("a pair of surrogates counts two", QStringLiteral("x\n\U0001F5C4c"), 4, 2, 2);
    }

    void placesOfOffsets()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, offset);
        QFETCH(int, line);
        QFETCH(int, column);
        QCOMPARE(positionAt(text, offset), (TextPosition{line, column}));
        QCOMPARE(offsetOf(text, {line, column}), offset);
    }

    void offsetsBehind()
    {
        const QString text = QStringLiteral("ab\r\ncd");
        QCOMPARE(offsetOf(text, {1, 99}), 2);
        QCOMPARE(offsetOf(text, {9, 0}), 6);
        QCOMPARE(offsetOf(text, {2, -1}), 4);
    }

    void aDocumentAsItIs()
    {
        const SentText sent(QStringLiteral("a\nb"));
        QCOMPARE(sent.text(), QStringLiteral("a\nb"));
        QCOMPARE(sent.inDocument({2, 1}), (TextPosition{2, 1}));
        QCOMPARE(sent.inDocument({9, 3}), (TextPosition{9, 3}));
    }

    void severalChangesAtOnce()
    {
        const QString document = QStringLiteral("0123456789abcdef");
        SentText once(document, 2, 12);
        SentText oneByOne(document, 2, 12);
        // Over what was changed before: within it, at both ends, and of no length.
        for (SentText *sent : {&once, &oneByOne})
            sent->replace(3, 2, QStringLiteral("XYZ"));
        const std::vector<SentText::Replacement> changes{
            {0, 1, QStringLiteral("")},          {1, 0, QStringLiteral("new")},
            {2, 2, QStringLiteral("-")},         {4, 1, QStringLiteral("--")},
            {7, 3, QStringLiteral("long long")}, {13, 0, QStringLiteral("end")}};
        once.replace(changes);
        for (auto change = changes.rbegin(); change != changes.rend(); ++change)
            oneByOne.replace(change->at, change->length, change->by);
        QCOMPARE(once.text(), QStringLiteral("new3---Z7long longbcdend"));
        QCOMPARE(oneByOne.text(), once.text());
        for (const QChar kept : {u'3', u'7', u'b', u'c', u'd'})
            QCOMPARE(once.inDocument(once.text().indexOf(kept)), document.indexOf(kept));
        for (qsizetype at = 0; at <= once.text().size(); ++at)
            QCOMPARE(once.inDocument(at), oneByOne.inDocument(at));
    }

    void aPart()
    {
        const QString document = QStringLiteral("T\r\n\r\n  U\r\n| where x\r\n\r\nV");
        const SentText block(document, 5, 14);
        QCOMPARE(block.text(), QStringLiteral("  U\r\n| where x"));
        QCOMPARE(block.inDocument({1, 2}), (TextPosition{3, 2}));
        QCOMPARE(block.inDocument({2, 8}), (TextPosition{4, 8}));
        QCOMPARE(block.inDocument({7, 0}), (TextPosition{4, 9})); // behind: at its end, not in the next block
        QCOMPARE(block.inDocument(7), 12);

        const SentText selection(document, 10, 9);
        QCOMPARE(selection.text(), QStringLiteral("| where x"));
        QCOMPARE(selection.inDocument({1, 2}), (TextPosition{4, 2}));

        const SentText inLine(QStringLiteral("\U0001F5C4 T | count"), 3, 9);
        QCOMPARE(inLine.inDocument({1, 4}), (TextPosition{1, 7}));
    }

    void changes()
    {
        SentText sent(QStringLiteral("x\n\nT\n| render piechart"), 3, 19);
        QCOMPARE(sent.text(), QStringLiteral("T\n| render piechart"));
        sent.changeTo(QStringLiteral("T\n| take 50\n| render piechart"));
        QCOMPARE(sent.text(), QStringLiteral("T\n| take 50\n| render piechart"));
        QCOMPARE(sent.inDocument({1, 0}), (TextPosition{3, 0}));
        QCOMPARE(sent.inDocument({3, 2}), (TextPosition{4, 2}));
        // What was put in has no place of its own.
        QCOMPARE(sent.inDocument({2, 5}).line, 4);

        // Two changes, one of them a replacement.
        SentText two(QStringLiteral("where a == {p} and b == {q}"));
        two.replace(24, 3, QStringLiteral("1"));
        two.replace(11, 3, QStringLiteral("'a longer text'"));
        QCOMPARE(two.text(), QStringLiteral("where a == 'a longer text' and b == 1"));
        QCOMPARE(two.inDocument(6), 6);
        QCOMPARE(two.inDocument(15), 11);                       // within the first value: where it was put
        QCOMPARE(two.inDocument(two.text().indexOf(u'b')), 19); // the name behind it
        QCOMPARE(two.inDocument(two.text().size()), 24);

        SentText same(QStringLiteral("T"));
        same.changeTo(QStringLiteral("T"));
        QCOMPARE(same.inDocument({5, 5}), (TextPosition{5, 5}));
        SentText other(QStringLiteral("T"));
        other.changeTo(QStringLiteral("U | V"));
        QCOMPARE(other.inDocument({1, 4}), (TextPosition{1, 0}));
    }

    void repeatedCharactersAroundAChange()
    {
        SentText sent(QStringLiteral("aaa"));
        sent.changeTo(QStringLiteral("aaaaa"));
        QCOMPARE(sent.text(), QStringLiteral("aaaaa"));
        QCOMPARE(sent.inDocument(2), 2);
        sent.changeTo(QStringLiteral("a"));
        QCOMPARE(sent.text(), QStringLiteral("a"));
        sent.changeTo(QString());
        QCOMPARE(sent.inDocument(0), 0);
    }
};

QTEST_GUILESS_MAIN(TestSentText)
#include "tst_senttext.moc"
