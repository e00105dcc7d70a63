#pragma once

#include "kql/classictranslator.h"
#include "results/table.h"
#include "sandbox/classichighlighter.h"
#include "sandbox/sandboxendpoints.h"

#include <string>
#include <vector>

namespace sonde {

/// The rows of a classic search as the JSON objects the service sent, with what its metadata says about them.
struct ClassicRecords
{
    std::vector<std::string> records;
    double sum = 0; ///< of the first value field of an aggregated search
    double max = 0;
};

/// Wire document on classic search, section 4.4: flat objects whose absent fields are null, times with 0 to 3
/// fraction digits; raw records carry `id`, `Type`, the management group and a `__metadata` of their own,
/// aggregated ones nothing but their fields, numbers as floats. Columns that the classic service never had
/// (`_ResourceId`...) are left out unless the search selects them. With \a highlighter, which may be null, a
/// raw record's `__metadata` has `highlighting`, empty where nothing in it matches.
ClassicRecords toClassicRecords(const ChunkedTable &rows, const ClassicTranslation &search,
                                const SandboxEndpoints &endpoints,
                                const ClassicHighlighter *highlighter = nullptr);

} // namespace sonde
