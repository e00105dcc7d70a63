#pragma once

#include "core/cancelstate.h"

#include <QList>
#include <QString>

namespace sonde {

/// A line of two texts that are laid side by side: a line of each, or of one alone.
struct LinePair
{
    static constexpr int none = -1;
    int left = none; ///< number of the line, from 0
    int right = none;
    bool isSame = false; ///< both, and they are equal

    bool operator==(const LinePair &) const = default;
};

/// A stretch of a line, in UTF-16 units.
struct LineSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const LineSpan &) const = default;
};

/// What differs between two lines that stand side by side: of each the stretch between what both begin and
/// what both end with. Never through a surrogate pair; empty on a side that only lacks something.
struct LineChange
{
    LineSpan left;
    LineSpan right;
};

/// A text's lines, without their ends (LF, CR LF or CR). A text that ends with one has an empty line behind
/// it.
QStringList linesOf(const QString &text);

/// Every line of both, in order, with equal lines side by side and changed ones beside what became of them.
///
/// Lines that stand once in either text hold the two together; between them as few lines as possible are
/// taken for changed. Where that would take long, as for thousands of lines that have nothing in common, they
/// are taken for changed as a whole, so the time is about that of reading the texts. Empty where \a cancel
/// says so. Any thread.
QList<LinePair> alignLines(const QStringList &left, const QStringList &right,
                           const CancelStatePtr &cancel = {});

LineChange changeOf(const QString &left, const QString &right);

} // namespace sonde
