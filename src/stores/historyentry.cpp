#include "stores/historyentry.h"

#include <QCoreApplication>
#include <QLocale>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HistoryEntry)
};

bool matchesOutcome(const HistoryEntry &entry, OutcomeFilter filter)
{
    switch (entry.outcome) {
    case RunOutcome::Complete:
    case RunOutcome::Partial:
    case RunOutcome::Capped:
        return filter == OutcomeFilter::WithRows && entry.rows.value_or(0) > 0;
    case RunOutcome::Failed:
        return filter == OutcomeFilter::Failed;
    case RunOutcome::Stopped:
    case RunOutcome::Interrupted:
        return filter == OutcomeFilter::Stopped;
    case RunOutcome::Running:
        break;
    }
    return false;
}

} // namespace

Query HistoryEntry::query() const
{
    Query query;
    query.text = text;
    if (isCut()) {
        query.text += QLatin1String("\n// ") +
                      //: %L1: how many are kept; %L2: how many were left out
                      Words::tr("The history keeps the first %L1 characters of a query; %L2 more stood here.")
                          .arg(text.size())
                          .arg(textLength - text.size());
    }
    query.language = language;
    query.range = range;
    query.top = top;
    query.serverTimeoutSeconds = serverTimeoutSeconds;
    return query;
}

void HistoryEntry::setText(const QString &whole)
{
    textLength = whole.size();
    qsizetype length = std::min(whole.size(), longestText);
    if (length < whole.size() && whole.at(length - 1).isHighSurrogate())
        --length;
    text = whole.left(length);
}

void HistoryEntry::apply(const RunEnd &end)
{
    outcome = end.outcome;
    durationMs = end.durationMs;
    rows = end.rows;
    total = end.total;
    if (end.resolved)
        resolved = *end.resolved;
    errorMessage = end.errorMessage;
}

QStringList historyWords(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

bool matchesHistoryWords(const HistoryEntry &entry, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(), [&entry](const QString &word) {
        return entry.text.contains(word, Qt::CaseInsensitive) ||
               entry.connectionName.contains(word, Qt::CaseInsensitive) ||
               entry.errorMessage.contains(word, Qt::CaseInsensitive);
    });
}

bool matchesHistoryFilter(const HistoryEntry &entry, const HistoryFilter &filter, const QStringList &words)
{
    if (filter.outcome != OutcomeFilter::Any && !matchesOutcome(entry, filter.outcome))
        return false;
    if (filter.longerThanMs > 0 && entry.durationMs.value_or(0) <= filter.longerThanMs)
        return false;
    return matchesHistoryWords(entry, words);
}

bool HistoryFilter::isSameAs(const HistoryFilter &other) const
{
    return outcome == other.outcome && longerThanMs == other.longerThanMs &&
           historyWords(text) == historyWords(other.text);
}

} // namespace sonde
