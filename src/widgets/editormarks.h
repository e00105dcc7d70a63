#pragma once

namespace sonde {

/// The numbers that the parts of the query's editor share in Scintilla, so that none takes another's.

/// Under the text; a lexer could take those below 8.
namespace indicators {
inline constexpr int serviceError = 8; ///< where the service said that a run failed
inline constexpr int problemError = 9;
inline constexpr int problemWarning = 10;
inline constexpr int problemSuggestion = 11;
inline constexpr int closingSign = 12; ///< a bracket or quote that came by itself; not drawn
inline constexpr int found = 13;
inline constexpr int searched = 14; ///< the part of the text that is looked through
inline constexpr int snippetStop = 15;
} // namespace indicators

/// Of lines; Scintilla's folding has those from 25 on.
namespace markers {
inline constexpr int serviceError = 1;
inline constexpr int currentQuery = 2;
} // namespace markers

} // namespace sonde
