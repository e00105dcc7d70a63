#pragma once

#include "widgets/samplequeries.h"

namespace sonde {

/// The ten queries of the tour, in the order in which each makes use of what those before it showed: what the
/// sample data tells, and what the language can. A story is two sentences. Each uses only what the embedded
/// workspace answers; titles and stories are translated on each call.
QList<SampleQuery> tourQueries();

} // namespace sonde
