#pragma once

#include "core/cancelstate.h"
#include "results/columnformat.h"
#include "results/writers.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace sonde {

/// A cell in which a text was found.
struct CellHit
{
    std::uint32_t place = 0;  ///< of its row in the selection
    std::uint32_t column = 0; ///< its place among the selection's columns
    auto operator<=>(const CellHit &) const = default;
};

struct CellHits
{
    std::vector<CellHit> hits; ///< in the order one reads
    bool isCut = false;        ///< there are more than that
};

/// As many hits are kept; who goes through more of them has another question.
inline constexpr std::size_t mostHits = 1'000'000;

/// The cells of \a rows in which \a text stands, ignoring case: in what is displayed, as
/// matchingRows() looks at it. Nothing if \a cancel was raised meanwhile. For a worker thread.
std::optional<CellHits> findCells(const Selection &rows, const QString &text, const CellDisplay &display,
                                  const CancelState &cancel);

} // namespace sonde
