#pragma once

#include "core/error.h"

namespace sonde {

/// What the commands end with; scripts rely on the numbers.
enum ExitCode {
    ExitComplete = 0,
    ExitFaults = 1, ///< `sonde check` found errors, `sonde format --check` files that it would change
    ExitUsage = 2,
    ExitSignIn = 3,
    ExitRefused = 4, ///< the service refused the query
    ExitPartial = 5, ///< rows were written, but not all there are
    ExitService = 6, ///< network or service, or a stored result that cannot be read
    ExitWrite = 7,
    ExitInterrupted = 130
};

ExitCode exitCodeOf(ErrorKind kind);

} // namespace sonde
