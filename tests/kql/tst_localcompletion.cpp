#include "kql/builtintables.h"
#include "kql/localcompletion.h"

#include <QTest>
#include <algorithm>

using namespace sonde;

namespace {

constexpr QChar caretSign = u'¦';

bool has(const KqlCompletion &completion, const QString &name, KqlNameKind kind)
{
    return std::any_of(completion.items.begin(), completion.items.end(),
                       [&](const KqlCompletionItem &item) { return item.name == name && item.kind == kind; });
}

} // namespace

class TestLocalCompletion final : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheSpot_data();
    void knowsTheSpot();
    void offers_data();
    void offers();
    void doesNotOffer_data();
    void doesNotOffer();
    void namesAreQuotedWhereTheyMustBe();
    void takesAnyText();

private:
    KqlCompletion at(QString text)
    {
        const int caret = int(text.indexOf(caretSign));
        return m_local.complete(text.remove(caretSign), caret, m_schema);
    }

    LocalCompletion m_local;
    KqlSchemaPtr m_schema = builtinSchema();
};

void TestLocalCompletion::knowsTheSpot_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<KqlSpot>("spot");
    QTest::addColumn<int>("start");
    const auto row = [](const char *name, const QString &text, KqlSpot spot, int start) {
        QTest::newRow(name) << text << spot << start;
    };
    row("nothing", QStringLiteral("¦"), KqlSpot::Start, 0);
    row("a word", QStringLiteral("Sec¦"), KqlSpot::Start, 0);
    row("in a word", QStringLiteral("Sec¦urity"), KqlSpot::Start, 0);
    row("comment above", QStringLiteral("// here\nSec¦"), KqlSpot::Start, 8);
    row("pipe", QStringLiteral("Event | ¦"), KqlSpot::Operator, 8);
    row("operator", QStringLiteral("Event\n| wh¦"), KqlSpot::Operator, 8);
    row("parameter", QStringLiteral("Event | where Computer == {co¦}"), KqlSpot::Name, 27);
    row("parameter in a list", QStringLiteral("Event | where Computer in ({¦})"), KqlSpot::Name, 28);
    row("body of a function", QStringLiteral("let f = () { Ev¦ }"), KqlSpot::Start, 13);
    row("operator with a dash", QStringLiteral("Event | project-aw¦"), KqlSpot::Operator, 8);
    row("dash at the end", QStringLiteral("Event | project-¦"), KqlSpot::Operator, 8);
    row("where", QStringLiteral("Event | where ¦"), KqlSpot::Scalar, 14);
    row("minus", QStringLiteral("Event | extend x = a-b¦"), KqlSpot::Scalar, 21);
    row("and", QStringLiteral("Event | where a == 1 and ¦"), KqlSpot::Scalar, 25);
    row("operand", QStringLiteral("Event | where Computer ¦"), KqlSpot::Infix, 23);
    row("part of an infix", QStringLiteral("Event | where Computer cont¦"), KqlSpot::Infix, 23);
    row("value", QStringLiteral("Event | where Computer == ¦"), KqlSpot::Scalar, 26);
    row("behind a string", QStringLiteral("Event | where Computer == 'a' ¦"), KqlSpot::Infix, 30);
    row("behind a call", QStringLiteral("Event | where strlen(a) ¦"), KqlSpot::Infix, 24);
    row("call", QStringLiteral("Event | where strlen(¦"), KqlSpot::Scalar, 21);
    row("summarize", QStringLiteral("Event | summarize ¦"), KqlSpot::Aggregate, 18);
    row("aggregate's argument", QStringLiteral("Event | summarize max(¦"), KqlSpot::Aggregate, 22);
    row("by", QStringLiteral("Event | summarize count() by ¦"), KqlSpot::Scalar, 29);
    row("render", QStringLiteral("Event | render ti¦"), KqlSpot::Chart, 15);
    row("join", QStringLiteral("Event | join (¦"), KqlSpot::Start, 14);
    row("join with its kind", QStringLiteral("Event | join kind=inner (Se¦"), KqlSpot::Start, 25);
    row("union", QStringLiteral("union Event, ¦"), KqlSpot::Start, 13);
    row("let value", QStringLiteral("let t = ¦"), KqlSpot::Start, 8);
    row("let name", QStringLiteral("let ¦"), KqlSpot::Name, 4);
    row("next statement", QStringLiteral("let n = 5;\n¦"), KqlSpot::Start, 11);
    row("behind a dot", QStringLiteral("Event | where a.¦"), KqlSpot::None, 16);
    row("number", QStringLiteral("Event | take 1¦"), KqlSpot::None, 13);
    row("string", QStringLiteral("Event | where a == 'x y¦"), KqlSpot::None, 22);
    row("closed string", QStringLiteral("Event | where a == 'x y¦'"), KqlSpot::None, 22);
    row("verbatim string", QStringLiteral("Event | where a == @'x\\' ¦"), KqlSpot::Infix, 25);
    row("escaped quote", QStringLiteral("Event | where a == 'x\\' y¦"), KqlSpot::None, 24);
    row("comment", QStringLiteral("Event // take n¦"), KqlSpot::None, 14);
    row("a string of lines", QStringLiteral("print ```a\nb ¦"), KqlSpot::None, 13);
}

void TestLocalCompletion::knowsTheSpot()
{
    QFETCH(QString, text);
    const int caret = int(text.indexOf(caretSign));
    const KqlTextPlace place = kqlPlaceAt(text.remove(caretSign), caret);
    QTEST(place.spot, "spot");
    QTEST(place.wordStart, "start");
}

void TestLocalCompletion::offers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<KqlNameKind>("kind");
    const auto row = [](const QString &text, const char *name, KqlNameKind kind) {
        QTest::newRow(name) << text << QString::fromLatin1(name) << kind;
    };
    row(QStringLiteral("Sec¦"), "SecurityEvent", KqlNameKind::Table);
    row(QStringLiteral("SecurityEvent | wh¦"), "where", KqlNameKind::Operator);
    row(QStringLiteral("SecurityEvent | where TiGe¦"), "TimeGenerated", KqlNameKind::Column);
    row(QStringLiteral("union SecurityEvent, Heartbeat | where ¦"), "OSType", KqlNameKind::Column);
    row(QStringLiteral("SecurityEvent | where ¦"), "ago", KqlNameKind::Function);
    row(QStringLiteral("SecurityEvent | summarize ¦"), "dcount", KqlNameKind::Aggregate);
    row(QStringLiteral("SecurityEvent | summarize Failed = count() by Account | top 5 by ¦"), "Failed",
        KqlNameKind::Column);
    row(QStringLiteral("let since = ago(1d);\nSecurityEvent | where TimeGenerated > ¦"), "since",
        KqlNameKind::Local);
    row(QStringLiteral("SecurityEvent | where Account ¦"), "startswith", KqlNameKind::Infix);
    row(QStringLiteral("SecurityEvent | render ¦"), "timechart", KqlNameKind::Chart);
}

void TestLocalCompletion::offers()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(KqlNameKind, kind);
    QVERIFY(has(at(text), name, kind));
}

void TestLocalCompletion::doesNotOffer_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("comment") << QStringLiteral("// Sec¦");
    QTest::newRow("string") << QStringLiteral("print 'Sec¦'");
    QTest::newRow("number") << QStringLiteral("Event | take 10¦");
    QTest::newRow("new name") << QStringLiteral("let n¦");
}

void TestLocalCompletion::doesNotOffer()
{
    QFETCH(QString, text);
    QVERIFY(at(text).items.isEmpty());
}

void TestLocalCompletion::namesAreQuotedWhereTheyMustBe()
{
    const auto schema = std::make_shared<KqlSchema>();
    schema->tables.append({QStringLiteral("Odd"), {{QStringLiteral("two words"), QStringLiteral("string")}}});
    const QString text = QStringLiteral("Odd | where ");
    const KqlCompletion completion = m_local.complete(text, int(text.size()), schema);
    const auto item =
        std::find_if(completion.items.begin(), completion.items.end(),
                     [](const KqlCompletionItem &other) { return other.kind == KqlNameKind::Column; });
    QVERIFY(item != completion.items.end());
    QCOMPARE(item->name, QStringLiteral("two words"));
    QCOMPARE(item->before, QStringLiteral("[\"two words\"]"));
}

void TestLocalCompletion::takesAnyText()
{
    // Every cut of texts that are broken in every way: nothing to find but that nothing is read beyond an
    // end.
    const QStringList texts{
        QStringLiteral("let f = (a:long) { a + @'x\\' + ```q\n``` }; f(1) | where ['b c'] has 'd"),
        QStringLiteral("| | ; ) ] } ( [ { , = . - project-- 'a\\"),
        QStringLiteral("\U0001F44B e\u0301 | where \U0001F44B == '\U0001F44B' // \U0001F44B")};
    for (const QString &text : texts) {
        for (int i = 0; i <= text.size(); ++i) {
            const KqlCompletion completion = m_local.complete(text, i, m_schema);
            QVERIFY(completion.start >= 0 && completion.start <= i);
            QCOMPARE(completion.start + completion.length, i);
            m_local.complete(text.left(i), i, m_schema);
        }
    }
}

QTEST_GUILESS_MAIN(TestLocalCompletion)
#include "tst_localcompletion.moc"
