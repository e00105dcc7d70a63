#pragma once

#include "core/query.h"

#include <QList>
#include <QStringView>

namespace sonde {

/// One of the queries that stand in a text, by the rule of the Kusto language service's `CodeScript`:
///
/// - Blank lines separate: lines of nothing but what KQL takes as white space. A line ends with `\n`, `\r\n`,
///   `\r`, U+2028 or U+2029.
/// - A block begins at the start of each line that is not blank and follows a blank one, or is the first,
/// unless
///   that start lies within a string. Only strings in ``` or ~~~ go on over lines, to the end of the text
///   where they are not closed; in comments there are no strings.
///
/// What the service makes of blank lines (they end a block, from the second one on they are blocks of their
/// own) is left out here: a block ends behind its last line that is not blank. All others begin where those
/// of the service do.
///
/// Positions count UTF-16 units.
struct QueryBlock
{
    qsizetype start = 0;
    qsizetype length = 0; ///< without the line break at its end
    bool hasCode = false; ///< else all of it is comment: for the service a block, for a person none to run

    qsizetype end() const { return start + length; }
    bool operator==(const QueryBlock &) const = default;
};

/// In the order of the text; empty where the text is blank. A text in the classic language is one query, as
/// it stands. Linear in the text: 5 MB take some tens of milliseconds. May be called on any thread.
QList<QueryBlock> queryBlocks(QStringView text, QueryLanguage language = QueryLanguage::Kql);

/// The place in \a blocks of the one that \a position is in, or follows: a caret on blank lines belongs to
/// the block before them, before the first block to that one. -1 where there is none.
qsizetype blockAt(const QList<QueryBlock> &blocks, qsizetype position);

/// As blockAt(), but a block of comments belongs to the code that follows it, or to the one before where none
/// follows. -1 where no block has code.
qsizetype blockToRun(const QList<QueryBlock> &blocks, qsizetype position);

/// How many of \a blocks have code.
qsizetype countQueries(const QList<QueryBlock> &blocks);

} // namespace sonde
