#pragma once

#include "core/error.h"

#include <QByteArray>

namespace sonde {

/// The Error of a refused token request: Entra's JSON (`error`, `error_description`, `error_codes`,
/// `trace_id`, `correlation_id`) turned into one sentence on what is wrong and one on what to do, with the
/// ids in `detail`. \a clientId and \a tenant are named in the sentences.
Error signInError(int httpStatus, const QByteArray &body, const QString &clientId, const QString &tenant);

} // namespace sonde
