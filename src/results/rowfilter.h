#pragma once

#include "core/cancelstate.h"
#include "core/result.h"
#include "results/columnformat.h"
#include "results/table.h"

#include <QStringList>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace sonde {

/// What the cells of one column must be for their rows to be shown.
struct ColumnCondition
{
    enum class Kind {
        Contains,  ///< what is displayed, ignoring case
        Equals,    ///< typed; texts exactly
        NotEquals, ///< true of nulls, as in KQL
        Less,      ///< typed; texts by code point. False of nulls, as all below but Null
        AtMost,
        Greater,
        AtLeast,
        OneOf,   ///< the cell's text (see cellText) is in the list; an empty entry is an empty text
        Matches, ///< a regular expression is found in what is displayed
        Null,
        NotNull
    };
    int column = 0;
    Kind kind = Kind::Contains;
    QString text;         ///< unused by OneOf, Null and NotNull
    QStringList values;   ///< of OneOf
    bool nullToo = false; ///< OneOf is true of nulls
    bool operator==(const ColumnCondition &) const = default;
};

/// One entry for each row: not zero where it is shown.
using RowMask = std::vector<std::uint8_t>;
/// Shared, immutable, and told apart by where it lies.
using SharedRowMask = std::shared_ptr<const RowMask>;

/// Which rows are shown: those that meet every condition and, where there is one, have the text somewhere.
struct RowFilter
{
    std::vector<ColumnCondition> conditions;
    QString anywhere; ///< contained in what any column displays, ignoring case
    /// Where there is one, no other rows than these; those behind its end are none of them.
    SharedRowMask only = nullptr;
    bool isEmpty() const { return conditions.empty() && anywhere.isEmpty() && !only; }
    bool operator==(const RowFilter &) const = default;
};

/// The rows that the filter lets through. Where what is displayed counts, datetimes are looked at in the
/// zone of \a display, and cells that are shown in a format both in it and as they came; a relative time only
/// as the datetime it is. Fails with Usage where a condition cannot be applied to its column (see
/// checkCondition) or a regular expression takes too long, with Cancelled once \a cancel is raised. For a
/// worker thread.
Result<RowMask> matchingRows(const ChunkedTable &table, const RowFilter &filter, const CellDisplay &display,
                             const CancelState &cancel);

/// Whether the condition can be applied to a column of that type: a number is compared with a number, a
/// regular expression is one. Fails with Usage and a sentence for a person. Any thread, quick.
Result<void> checkCondition(const ColumnCondition &condition, ColumnType type);

/// A text that cells of a column have, and how many of them; a null has no text.
struct ValueCount
{
    QString text; ///< see cellText
    bool isNull = false;
    std::size_t count = 0;
    bool operator==(const ValueCount &) const = default;
};

/// What the column's cells are, most frequent first (ties in the order they are met), at most \a limit of
/// them; texts of more than 1000 characters are left out. Only rows of \a mask are looked at, where there is
/// one. Nothing once \a cancel is raised. For a worker thread.
std::optional<std::vector<ValueCount>> frequentValues(const ChunkedTable &table, int column,
                                                      std::size_t limit, const CancelState &cancel,
                                                      const RowMask *mask = nullptr);

} // namespace sonde
