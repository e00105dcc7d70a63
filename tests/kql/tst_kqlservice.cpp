#include "kql/kqlservice.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// One service for the whole test, as in the program: loading it takes seconds.
class TestKqlService : public QObject
{
    Q_OBJECT

private slots:
    void bindsNamesAndTypes();
    void diagnostics_data();
    void diagnostics();
    void keepsLiteralsExact();
    void followsTheSchema();
    void checksEachQueryOfAScript();
    void formats_data();
    void formats();
    void refusesLongTexts();
    void refusesDeepTexts();
    void stopsAfterTheBudget();
    void answersInTheContextsThread();
    void cancelsWhatIsLeftAtTheEnd();

private:
    Result<KqlTree> ask(const QString &text, KqlService *service = nullptr)
    {
        QFuture<Result<KqlTree>> future = (service != nullptr ? *service : m_service).analyze(text, m_schema);
        future.waitForFinished();
        return future.result();
    }

    KqlService m_service;
    KqlSchemaPtr m_schema = std::make_shared<KqlSchema>(
        KqlSchema{QStringLiteral("workspace"),
                  {{QStringLiteral("Event"),
                    {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime")},
                     {QStringLiteral("Computer"), QStringLiteral("string")},
                     {QStringLiteral("EventID"), QStringLiteral("int")}}}}});
};

const KqlNode *find(const KqlNode &node, QLatin1StringView kind)
{
    if (node.is(kind))
        return &node;
    for (const KqlNode &child : node.children) {
        if (const KqlNode *found = find(child, kind))
            return found;
    }
    return nullptr;
}

void TestKqlService::bindsNamesAndTypes()
{
    const auto tree =
        ask(QStringLiteral("Event | where EventID == 5 | summarize count(), max(EventID) by Computer"));
    QVERIFY2(tree, qPrintable(tree ? QString() : tree.error().detail));
    QVERIFY(tree->diagnostics.isEmpty());
    const KqlNode *summarize = find(tree->root, QLatin1StringView("SummarizeOperator"));
    QVERIFY(summarize != nullptr);
    QCOMPARE(summarize->columns, (QList<KqlColumn>{{QStringLiteral("Computer"), QStringLiteral("string")},
                                                   {QStringLiteral("count_"), QStringLiteral("long")},
                                                   {QStringLiteral("max_EventID"), QStringLiteral("int")}}));
    const KqlNode *equal = find(tree->root, QLatin1StringView("EqualExpression"));
    QVERIFY(equal != nullptr);
    QCOMPARE(equal->type, QStringLiteral("bool"));
    QCOMPARE(equal->start, 14);
    QCOMPARE(equal->children.front().symbol, QStringLiteral("EventID"));
    QCOMPARE(equal->children.front().type, QStringLiteral("int"));
}

void TestKqlService::diagnostics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("syntax");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("not a query") << QStringLiteral("not a valid query") << QStringLiteral("KS005") << true
                                 << 1 << 4;
    QTest::newRow("missing") << QStringLiteral("Event\n| where") << QStringLiteral("KS006") << true << 2 << 7;
    QTest::newRow("table") << QStringLiteral("Nothing | take 1") << QStringLiteral("KS204") << false << 1
                           << 0;
    QTest::newRow("column") << QStringLiteral("Event\n| where Foo == 1") << QStringLiteral("KS142") << false
                            << 2 << 8;
}

void TestKqlService::diagnostics()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(bool, syntax);
    const auto tree = ask(text);
    QVERIFY(tree);
    const KqlDiagnostic *error = tree->firstError();
    QVERIFY(error != nullptr);
    QCOMPARE(error->code, code);
    QCOMPARE(error->syntax, syntax);
    QTEST(error->position.line, "line");
    QTEST(error->position.column, "column");
}

void TestKqlService::keepsLiteralsExact()
{
    const auto exact = ask(QStringLiteral(
        "print 9223372036854775807, 0x1F, real(nan), timespan(1.02:03:04), \"a\\tb\", int(null), @'\\'"));
    QVERIFY(exact);
    const KqlNode *list =
        find(*find(exact->root, QLatin1StringView("PrintOperator")), QLatin1StringView("List"));
    QStringList values;
    for (const KqlNode &literal : list->children)
        values.append(literal.nullLiteral ? QStringLiteral("NULL") : literal.value);
    QCOMPARE(values, (QStringList{QStringLiteral("9223372036854775807"), QStringLiteral("0x1F"),
                                  QStringLiteral("real(nan)"), QStringLiteral("timespan(1.02:03:04)"),
                                  QStringLiteral("a\tb"), QStringLiteral("NULL"), QStringLiteral("\\")}));
}

void TestKqlService::followsTheSchema()
{
    const KqlSchemaPtr before = m_schema;
    QVERIFY(ask(QStringLiteral("Event | take 1"))->firstError() == nullptr);
    m_schema = std::make_shared<KqlSchema>();
    QVERIFY(ask(QStringLiteral("Event | take 1"))->firstError() != nullptr);
    m_schema = before;
    QVERIFY(ask(QStringLiteral("Event | take 1"))->firstError() == nullptr);
}

/// Positions are the script's, also behind other queries, comments and characters of two units.
void TestKqlService::checksEachQueryOfAScript()
{
    const QString script =
        QStringLiteral("// \U0001F600 first\nEvent | take 5\r\n\r\nEvent\n| where \"\U0001F600\" == Foo\n\n"
                       "Nothing | count\n");
    const auto found = m_service.check(script, m_schema).result();
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).code, QStringLiteral("KS142"));
    QCOMPARE(script.mid(found->at(0).start, found->at(0).length), QStringLiteral("Foo"));
    QCOMPARE(found->at(0).position.line, 5);
    QCOMPARE(found->at(0).position.column, 16);
    QCOMPARE(found->at(1).code, QStringLiteral("KS204"));
    QCOMPARE(found->at(1).position.line, 7);

    // Of a schema that is open only what is wrong whatever the tables are.
    KqlSchema open;
    open.isOpen = true;
    const auto other = m_service.check(script, std::make_shared<KqlSchema>(open)).result();
    QVERIFY(other);
    QVERIFY(other->isEmpty());
    QVERIFY(m_service.check(QString(), m_schema).result()->isEmpty());
    const auto broken = m_service.check(QStringLiteral("Event | where"), m_schema).result();
    QVERIFY(broken && !broken->isEmpty());
}

void TestKqlService::formats_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("formatted");
    const auto row = [](const char *name, const char *text, const char *formatted) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(formatted);
    };
    row("one", "Event|where EventID==5|count", "Event | where EventID == 5 | count");
    row("on lines", "Event\n|where EventID==5\n|count", "Event\n| where EventID == 5\n| count");
    row("as it is", "Event\n| take 5\n", "Event\n| take 5\n");
    row("several", "\n\n// a\nEvent|count\n\n\nprint  1\n\n", "\n\n// a\nEvent | count\n\n\nprint 1\n\n");
    row("lines of Windows", "Event\r\n|count\r\n\r\nprint  1\r\n", "Event\r\n| count\r\n\r\nprint 1\r\n");
    row("nothing", "", "");
    row("blank", " \n\n ", " \n\n ");
    row("comment", "// only\n", "// only\n");
    row("emoji", "print  \"\xF0\x9F\x98\x80\"", "print \"\xF0\x9F\x98\x80\"");
}

void TestKqlService::formats()
{
    QFETCH(QString, text);
    const auto formatted = m_service.format(text).result();
    QVERIFY(formatted);
    QTEST(*formatted, "formatted");
    // Once is enough.
    QCOMPARE(m_service.format(*formatted).result().value(), *formatted);
}

void TestKqlService::refusesLongTexts()
{
    const auto tree = ask(u"print \"" + QString(1024 * 1024, u'x') + u'"');
    QVERIFY(!tree);
    QCOMPARE(tree.error().kind, ErrorKind::Query);
}

void TestKqlService::refusesDeepTexts()
{
    for (const int depth : {300, 3000}) {
        const QString text = u"print " + QString(depth, u'(') + u'1' + QString(depth, u')');
        const auto tree = ask(text);
        QVERIFY(!tree);
        QCOMPARE(tree.error().kind, ErrorKind::Query);
        QVERIFY(tree.error().message.contains(QLatin1String("nested")));
    }
    // Brackets in strings and comments are no nesting.
    const QString brackets(300, u'(');
    QVERIFY(ask(u"print \"\\\"" + brackets + u"\", '" + brackets + u"', @'\\' // " + brackets));
    QStringList terms;
    for (int i = 0; i < 600; ++i)
        terms.append(QStringLiteral("EventID == %1").arg(i));
    const auto chain = ask(u"Event | where " + terms.join(QStringLiteral(" or ")));
    QVERIFY(!chain);
    QCOMPARE(chain.error().kind, ErrorKind::Query);
    // The service goes on.
    QVERIFY(ask(QStringLiteral("Event | take 1")));
}

void TestKqlService::stopsAfterTheBudget()
{
    KqlService::Limits limits;
    limits.budget = std::chrono::milliseconds(150);
    KqlService hasty(limits);
    QStringList values;
    for (int i = 0; i < 30'000; ++i)
        values.append(QString::number(i));
    const auto slow = ask(u"Event | where EventID in (" + values.join(u',') + u')', &hasty);
    QVERIFY(!slow);
    QCOMPARE(slow.error().kind, ErrorKind::Query);
    QVERIFY(slow.error().message.contains(QLatin1String("too long")));
}

void TestKqlService::answersInTheContextsThread()
{
    QObject context;
    QThread *answeredIn = nullptr;
    m_service.analyze(QStringLiteral("Event | take 1"), m_schema)
        .then(&context, [&](const Result<KqlTree> &tree) {
            QVERIFY(tree);
            answeredIn = QThread::currentThread();
        });
    QVERIFY(answeredIn == nullptr);
    QTRY_COMPARE(answeredIn, QThread::currentThread());
}

void TestKqlService::cancelsWhatIsLeftAtTheEnd()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); // such as one that it could not be loaded
    QFuture<Result<KqlTree>> future;
    {
        KqlService brief;
        brief.analyze(QStringLiteral("Event | take 1"), m_schema);
        future = brief.analyze(QStringLiteral("Event | take 2"), m_schema);
    }
    future.waitForFinished();
    QVERIFY(future.isFinished());
}

QTEST_GUILESS_MAIN(TestKqlService)
#include "tst_kqlservice.moc"
