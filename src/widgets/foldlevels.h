#pragma once

#include "core/queryblocks.h"

#include <string_view>
#include <vector>

namespace sonde {

/// How a line of a query folds.
struct FoldLine
{
    int depth = 0;         ///< how many folds it lies in
    bool isHeader = false; ///< it stays when what follows it is folded
    bool operator==(const FoldLine &) const = default;
};

/// One for each line of \a text, which is UTF-8 with lines that end with `\n`, `\r\n` or `\r`. A query of
/// several lines folds into its first one, and so do brackets that close on a later line, which stays if it
/// begins with them. Brackets in strings and comments are none. Linear in the text.
std::vector<FoldLine> foldLines(std::string_view text, QueryLanguage language);

} // namespace sonde
