#pragma once

namespace sonde {

/// The numbers of the indicators that an editor uses, each for one thing. Those below 8 are a lexer's.
enum EditorIndicator {
    RunErrorIndicator = 8, ///< where the service that ran the query found an error
    PairIndicator,         ///< closing signs that came by themselves; not seen
    ErrorIndicator,        ///< what the language service finds wrong
    WarningIndicator,
    SuggestionIndicator
};

} // namespace sonde
