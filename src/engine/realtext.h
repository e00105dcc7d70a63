#pragma once

#include <string>

namespace sonde {

/// KQL's text of a real: the shortest digits that read back to the same number, in .NET's form (`1`, `0.1`,
/// `1E+15`).
std::string formatReal(double value);

} // namespace sonde
