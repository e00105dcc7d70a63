#pragma once

#include "core/cancelstate.h"
#include "results/table.h"

#include <QLocale>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace sonde {

/// Whether texts can be put in the order of a language here: a Qt without ICU knows no alphabet where the
/// system's locale is C. Any thread.
bool knowsAlphabets();

/// Whose alphabet it is: the locale that the program writes in, or English where that is C, which has none.
QLocale alphabetLocale();

/// Where the texts of a column stand in the alphabetical order of a language, by chunk and number of the
/// text (see Column::textNumber): small letters beside capitals, letters with accents where the language has
/// them, digits together as numbers, so that `web9` is before `web10`. Texts that the language takes for
/// equal are ordered by code point, so that only the same ones have the same place. Of long texts the first
/// two thousand bytes count, then code points.
///
/// \a language is the name of a locale, such as `nl_NL`. Nothing if \a cancel was raised meanwhile. For a
/// worker thread; threads of the global pool help it.
std::optional<std::vector<std::vector<std::uint32_t>>>
alphabeticalPlaces(const ChunkedTable &table, int column, const QString &language, const CancelState &cancel);

} // namespace sonde
