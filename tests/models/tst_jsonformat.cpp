#include "models/jsonformat.h"

#include <QJsonDocument>
#include <QTest>

using namespace sonde;

class TestJsonFormat : public QObject
{
    Q_OBJECT

private slots:
    void putsEachValueOnALine()
    {
        const auto tree =
            JsonTree::readOwn("{\"a\":[1,{},[]],\"b\\u00e9\":{\"c\":\"x \\\"y\\\"\"},\"d\":1.10}");
        QVERIFY(tree);
        const auto formatted = formatJson(*tree, 100, CancelState());
        QVERIFY(formatted);
        QVERIFY(!formatted->isCut);
        QCOMPARE(QString::fromStdString(formatted->text), QStringLiteral("{\n"
                                                                         "  \"a\": [\n"
                                                                         "    1,\n"
                                                                         "    {},\n"
                                                                         "    []\n"
                                                                         "  ],\n"
                                                                         "  \"b\\u00e9\": {\n"
                                                                         "    \"c\": \"x \\\"y\\\"\"\n"
                                                                         "  },\n"
                                                                         "  \"d\": 1.10\n"
                                                                         "}"));
        QCOMPARE(
            QJsonDocument::fromJson(QByteArray::fromStdString(formatted->text)),
            QJsonDocument::fromJson("{\"a\":[1,{},[]],\"b\\u00e9\":{\"c\":\"x \\\"y\\\"\"},\"d\":1.10}"));
    }

    void stopsAfterSoManyLines()
    {
        const auto tree = JsonTree::readOwn("[1,2,3,4,5,6]");
        const auto formatted = formatJson(*tree, 4, CancelState());
        QVERIFY(formatted->isCut);
        QCOMPARE(std::count(formatted->text.begin(), formatted->text.end(), '\n'), 3);
    }

    void deepNestingDoesNotGrowWithItsSquare()
    {
        constexpr std::size_t depth = 20'000;
        const auto tree = JsonTree::readOwn(std::string(depth, '[') + std::string(depth, ']'));
        const auto formatted = formatJson(*tree, 1'000'000, CancelState());
        QVERIFY(formatted->text.size() < depth * 300);
        QVERIFY(JsonTree::readOwn(formatted->text));
    }

    void stopsWhenItIsCancelled()
    {
        CancelState cancel;
        cancel.cancel();
        QVERIFY(!formatJson(*JsonTree::readOwn("[1]"), 10, cancel));
    }
};

QTEST_GUILESS_MAIN(TestJsonFormat)
#include "tst_jsonformat.moc"
