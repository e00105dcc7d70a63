#include "azure/signinerror.h"

#include "azure/masksecrets.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SignInError)
};

/// The codes that say most; an answer may carry several, an old one first (70002 beside 50012).
QList<int> codesOf(const QJsonObject &body, const QString &description)
{
    QList<int> codes;
    const QJsonArray array = body.value(QLatin1String("error_codes")).toArray();
    for (const QJsonValue &code : array)
        codes << code.toInt();
    static const QRegularExpression pattern(QStringLiteral("AADSTS(\\d+)"));
    auto matches = pattern.globalMatch(description);
    while (matches.hasNext()) {
        const int code = matches.next().captured(1).toInt();
        if (!codes.contains(code))
            codes << code;
    }
    return codes;
}

/// Sentences for the codes that a client-credentials request meets (wire documents, Entra's list of errors).
bool describe(int code, const QString &clientId, const QString &tenant, Error &error)
{
    switch (code) {
    case 7000215:
    case 50012:
        error.message = Words::tr("The client secret is wrong.");
        error.advice = Words::tr("Enter the value of the secret, not its id, in the connection.");
        return true;
    case 7000222:
        error.message = Words::tr("The client secret has expired.");
        error.advice =
            Words::tr("Create a new secret for the application in the Azure portal and enter it in the "
                      "connection.");
        return true;
    case 7000218:
    case 900144:
        error.message = Words::tr("The sign-in lacks a client secret.");
        error.advice = Words::tr("Enter the secret in the connection.");
        return true;
    case 700016:
    case 70001:
        //: %1: a tenant’s id or domain; %2: an application’s (client) id
        error.message = Words::tr("The tenant “%1” knows no application “%2”.").arg(tenant, clientId);
        error.advice = Words::tr("Check the application id and the tenant in the connection.");
        return true;
    case 7000112:
        error.message = Words::tr("The application “%1” is disabled.").arg(clientId);
        error.advice = Words::tr("Ask an administrator of the tenant to enable it.");
        return true;
    case 90002:
    case 900023:
        error.message = Words::tr("There is no tenant “%1” in this cloud.").arg(tenant);
        error.advice = Words::tr("Check the tenant and the cloud in the connection.");
        return true;
    case 90038:
        error.message = Words::tr("The tenant “%1” belongs to another cloud.").arg(tenant);
        error.advice = Words::tr("Choose the cloud of the tenant in the connection.");
        return true;
    case 500011:
    case 50001:
        error.message =
            Words::tr("The service that Sonde asks for is not known in the tenant “%1”.").arg(tenant);
        error.advice = Words::tr("Check the cloud and the audience in the connection.");
        return true;
    case 70011:
    case 1002012:
        error.message = Words::tr("The audience of the connection is not accepted.");
        error.advice = Words::tr("With token version 2 it must end in “/.default”.");
        return true;
    case 50034:
        error.message = Words::tr("The account does not exist in the tenant “%1”.").arg(tenant);
        error.advice = Words::tr("Check the tenant and the application id in the connection.");
        return true;
    case 700027:
        error.message = Words::tr("The certificate of the application is not registered with it.");
        error.advice = Words::tr("Add the certificate to the application in the Azure portal.");
        return true;
    case 65001:
        error.message = Words::tr("Nobody has consented to the application’s access.");
        error.advice = Words::tr("Ask an administrator of the tenant to grant consent.");
        return true;
    case 53003:
        error.message = Words::tr("A conditional-access policy of the tenant does not allow this sign-in.");
        error.advice = Words::tr("Ask an administrator of the tenant.");
        return true;
    case 90055:
    case 50196:
        error.kind = ErrorKind::RateLimited;
        error.message = Words::tr("There were too many sign-ins in a short time.");
        error.advice = Words::tr("Wait a minute and try again.");
        error.remedy = Remedy::RunAgain;
        return true;
    default:
        return false;
    }
}

void describeByName(const QString &name, int httpStatus, Error &error)
{
    if (httpStatus >= 500 || name == QLatin1String("temporarily_unavailable")) {
        error.kind = ErrorKind::Service;
        error.message = Words::tr("The sign-in service is not available at the moment.");
        error.advice = Words::tr("Try again in a few minutes.");
        error.remedy = Remedy::RunAgain;
    } else if (name == QLatin1String("invalid_client")) {
        error.message = Words::tr("The client secret was not accepted.");
        error.advice = Words::tr("Enter a valid secret in the connection.");
    } else if (name == QLatin1String("unauthorized_client")) {
        error.message = Words::tr("The application may not sign in this way.");
        error.advice = Words::tr("Check the application id and the tenant in the connection.");
    } else {
        error.message = Words::tr("The sign-in was refused.");
        error.advice = Words::tr("See the details, and check the connection.");
    }
}

} // namespace

Error signInError(int httpStatus, const QByteArray &bytes, const QString &clientId, const QString &tenant)
{
    Error error;
    error.kind = ErrorKind::SignIn;
    error.httpStatus = httpStatus;
    error.remedy = Remedy::EditConnection;
    error.rawAnswer = maskSecrets(bytes.left(64 * 1024));
    const QJsonObject body = QJsonDocument::fromJson(bytes).object();
    const QString name = body.value(QLatin1String("error")).toString();
    if (name.isEmpty()) {
        if (httpStatus >= 500) {
            describeByName(name, httpStatus, error);
        } else {
            error.message = Words::tr("The sign-in address did not answer as a sign-in service does.");
            error.advice = Words::tr("Check the cloud or the sign-in address in the connection.");
        }
        error.detail = QStringLiteral("HTTP %1").arg(httpStatus);
        return error;
    }
    const QString description = body.value(QLatin1String("error_description")).toString();
    const QList<int> codes = codesOf(body, description);
    int code = codes.isEmpty() ? 0 : codes.first();
    bool described = false;
    for (int candidate : codes) {
        if (describe(candidate, clientId, tenant, error)) {
            code = candidate;
            described = true;
            break;
        }
    }
    if (!described)
        describeByName(name, httpStatus, error);
    if (code != 0)
        error.serviceCode = QStringLiteral("AADSTS%1").arg(code);
    error.correlationId = body.value(QLatin1String("correlation_id")).toString();
    QStringList lines{QStringLiteral("%1 %2").arg(name, error.serviceCode).trimmed()};
    lines << description.section(QLatin1String("\r\n"), 0, 0);
    if (const QString trace = body.value(QLatin1String("trace_id")).toString(); !trace.isEmpty())
        //: %1: an id of Microsoft Entra, for its support
        lines << Words::tr("Trace id: %1").arg(trace);
    if (!error.correlationId.isEmpty())
        //: %1: an id of Microsoft Entra, for its support
        lines << Words::tr("Correlation id: %1").arg(error.correlationId);
    if (const QString time = body.value(QLatin1String("timestamp")).toString(); !time.isEmpty())
        //: %1: when Microsoft Entra answered
        lines << Words::tr("Time: %1").arg(time);
    lines.removeAll(QString());
    error.detail = lines.join(u'\n');
    return error;
}

} // namespace sonde
