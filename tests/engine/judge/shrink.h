#pragma once

#include "engine/judge/court.h"

namespace sonde::judge {

/// The smallest question found about which the two still differ: without steps, expressions and rows that do
/// not matter.
Question shrunk(const Question &question, Court &court);

} // namespace sonde::judge
