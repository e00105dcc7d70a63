#pragma once

#include "core/result.h"
#include "engine/engine.h"
#include "sandbox/classicjudge/records.h"

#include <memory>

namespace sonde::classicjudge {

/// Some records of the sample data, as the judge and as the engine want them. No two have the same time, so
/// that the newest first is one order; here and there a field is absent.
struct TestTables
{
    std::vector<RecordTable> tables;
    std::unique_ptr<Engine> engine;

    /// Builds the sample data in \a folder. \a service outlives the tables.
    static Result<TestTables> make(const QString &folder, KqlService &service, const QDateTime &nowUtc);
};

} // namespace sonde::classicjudge
