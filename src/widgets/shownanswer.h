#pragma once

#include "results/answernotes.h"
#include "results/resultfile.h"
#include "widgets/rowsorigin.h"
#include "widgets/runstatus.h"

#include <QDateTime>
#include <memory>

namespace sonde {

/// What is known of all rows, where an answer is the first of them.
struct PreviewFacts
{
    std::optional<qint64> total; ///< how many there are
    bool isCounting = false;     ///< that is being asked
    QString problem;             ///< why it is not known
};

/// An answer in the window: its rows, and all that is told of it beside them. GUI thread.
struct ShownAnswer
{
    std::unique_ptr<ResultSet> result; ///< null before the first rows
    RowsOrigin origin;
    RunStatus status;            ///< of the run that brought the rows, once it has ended
    QDateTime cameAt;            ///< UTC, when the last of its rows came; invalid where none have
    bool isPinned = false;       ///< stays when the next answer comes
    bool isEarlier = false;      ///< the next one has come
    QString name;                ///< given by hand, or of a query among several; empty: its time
    bool isOneOfSeveral = false; ///< stays too, until all queries of the text are run the next time
    std::optional<PreviewFacts> preview;

    bool canBePinned() const { return result && result->tableCount() > 0; }
    bool stays() const { return isPinned || isOneOfSeveral; }
    qint64 rowCount() const { return result ? result->rowCount() : 0; }
};

/// The time of day, in the zone of this machine, as notes about rows write it.
QString clockTime(const QDateTime &utc);
/// Short, so that it fits on a tab: the name given by hand, else the time the answer came at.
QString nameOf(const ShownAnswer &answer);
/// What is on the tab of that table of an answer that is no longer the last one.
QString tabTextOf(const ShownAnswer &answer, int table);
/// Query, connection, range and completeness, and how long an answer that stays does so; rich text.
QString pinToolTip(const ShownAnswer &answer);

/// One line above the rows that says where they come from; for the last answer to a run, of which the page
/// itself tells, only what share of the rows they are where they are a preview.
QString describeOrigin(const ShownAnswer &answer, const QDateTime &nowUtc);
/// What the line leaves out, several lines.
QString describeOriginInFull(const ShownAnswer &answer);

/// What is told of the answer where its rows go: into exports and mails.
AnswerNotes notesOf(const ShownAnswer &answer);
/// The answer as it is kept in a file, but for its rows. It has a result.
StoredResult storedResultOf(const ShownAnswer &answer);
/// Its rows, sharing the cells.
std::vector<StoredTable> tablesOf(const ResultSet &result);

} // namespace sonde
