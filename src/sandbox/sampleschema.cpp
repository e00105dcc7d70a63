#include "sandbox/sampleschema.h"

namespace sonde {

namespace {

// Names, types and order of the columns of Azure Monitor's tables. A name without a type is a string. Perf
// has a Type column like all others, though the reference leaves it out.
struct TableFacts
{
    QLatin1StringView name;
    const char *columns;
};

constexpr TableFacts facts[] = {
    {QLatin1StringView("AppRequests"),
     "TenantId TimeGenerated:datetime Id Source Name Url Success:bool ResultCode DurationMs:real "
     "Properties:dynamic Measurements:dynamic OperationName OperationId ParentId SyntheticSource SessionId "
     "UserId UserAuthenticatedId UserAccountId AppVersion AppRoleName AppRoleInstance ClientType "
     "ClientModel ClientOS ClientIP ClientCity ClientStateOrProvince ClientCountryOrRegion ClientBrowser "
     "ResourceGUID IKey SDKVersion ItemCount:int ReferencedItemId ReferencedType SourceSystem Type "
     "_IsBillable _BilledSize:real _ResourceId _SubscriptionId"},
    {QLatin1StringView("AzureActivity"),
     "OperationName OperationNameValue Level ActivityStatus ActivityStatusValue ActivitySubstatus "
     "ActivitySubstatusValue ResourceGroup SubscriptionId CorrelationId Caller CallerIpAddress Category "
     "CategoryValue HTTPRequest Properties EventSubmissionTimestamp:datetime Authorization ResourceId "
     "OperationId ResourceProvider ResourceProviderValue Resource EventDataId TenantId "
     "TimeGenerated:datetime SourceSystem Authorization_d:dynamic Claims Claims_d:dynamic "
     "Properties_d:dynamic Hierarchy Type _IsBillable _BilledSize:real _ResourceId _SubscriptionId"},
    {QLatin1StringView("Event"),
     "SourceSystem TimeGenerated:datetime Source EventLog Computer EventLevel:int EventLevelName "
     "ParameterXml EventData EventID:int RenderedDescription AzureDeploymentID Role EventCategory:int "
     "UserName Message ManagementGroupName Type _IsBillable _BilledSize:real _ResourceId _SubscriptionId"},
    {QLatin1StringView("Heartbeat"),
     "SourceSystem TimeGenerated:datetime ManagementGroupName ComputerIP Computer Category OSType OSName "
     "OSMajorVersion OSMinorVersion Version SCAgentChannel IsGatewayInstalled:bool RemoteIPLongitude:real "
     "RemoteIPLatitude:real RemoteIPCountry SubscriptionId ResourceGroup ResourceProvider Resource "
     "ResourceId ResourceType ComputerEnvironment Solutions VMUUID ComputerPrivateIPs:dynamic Type "
     "_IsBillable _BilledSize:real _ResourceId _SubscriptionId"},
    {QLatin1StringView("Perf"),
     "TenantId TimeGenerated:datetime Computer ObjectName CounterName InstanceName CounterValue:real "
     "CounterPath SourceSystem Min:real Max:real BucketStartTime:datetime BucketEndTime:datetime "
     "StandardDeviation:real SampleCount:int _IsBillable _BilledSize:real _ResourceId _SubscriptionId Type"},
    {QLatin1StringView("SecurityEvent"),
     "TenantId TimeGenerated:datetime SourceSystem Account AccountType Computer EventSourceName Channel "
     "Task:int Level EventData EventID:int Activity StorageAccount AzureDeploymentID AccessMask "
     "AccountDomain AccountExpires AccountName AccountSessionIdentifier AdditionalInfo AdditionalInfo2 "
     "AllowedToDelegateTo Attributes AuditPolicyChanges AuditsDiscarded:int AuthenticationLevel:int "
     "AuthenticationPackageName AuthenticationProvider AuthenticationServer AuthenticationService:int "
     "AuthenticationType CACertificateHash CalledStationID CallerProcessId CallerProcessName "
     "CallingStationID CAPublicKeyHash CategoryId CertificateDatabaseHash ClassId ClassName ClientAddress "
     "ClientIPAddress ClientName CommandLine CompatibleIds DCDNSName DeviceDescription DeviceId "
     "DisplayName Disposition DomainBehaviorVersion DomainName DomainPolicyChanged DomainSid EAPType "
     "ElevatedToken ErrorCode:int ExtendedQuarantineState FailureReason FileHash FilePath FilePathNoUser "
     "Filter ForceLogoff Fqbn FullyQualifiedSubjectMachineName FullyQualifiedSubjectUserName "
     "GroupMembership HandleId HardwareIds HomeDirectory HomePath InterfaceUuid IpAddress IpPort "
     "KeyLength:int LmPackageName LocationInformation LockoutDuration LockoutObservationWindow "
     "LockoutThreshold LoggingResult LogonGuid LogonHours LogonID LogonProcessName LogonType:int "
     "LogonTypeName MachineAccountQuota MachineInventory MachineLogon MandatoryLabel MaxPasswordAge "
     "MemberName MemberSid MinPasswordAge MinPasswordLength MixedDomainMode NASIdentifier NASIPv4Address "
     "NASIPv6Address NASPort NASPortType NetworkPolicyName NewDate NewMaxUsers NewProcessId NewProcessName "
     "NewRemark NewShareFlags NewTime NewUacValue NewValue NewValueType ObjectName ObjectServer ObjectType "
     "ObjectValueName OemInformation OldMaxUsers OldRemark OldShareFlags OldUacValue OldValue OldValueType "
     "OperationType PackageName ParentProcessName PasswordHistoryLength PasswordLastSet PasswordProperties "
     "PreviousDate PreviousTime PrimaryGroupId PrivateKeyUsageCount PrivilegeList Process ProcessId "
     "ProcessName Properties ProfilePath ProtocolSequence ProxyPolicyName QuarantineHelpURL "
     "QuarantineSessionID QuarantineSessionIdentifier QuarantineState QuarantineSystemHealthResult "
     "RelativeTargetName RemoteIpAddress RemotePort Requester RequestId RestrictedAdminMode RowsDeleted "
     "SamAccountName ScriptPath SecurityDescriptor ServiceAccount ServiceFileName ServiceName "
     "ServiceStartType:int ServiceType SessionName ShareLocalPath ShareName SidHistory Status "
     "SubjectAccount SubcategoryGuid SubcategoryId Subject SubjectDomainName SubjectKeyIdentifier "
     "SubjectLogonId SubjectMachineName SubjectMachineSID SubjectUserName SubjectUserSid SubStatus TableId "
     "TargetAccount TargetDomainName TargetInfo TargetLinkedLogonId TargetLogonGuid TargetLogonId "
     "TargetOutboundDomainName TargetOutboundUserName TargetServerName TargetSid TargetUser TargetUserName "
     "TargetUserSid TemplateContent TemplateDSObjectFQDN TemplateInternalName TemplateOID "
     "TemplateSchemaVersion TemplateVersion TokenElevationType TransmittedServices UserAccountControl "
     "UserParameters UserPrincipalName UserWorkstations VirtualAccount VendorIds Workstation "
     "WorkstationName EventLevelName SourceComputerId ManagementGroupName SystemUserId Version:int Opcode "
     "Keywords Correlation SystemProcessId:int SystemThreadId:int EventRecordId Type _IsBillable "
     "_BilledSize:real _ResourceId _SubscriptionId AccessList"},
    {QLatin1StringView("SigninLogs"),
     "SourceSystem TimeGenerated:datetime ResourceId OperationName OperationVersion Category ResultType "
     "ResultSignature ResultDescription DurationMs:long CorrelationId Resource ResourceGroup "
     "ResourceProvider Identity Level Location AlternateSignInName AppDisplayName AppId "
     "AuthenticationContextClassReferences AuthenticationDetails AppliedEventListeners:dynamic "
     "AuthenticationMethodsUsed AuthenticationProcessingDetails AuthenticationRequirement "
     "AuthenticationRequirementPolicies ClientAppUsed ConditionalAccessPolicies:dynamic "
     "ConditionalAccessStatus CreatedDateTime:datetime DeviceDetail:dynamic IsInteractive:bool Id "
     "IPAddress IsRisky:bool LocationDetails:dynamic MfaDetail:dynamic NetworkLocationDetails "
     "OriginalRequestId ProcessingTimeInMilliseconds RiskDetail RiskEventTypes RiskEventTypes_V2 "
     "RiskLevelAggregated RiskLevelDuringSignIn RiskState ResourceDisplayName ResourceIdentity "
     "ResourceServicePrincipalId ServicePrincipalId ServicePrincipalName Status:dynamic TokenIssuerName "
     "TokenIssuerType UserAgent UserDisplayName UserId UserPrincipalName AADTenantId UserType "
     "FlaggedForReview:bool IPAddressFromResourceProvider SignInIdentifier SignInIdentifierType "
     "ResourceTenantId HomeTenantId UniqueTokenIdentifier SessionId SessionLifetimePolicies "
     "AutonomousSystemNumber AuthenticationProtocol CrossTenantAccessType AuthenticationAppDeviceDetails "
     "AuthenticationAppPolicyEvaluationDetails ClientCredentialType FederatedCredentialId "
     "GlobalSecureAccessIpAddress HomeTenantName IncomingTokenType IsTenantRestricted:bool "
     "IsThroughGlobalSecureAccess:bool OriginalTransferMethod TokenProtectionStatusDetails:dynamic "
     "AppOwnerTenantId ResourceOwnerTenantId Agent:dynamic SourceAppClientId ConditionalAccessAudiences "
     "AuthenticatorAppLocation AppliedConditionalAccessPolicies RiskLevel Type _IsBillable "
     "_BilledSize:real"},
    {QLatin1StringView("Syslog"),
     "SourceSystem TimeGenerated:datetime Computer EventTime:datetime Facility HostName SeverityLevel "
     "SyslogMessage ProcessID:int HostIP ProcessName CollectorHostName Type _IsBillable _BilledSize:real "
     "_ResourceId _SubscriptionId"},
    {QLatin1StringView("Usage"),
     "Computer TimeGenerated:datetime Plan SourceSystem StartTime:datetime EndTime:datetime ResourceUri "
     "LinkedResourceUri DataType Solution BatchesWithinSla:long BatchesOutsideSla:long BatchesCapped:long "
     "TotalBatches:long AvgLatencyInSeconds:real Quantity:real QuantityUnit IsBillable:bool MeterId "
     "LinkedMeterId Type _IsBillable _BilledSize:real"},
};

} // namespace

QList<ColumnHeader> sampleColumns(QLatin1StringView table)
{
    QList<ColumnHeader> columns;
    for (const TableFacts &fact : facts) {
        if (fact.name != table)
            continue;
        const QStringList words = QString::fromLatin1(fact.columns).split(u' ');
        for (const QString &word : words) {
            const auto colon = word.indexOf(u':');
            const auto type =
                colon < 0 ? ColumnType::String : *columnTypeFromName(word.mid(colon + 1).toStdString());
            columns.append({word.left(colon), type});
        }
    }
    return columns;
}

} // namespace sonde
