#pragma once

#include "core/query.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sonde {

/// What a stretch of a query's text is, for its colour; a guess from the text alone, without a schema.
enum class TokenKind : unsigned char {
    Text,
    Keyword,
    Function,
    Table,
    String,
    Number,
    Comment,
    Value ///< of a classic search: a text without quotes
};

/// A stretch of a query's UTF-8 text; offsets in bytes.
struct QueryToken
{
    std::size_t start = 0;
    std::size_t length = 0;
    TokenKind kind = TokenKind::Text;
    bool operator==(const QueryToken &) const = default;
};

/// The tokens of a query that have a colour, in the order of the text; what lies between them is plain text.
/// Takes any text, whole or broken. May be called on any thread.
std::vector<QueryToken> tokenize(std::string_view text, QueryLanguage language);

} // namespace sonde
