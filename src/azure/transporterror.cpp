#include "azure/transporterror.h"

#include <QCoreApplication>
#include <QSslCertificate>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TransportError)
};

Error tlsError(const QString &errorText, const QList<QSslError> &sslErrors, const QString &host)
{
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
            Words::tr("If you trust who issued it, add the issuer's certificate to this machine or name it "
                      "as an additional CA file.");
        break;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        error.advice = Words::tr("Check the clock of this machine, then ask who runs the server.");
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
                     const QList<QSslError> &sslErrors, const QString &host)
{
    if (code == QNetworkReply::SslHandshakeFailedError)
        return tlsError(errorText, sslErrors, host);
    Error error;
    error.kind = ErrorKind::Offline;
    error.detail = errorText;
    error.advice = Words::tr("Check the network connection and try again.");
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
        break;
    case QNetworkReply::TimeoutError:
        error.kind = ErrorKind::Timeout;
        error.message = Words::tr("The server “%1” did not answer in time.").arg(host);
        break;
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
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
        error.message = Words::tr("The network proxy did not let the request to “%1” pass.").arg(host);
        error.advice = Words::tr("Check the proxy settings of this machine.");
        break;
    default:
        error.message = Words::tr("The connection to “%1” failed.").arg(host);
        break;
    }
    return error;
}

} // namespace sonde
