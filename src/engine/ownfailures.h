#pragma once

/// What the engine's own functions and its SQL fail with: codes that plainReason() puts into words. DuckDB
/// tells them as `Invalid Input Error: kql/...`; no text of a query comes to stand there. Internal to the
/// engine.
namespace sonde::failures {

inline constexpr const char *told = "Invalid Input Error: "; ///< what DuckDB puts in front
inline constexpr const char *valueTooLarge = "kql/value-too-large";
inline constexpr const char *cancelled = "kql/cancelled";
inline constexpr const char *unknown = "kql/unknown";
inline constexpr const char *searchCase = "kql/search-case";
inline constexpr const char *makeSeries = "kql/make-series";
inline constexpr const char *seriesWhole = "kql/series-whole";
inline constexpr const char *seriesElement = "kql/series-element";
inline constexpr const char *seriesCentre = "kql/series-centre";
inline constexpr const char *seriesDenominator = "kql/series-denominator";
inline constexpr const char *seriesLong = "kql/series-long";

} // namespace sonde::failures
