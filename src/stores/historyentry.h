#pragma once

#include "core/cancelstate.h"
#include "core/query.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <limits>
#include <optional>

namespace sonde {

/// How a run that is remembered ended.
enum class RunOutcome {
    Running,
    Complete,
    Partial,
    Capped,
    Failed,
    Stopped,
    Interrupted ///< the program ended before the run did
};

/// What is known about a run only once it has ended.
struct RunEnd
{
    RunOutcome outcome = RunOutcome::Complete;
    qint64 durationMs = 0;
    qint64 rows = 0;
    std::optional<qint64> total;           ///< classic: how many records match
    std::optional<ResolvedRange> resolved; ///< where it is another one than at the start
    QString errorMessage;                  ///< of Failed: the one sentence on what happened
};

/// The first rows of a run, packed as writeResultFile() does. Never a secret.
struct KeptRows
{
    QByteArray file;
    qint64 count = 0; ///< of all tables
};

/// One run as the history remembers it; its rows, where they are kept, lie beside it. Never a secret.
struct HistoryEntry
{
    /// A query text is kept up to here, in UTF-16 units; the drafts and files keep texts whole, this list of
    /// thousands of runs does not.
    static constexpr qsizetype longestText = 100'000;

    qint64 id = 0;         ///< grows with the time of the start; 0 is no run
    QString text;          ///< of the query, at most longestText
    qint64 textLength = 0; ///< of the whole text, in UTF-16 units
    QueryLanguage language = QueryLanguage::Kql;
    TimeRange range;
    ResolvedRange resolved;
    std::optional<qint64> top;
    int serverTimeoutSeconds = 180;
    QString connectionId;
    QString connectionName; ///< as it was then
    QDateTime startedUtc;
    RunOutcome outcome = RunOutcome::Running;
    std::optional<qint64> durationMs; ///< nothing while it runs, and after an interruption
    std::optional<qint64> rows;
    std::optional<qint64> total;
    QString errorMessage;
    qint64 keptRows = 0; ///< so many of its rows lie beside it

    bool isCut() const { return textLength > text.size(); }
    /// The query as it was asked. Where the text was cut, a comment line at its end says so.
    Query query() const;
    /// Takes the text, cut where it is too long, never through a surrogate pair.
    void setText(const QString &whole);
    void apply(const RunEnd &end);

    bool operator==(const HistoryEntry &) const = default;
};

/// Runs of which kind: those that ended with rows, also with fewer than there are; those that failed; those
/// that somebody or the end of the program cut short.
enum class OutcomeFilter { Any, WithRows, Failed, Stopped };

/// Which runs are looked for; a default one matches all.
struct HistoryFilter
{
    /// Words separated by white space, each of which stands in the query text, the connection's name or the
    /// error message, in upper or lower case; empty matches every run.
    QString text;
    OutcomeFilter outcome = OutcomeFilter::Any;
    /// Only runs that took longer; 0 also matches those of which that is not known.
    qint64 longerThanMs = 0;

    bool matchesAll() const { return isSameAs({}); }
    /// Whether both match the same runs.
    bool isSameAs(const HistoryFilter &other) const;
};

/// What is to be shown of the history, newest first.
struct HistorySearch
{
    HistoryFilter filter;
    int limit = 100;
    /// Only runs older than this one. Pages are asked for by the last id seen and not by a number, so that
    /// runs that are added meanwhile move none of them.
    qint64 before = std::numeric_limits<qint64>::max();
    CancelStatePtr cancel; ///< may be null; a cancelled search ends early with Cancelled
};

struct HistoryPage
{
    QList<HistoryEntry> entries;
    bool hasMore = false; ///< whether older runs match as well
};

/// How much is kept; what is older goes.
struct HistoryLimits
{
    int runs = 10'000;
    qint64 characters = 32'000'000; ///< of query text, in all runs together
    qint64 rowBytes = 50'000'000;   ///< of kept rows, in all runs together; the run itself stays
};

/// The words of a search, as matchesHistoryWords() wants them.
QStringList historyWords(const QString &text);
bool matchesHistoryWords(const HistoryEntry &entry, const QStringList &words);
/// \a words are those of the filter's text, split once for many runs.
bool matchesHistoryFilter(const HistoryEntry &entry, const HistoryFilter &filter, const QStringList &words);

} // namespace sonde

Q_DECLARE_METATYPE(sonde::HistoryEntry)
