#pragma once

#include "core/result.h"

#include <QStringList>

namespace sonde {

/// What the logs query service gives one caller at most. A value; the default is what the service documents
/// (wire document, sections 1.14 and 1.15). 0 is no limit.
struct ServiceLimits
{
    qint64 rows = 500'000;      ///< `rows=N`: of an answer; more come as a PartialError
    qint64 bytes = 104'857'600; ///< `bytes=N`: likewise, of raw data
    int wait = 180;             ///< `wait=SECONDS`: of a search, where it names no `Prefer: wait`; then 504
    int requests = 200;         ///< `requests=N`: of one caller in 30 seconds; more get 429
    int concurrent = 5;         ///< `concurrent=N`: of one caller at the same time; more get 429

    /// Takes one `NAME=NUMBER`. Fails with Usage on anything else than the above.
    Result<void> set(const QString &limit);
    static Result<ServiceLimits> parse(const QStringList &limits);
    /// The names above with their values, for a help text.
    static QString names();
    /// Those of a server that one person has for itself: as many requests as it likes.
    static ServiceLimits ofOnePerson();
};

} // namespace sonde
