#include "widgets/tourqueries.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TourQueries)
};

using std::chrono::hours;
constexpr auto week = hours(7 * 24);
constexpr auto month = hours(30 * 24);

SampleQuery stop(const QString &title, const QString &story, const QString &text, hours last)
{
    return {title, story, text, QueryLanguage::Kql, TimeRange::last(last)};
}

/// What there is, and where something is wrong.
QList<SampleQuery> overview()
{
    return {
        stop(Words::tr("What there is"),
             Words::tr(
                 "Every workspace begins with this question: which tables have rows, and how new are "
                 "they? The star stands for all tables, and “withsource” names the one a row comes from."),
             QStringLiteral("union withsource = Table *\n"
                            "| summarize Rows = count(), Newest = max(TimeGenerated) by Table\n"
                            "| order by Rows"),
             week),
        stop(Words::tr("Where the errors come from"),
             Words::tr("“where” keeps rows, “summarize” counts them, “top” keeps the largest counts. One "
                       "computer stands out, and its source says disk."),
             QStringLiteral("Event\n"
                            "| where EventLevelName == \"Error\"\n"
                            "| summarize Errors = count() by Computer, Source\n"
                            "| top 10 by Errors"),
             week),
        stop(Words::tr("When it began"),
             Words::tr("“make-series” counts in steps of equal length and writes a zero where nothing "
                       "happened. The errors of the failing disk grow from day to day."),
             QStringLiteral("Event\n"
                            "| where EventLevelName == \"Error\"\n"
                            "| make-series Errors = count() on TimeGenerated\n"
                            "    from ago(7d) to now() step 12h by Computer\n"
                            "| extend Most = tolong(array_sort_desc(Errors)[0])\n"
                            "| top 5 by Most"),
             week),
    };
}

/// The stolen password.
QList<SampleQuery> attack()
{
    return {
        stop(Words::tr("A password spray"),
             Words::tr("Failed logons are everyday life, but not from one network against most accounts. "
                       "Addresses are grouped by the first 24 bits that they have in common."),
             QStringLiteral("SecurityEvent\n"
                            "| where EventID == 4625\n"
                            "| summarize Attempts = count(), Accounts = dcount(Account),\n"
                            "    Addresses = dcount(IpAddress)\n"
                            "    by Network = format_ipv4_mask(IpAddress, 24)\n"
                            "| order by Accounts"),
             week),
        stop(Words::tr("The one that got in"),
             Words::tr("A logon that succeeded from the same network: one password was right. “let” names a "
                       "value that is used further down."),
             QStringLiteral("let network = \"203.0.113.0/24\";\n"
                            "SecurityEvent\n"
                            "| where EventID == 4624 and ipv4_is_in_range(IpAddress, network)\n"
                            "| project TimeGenerated, Computer, Account, IpAddress, LogonTypeName"),
             week),
        stop(Words::tr("The same in the cloud"),
             Words::tr("Sign-ins to the directory hold property bags, whose members follow a dot. The spray "
                       "comes from one city and from no browser at all."),
             QStringLiteral("SigninLogs\n"
                            "| extend City = tostring(LocationDetails.city),\n"
                            "    Browser = tostring(DeviceDetail.browser),\n"
                            "    Code = toint(Status.errorCode)\n"
                            "| where Code != 0\n"
                            "| summarize Failures = count(), Users = dcount(UserPrincipalName)\n"
                            "    by City, Browser\n"
                            "| top 10 by Failures"),
             week),
        stop(Words::tr("A name in every table"),
             Words::tr("“search” looks for a word in all columns of all tables. Where the stolen account "
                       "turns up tells how far its thief went."),
             QStringLiteral("search \"okafor\"\n"
                            "| summarize Rows = count(), First = min(TimeGenerated) by $table\n"
                            "| order by Rows"),
             week),
    };
}

/// What else a day brings.
QList<SampleQuery> everyday()
{
    return {
        stop(Words::tr("Before and after a release"),
             Words::tr("Averages hide what percentiles show: the slowest twentieth of all requests. The new "
                       "version failed more often as well, and was rolled back."),
             QStringLiteral("AppRequests\n"
                            "| summarize Requests = count(),\n"
                            "    percentiles(DurationMs, 50, 95),\n"
                            "    FailedPercent = round(100.0 * countif(Success == false) / count(), 1)\n"
                            "    by AppVersion\n"
                            "| order by AppVersion asc"),
             week),
        stop(Words::tr("Columns out of a text"),
             Words::tr("“parse” takes a message apart along the words that are always the same. What lies "
                       "between them becomes columns, with the types that you ask for."),
             QStringLiteral("Syslog\n"
                            "| where Facility == \"local0\"\n"
                            "| parse SyslogMessage with \"Connect from \" Client \":\" * \" to \" Server "
                            "\":\" Port:int \" "
                            "(\" *\n"
                            "| summarize Connections = count() by Client, Server, Port\n"
                            "| order by Connections"),
             week),
        stop(Words::tr("What it costs"),
             Words::tr("“as” gives rows a name in the middle of a query, and “toscalar” makes one value of "
                       "them. So each table’s volume stands beside its part of the whole."),
             QStringLiteral("Usage\n"
                            "| where IsBillable == true\n"
                            "| summarize Megabytes = sum(Quantity) by DataType\n"
                            "| as Volumes\n"
                            "| extend Percent = round(100 * Megabytes\n"
                            "    / toscalar(Volumes | summarize sum(Megabytes)), 1)\n"
                            "| order by Megabytes"),
             month),
    };
}

} // namespace

QList<SampleQuery> tourQueries()
{
    return overview() + attack() + everyday();
}

} // namespace sonde
