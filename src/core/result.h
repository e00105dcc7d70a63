#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace sonde {

/// A value or the Error that kept it from being made.
template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for the failing side: `return failure(ErrorKind::Io, tr("..."), tr("..."))`.
inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString advice = {},
                                     QString detail = {})
{
    Error error;
    error.kind = kind;
    error.message = std::move(message);
    error.advice = std::move(advice);
    error.detail = std::move(detail);
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace sonde
