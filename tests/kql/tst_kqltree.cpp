#include "kql/kqltree.h"

#include <QTest>

using namespace sonde;

class TestKqlTree : public QObject
{
    Q_OBJECT

private slots:
    void positions_data();
    void positions();
    void readsGlueJson();
    void refusesAnythingElse();
    void parserSpeaksBeforeBinder();
};

void TestKqlTree::positions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("token");
    QTest::newRow("start") << QStringLiteral("Event | take 5") << 0 << 1 << 0 << QStringLiteral("Event");
    QTest::newRow("sign") << QStringLiteral("Event | take 5") << 6 << 1 << 6 << QStringLiteral("|");
    QTest::newRow("second line") << QStringLiteral("Event\n| wher x") << 8 << 2 << 2
                                 << QStringLiteral("wher");
    QTest::newRow("crlf") << QStringLiteral("Event\r\n| wher x") << 9 << 2 << 2 << QStringLiteral("wher");
    QTest::newRow("lone cr") << QStringLiteral("Event\r| x") << 8 << 2 << 2 << QStringLiteral("x");
    QTest::newRow("utf-16 units") << QStringLiteral("\"\U0001F600\" x") << 5 << 1 << 5 << QStringLiteral("x");
    QTest::newRow("end") << QStringLiteral("Event |") << 7 << 1 << 7 << QString();
    QTest::newRow("beyond the end") << QStringLiteral("ab") << 9 << 1 << 2 << QString();
}

void TestKqlTree::positions()
{
    QFETCH(QString, text);
    QFETCH(int, offset);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, token);
    const TextPosition position = textPositionAt(text, offset);
    QCOMPARE(position.line, line);
    QCOMPARE(position.column, column);
    QCOMPARE(tokenAt(text, position), token);
}

void TestKqlTree::readsGlueJson()
{
    const QByteArray json =
        R"({"tree":{"k":"QueryBlock","s":0,"l":9,"c":[{"k":"PipeExpression","s":2,"l":7,"x":0,
        "c":[{"k":"NameReference","s":2,"l":1,"v":"T","n":"T","y":"TableSymbol"},
             {"k":"LongLiteralExpression","s":4,"l":1,"t":"long","z":true,"e":"n"}]}]},
        "columns":[[["a","int"],["b","string"]]],
        "diagnostics":[{"c":"KS001","v":"Warning","m":"careful","s":3,"l":1,"p":false}]})";
    const auto tree = KqlTree::fromJson(json, QStringLiteral("\nT | take"));
    QVERIFY(tree);
    const KqlNode *pipe = tree->root.child(QLatin1StringView("PipeExpression"));
    QVERIFY(pipe != nullptr);
    QVERIFY(pipe->hasColumns);
    QCOMPARE(pipe->columns, (QList<KqlColumn>{{QStringLiteral("a"), QStringLiteral("int")},
                                              {QStringLiteral("b"), QStringLiteral("string")}}));
    QCOMPARE(pipe->children.front().symbolKind, QStringLiteral("TableSymbol"));
    QVERIFY(!pipe->children.front().hasColumns);
    QVERIFY(pipe->children.back().nullLiteral);
    QCOMPARE(pipe->children.back().resultName, QStringLiteral("n"));
    QVERIFY(tree->root.child(QLatin1StringView("List")) == nullptr);
    QCOMPARE(tree->diagnostics.size(), 1);
    QCOMPARE(tree->diagnostics.front().position, (TextPosition{2, 2}));
    QVERIFY(tree->firstError() == nullptr);
}

void TestKqlTree::refusesAnythingElse()
{
    for (const QByteArray &json :
         {QByteArray(), QByteArray("[]"), QByteArray("{\"tree\":5}"), QByteArray("{")}) {
        const auto tree = KqlTree::fromJson(json, {});
        QVERIFY2(!tree, json.constData());
        QCOMPARE(tree.error().kind, ErrorKind::Decode);
    }
}

void TestKqlTree::parserSpeaksBeforeBinder()
{
    KqlTree tree;
    tree.diagnostics = {{KqlDiagnostic::Severity::Suggestion, QStringLiteral("S"), {}, true, 0, 1, {}},
                        {KqlDiagnostic::Severity::Error, QStringLiteral("B"), {}, false, 0, 1, {}},
                        {KqlDiagnostic::Severity::Error, QStringLiteral("P"), {}, true, 4, 1, {}}};
    QCOMPARE(tree.firstError()->code, QStringLiteral("P"));
    tree.diagnostics.removeLast();
    QCOMPARE(tree.firstError()->code, QStringLiteral("B"));
}

QTEST_GUILESS_MAIN(TestKqlTree)
#include "tst_kqltree.moc"
