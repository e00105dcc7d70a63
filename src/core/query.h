#pragma once

#include "core/timerange.h"

#include <QString>
#include <optional>

namespace sonde {

enum class QueryLanguage {
    Kql,    ///< today's language, answered by the logs query service
    Classic ///< the language of the Log Search API of 2015 to 2019
};

/// What the user asks: the text as typed and the limits it is to be run within.
struct Query
{
    QString text;
    QueryLanguage language = QueryLanguage::Kql;
    TimeRange range;
    /// Classic: the `top` of the request. KQL: the client stops after that many rows and marks the result
    /// Capped; the text is never changed.
    std::optional<qint64> top;
    /// Seconds the logs query service may take (`Prefer: wait`), 1 to 600.
    int serverTimeoutSeconds = 180;
    bool operator==(const Query &) const = default;
};

/// What the classic service returned to the original script when nothing else was asked for.
inline constexpr qint64 defaultClassicTop = 100;
/// The most rows that a classic search without an aggregation returns (wire fact, documentation of October
/// 2016).
inline constexpr qint64 classicRowCap = 5000;

} // namespace sonde
