#pragma once

#include "models/jsontree.h"

#include <optional>
#include <string>

namespace sonde {

/// JSON on lines, each value on one of its own.
struct FormattedJson
{
    std::string text;
    bool isCut = false; ///< there would be more lines
};

/// \a tree on lines, at most \a mostLines of them; numbers and texts stand as they stood. Nothing once
/// \a cancel was raised. Any thread.
std::optional<FormattedJson> formatJson(const JsonTree &tree, std::size_t mostLines,
                                        const CancelState &cancel);

} // namespace sonde
