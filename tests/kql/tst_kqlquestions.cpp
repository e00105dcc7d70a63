#include "kql/kqlservice.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace sonde;

/// Which question is answered when, and what odd ones do.
class TestKqlQuestions : public QObject
{
    Q_OBJECT

private slots:
    void newerQuestionsTakeTheirSlot();
    void loadingIsNotGivenUp();
    void typingGoesFirst();
    void letsGoOfItsMemory();
    void takesOddSchemas();
    void takesOddTexts_data();
    void takesOddTexts();

    void knowsColumnsOfNamedTables_data();
    void knowsColumnsOfNamedTables();

private:
    KqlService m_service;
    KqlSchemaPtr m_schema = std::make_shared<KqlSchema>(
        KqlSchema{QStringLiteral("workspace"),
                  {{QStringLiteral("Event"),
                    {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime")},
                     {QStringLiteral("Computer"), QStringLiteral("string")},
                     {QStringLiteral("EventID"), QStringLiteral("int")}}}}});
};

template <typename Answer>
Answer valueOf(const QFuture<Result<Answer>> &future)
{
    const Result<Answer> result = future.result();
    if (!result)
        qWarning("%s", qPrintable(result.error().message + result.error().detail));
    return result.value_or(Answer());
}

void TestKqlQuestions::newerQuestionsTakeTheirSlot()
{
    const KqlService::Waiting waiting{KqlQuestion::Urgency::Background, KqlService::makeSlot()};
    QList<QFuture<Result<KqlExamination>>> futures;
    for (int i = 0; i < 5; ++i)
        futures.append(m_service.examine(QStringLiteral("Event | take %1").arg(i), m_schema, waiting));
    futures.last().waitForFinished();
    QCOMPARE(futures.last().resultCount(), 1);
    QVERIFY(futures.last().result());
    // The one that the service's thread had taken may have been answered before the next came.
    int answered = 0;
    for (int i = 0; i < 4; ++i) {
        QVERIFY(futures.at(i).isFinished());
        answered += futures.at(i).isCanceled() ? 0 : 1;
    }
    QVERIFY2(answered <= 1, qPrintable(QString::number(answered)));
    const auto dropped = m_service.examine(QStringLiteral("Event | take 9"), m_schema, waiting);
    m_service.drop(waiting.slot);
    QFuture<Result<KqlExamination>>(dropped).waitForFinished();
    QVERIFY(dropped.isFinished());
}

void TestKqlQuestions::loadingIsNotGivenUp()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); // such as one that it could not be loaded
    KqlService fresh;
    const KqlService::Waiting waiting{KqlQuestion::Urgency::Typing, KqlService::makeSlot()};
    fresh.complete({QStringLiteral("Ev"), 2, m_schema}, waiting);
    QTest::qSleep(300); // it loads now
    QVERIFY(fresh.complete({QStringLiteral("Eve"), 3, m_schema}, waiting).result());
}

void TestKqlQuestions::typingGoesFirst()
{
    QStringList values;
    for (int i = 0; i < 5'000; ++i)
        values.append(QString::number(i));
    const QString slow = u"Event | where EventID in (" + values.join(u',') + u')';
    QList<int> order;
    QObject context;
    m_service.examine(slow, m_schema, {KqlQuestion::Urgency::Background, 0})
        .then(&context, [&](const Result<KqlExamination> &found) {
            QVERIFY(found);
            order.append(1);
        });
    m_service.complete({QStringLiteral("Event | "), 8, m_schema}, {KqlQuestion::Urgency::Typing, 0})
        .then(&context, [&](const Result<KqlCompletion> &found) {
            QVERIFY(found);
            order.append(2);
        });
    QTRY_COMPARE_WITH_TIMEOUT(order.size(), 2, 60'000);
    QCOMPARE(order, (QList<int>{2, 1}));
}

QAtomicInt loads;
QAtomicInt releases;

void countLoads(QtMsgType, const QMessageLogContext &, const QString &message)
{
    if (message.startsWith(QLatin1String("loaded in")))
        loads.ref();
    if (message.startsWith(QLatin1String("released")))
        releases.ref();
}

void TestKqlQuestions::letsGoOfItsMemory()
{
    KqlService::Limits limits;
    limits.idle = std::chrono::milliseconds(50);
    QLoggingCategory::setFilterRules(QStringLiteral("sonde.kql.debug=true"));
    const QtMessageHandler before = qInstallMessageHandler(countLoads);
    {
        KqlService brief(limits);
        QVERIFY(brief.analyze(QStringLiteral("print 1"), m_schema).result());
        QTRY_COMPARE(releases.loadRelaxed(), 1);
        QVERIFY(brief.analyze(QStringLiteral("Event | take 1"), m_schema).result());
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QCOMPARE(loads.loadRelaxed(), 2);
    QCOMPARE(releases.loadRelaxed(), 2);
}

void TestKqlQuestions::takesOddSchemas()
{
    const auto none = std::make_shared<const KqlSchema>();
    QCOMPARE(valueOf(m_service.examine(QStringLiteral("Event | take 1"), none, {})).diagnostics.size(), 1);
    KqlSchema odd;
    const QList<KqlColumn> columns{{QStringLiteral("two words"), QStringLiteral("string")},
                                   {QStringLiteral("it's \"so\""), QStringLiteral("long")},
                                   {QStringLiteral("\U0001F44B"), QStringLiteral("no such type")},
                                   {QStringLiteral("Same"), QStringLiteral("string")},
                                   {QStringLiteral("same"), QStringLiteral("long")}};
    odd.tables = {{QStringLiteral("Odd"), columns},
                  {QStringLiteral("odd"), columns},
                  {QStringLiteral("Odd"), columns},
                  {QStringLiteral("My table"), columns},
                  {QString(), {}},
                  {QStringLiteral("constructor"), columns},
                  {QStringLiteral("__proto__"), columns}};
    odd.functions = {{QStringLiteral("Broken"), QStringLiteral("((("), QStringLiteral("Odd | where")},
                     {QStringLiteral("Endless"), QString(), QStringLiteral("Endless()")},
                     {QStringLiteral("Fine"), QString(), QStringLiteral("['My table'] | take 5")}};
    const auto schema = std::make_shared<const KqlSchema>(odd);
    for (const char *text :
         {"Odd | where ['two words'] == 'a' and same == 5", "odd | take 1", "['My table'] | where Same == ''",
          "Fine | where Same == ''", "constructor | where Same == ''", "['__proto__'] | where Same == ''"}) {
        const auto found = m_service.examine(QString::fromLatin1(text), schema, {}).result();
        QVERIFY2(found, text);
        QVERIFY2(found->diagnostics.isEmpty(),
                 qPrintable(found->diagnostics.isEmpty() ? QString() : found->diagnostics.first().message));
    }
    QVERIFY(m_service.examine(QStringLiteral("Broken(1) | union Endless()"), schema, {}).result());
    QVERIFY(m_service.complete({QString(), 0, schema}, {}).result());
}

void TestKqlQuestions::takesOddTexts_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("nothing", QString());
    row("blanks", QStringLiteral(" \n\t\r\n "));
    row("opening brackets", QString(200, u'('));
    row("closing brackets", QString(500, u')'));
    row("pipes", QString(500, u'|'));
    row("half a character", QStringLiteral("print '") + QChar(0xD83D) + QStringLiteral("' | where x"));
    row("NUL", QStringLiteral("print '") + QChar(u'\0') + QStringLiteral("' | where x"));
    row("turned text", QStringLiteral("print \u202E'abc' | where x"));
    row("1 MB literal", u"print '" + QString(1'000'000, u'x') + u"'");
    row("5 MB", QString(5'000'000, u'x'));
    QStringList errors;
    for (int i = 0; i < 1000; ++i)
        errors.append(QStringLiteral("| where Foo%1 == 1").arg(i % 7));
    row("hundreds of errors", u"Event " + errors.mid(0, 300).join(u'\n'));
    QStringList values;
    for (int i = 0; i < 5000; ++i)
        values.append(QString::number(i));
    row("a list of 5 000", u"Event | where EventID in (" + values.join(u',') + u')');
}

void TestKqlQuestions::takesOddTexts()
{
    QFETCH(QString, text);
    const int end = int(text.size());
    const auto answers = [](const auto &result) {
        return result || (result.error().kind == ErrorKind::Query && !result.error().message.isEmpty());
    };
    QVERIFY(answers(m_service.examine(text, m_schema, {}).result()));
    QVERIFY(answers(m_service.complete({text, end, m_schema}, {}).result()));
    QVERIFY(answers(m_service.quickInfo({text, end / 2, m_schema}, {}).result()));
    QVERIFY(answers(m_service.signatures({text, end, m_schema}, {}).result()));
    QVERIFY(answers(m_service.references({text, end / 2, m_schema}, {}).result()));
    QVERIFY(answers(m_service.extract({text, 0, m_schema}, end, {}).result()));
    // And it goes on.
    QVERIFY(m_service.examine(QStringLiteral("Event | take 1"), m_schema, {}).result());
}

void TestKqlQuestions::knowsColumnsOfNamedTables_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("Event | where Computer == ''");
    QTest::newRow("brackets") << QStringLiteral("['Odd name'] | where Odd == ''");
    QTest::newRow("table()") << QStringLiteral("table('Event') | where Computer == ''");
    QTest::newRow("wildcard") << QStringLiteral("union Eve* | where Computer == ''");
    QTest::newRow("all tables") << QStringLiteral("union * | where Computer == ''");
    QTest::newRow("search") << QStringLiteral("search 'x' | where Computer == ''");
    QTest::newRow("find") << QStringLiteral("find where Computer == ''");
    QTest::newRow("let") << QStringLiteral("let t = Event;\nt | where Computer == ''");
}

void TestKqlQuestions::knowsColumnsOfNamedTables()
{
    QFETCH(QString, text);
    // A schema of its own: what one question named another knows as well.
    KqlSchema schema = *m_schema;
    schema.tables.append({QStringLiteral("Odd name"), {{QStringLiteral("Odd"), QStringLiteral("string")}}});
    const auto shared = std::make_shared<const KqlSchema>(schema);
    const auto found = valueOf(m_service.examine(text, shared, {}));
    QVERIFY2(found.diagnostics.isEmpty(),
             qPrintable(found.diagnostics.isEmpty() ? QString() : found.diagnostics.first().message));
}

QTEST_GUILESS_MAIN(TestKqlQuestions)
#include "tst_kqlquestions.moc"
