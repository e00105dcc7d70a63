#pragma once

#include "engine/judge/querymaker.h"

namespace sonde::judge {

// What columns are good for.
bool isPlain(const Field &field);
bool isNumber(const Field &field);
bool isSummable(const Field &field);
bool isWhole(const Field &field);
bool isListable(const Field &field);
bool isBool(const Field &field);

} // namespace sonde::judge
