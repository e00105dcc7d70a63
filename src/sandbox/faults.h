#pragma once

#include "core/result.h"

#include <QStringList>
#include <chrono>
#include <optional>

namespace sonde {

/// What the sandbox is told to do wrong, so that a client's handling of it can be tested. A value; the
/// default does nothing wrong. Faults strike requests to the two services and never the token endpoints.
struct Faults
{
    std::chrono::milliseconds delay{0};   ///< `delay=MS`: before every answer
    std::optional<int> pendings;          ///< `pending=N`: answers of a classic search that say Pending
    std::optional<int> unauthorizedAfter; ///< `unauthorized-after=N`: every token serves N requests, then 401
    int throttled = 0;                    ///< `throttle=N`: the first N requests get 429 with Retry-After: 1
    std::optional<int> status;            ///< `500`, `503`, `504`: the answer to every request
    std::optional<std::size_t> cutAfter; ///< `cut-after=BYTES`: of the body as sent, then the connection goes
    bool truncated = false;              ///< `truncated`: an answer whole to HTTP whose JSON lacks its end
    bool partialError = false;           ///< `partial-error`: logs query adds a PartialError to its rows
    std::optional<std::size_t> trickle;  ///< `trickle=BYTES`: so many bytes of body every 100 ms
    bool gone = false;                   ///< `gone`: a classic search answers 410 at once
    bool pollExpired = false; ///< `expire-poll`: a classic search goes Pending, its poll answers 410

    /// Takes one `NAME[=VALUE]`. Fails with Usage on anything else than the above.
    Result<void> add(const QString &fault);
    static Result<Faults> parse(const QStringList &faults);
    /// The names above, for a help text.
    static QString names();
};

} // namespace sonde
