#pragma once

#include "results/rowfilter.h"

namespace sonde {

/// The rows of a table that a comparison tells apart from the others.
struct RowMarks
{
    enum class Sign {
        Added,  ///< these rows are there, and were not
        Missing ///< they were there, and are not
    };
    SharedRowMask rows; ///< by their number in the table; null: none are told apart
    Sign sign = Sign::Added;
    QString meaning; ///< of the sign, as a phrase without a full stop
    bool operator==(const RowMarks &) const = default;
};

} // namespace sonde
