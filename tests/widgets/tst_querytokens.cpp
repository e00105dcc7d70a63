#include "widgets/querytokens.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sonde;

class TestQueryTokens : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void everyTextIsRead();
    void largeTextIsRead();
};

namespace {

/// Every token as its letter and text: `T:Event K:where`.
QStringList spell(const QByteArray &text, QueryLanguage language)
{
    static constexpr char letters[] = "xKFTSNCV";
    QStringList spelt;
    for (const QueryToken &token :
         tokenize({text.constData(), static_cast<std::size_t>(text.size())}, language)) {
        const QByteArray part =
            text.mid(static_cast<qsizetype>(token.start), static_cast<qsizetype>(token.length));
        spelt.append(QLatin1Char(letters[static_cast<int>(token.kind)]) + QStringLiteral(":") +
                     QString::fromUtf8(part));
    }
    return spelt;
}

} // namespace

void TestQueryTokens::kinds_data()
{
    QTest::addColumn<QueryLanguage>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto kql = [](const char *name, const QString &text, const QString &tokens) {
        QTest::newRow(name) << QueryLanguage::Kql << text << tokens;
    };
    const auto classic = [](const char *name, const QString &text, const QString &tokens) {
        QTest::newRow(name) << QueryLanguage::Classic << text << tokens;
    };
    kql("pipe", QStringLiteral("Event | where EventID == 7 | take 5"),
        QStringLiteral("T:Event K:where N:7 K:take N:5"));
    kql("functions", QStringLiteral("T | summarize count() by bin(a, 1h), Computer"),
        QStringLiteral("T:T K:summarize F:count K:by F:bin N:1h"));
    kql("hyphen", QStringLiteral("T | project-away a-b"), QStringLiteral("T:T K:project-away"));
    kql("comment", QStringLiteral("// a | where\nT"), QStringLiteral("C:// a | where T:T"));
    kql("strings", QStringLiteral("print 'a\\'b', \"c\", @\"d\\\", h'e'"),
        QStringLiteral("K:print S:'a\\'b' S:\"c\" S:@\"d\\\" S:h'e'"));
    kql("verbatim quote", QStringLiteral("print @'a''b'"), QStringLiteral("K:print S:@'a''b'"));
    kql("lines in a string", QStringLiteral("print ```a\nb```"), QStringLiteral("K:print S:```a\nb```"));
    kql("open string", QStringLiteral("print 'a\n| take 1"), QStringLiteral("K:print S:'a K:take N:1"));
    kql("let", QStringLiteral("let n = 5; Event | take n"), QStringLiteral("K:let N:5 T:Event K:take"));
    kql("join", QStringLiteral("A | join kind=inner (B) on x"),
        QStringLiteral("T:A K:join K:kind K:inner T:B K:on"));
    kql("member", QStringLiteral("T | extend a.where.count"), QStringLiteral("T:T K:extend"));
    kql("blank line", QStringLiteral("A\n\nB"), QStringLiteral("T:A T:B"));
    kql("umlaut", QStringLiteral("print \u201C\u00E4\u201D"), QStringLiteral("K:print"));
    classic("search", QStringLiteral("Type=Event EventLevelName=Error | top 5"),
            QStringLiteral("T:Event V:Error K:top N:5"));
    classic("measure", QStringLiteral("Type:Perf | Measure count() by Computer"),
            QStringLiteral("T:Perf K:Measure F:count K:by"));
    classic("words", QStringLiteral("\"disk full\" AND NOT error"),
            QStringLiteral("S:\"disk full\" K:AND K:NOT"));
    classic("words of commands in a filter", QStringLiteral("top secret by sort Top=select | top 1"),
            QStringLiteral("V:select K:top N:1"));
    classic("joining words before parentheses", QStringLiteral("a AND(b OR NOT(c)) d and not e"),
            QStringLiteral("K:AND K:OR K:NOT K:and K:not"));
    classic("values", QStringLiteral("Computer = web-01.contoso.com Source!=in EventID>=4000 a<-1.5 b:x*"),
            QStringLiteral("V:web-01.contoso.com V:in N:4000 N:-1.5 V:x*"));
    classic("free words", QStringLiteral("don't web-01 10.0.0.1 4625 C:\\temp"),
            QStringLiteral("N:4625 V:\\temp"));
    classic("type", QStringLiteral("Type:Perf (Type=Event OR Type=\"Syslog\") type=Perf Type!=X"),
            QStringLiteral("T:Perf T:Event K:OR S:\"Syslog\" V:Perf T:X"));
    classic("quotation marks in a string", QStringLiteral("a=\"say \\\"top\\\" now\" b"),
            QStringLiteral("S:\"say \\\"top\\\" now\""));
    classic("a string of two lines", QStringLiteral("\"a\nb\" c"), QStringLiteral("S:\"a\nb\""));
    classic("an open string", QStringLiteral("a=\"b\n| top 5"), QStringLiteral("S:\"b K:top N:5"));
    classic("dates",
            QStringLiteral("TimeGenerated>NOW-12HOURS a<now/DAY+1HOUR b>2017-10-02T10:00:00Z "
                           "c>NOWHERE d=NOW"),
            QStringLiteral("F:NOW N:-12HOURS F:now N:/DAY+1HOUR N:2017-10-02T10:00:00Z V:NOWHERE F:NOW"));
    classic("ranges", QStringLiteral("EventID:[2000..3000] T:[NOW-7DAYS..NOW] x:[a .. \"b\"] y"),
            QStringLiteral("N:2000 N:3000 F:NOW N:-7DAYS F:NOW V:a S:\"b\""));
    classic("functions of values", QStringLiteral("a:contains(\"b\") c=Regex(\"d\") e"),
            QStringLiteral("F:contains S:\"b\" F:Regex S:\"d\""));
    classic(
        "measure in full",
        QStringLiteral("* | measure avg(CounterValue) as By, pct95 ( Top ) by Computer, sort interval 1HOUR"),
        QStringLiteral("K:measure F:avg K:as F:pct95 K:by K:interval N:1HOUR"));
    classic("where", QStringLiteral("* | measure count() by a | where AggregatedValue>10 | sort a desc, by"),
            QStringLiteral("K:measure F:count K:by K:where N:10 K:sort K:desc"));
    classic("a search in a search",
            QStringLiteral("a NOT IN {Type=Event | distinct Computer} logged in b | select c"),
            QStringLiteral("K:NOT K:IN T:Event K:distinct K:select"));
    classic("lists of values", QStringLiteral("Computer IN {web-01, \"b\", 5} Type not in {Event,Perf} c"),
            QStringLiteral("K:IN V:web-01 S:\"b\" N:5 K:not K:in T:Event T:Perf"));
    classic("dates with steps", QStringLiteral("a>2013-10-01T12:00-10DAYS b<2013-10-01/MONTH"),
            QStringLiteral("N:2013-10-01T12:00-10DAYS N:2013-10-01/MONTH"));
    classic("join", QStringLiteral("Type=A | join inner x (Type=B | top 5) y | top 1"),
            QStringLiteral("T:A K:join K:inner T:B K:top N:5 K:top N:1"));
    classic("beyond ASCII", QStringLiteral("\u00E4=\u00E0b | top 5"), QStringLiteral("V:\u00E0b K:top N:5"));
}

void TestQueryTokens::kinds()
{
    QFETCH(QueryLanguage, language);
    QFETCH(QString, text);
    QTEST(spell(text.toUtf8(), language).join(u' '), "tokens");
}

void TestQueryTokens::everyTextIsRead()
{
    // Tokens stand in order, without overlap and within the text, whatever the text is.
    const QByteArray signs("ab1{}[):<> \n'\"@h/`|;=.(-\\\xC3\xA4");
    quint32 state = 12345;
    for (int round = 0; round < 2000; ++round) {
        QByteArray text;
        for (int i = 0; i < 24; ++i) {
            state = state * 1664525U + 1013904223U;
            text.append(signs.at(static_cast<qsizetype>((state >> 8U) % static_cast<quint32>(signs.size()))));
        }
        for (const QueryLanguage language : {QueryLanguage::Kql, QueryLanguage::Classic}) {
            std::size_t end = 0;
            for (const QueryToken &token :
                 tokenize({text.constData(), static_cast<std::size_t>(text.size())}, language)) {
                QVERIFY2(token.start >= end && token.length > 0, text.constData());
                end = token.start + token.length;
                QVERIFY2(end <= static_cast<std::size_t>(text.size()), text.constData());
            }
        }
    }
}

void TestQueryTokens::largeTextIsRead()
{
    const QByteArray text = QByteArray("Event | where EventID in (1, 2, 3) // again\n").repeated(20'000);
    QElapsedTimer timer;
    timer.start();
    const auto tokens =
        tokenize({text.constData(), static_cast<std::size_t>(text.size())}, QueryLanguage::Kql);
    // Six a line, and the table at the beginning: the other lines go on with the same statement.
    QCOMPARE(tokens.size(), std::size_t(20'000) * 6 + 1);
    const QByteArray search =
        QByteArray("(Type=Event a:[1..2] IN {b | top 1}) \"c\" d>NOW-1DAY\n").repeated(20'000);
    const auto classic =
        tokenize({search.constData(), static_cast<std::size_t>(search.size())}, QueryLanguage::Classic);
    QCOMPARE(classic.size(), std::size_t(20'000) * 9);
    // A generous limit that only a cost growing with the square of the text would break.
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(TestQueryTokens)
#include "tst_querytokens.moc"
