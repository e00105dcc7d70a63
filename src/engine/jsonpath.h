#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonde {

/// One step of a path: a key of a bag, or a place in a list. Internal to the engine.
struct PathStep
{
    std::string key;
    std::optional<std::size_t> place; ///< then the key counts for nothing
};

/// The steps of a path such as `$.a['b c'][0]`, none for `$`; nothing where the text is no path.
std::optional<std::vector<PathStep>> pathSteps(std::string_view path);

} // namespace sonde
