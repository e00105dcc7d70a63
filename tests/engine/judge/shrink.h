#pragma once

#include "engine/judge/question.h"

#include <functional>

namespace sonde::judge {

/// The smallest question found that \a differs still holds of: without steps, expressions and rows that do
/// not matter. \a tables are those that the query may name; where it goes on differing they are written into
/// it.
Question shrunk(const Question &question, const std::vector<NamedRows> &tables,
                const std::function<bool(const Question &)> &differs);

} // namespace sonde::judge
