#pragma once

#include <string>
#include <string_view>

/// KQL's rules for finding text in text, over UTF-8. Internal to the engine.
namespace sonde::text {

/// The form in which texts that differ only in case are equal (Unicode's simple case folding).
std::string fold(std::string_view text);

enum class Edge { None, Start, End, Both };

/// Whether \a needle stands in \a text so that it begins (Start), ends (End) or both begins and ends (Both)
/// at the border of a term. A term is a run of letters and digits; letters beyond ASCII count as such, `_`
/// does not. Where the needle itself begins or ends with something else, there is a border. The empty needle
/// is everywhere. The documentation speaks of "alphanumeric characters" and leaves the rest open.
bool findTerm(std::string_view text, std::string_view needle, Edge edge);

/// Without white space of ASCII at either end.
std::string_view trimmed(std::string_view text);

bool equalFolded(std::string_view left, std::string_view right);
bool containsFolded(std::string_view text, std::string_view needle);
bool startsWithFolded(std::string_view text, std::string_view needle);
bool endsWithFolded(std::string_view text, std::string_view needle);

} // namespace sonde::text
