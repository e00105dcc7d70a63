#include "sandbox/sampletables.h"

namespace sonde {

namespace {

using Constant = SampleTable::Constant;

constexpr const char *subscription = "'c4b8a6d2-19e3-4f57-8d06-c0de00000003'";
constexpr const char *workspaceId = "'5e9d7c31-a2f4-46b8-8c15-c0de00000004'";
constexpr const char *tenant = "'3f5d1c9a-7b24-4e68-9a10-c0de00000001'";
constexpr const char *managementGroup = "'AOI-5e9d7c31-a2f4-46b8-8c15-c0de00000004'";

constexpr Constant eventConstants[] = {{"SourceSystem", "'OpsManager'"},
                                       {"ManagementGroupName", managementGroup},
                                       {"_SubscriptionId", subscription}};
constexpr Constant heartbeatConstants[] = {{"SourceSystem", "'OpsManager'"},
                                           {"ManagementGroupName", managementGroup},
                                           {"Category", "'Azure Monitor Agent'"},
                                           {"IsGatewayInstalled", "false"},
                                           {"SubscriptionId", subscription},
                                           {"ResourceGroup", "'contoso-operations'"},
                                           {"ResourceProvider", "'Microsoft.Compute'"},
                                           {"ResourceType", "'virtualMachines'"},
                                           {"ComputerEnvironment", "'Azure'"},
                                           {"Solutions", "'security'"},
                                           {"_SubscriptionId", subscription}};
constexpr Constant perfConstants[] = {
    {"TenantId", workspaceId}, {"SourceSystem", "'OpsManager'"}, {"_SubscriptionId", subscription}};
constexpr Constant syslogConstants[] = {{"SourceSystem", "'Linux'"}, {"_SubscriptionId", subscription}};
constexpr Constant securityConstants[] = {{"TenantId", workspaceId},
                                          {"SourceSystem", "'OpsManager'"},
                                          {"EventSourceName", "'Microsoft-Windows-Security-Auditing'"},
                                          {"Channel", "'Security'"},
                                          {"ManagementGroupName", managementGroup},
                                          {"_SubscriptionId", subscription}};
constexpr Constant signinConstants[] = {{"SourceSystem", "'Azure AD'"},
                                        {"OperationName", "'Sign-in activity'"},
                                        {"OperationVersion", "'1.0'"},
                                        {"Category", "'SignInLogs'"},
                                        {"Level", "'4'"},
                                        {"Resource", "'Microsoft.aadiam'"},
                                        {"ResourceGroup", "'Microsoft.aadiam'"},
                                        {"ResourceDisplayName", "'Microsoft Graph'"},
                                        {"TokenIssuerType", "'AzureAD'"},
                                        {"UserType", "'Member'"},
                                        {"AADTenantId", tenant},
                                        {"HomeTenantId", tenant},
                                        {"ResourceTenantId", tenant}};
constexpr Constant requestConstants[] = {
    {"TenantId", workspaceId},        {"AppRoleName", "'shop-web'"},          {"ClientType", "'Browser'"},
    {"SourceSystem", "'Azure'"},      {"SDKVersion", "'dotnetc:2.22.0-997'"}, {"ItemCount", "1"},
    {"_SubscriptionId", subscription}};
constexpr Constant activityConstants[] = {
    {"TenantId", workspaceId},        {"SourceSystem", "'Azure'"},
    {"SubscriptionId", subscription}, {"ResourceGroup", "'CONTOSO-OPERATIONS'"},
    {"Category", "'Administrative'"}, {"CategoryValue", "'Administrative'"},
    {"Hierarchy", "'contoso'"},       {"_SubscriptionId", subscription}};
constexpr Constant usageConstants[] = {{"SourceSystem", "'OMS'"},
                                       {"Computer", "'Deprecated field: see http://aka.ms/LA-Usage'"},
                                       {"Plan", "'Analytics'"},
                                       {"QuantityUnit", "'MBytes'"},
                                       {"BatchesCapped", "0"},
                                       {"ResourceUri",
                                        "'/subscriptions/c4b8a6d2-19e3-4f57-8d06-c0de00000003/"
                                        "resourcegroups/contoso-operations/providers/"
                                        "microsoft.operationalinsights/workspaces/contoso-logs'"}};

constexpr SampleTable tables[] = {
    {QLatin1StringView("Event"), 0.075,
     "TimeGenerated Source EventLog Computer EventLevel EventLevelName EventID EventCategory UserName "
     "RenderedDescription EventData ParameterXml _ResourceId",
     eventConstants, writeSampleEvents},
    {QLatin1StringView("Heartbeat"), 0.15,
     "TimeGenerated Computer ComputerIP OSType OSName OSMajorVersion OSMinorVersion Version "
     "RemoteIPLongitude "
     "RemoteIPLatitude RemoteIPCountry Resource ResourceId VMUUID ComputerPrivateIPs _ResourceId",
     heartbeatConstants, writeSampleHeartbeats},
    {QLatin1StringView("Perf"), 0.34,
     "TimeGenerated Computer ObjectName CounterName InstanceName CounterValue CounterPath _ResourceId",
     perfConstants, writeSamplePerf},
    {QLatin1StringView("Syslog"), 0.06,
     "TimeGenerated EventTime Computer HostName HostIP Facility SeverityLevel ProcessName ProcessID "
     "SyslogMessage "
     "_ResourceId",
     syslogConstants, writeSampleSyslog},
    {QLatin1StringView("SecurityEvent"), 0.18,
     "TimeGenerated Computer EventID Activity Task Level Account AccountType TargetAccount TargetUserName "
     "TargetDomainName SubjectAccount SubjectUserName LogonType LogonTypeName IpAddress IpPort "
     "WorkstationName "
     "LogonProcessName AuthenticationPackageName FailureReason Status SubStatus NewProcessName "
     "ParentProcessName "
     "CommandLine EventRecordId _ResourceId",
     securityConstants, writeSampleSecurityEvents},
    {QLatin1StringView("SigninLogs"), 0.035,
     "TimeGenerated CreatedDateTime Id CorrelationId UserPrincipalName UserDisplayName Identity UserId "
     "AlternateSignInName IPAddress Location ResultType ResultSignature ResultDescription Status DurationMs "
     "AppDisplayName AppId ClientAppUsed UserAgent IsInteractive ConditionalAccessStatus "
     "AuthenticationRequirement "
     "DeviceDetail LocationDetails RiskLevelDuringSignIn RiskLevelAggregated RiskState IsRisky "
     "AutonomousSystemNumber",
     signinConstants, writeSampleSignins},
    {QLatin1StringView("AzureActivity"), 0.01,
     "TimeGenerated EventSubmissionTimestamp OperationName OperationNameValue Level ActivityStatus "
     "ActivityStatusValue ActivitySubstatusValue Caller CallerIpAddress Resource ResourceProvider "
     "ResourceProviderValue CorrelationId OperationId EventDataId Properties Properties_d _ResourceId",
     activityConstants, writeSampleActivity},
    {QLatin1StringView("AppRequests"), 0.13,
     "TimeGenerated Id Name Url Success ResultCode DurationMs OperationName OperationId ParentId SessionId "
     "UserId "
     "AppVersion AppRoleInstance ClientOS ClientBrowser ClientIP ClientCity ClientCountryOrRegion Properties "
     "Measurements _ResourceId",
     requestConstants, writeSampleAppRequests},
    {QLatin1StringView("Usage"), 0.02,
     "TimeGenerated StartTime EndTime DataType Solution Quantity IsBillable TotalBatches BatchesWithinSla "
     "BatchesOutsideSla AvgLatencyInSeconds",
     usageConstants, writeSampleUsage},
};

} // namespace

std::span<const SampleTable> sampleTables()
{
    return tables;
}

} // namespace sonde
