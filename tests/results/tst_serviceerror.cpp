#include "results/serviceerror.h"

#include <QTest>

using namespace sonde;

class TestServiceError : public QObject
{
    Q_OBJECT

private slots:
    void innermostTextWithPosition()
    {
        const auto body = parseServiceError(R"({"error":{"message":"The request had some invalid properties",
            "code":"BadArgumentError","correlationId":"c-1","innererror":{"code":"SyntaxError","message":"middle",
            "innererror":{"code":"SYN0002","message":"Query could not be parsed at 'a' on line [1,4]",
            "line":1,"pos":4,"token":"a"}}}})");
        QVERIFY(body.has_value());
        QCOMPARE(body->code, QStringLiteral("SYN0002"));
        QCOMPARE(body->message, QStringLiteral("Query could not be parsed at 'a' on line [1,4]"));
        QCOMPARE(body->codes.size(), qsizetype(3));
        QCOMPARE(body->correlationId, QStringLiteral("c-1"));
        QCOMPARE(body->position, std::optional(TextPosition{1, 4}));
        QVERIFY(body->detail.contains(QLatin1String("BadArgumentError: The request")));
    }

    void flat()
    {
        const auto body = parseServiceError(R"({"error":{"code":"ResourceNotFound","message":"gone"}})");
        QVERIFY(body.has_value());
        QCOMPARE(body->code, QStringLiteral("ResourceNotFound"));
        QVERIFY(!body->position);
    }

    void otherShapes()
    {
        for (const char *text :
             {"", "{}", "[]", "x", R"({"error":{}})", R"({"error":"text"})", R"({"error":{"x":1}})"})
            QVERIFY2(!parseServiceError(text), text);
    }

    void deepNestingEnds()
    {
        QByteArray body = R"({"error":)";
        for (int i = 0; i < 200; ++i)
            body += R"({"code":"c","innererror":)";
        body += R"({"code":"last"})" + QByteArray(200, '}') + '}';
        QVERIFY(parseServiceError(body).has_value());
    }
};

QTEST_GUILESS_MAIN(TestServiceError)
#include "tst_serviceerror.moc"
