#include "azure/transporterror.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TransportError)
};

QString shown(const QDateTime &time)
{
    return QLocale().toString(time.toUTC(), QLocale::ShortFormat);
}

/// By whose time a certificate is out of date.
QString clockAdvice(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return Words::tr("Check the clock of this machine, then ask who runs the server.");
    //: %1 and %2: days; %3: the moment it is now
    return Words::tr(
               "It is valid from %1 to %2 (UTC), and the clock of this machine says %3: correct the clock "
               "if it is wrong, else ask who runs the server.")
        .arg(shown(certificate.effectiveDate()), shown(certificate.expiryDate()),
             shown(QDateTime::currentDateTimeUtc()));
}

Error tlsError(const QString &errorText, const QList<QSslError> &sslErrors, const RequestRoute &route)
{
    const QString &host = route.host;
    Error error;
    error.kind = ErrorKind::Tls;
    QStringList details{errorText};
    for (const QSslError &sslError : sslErrors) {
        QString line = sslError.errorString();
        const QString subject = sslError.certificate().subjectInfo(QSslCertificate::CommonName).join(u' ');
        if (!subject.isEmpty())
            line += QStringLiteral(" (%1)").arg(subject);
        details << line;
    }
    details.removeDuplicates();
    error.detail = details.join(u'\n');
    if (sslErrors.isEmpty()) {
        error.message = Words::tr("No secure connection to “%1” could be made.").arg(host);
        error.advice = Words::tr("Check that the address is right and that nothing on the way breaks TLS.");
        if (!route.proxy.isEmpty()) {
            //: %1: the server; %2: the proxy
            error.message = Words::tr("No secure connection to “%1” could be made through the proxy “%2”.")
                                .arg(host, route.proxy);
            error.advice = Words::tr("Check the proxy in the settings, or ask who runs it.");
            error.remedy = Remedy::OpenSettings;
        }
        return error;
    }
    error.message = tlsReason(sslErrors.first(), host);
    switch (sslErrors.first().error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        error.advice =
            Words::tr("If you trust who issued it, add the issuer’s certificate to this machine or name it "
                      "as an additional CA file in the settings.");
        error.remedy = Remedy::OpenSettings;
        break;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        error.advice = clockAdvice(sslErrors.first().certificate());
        break;
    case QSslError::HostNameMismatch:
        error.advice = Words::tr("Check the address; somebody may stand between you and the server.");
        break;
    default:
        error.advice = Words::tr("Ask who runs the server; nothing was sent.");
        break;
    }
    return error;
}

void describeProxy(QNetworkReply::NetworkError code, const RequestRoute &route, Error &error)
{
    const QString proxy = route.proxy.isEmpty() ? Words::tr("of this machine") : u'“' + route.proxy + u'”';
    error.remedy = Remedy::OpenSettings;
    error.advice = Words::tr("Check the proxy in the settings.");
    switch (code) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        error.message = Words::tr("The proxy %1 asks for a user name and a password.").arg(proxy);
        error.advice = Words::tr("Enter them in the settings, or correct what is there.");
        break;
    case QNetworkReply::ProxyNotFoundError:
        error.message = Words::tr("The proxy %1 could not be found.").arg(proxy);
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
        error.message = Words::tr("The proxy %1 refused the connection.").arg(proxy);
        break;
    case QNetworkReply::ProxyTimeoutError:
        error.message = Words::tr("The proxy %1 did not answer in time.").arg(proxy);
        break;
    default:
        error.message =
            //: %1: the proxy; %2: the server
            Words::tr("The proxy %1 did not let the request to “%2” pass.").arg(proxy, route.host);
        break;
    }
}

} // namespace

QString tlsReason(const QSslError &error, const QString &host)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
        return Words::tr("The certificate of “%1” is self-signed.").arg(host);
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("The certificate of “%1” was issued by nobody that this machine trusts.").arg(host);
    case QSslError::CertificateExpired:
        return Words::tr("The certificate of “%1” has expired.").arg(host);
    case QSslError::CertificateNotYetValid:
        return Words::tr("The certificate of “%1” is not valid yet.").arg(host);
    case QSslError::HostNameMismatch:
        return Words::tr("The certificate that answered for “%1” belongs to another name.").arg(host);
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Words::tr("The certificate of “%1” was revoked.").arg(host);
    default:
        return Words::tr("The certificate of “%1” could not be trusted.").arg(host);
    }
}

Error transportError(QNetworkReply::NetworkError code, const QString &errorText,
                     const QList<QSslError> &sslErrors, const RequestRoute &route)
{
    if (code == QNetworkReply::SslHandshakeFailedError)
        return tlsError(errorText, sslErrors, route);
    const QString &host = route.host;
    Error error;
    error.kind = ErrorKind::Offline;
    error.detail = errorText;
    error.advice = Words::tr("Check the network connection and try again.");
    error.remedy = Remedy::RunAgain;
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        error.message = Words::tr("The server “%1” could not be found.").arg(host);
        error.advice = Words::tr("Check the network connection and the address.");
        break;
    case QNetworkReply::ConnectionRefusedError:
        error.message = Words::tr("The server “%1” refused the connection.").arg(host);
        error.advice = Words::tr("Check the address, or try again later.");
        break;
    case QNetworkReply::RemoteHostClosedError:
        error.message = Words::tr("The server “%1” cut the connection.").arg(host);
        error.advice = Words::tr("Try again.");
        if (!route.proxy.isEmpty()) {
            //: %1: the server; %2: the proxy
            error.message = Words::tr("The connection to “%1” was cut on its way through the proxy “%2”.")
                                .arg(host, route.proxy);
            error.advice = Words::tr("Try again; if it stays so, check the proxy in the settings.");
            error.remedy = Remedy::OpenSettings;
        }
        break;
    case QNetworkReply::TimeoutError:
        error.kind = ErrorKind::Timeout;
        error.message = Words::tr("The server “%1” did not answer in time.").arg(host);
        break;
    case QNetworkReply::TooManyRedirectsError:
        error.kind = ErrorKind::Service;
        error.message = Words::tr("The redirects of the server “%1” lead nowhere.").arg(host);
        error.advice = Words::tr("Check the address of the connection; a proxy on the way may have answered "
                                 "instead.");
        break;
    case QNetworkReply::ProtocolUnknownError:
        // What was asked for is https or, on this machine, http; a Location that is none of these, or none.
        error.kind = ErrorKind::Service;
        error.message = Words::tr("The server “%1” redirected to an address that cannot be read.").arg(host);
        error.advice = Words::tr("Check the address of the connection; a proxy on the way may have answered "
                                 "instead.");
        break;
    case QNetworkReply::InsecureRedirectError:
        error.kind = ErrorKind::Service;
        error.message =
            Words::tr("The server “%1” redirected to another server, which was not followed.").arg(host);
        error.advice = Words::tr("Check the address of the connection.");
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        describeProxy(code, route, error);
        break;
    default:
        // What a proxy says to a request for a tunnel, Qt passes on under many names.
        if (!route.proxy.isEmpty()) {
            describeProxy(QNetworkReply::UnknownProxyError, route, error);
            break;
        }
        error.message = Words::tr("The connection to “%1” failed.").arg(host);
        break;
    }
    return error;
}

} // namespace sonde
