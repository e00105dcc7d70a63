#include "widgets/samplequeries.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SampleQueries)
};

SampleQuery kql(const QString &title, const QString &story, const QString &text, std::chrono::hours last)
{
    return {title, story, text, QueryLanguage::Kql, TimeRange::last(last)};
}

} // namespace

QList<SampleQuery> sampleQueries()
{
    using std::chrono::hours;
    constexpr auto day = hours(24);
    const SampleQuery failingDisk =
        kql(Words::tr("Errors by computer"),
            Words::tr("One host writes far more errors than the others: its disk is failing."),
            QStringLiteral("Event\n"
                           "| where EventLevelName == \"Error\"\n"
                           "| summarize Errors = count() by Computer, Source\n"
                           "| top 10 by Errors"),
            7 * day);
    const SampleQuery passwordSpray =
        kql(Words::tr("Failed logons by address"),
            Words::tr("Addresses of one network try many accounts, once or twice each: a password spray."),
            QStringLiteral("SecurityEvent\n"
                           "| where EventID == 4625\n"
                           "| summarize Attempts = count(),\n"
                           "    Accounts = dcount(Account) by IpAddress\n"
                           "| top 20 by Attempts"),
            7 * day);
    const SampleQuery slowDeploy =
        kql(Words::tr("Latency by hour"),
            Words::tr("Requests take longer and fail more often after a new version went live."),
            QStringLiteral("AppRequests\n"
                           "| summarize Failed = countif(Success == false),\n"
                           "    AverageMs = avg(DurationMs)\n"
                           "    by bin(TimeGenerated, 1h)\n"
                           "| order by TimeGenerated asc"),
            7 * day);
    const SampleQuery silentHosts =
        kql(Words::tr("Silent computers"),
            Words::tr("Computers send a heartbeat every few minutes; the quietest stand first."),
            QStringLiteral("Heartbeat\n"
                           "| summarize LastSeen = max(TimeGenerated) by Computer\n"
                           "| extend Silent = LastSeen < ago(1h)\n"
                           "| order by LastSeen asc"),
            7 * day);
    const SampleQuery dataVolume = kql(Words::tr("Data volume by table"),
                                       Words::tr("What each table costs: its size over the last 30 days."),
                                       QStringLiteral("Usage\n"
                                                      "| where IsBillable == true\n"
                                                      "| summarize Megabytes = sum(Quantity) by DataType\n"
                                                      "| order by Megabytes"),
                                       30 * day);
    const SampleQuery classic{
        Words::tr("A classic search"),
        Words::tr("The language of the Log Search API of 2015: field=value, and records whose "
                  "fields differ."),
        QStringLiteral("Type=Event EventLevelName=Error"), QueryLanguage::Classic, TimeRange::last(day)};
    return {failingDisk, passwordSpray, slowDeploy, silentHosts, dataVolume, classic};
}

} // namespace sonde
