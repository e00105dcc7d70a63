#pragma once

#include "core/error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace sonde {

/// Where a request was on its way to.
struct RequestRoute
{
    QString host;
    QString proxy; ///< host and port; empty: none
};

/// The Error of a request that got no usable answer: Tls with the reason in words, Offline, or Service for a
/// redirect that was refused. Host and proxy are named in the sentence. Timeouts and cancels are not seen
/// here: both arrive as OperationCanceledError and are told apart by HttpReply's own flags.
Error transportError(QNetworkReply::NetworkError code, const QString &errorText,
                     const QList<QSslError> &sslErrors, const RequestRoute &route);

/// Why the certificate was refused, for example "The certificate of “host” has expired.".
QString tlsReason(const QSslError &error, const QString &host);

} // namespace sonde
