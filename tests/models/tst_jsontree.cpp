#include "models/jsontree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace sonde;

using Kind = JsonTree::Kind;

namespace {

/// Some value, with everything in it that JSON has.
QJsonValue someValue(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 8 : 6)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return random.bounded(2) == 1;
    case 2:
        return random.bounded(-1000, 1000);
    case 3:
        return random.generateDouble() * 1e9;
    case 4:
        return QStringLiteral("a \"b\" \\ \n \u00e9 \U0001F5C4 {[]}").mid(random.bounded(10));
    case 5:
        return QString();
    case 6: {
        QJsonArray array;
        for (int i = random.bounded(5); i > 0; --i)
            array.append(someValue(random, depth - 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int i = random.bounded(5); i > 0; --i)
            object.insert(QStringLiteral("k\"%1").arg(i), someValue(random, depth - 1));
        return object;
    }
    }
}

/// The value as Qt has it, read through the tree.
QJsonValue valueOf(const JsonTree &tree, JsonTree::Node node)
{
    switch (tree.kind(node)) {
    case Kind::Null:
        return QJsonValue::Null;
    case Kind::Bool:
        return tree.text(node) == "true";
    case Kind::Number:
        return QString::fromStdString(tree.text(node)).toDouble();
    case Kind::String:
        return QString::fromStdString(tree.text(node));
    case Kind::Array: {
        QJsonArray array;
        JsonTree::Node child = node + 1;
        for (std::uint32_t i = 0; i < tree.childCount(node); ++i, child = tree.next(child))
            array.append(valueOf(tree, child));
        return array;
    }
    case Kind::Object:
        break;
    }
    QJsonObject object;
    for (std::uint32_t i = 0; i < tree.childCount(node); ++i) {
        const JsonTree::Node child = tree.child(node, i);
        object.insert(QString::fromStdString(tree.name(child)), valueOf(tree, child));
    }
    return object;
}

} // namespace

class TestJsonTree : public QObject
{
    Q_OBJECT

private slots:
    void keepsDigitsAndOrder()
    {
        const auto tree =
            JsonTree::readOwn(" {\"z\": 12345678901234567890123, \"a\": 1.10, \"m\": \"a\\\"b\\u00e9\"} ");
        QVERIFY(tree);
        QCOMPARE(tree->size(), std::size_t(4));
        QCOMPARE(tree->childCount(0), 3U);
        QCOMPARE(tree->name(1), std::string("z"));
        QCOMPARE(tree->text(1), std::string("12345678901234567890123"));
        QCOMPARE(tree->text(2), std::string("1.10"));
        QCOMPARE(tree->text(3), std::string("a\"b\u00e9"));
        QCOMPARE(tree->json(3), std::string_view("\"a\\\"b\\u00e9\""));
    }

    void knowsWhereValuesAre()
    {
        const auto tree = JsonTree::readOwn(R"({"a": [1, {"b": 2}, []], "c": {}})");
        QVERIFY(tree);
        const JsonTree::Node array = tree->child(0, 0);
        const JsonTree::Node object = tree->child(array, 1);
        QCOMPARE(tree->parent(object), array);
        QCOMPARE(tree->position(object), 1U);
        QCOMPARE(tree->json(object), std::string_view(R"({"b": 2})"));
        QCOMPARE(tree->childCount(tree->child(array, 2)), 0U);
        QCOMPARE(tree->name(tree->child(0, 1)), std::string("c"));
        QVERIFY(tree->isContainer(tree->child(0, 1)));
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"",          " ",        "12",         "\"a\"",      "{",     "[",     "]",
              "{]",        "[}",       "[1",         "[1,",        "[1,]",  "[,1]",  "[1 2]",
              "{\"a\"}",   "{\"a\":}", "{\"a\":1,}", "{\"a\" 1}",  "{a:1}", "{1:1}", "[\"a]",
              "[\"a\\\"]", "[tru]",    "[nul]",      "[+1]",       "[1.]",  "[.5]",  "[1e]",
              "[-]",       "[1] 2",    "[1]]",       "{\"a\":1}}", "[\"a\\"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        QVERIFY(JsonTree::readOwn(text.toStdString()) == nullptr);
    }

    /// A service may cut a text between the halves of a character.
    void halfACharacterIsLetThrough()
    {
        const auto tree = JsonTree::readOwn(R"(["\ud83d", "\ud83d\udcbe"])");
        QVERIFY(tree);
        QCOMPARE(tree->text(1), std::string("\uFFFD"));
        QCOMPARE(tree->text(2), std::string("\U0001F4BE"));
    }

    void isNestedAsDeepAsItLikes()
    {
        constexpr std::size_t depth = 200'000;
        const auto tree = JsonTree::readOwn(std::string(depth, '[') + std::string(depth, ']'));
        QVERIFY(tree);
        QCOMPARE(tree->size(), depth);
        QVERIFY(JsonTree::readOwn(std::string(depth, '[')) == nullptr);
    }

    void readsAsQtDoes()
    {
        QRandomGenerator random(20261122);
        for (int round = 0; round < 2000; ++round) {
            const QJsonValue value = QJsonArray{someValue(random, 4)};
            const auto format = round % 2 == 0 ? QJsonDocument::Compact : QJsonDocument::Indented;
            const QByteArray text = QJsonDocument(value.toArray()).toJson(format);
            const auto tree = JsonTree::readOwn(text.toStdString());
            QVERIFY2(tree, text.constData());
            QCOMPARE(valueOf(*tree, 0), QJsonValue(QJsonDocument::fromJson(text).array()));
            // Whatever is cut off, there is no whole value left.
            const qsizetype cut = text.trimmed().size() - 1;
            QVERIFY(JsonTree::readOwn(text.left(random.bounded(static_cast<int>(cut))).toStdString()) ==
                    nullptr);
        }
    }

    void stopsWhenItIsCancelled()
    {
        CancelState cancel;
        cancel.cancel();
        std::string text("[0");
        for (int i = 0; i < 10'000; ++i)
            text += ",0";
        text += ']';
        QVERIFY(JsonTree::readOwn(text, &cancel) == nullptr);
        QVERIFY(JsonTree::readOwn(text) != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestJsonTree)
#include "tst_jsontree.moc"
