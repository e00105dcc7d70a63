#pragma once

#include "sandbox/sampleappender.h"
#include "sandbox/samplerandom.h"

#include <QLatin1StringView>
#include <array>
#include <span>

namespace sonde {

/// How one table of the sample data is made.
struct SampleTable
{
    struct Constant
    {
        const char *column;
        const char *sql;
    };

    QLatin1StringView name;
    double share = 0; ///< of all rows
    /// The columns that are in the file, in the order that `write` appends them; the rest is constant or
    /// empty.
    const char *stored;
    std::span<const Constant> constants;
    void (*write)(SampleAppender &out, qint64 rows, SampleRandom random);
};

/// The tables in the order they are built.
std::span<const SampleTable> sampleTables();

// One function per table; each appends about so many rows, oldest first.
void writeSampleEvents(SampleAppender &out, qint64 rows, SampleRandom random);
void writeSampleHeartbeats(SampleAppender &out, qint64 rows, SampleRandom random);
void writeSamplePerf(SampleAppender &out, qint64 rows, SampleRandom random);
void writeSampleSyslog(SampleAppender &out, qint64 rows, SampleRandom random);
void writeSampleSecurityEvents(SampleAppender &out, qint64 rows, SampleRandom random);
void writeSampleSignins(SampleAppender &out, qint64 rows, SampleRandom random);
void writeSampleAppRequests(SampleAppender &out, qint64 rows, SampleRandom random);
void writeSampleActivity(SampleAppender &out, qint64 rows, SampleRandom random);
void writeSampleUsage(SampleAppender &out, qint64 rows, SampleRandom random);

} // namespace sonde
