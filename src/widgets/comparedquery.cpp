#include "widgets/comparedquery.h"

#include "models/historymodel.h"
#include "stores/historyentry.h"
#include "widgets/runstatus.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline

#include <QCoreApplication>
#include <QLocale>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ComparedQuery)
};

QString separator()
{
    return QStringLiteral(" · ");
}

/// What a query asks for, in the order in which it is shown.
QList<ComparedQuery::Fact> factsOf(const Query &query, const QString &connectionName, TimeRange::Zone zone)
{
    QString limit;
    if (query.top)
        limit = QLocale().toString(*query.top);
    return {{Words::tr("Connection"), connectionName},
            {Words::tr("Time range"), TimeRangePicker::describe(query.range, zone)},
            {Words::tr("Language"),
             query.language == QueryLanguage::Kql ? Words::tr("KQL") : Words::tr("Classic search"), true},
            {Words::tr("Row limit"), limit.isEmpty() ? Words::tr("none") : limit, true},
            {Words::tr("Time limit"), describeElapsed(query.serverTimeoutSeconds * qint64(1000)), true}};
}

QString outcomeOf(const HistoryEntry &entry)
{
    QString outcome = HistoryModel::outcomeName(entry.outcome);
    if (entry.rows && entry.outcome != RunOutcome::Failed)
        outcome += separator() + describeRows(*entry.rows, entry.total);
    if (entry.durationMs)
        outcome += separator() + describeElapsed(*entry.durationMs);
    return outcome;
}

} // namespace

ComparedQuery ComparedQuery::of(const HistoryEntry &entry, TimeRange::Zone zone)
{
    const bool isLocal = zone == TimeRange::Zone::Local;
    const QDateTime started = isLocal ? entry.startedUtc.toLocalTime() : entry.startedUtc;
    QString time = QLocale().toString(started, QStringLiteral("d MMM yyyy HH:mm:ss"));
    if (!isLocal)
        time += QStringLiteral(" UTC");
    ComparedQuery compared;
    const Query query = entry.query();
    //: %1: a date and time
    compared.title = Words::tr("Run of %1").arg(time);
    compared.text = query.text;
    compared.language = query.language;
    compared.facts = factsOf(query, entry.connectionName, zone);
    compared.facts.insert(2, {Words::tr("Outcome"), outcomeOf(entry)});
    compared.facts.append({Words::tr("Message"), entry.errorMessage, true});
    return compared;
}

ComparedQuery ComparedQuery::of(const Query &query, const QString &title, const QString &connectionName,
                                TimeRange::Zone zone)
{
    ComparedQuery compared;
    //: %1: a tab’s title
    compared.title = Words::tr("Tab “%1”").arg(title);
    compared.text = query.text;
    compared.language = query.language;
    compared.facts = factsOf(query, connectionName, zone);
    compared.facts.insert(2, {Words::tr("Outcome"), QString(), false, false});
    compared.facts.append({Words::tr("Message"), QString(), true, false});
    return compared;
}

bool isDifferent(const ComparedQuery::Fact &left, const ComparedQuery::Fact &right)
{
    return left.isKnown && right.isKnown && left.value != right.value;
}

} // namespace sonde
