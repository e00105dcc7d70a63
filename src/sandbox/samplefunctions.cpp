#include "sandbox/samplefunctions.h"

namespace sonde {

QList<KqlFunction> sampleFunctions()
{
    const auto security = QStringList{QStringLiteral("Security")};
    const auto machines = QStringList{QStringLiteral("Virtual machines")};
    return {
        {QStringLiteral("FailedLogons"),
         QStringLiteral("network: string = \"0.0.0.0/0\""),
         QStringLiteral("SecurityEvent\n"
                        "| where EventID == 4625 and ipv4_is_in_range(IpAddress, network)\n"
                        "| project TimeGenerated, Computer, Account, IpAddress"),
         QStringLiteral("Logons that failed, of all addresses or of those in a network such as "
                        "203.0.113.0/24."),
         security,
         {}},
        {QStringLiteral("SilentComputers"),
         QStringLiteral("after: timespan = 1h"),
         QStringLiteral("Heartbeat\n"
                        "| summarize LastSeen = max(TimeGenerated) by Computer\n"
                        "| where LastSeen < now() - after"),
         QStringLiteral("Computers of which nothing has been heard for so long."),
         machines,
         {}},
        {QStringLiteral("ErrorsByComputer"),
         QString(),
         QStringLiteral("Event\n"
                        "| where EventLevelName == \"Error\"\n"
                        "| summarize Errors = count() by Computer\n"
                        "| order by Errors"),
         QStringLiteral("How many errors each Windows machine has written."),
         machines,
         {}},
    };
}

} // namespace sonde
