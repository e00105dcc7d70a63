#include "sandbox/tokenissuer.h"
#include "testclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;
using Audience = TokenIssuer::Audience;

namespace {

QJsonObject objectOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
}

ServerRequest bearing(const QString &token)
{
    ServerRequest request;
    request.headers.emplace("authorization", "Bearer " + token.toStdString());
    return request;
}

} // namespace

class TestTokenIssuer : public QObject
{
    Q_OBJECT

    using Form = QHash<QString, QString>;

    Form goodForm(bool version2) const
    {
        Form form{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                  {QStringLiteral("client_id"), m_endpoints.clientId},
                  {QStringLiteral("client_secret"), m_endpoints.clientSecret}};
        if (version2)
            form.insert(QStringLiteral("scope"), m_endpoints.logsScope);
        else
            form.insert(QStringLiteral("resource"), m_endpoints.managementResource);
        return form;
    }

    HttpAnswer ask(TokenIssuer &issuer, const Form &form, bool version2, const QString &tenant) const
    {
        ServerRequest request;
        request.method = "POST";
        request.path = '/' + tenant.toStdString() + (version2 ? "/oauth2/v2.0/token" : "/oauth2/token");
        for (auto it = form.begin(); it != form.end(); ++it)
            request.parameters.emplace(it.key().toStdString(), it.value().toStdString());
        return issuer.handle(request).value_or(HttpAnswer::empty(0));
    }

    HttpAnswer ask(TokenIssuer &issuer, bool version2) const
    {
        return ask(issuer, goodForm(version2), version2, m_endpoints.tenant);
    }

    const SandboxEndpoints m_endpoints = SandboxEndpoints::at(QStringLiteral("http://127.0.0.1:1"));
    const std::shared_ptr<test::TestClock> m_clock = std::make_shared<test::TestClock>();

private slots:
    void describesItself()
    {
        TokenIssuer issuer(m_endpoints, m_clock, {});
        ServerRequest request;
        request.method = "GET";
        request.path =
            '/' + m_endpoints.tenant.toUpper().toStdString() + "/v2.0/.well-known/openid-configuration";
        const auto answer = issuer.handle(request);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        const QJsonObject body = objectOf(*answer);
        for (const char *key : {"issuer", "token_endpoint", "authorization_endpoint", "jwks_uri"})
            QVERIFY2(body.value(QLatin1String(key)).toString().startsWith(m_endpoints.authority), key);
        QVERIFY(body.value(u"token_endpoint").toString().endsWith(QStringLiteral("/oauth2/v2.0/token")));
    }

    void version1AnswersNumbersAsStrings()
    {
        TokenIssuer issuer(m_endpoints, m_clock, {});
        const HttpAnswer answer = ask(issuer, false);
        QCOMPARE(answer.status, 200);
        const QJsonObject body = objectOf(answer);
        QCOMPARE(body.value(u"expires_in"), QJsonValue(QStringLiteral("3599")));
        QCOMPARE(body.value(u"resource").toString(), m_endpoints.managementResource);
        QVERIFY(body.value(u"expires_on").isString() && body.value(u"not_before").isString());
        QVERIFY(!issuer.refusalOf(bearing(body.value(u"access_token").toString()), Audience::Management));
    }

    void version2AnswersNumbers()
    {
        TokenIssuer issuer(m_endpoints, m_clock, {});
        const QJsonObject body = objectOf(ask(issuer, true));
        QCOMPARE(body.value(u"expires_in"), QJsonValue(3599));
        QVERIFY(!body.contains(u"resource"));
        QVERIFY(!issuer.refusalOf(bearing(body.value(u"access_token").toString()), Audience::Logs));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("version2");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("code");
        const QString id = QStringLiteral("11111111-2222-4333-8444-555555555555");
        const auto row = [](const char *name, const char *field, const QString &value, bool v2, int status,
                            const char *error, int code) {
            QTest::newRow(name) << QString::fromLatin1(field) << value << v2 << status
                                << QString::fromLatin1(error) << code;
        };
        row("wrong secret", "client_secret", QStringLiteral("guess"), true, 401, "invalid_client", 7000215);
        row("no secret", "client_secret", {}, true, 401, "invalid_client", 7000218);
        row("unknown application", "client_id", id, false, 400, "unauthorized_client", 700016);
        row("unknown tenant", "tenant", id, true, 400, "invalid_request", 90002);
        row("unknown resource", "resource", QStringLiteral("https://nothing.example/"), false, 400,
            "invalid_resource", 500011);
        row("bad scope", "scope", QStringLiteral("https://api.loganalytics.io/Data.Read"), true, 400,
            "invalid_scope", 70011);
        row("scope of nothing", "scope", QStringLiteral("https://nothing.example/.default"), true, 400,
            "invalid_resource", 500011);
        row("other grant", "grant_type", QStringLiteral("password"), true, 400, "unsupported_grant_type",
            70003);
        row("no grant", "grant_type", {}, false, 400, "invalid_request", 900144);
    }

    void refuses()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(bool, version2);
        QFETCH(int, code);
        TokenIssuer issuer(m_endpoints, m_clock, {});
        Form form = goodForm(version2);
        QString tenant = m_endpoints.tenant;
        if (field == u"tenant")
            tenant = value;
        else if (value.isEmpty())
            form.remove(field);
        else
            form.insert(field, value);
        const HttpAnswer answer = ask(issuer, form, version2, tenant);
        QTEST(answer.status, "status");
        const QJsonObject body = objectOf(answer);
        QTEST(body.value(u"error").toString(), "error");
        QCOMPARE(body.value(u"error_codes").toArray(), QJsonArray{code});
        const QString description = body.value(u"error_description").toString();
        QVERIFY(description.startsWith(QStringLiteral("AADSTS%1: ").arg(code)));
        QVERIFY(description.contains(QStringLiteral("\r\nTrace ID: ") + body.value(u"trace_id").toString()));
        QVERIFY(description.contains(body.value(u"correlation_id").toString()));
    }

    void leavesOtherPathsAlone()
    {
        TokenIssuer issuer(m_endpoints, m_clock, {});
        ServerRequest request;
        request.method = "POST";
        for (const char *path : {"/v1/workspaces/x/query", "/", "/subscriptions/x/resourcegroups/y"}) {
            request.path = path;
            QVERIFY2(!issuer.handle(request), path);
        }
    }

    void refusesTokens_data()
    {
        QTest::addColumn<bool>("management");
        QTest::addColumn<int>("invalidStatus");
        QTest::newRow("resource manager") << true << 401;
        QTest::newRow("logs service") << false << 403;
    }

    void refusesTokens()
    {
        QFETCH(bool, management);
        QFETCH(int, invalidStatus);
        const Audience audience = management ? Audience::Management : Audience::Logs;
        TokenIssuer issuer(m_endpoints, m_clock, {});
        const auto codeOf = [](const std::optional<HttpAnswer> &answer) {
            return answer ? objectOf(*answer).value(u"error").toObject().value(u"code").toString()
                          : QString();
        };
        const auto missing = issuer.refusalOf({}, audience);
        QCOMPARE(codeOf(missing), QStringLiteral("AuthenticationFailed"));
        QCOMPARE(missing->status, 401);
        const auto unknown = issuer.refusalOf(bearing(QStringLiteral("abc")), audience);
        QCOMPARE(codeOf(unknown), QStringLiteral("InvalidAuthenticationToken"));
        QCOMPARE(unknown->status, invalidStatus);
        const QString other = objectOf(ask(issuer, management)).value(u"access_token").toString();
        const auto wrong = issuer.refusalOf(bearing(other), audience);
        QCOMPARE(codeOf(wrong), QStringLiteral("InvalidAuthenticationTokenAudience"));
        QCOMPARE(wrong->status, invalidStatus);
        const QString good = objectOf(ask(issuer, !management)).value(u"access_token").toString();
        QVERIFY(!issuer.refusalOf(bearing(good), audience));
        m_clock->advance(3600 * 1000);
        const auto expired = issuer.refusalOf(bearing(good), audience);
        QCOMPARE(codeOf(expired), QStringLiteral("ExpiredAuthenticationToken"));
        QCOMPARE(expired->status, 401);
    }

    void everyTokenServesSoManyRequests()
    {
        TokenIssuer issuer(m_endpoints, m_clock, 2);
        for (int token = 0; token < 2; ++token) {
            const ServerRequest request =
                bearing(objectOf(ask(issuer, true)).value(u"access_token").toString());
            QVERIFY(!issuer.refusalOf(request, Audience::Logs));
            QVERIFY(!issuer.refusalOf(request, Audience::Logs));
            const auto refusal = issuer.refusalOf(request, Audience::Logs);
            QVERIFY(refusal);
            QCOMPARE(refusal->status, 401);
        }
    }

    void theSlashOfTheResourceMatters()
    {
        TokenIssuer issuer(m_endpoints, m_clock, {});
        Form form = goodForm(false);
        form.insert(QStringLiteral("resource"), QStringLiteral("https://management.core.windows.net"));
        const HttpAnswer answer = ask(issuer, form, false, m_endpoints.tenant);
        QCOMPARE(answer.status, 200);
        const auto refusal = issuer.refusalOf(bearing(objectOf(answer).value(u"access_token").toString()),
                                              Audience::Management);
        QVERIFY(refusal);
        QVERIFY(refusal->body.find("including forward slash") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestTokenIssuer)
#include "tst_tokenissuer.moc"
