#pragma once

#include <functional>

namespace sonde {

class HistoryStore;
class QueryPage;
struct HistoryEntry;

/// Shows in \a page the rows that were kept beside a run of the past, once they were read. \a then is called
/// after that, or after the page has said why there are none. Where somebody runs the page meanwhile, neither
/// happens.
void showKeptRows(HistoryStore &store, QueryPage &page, const HistoryEntry &entry,
                  const std::function<void()> &then);

} // namespace sonde
