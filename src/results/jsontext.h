#pragma once

#include <string>
#include <string_view>

namespace sonde {

/// Puts the text of a JSON string's inside (without its quotes) into \a out as UTF-8. A lone surrogate, which
/// simdjson refuses, becomes U+FFFD; then and on a bad escape false is returned and \a out is as good as it
/// gets.
bool unescapeJson(std::string_view inside, std::string &out);

/// Puts \a text as a JSON string, quotes and all, behind \a out. \a text is UTF-8.
void appendJsonString(std::string &out, std::string_view text);

/// Whether a bare token is a value of JSON: simdjson looks inside one only when it is asked for its value.
bool isJsonScalar(std::string_view token);

/// Replaces what is not UTF-8 by U+FFFD; true if anything was.
bool repairUtf8(std::string &text);

/// Replaces escapes that are half a character (`\ud83d` alone) by `\ufffd` in JSON text; true if any were.
bool repairSurrogates(std::string &json);

/// A double as the shortest text that reads back as the same value; NaN, Infinity and -Infinity in the
/// service's words.
void appendReal(std::string &out, double value);

} // namespace sonde
