#include "kql/kqlservice.h"

#include "core/queryparameters.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

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
    void completes();
    void completesFunctionsOfTheWorkspace();
    void examines();
    void takesParametersInAnEditor();
    void valuesOfParametersAreLiterals_data();
    void valuesOfParametersAreLiterals();
    void advises_data();
    void advises();
    void saysWhatANameIs();
    void findsTheCallAround_data();
    void findsTheCallAround();
    void findsReferences();
    void extracts();
    void positionsAreUtf16();

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
    // The service may answer before the continuation is there, and has to be loaded where this test runs
    // alone.
    QTRY_COMPARE_WITH_TIMEOUT(answeredIn, QThread::currentThread(), 60'000);
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

template <typename Answer>
Answer valueOf(const QFuture<Result<Answer>> &future)
{
    const Result<Answer> result = future.result();
    if (!result)
        qWarning("%s", qPrintable(result.error().message + result.error().detail));
    return result.value_or(Answer());
}

const KqlCompletionItem *itemOf(const KqlCompletion &completion, const QString &name)
{
    const auto found = std::find_if(completion.items.begin(), completion.items.end(),
                                    [&name](const KqlCompletionItem &item) { return item.name == name; });
    return found == completion.items.end() ? nullptr : &*found;
}

void TestKqlService::completes()
{
    const QString text = QStringLiteral("Event | where Comp");
    const auto completion = valueOf(m_service.complete({text, int(text.size()), m_schema}, {}));
    QCOMPARE(completion.start, 14);
    QCOMPARE(completion.length, 4);
    const KqlCompletionItem *column = itemOf(completion, QStringLiteral("Computer"));
    QVERIFY(column != nullptr);
    QCOMPARE(column->kind, KqlNameKind::Column);
    const KqlCompletionItem *function = itemOf(completion, QStringLiteral("ago"));
    QVERIFY(function != nullptr);
    QCOMPARE(*function,
             (KqlCompletionItem{KqlNameKind::Function, QStringLiteral("ago"), QStringLiteral("ago(timespan)"),
                                QStringLiteral("ago("), QStringLiteral(")"), true, QString()}));
    const QString start;
    QCOMPARE(itemOf(valueOf(m_service.complete({start, 0, m_schema}, {})), QStringLiteral("Event"))->kind,
             KqlNameKind::Table);
    const QString pipe = QStringLiteral("Event | ");
    QCOMPARE(itemOf(valueOf(m_service.complete({pipe, 8, m_schema}, {})), QStringLiteral("where"))->kind,
             KqlNameKind::Operator);
    const QString render = QStringLiteral("Event | render ");
    QCOMPARE(
        itemOf(valueOf(m_service.complete({render, 15, m_schema}, {})), QStringLiteral("timechart"))->kind,
        KqlNameKind::Chart);
}

void TestKqlService::completesFunctionsOfTheWorkspace()
{
    KqlSchema schema = *m_schema;
    schema.functions.append({QStringLiteral("Broken"), QStringLiteral("id: int, n: long = 10"),
                             QStringLiteral("Event | where EventID == id | take n")});
    const auto shared = std::make_shared<const KqlSchema>(schema);
    const auto completion = valueOf(m_service.complete({QString(), 0, shared}, {}));
    const KqlCompletionItem *function = itemOf(completion, QStringLiteral("Broken"));
    QVERIFY(function != nullptr);
    QCOMPARE(function->kind, KqlNameKind::Saved);
    // Its columns are those of the table that its body reads, though the query does not name that.
    const QString text = QStringLiteral("Broken(1) | where Comp");
    QVERIFY(itemOf(valueOf(m_service.complete({text, int(text.size()), shared}, {})),
                   QStringLiteral("Computer")) != nullptr);
}

void TestKqlService::examines()
{
    const auto found =
        valueOf(m_service.examine(QStringLiteral("Event | where Foo == 'x' // no"), m_schema, {}));
    QCOMPARE(found.diagnostics.size(), 1);
    QCOMPARE(found.diagnostics.first().code, QStringLiteral("KS142"));
    QCOMPARE(found.diagnostics.first().start, 14);
    using Kind = KqlClassification::Kind;
    const QList<KqlClassification> expected{
        {0, 5, Kind::Table},        {6, 1, Kind::Punctuation}, {8, 5, Kind::Operator}, {14, 3, Kind::Text},
        {18, 2, Kind::Punctuation}, {21, 3, Kind::String},     {25, 5, Kind::Comment}};
    QCOMPARE(found.classifications, expected);
    // Where the schema may be incomplete, a table that is not in it is no fault.
    KqlSchema open = *m_schema;
    QCOMPARE(valueOf(m_service.examine(QStringLiteral("Nothing_CL"), m_schema, {})).diagnostics.size(), 1);
    open.isOpen = true;
    const auto shared = std::make_shared<const KqlSchema>(open);
    QVERIFY(valueOf(m_service.examine(QStringLiteral("Nothing_CL"), shared, {})).diagnostics.isEmpty());
}

void TestKqlService::takesParametersInAnEditor()
{
    const QString text = QStringLiteral("Event | where Computer in ({names}) and EventID == {id} | take {n}");
    QVERIFY(valueOf(m_service.examine(text, m_schema, {})).diagnostics.isEmpty());
    // The same text as it would be sent, and as files are checked: in whatever order they are asked about.
    for (int round = 0; round < 2; ++round) {
        const auto sent = ask(text);
        QVERIFY(sent && sent->firstError() != nullptr);
        QCOMPARE(sent->firstError()->code, QStringLiteral("KS213"));
        QCOMPARE(valueOf(m_service.check(text, m_schema)).size(), 3);
        QVERIFY(valueOf(m_service.examine(text, m_schema, {})).diagnostics.isEmpty());
    }
    // What else is wrong is still said, and columns are still known.
    const auto found = valueOf(m_service.examine(QStringLiteral("Event | where Foo == {x}"), m_schema, {}));
    QCOMPARE(found.diagnostics.size(), 1);
    QCOMPARE(found.diagnostics.first().code, QStringLiteral("KS142"));
}

/// What the service reads of a query whose parameters were filled in: the shape of it, and its strings.
static void readShape(const KqlNode &node, QStringList &kinds, QStringList &strings)
{
    kinds << node.kind;
    if (node.is(QLatin1StringView("StringLiteralExpression")))
        strings << node.value;
    for (const KqlNode &child : node.children)
        readShape(child, kinds, strings);
}

void TestKqlService::valuesOfParametersAreLiterals_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"web01",
                              "\"",
                              "\\",
                              "\\\"",
                              "\" | take 1 //",
                              "'",
                              "```",
                              "~~~",
                              "\n| take 1",
                              "\r\n//",
                              "\u2028| take 1",
                              "\u2029",
                              "{x}",
                              "//",
                              "\\u0022 | take 1 //",
                              "\\x22",
                              "\\\\\" or \"",
                              ")",
                              "\") or 1 == 1 //",
                              "a\\",
                              "\x01\x7f",
                              "\u0085",
                              "a\ufeff",
                              "é \U0001F5C4",
                              "\t"})
        QTest::newRow(value) << QString::fromUtf8(value);
}

void TestKqlService::valuesOfParametersAreLiterals()
{
    QFETCH(QString, value);
    const auto read = [&](const QString &text, QStringList &kinds, QStringList &strings) {
        SentText sent(
            QStringLiteral("declare query_parameters(y:string); "
                           "Event | where Computer == {x} or Computer in ({x}, \"b\") | extend z = y"));
        QVERIFY(!fillParameters(sent, {{QStringLiteral("x"), {ParameterType::String, text}},
                                       {QStringLiteral("y"), {ParameterType::String, text}}}));
        const auto tree = ask(sent.text());
        QVERIFY(tree.has_value());
        const KqlDiagnostic *error = tree->firstError();
        QVERIFY2(error == nullptr, error == nullptr ? "" : qPrintable(error->message));
        readShape(tree->root, kinds, strings);
    };
    QStringList plainKinds, plainStrings, kinds, strings;
    read(QStringLiteral("a"), plainKinds, plainStrings);
    read(value, kinds, strings);
    QCOMPARE(kinds, plainKinds);
    QCOMPARE(strings, (QStringList{value, value, value, QStringLiteral("b")}));
}

void TestKqlService::advises_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // rule, what is marked
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("print 1", "");
    row("", "");
    // Text.
    row("Event | where Computer contains 'error'", "Contains contains");
    row("Event | where Computer !contains_cs 'disk failed'", "Contains !contains_cs");
    row("Event | where Computer contains 'er'", "");
    row("Event | where Computer contains 'web-'", "");
    row("Event | where Computer contains tolower('error')", "");
    row("Event | where Computer has 'error'", "");
    // Search.
    row("search 'x'", "Search search");
    row("search * | where Computer == 'x'", "Search search");
    row("search in (Event) 'x'", "");
    row("Event | search 'x'", "");
    // Workspaces.
    row("union workspace('a').T, workspace('b').T, workspace('A').T, workspace('c').T, workspace('d').T, "
        "workspace('e').T",
        "");
    row("union workspace('a').T, workspace('b').T, workspace('c').T, workspace('d').T, workspace('e').T, "
        "app('f').T, "
        "app('g').T",
        "Workspaces app('f')");
    // What cannot run.
    row("Event | where Nope contains 'error'", "");
}

void TestKqlService::advises()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto found = valueOf(m_service.examine(text, m_schema, {}));
    QStringList advice;
    for (const KqlAdvice &item : found.advice) {
        const QString rule = item.rule == KqlAdvice::Rule::Search     ? QStringLiteral("Search")
                             : item.rule == KqlAdvice::Rule::Contains ? QStringLiteral("Contains")
                                                                      : QStringLiteral("Workspaces");
        advice << rule + u' ' + text.mid(item.start, item.length);
    }
    QCOMPARE(advice.join(QLatin1String(", ")), expected);
}

void TestKqlService::saysWhatANameIs()
{
    const QString text = QStringLiteral("Event | where EventID == toint('7') and Foo");
    const auto at = [&](int position) {
        return valueOf(m_service.quickInfo({text, position, m_schema}, {}));
    };
    QCOMPARE(at(16).signature, QStringLiteral("EventID: int"));
    QVERIFY2(at(27).signature.startsWith(QLatin1String("toint(")), qPrintable(at(27).signature));
    QCOMPARE(at(41).problems.size(), 1);
    QVERIFY(at(10).isEmpty());
}

void TestKqlService::findsTheCallAround_data()
{
    QTest::addColumn<QString>("text"); // the caret is at the bar
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("argument");
    QTest::addColumn<int>("start");

    QTest::newRow("open") << QStringLiteral("print strlen(¦") << QStringLiteral("strlen") << 0 << 6;
    QTest::newRow("second") << QStringLiteral("print bin(1, ¦") << QStringLiteral("bin") << 1 << 6;
    QTest::newRow("outer") << QStringLiteral("print strcat('a', tolower('b'), ¦)") << QStringLiteral("strcat")
                           << 2 << 6;
    QTest::newRow("inner") << QStringLiteral("print strcat('a', tolower(¦'b'))") << QStringLiteral("tolower")
                           << 0 << 18;
    QTest::newRow("behind") << QStringLiteral("print strlen('a')¦") << QString() << 0 << 0;
    QTest::newRow("none") << QStringLiteral("Event | take ¦5") << QString() << 0 << 0;
    QTest::newRow("empty") << QStringLiteral("¦") << QString() << 0 << 0;
    QTest::newRow("own") << QStringLiteral("let f = (a: long, b: string) { a };\nprint f(1, ¦")
                         << QStringLiteral("f") << 1 << 42;
}

void TestKqlService::findsTheCallAround()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    const int caret = int(text.indexOf(u'¦'));
    const auto found = valueOf(m_service.signatures({text.remove(u'¦'), caret, m_schema}, {}));
    QCOMPARE(found.signatures.isEmpty() ? QString() : found.signatures.first().name, name);
    if (!name.isEmpty()) {
        QTEST(found.argument, "argument");
        QTEST(found.start, "start");
    }
}

void TestKqlService::findsReferences()
{
    const QString text = QStringLiteral("let n = 5;\nEvent | where EventID == n | take n");
    const auto local = valueOf(m_service.references({text, 36, m_schema}, {}));
    QVERIFY(local.isLocal());
    QCOMPARE(local.places, (QList<KqlReferences::Place>{{4, 1, true}, {36, 1, false}, {45, 1, false}}));
    const auto column = valueOf(m_service.references({text, 26, m_schema}, {}));
    QVERIFY(!column.isLocal());
}

void TestKqlService::extracts()
{
    const QString text = QStringLiteral("Event | where EventID > (3 + 4) * 2");
    const auto edit = valueOf(m_service.extract({text, 24, m_schema}, 7, {}));
    QString changed = text;
    for (auto piece = edit.pieces.crbegin(); piece != edit.pieces.crend(); ++piece)
        changed.replace(piece->start, piece->length, piece->text);
    QVERIFY2(QRegularExpression(
                 QStringLiteral("^let \\w+ = \\(3 \\+ 4\\);\nEvent \\| where EventID > \\w+ \\* 2$"))
                 .match(changed)
                 .hasMatch(),
             qPrintable(changed));
    QVERIFY(valueOf(m_service.extract({text, 6, m_schema}, 1, {})).isEmpty());
}

void TestKqlService::positionsAreUtf16()
{
    // A face is two units, and its skin tone two more; the accent is a mark of its own.
    const QString text = QStringLiteral("print a = '\U0001F44B\U0001F3FD', b = 'e\u0301'\n| where Foo == 1");
    const auto found = valueOf(m_service.examine(text, m_schema, {}));
    QCOMPARE(found.diagnostics.size(), 1);
    QCOMPARE(text.mid(found.diagnostics.first().start, found.diagnostics.first().length),
             QStringLiteral("Foo"));
    QCOMPARE(found.diagnostics.first().position.line, 2);
    QCOMPARE(found.diagnostics.first().position.column, 8);
    const QString word = text.left(text.indexOf(u"Foo"));
    const auto completion = valueOf(m_service.complete({word, int(word.size()), m_schema}, {}));
    QCOMPARE(completion.start, int(word.size()));
}

QTEST_GUILESS_MAIN(TestKqlService)
#include "tst_kqlservice.moc"
