#include "app/exitcode.h"

namespace sonde {

ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return ExitInterrupted;
    case ErrorKind::Usage:
        return ExitUsage;
    case ErrorKind::SignIn:
    case ErrorKind::Forbidden:
    case ErrorKind::NoKeychain:
        return ExitSignIn;
    case ErrorKind::Query:
        return ExitRefused;
    case ErrorKind::Io:
        return ExitWrite;
    case ErrorKind::Timeout:
    case ErrorKind::Offline:
    case ErrorKind::Tls:
    case ErrorKind::NotFound:
    case ErrorKind::Gone:
    case ErrorKind::RateLimited:
    case ErrorKind::Service:
    case ErrorKind::Decode:
        return ExitService;
    }
    return ExitService;
}

} // namespace sonde
