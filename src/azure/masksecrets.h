#pragma once

#include <QByteArray>

namespace sonde {

/// A body or header block with the values of secrets and tokens replaced by `***`: form fields and JSON
/// members named client_secret, client_assertion, access_token, refresh_token, id_token, and the
/// Authorization headers.
QByteArray maskSecrets(const QByteArray &text);

} // namespace sonde
