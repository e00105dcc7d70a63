#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace sonde {

/// What kind of thing went wrong; callers branch on this and never on a text.
enum class ErrorKind {
    Cancelled,   ///< the user stopped it
    Timeout,     ///< nothing arrived in time, or the service gave up (504)
    Offline,     ///< no connection: name resolution, refused, cut
    Tls,         ///< the secure connection could not be trusted
    SignIn,      ///< no token was issued, or the token was refused twice
    Forbidden,   ///< signed in, but not allowed
    NotFound,    ///< no such workspace, resource, secret or file
    Gone,        ///< it was there and is no more (410)
    RateLimited, ///< too many requests (429)
    Query,       ///< the service refused the query
    Service,     ///< the service failed (5xx, or an answer that says so)
    Decode,      ///< the answer could not be read
    Io,          ///< a file could not be read or written
    NoKeychain,  ///< this machine has no keychain
    Usage        ///< the request itself cannot be carried out as asked
};

/// The step that most likely mends it; the message bar turns it into a button.
enum class Remedy {
    None,
    RunAgain,
    RaiseServerTimeout,
    RunAsKql,
    EditConnection,
    UnlockKeychain, ///< ask the machine's keychain to open, then run again
    OpenSettings    ///< proxy, additional certificates
};

/// A place in a query text: line from 1, column from 0, counted in UTF-16 units.
struct TextPosition
{
    int line = 1;
    int column = 0;
    bool operator==(const TextPosition &) const = default;
};

/// A failure as a value: its kind for the program, two sentences for a person, and the details behind them.
struct Error
{
    ErrorKind kind = ErrorKind::Service;
    QString message;       ///< one sentence on what happened
    QString advice;        ///< one sentence on what to do; may be empty
    QString detail;        ///< codes, ids and the service's own words, several lines
    int httpStatus = 0;    ///< 0 where no HTTP answer was involved
    QString serviceCode;   ///< the innermost code of the service, such as SEM0100 or AADSTS7000215
    QString correlationId; ///< the service's id of the request, for a support case
    std::optional<TextPosition> position; ///< where in the query, if the service said it
    QByteArray rawAnswer;                 ///< the first 64 KiB of the answer, if there was one
    Remedy remedy = Remedy::None;
    QString suggestedQuery; ///< with Remedy::RunAsKql: the translated query

    bool operator==(const Error &) const = default;
};

/// The name of a kind as it stands in logs and in tests/data, for example "RateLimited".
QString errorKindName(ErrorKind kind);

} // namespace sonde
