#include "sandbox/samplesearches.h"

namespace sonde {

QList<SampleSearch> sampleSearches()
{
    const QString machines = QStringLiteral("Virtual machines");
    const QString security = QStringLiteral("Security");
    return {
        {QStringLiteral("machines|errors-by-source"), machines, QStringLiteral("Errors by source"),
         QStringLiteral("Event\n| where EventLevelName == \"Error\"\n| summarize Errors = count() by Source\n"
                        "| order by Errors")},
        {QStringLiteral("machines|last-heartbeat"), machines,
         QStringLiteral("Last heartbeat of each computer"),
         QStringLiteral("Heartbeat\n| summarize LastSeen = max(TimeGenerated) by Computer\n"
                        "| order by LastSeen asc")},
        {QStringLiteral("security|failed-logons-by-address"), security,
         QStringLiteral("Failed logons by address"),
         QStringLiteral("FailedLogons()\n| summarize Times = count() by IpAddress\n| order by Times")},
        {QStringLiteral("usage|volume-by-table"), QStringLiteral("Usage"), QStringLiteral("Volume by table"),
         QStringLiteral("Usage\n| summarize Megabytes = sum(Quantity) by DataType\n| order by Megabytes")},
    };
}

} // namespace sonde
