#pragma once

#include <QByteArray>
#include <QLoggingCategory>

namespace sonde {

/// The request log, off unless asked for: QT_LOGGING_RULES="sonde.http.debug=true".
Q_DECLARE_LOGGING_CATEGORY(httpLog)

/// A body or header block with the values of secrets and tokens replaced by `***`: form fields and JSON
/// members named client_secret, client_assertion, access_token, refresh_token, id_token, and the
/// Authorization header.
QByteArray maskSecrets(const QByteArray &text);

} // namespace sonde
