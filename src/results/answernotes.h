#pragma once

#include "results/resultset.h"

namespace sonde {

/// What is told of an answer beside its rows, where a format has a place for it.
struct AnswerNotes
{
    QString query;
    QString connection;   ///< its name
    QString range;        ///< exact
    QString completeness; ///< for a person: complete, or why it is not
    QDateTime moment;     ///< the file's own date, so that one answer always gives the same bytes
};

/// Of an answer that ended, or, without \a info, of one that did not.
AnswerNotes notesOf(const ResultOrigin &origin, const ResultInfo *info);

} // namespace sonde
