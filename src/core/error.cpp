#include "core/error.h"

namespace sonde {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorKind::Timeout:
        return QStringLiteral("Timeout");
    case ErrorKind::Offline:
        return QStringLiteral("Offline");
    case ErrorKind::Tls:
        return QStringLiteral("Tls");
    case ErrorKind::SignIn:
        return QStringLiteral("SignIn");
    case ErrorKind::Forbidden:
        return QStringLiteral("Forbidden");
    case ErrorKind::NotFound:
        return QStringLiteral("NotFound");
    case ErrorKind::Gone:
        return QStringLiteral("Gone");
    case ErrorKind::RateLimited:
        return QStringLiteral("RateLimited");
    case ErrorKind::Query:
        return QStringLiteral("Query");
    case ErrorKind::Service:
        return QStringLiteral("Service");
    case ErrorKind::Decode:
        return QStringLiteral("Decode");
    case ErrorKind::Io:
        return QStringLiteral("Io");
    case ErrorKind::NoKeychain:
        return QStringLiteral("NoKeychain");
    case ErrorKind::Usage:
        return QStringLiteral("Usage");
    }
    return {};
}

} // namespace sonde
