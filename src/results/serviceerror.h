#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QStringList>
#include <optional>

namespace sonde {

/// Reads the service's error envelope, `{"error":{"message","code","innererror":{...}}}`, to its innermost
/// text, with line and position where given; ARM's flat `{"error":{"code","message"}}` is the same with no
/// depth. Nothing if the body is not of that shape.
struct ServiceErrorBody
{
    QString message;   ///< innermost
    QString code;      ///< innermost
    QStringList codes; ///< the chain, outermost first
    QString correlationId;
    std::optional<TextPosition> position;
    QString detail; ///< the chain as text, one line each
};
std::optional<ServiceErrorBody> parseServiceError(const QByteArray &body);

} // namespace sonde
