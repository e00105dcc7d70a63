#include "sandbox/sampletables.h"

#include "sandbox/sampleworld.h"

#include <algorithm>
#include <string>

// Windows event log, heartbeats, performance counters and syslog.
namespace sonde {

namespace {

struct EventKind
{
    std::string_view source;
    std::string_view log;
    int id;
    int level; ///< 1 error, 2 warning, 4 information
    std::string_view text;
    std::string_view data; ///< of EventData; empty for events that have none
};

// The last stand for the frequent ones: the later in the list, the more often.
constexpr std::array<EventKind, 16> eventKinds{{
    {"Schannel", "System", 36887, 1,
     "A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 40.",
     "<EventData><Data Name=\"AlertDesc\">40</Data></EventData>"},
    {"MSSQLSERVER", "Application", 18456, 1,
     "Login failed for user 'reporting'. Reason: Password did not match that for the login provided.", ""},
    {"Application Error", "Application", 1000, 1,
     "Faulting application name: PrintIsolationHost.exe, version: 10.0.20348.1, exception code: 0xc0000005.",
     ""},
    {"Service Control Manager", "System", 7031, 1,
     "The Print Spooler service terminated unexpectedly. It has done this 1 time(s).",
     "<EventData><Data Name=\"param1\">Print Spooler</Data><Data Name=\"param2\">1</Data></EventData>"},
    {"DistributedCOM", "System", 10016, 2,
     "The application-specific permission settings do not grant Local Activation permission for the COM "
     "Server application.",
     ""},
    {"Time-Service", "System", 36, 2,
     "The time service has not synchronized the system time for the last 86400 seconds.", ""},
    {"DNS Client Events", "System", 1014, 2,
     "Name resolution for the name intranet.contoso.example timed out after none of the configured DNS "
     "servers responded.",
     "<EventData><Data Name=\"QueryName\">intranet.contoso.example</Data></EventData>"},
    {"User Profile Service", "Application", 1530, 2,
     "Windows detected your registry file is still in use by other applications or services.", ""},
    {"Kernel-General", "System", 16, 4,
     "The access history in hive was cleared updating 14 keys and creating 2 modified pages.", ""},
    {"WindowsUpdateClient", "System", 19, 4,
     "Installation Successful: Windows successfully installed the following update: Security Intelligence "
     "Update.",
     ""},
    {"MSSQLSERVER", "Application", 18264, 4,
     "Database backed up. Database: orders, creation date(time): 2024/03/12(09:14:22).", ""},
    {"Group Policy", "System", 1502, 4,
     "The Group Policy settings for the computer were processed successfully.", ""},
    {"Service Control Manager", "System", 7036, 4,
     "The Windows Modules Installer service entered the stopped state.",
     "<EventData><Data Name=\"param1\">Windows Modules Installer</Data><Data "
     "Name=\"param2\">stopped</Data></EventData>"},
    {"Service Control Manager", "System", 7036, 4, "The Windows Update service entered the running state.",
     "<EventData><Data Name=\"param1\">Windows Update</Data><Data "
     "Name=\"param2\">running</Data></EventData>"},
    {"ESENT", "Application", 326, 4,
     "The database engine attached a database (1, C:\\Windows\\system32\\LogFiles\\Sum\\Current.mdb).", ""},
    {"Security-SPP", "Application", 16384, 4,
     "Successfully scheduled Software Protection service for re-start.", ""},
}};

// What the failing disk of FILE-01 says, from the first retries to bad blocks.
constexpr std::array<EventKind, 4> diskKinds{{
    {"disk", "System", 153, 2,
     "The IO operation at logical block address 0x1e4f2a8 for Disk 1 (PDO name: \\Device\\00000041) was "
     "retried.",
     "<EventData><Data>\\Device\\Harddisk1\\DR1</Data><Data>0x1e4f2a8</Data></EventData>"},
    {"disk", "System", 51, 2,
     "An error was detected on device \\Device\\Harddisk1\\DR1 during a paging operation.",
     "<EventData><Data>\\Device\\Harddisk1\\DR1</Data></EventData>"},
    {"disk", "System", 7, 1, "The device, \\Device\\Harddisk1\\DR1, has a bad block.",
     "<EventData><Data>\\Device\\Harddisk1\\DR1</Data></EventData>"},
    {"Ntfs", "System", 55, 1, "A corruption was discovered in the file system structure on volume D:.",
     "<EventData><Data Name=\"DriveName\">D:</Data></EventData>"},
}};

constexpr int diskStory = 1;

std::string_view levelName(int level)
{
    return level == 1 ? "Error" : level == 2 ? "Warning" : "Information";
}

std::string machineId(const SampleHost &host)
{
    return azureResourceId("microsoft.compute/virtualmachines", shortName(host));
}

// Events of the disk come ever denser: their distance in time shrinks with the square of what is left.
std::vector<SampleMoment> diskFailure(qint64 count, SampleRandom &random)
{
    std::vector<SampleMoment> moments;
    for (qint64 i = 0; i < count; ++i) {
        const double left = 1.0 - static_cast<double>(i) / static_cast<double>(count);
        const double age = static_cast<double>(story::diskFailureBegan - story::newest) * left * left;
        const auto jittered = static_cast<Ticks>(age * random.between(0.97, 1.0));
        moments.push_back(
            {story::newest + jittered, diskStory, static_cast<int>(100 * i / std::max<qint64>(count, 1))});
    }
    return moments;
}

// Errors are rarer than warnings, warnings rarer than the rest, and some machines have more of them.
const EventKind &ordinaryEvent(SampleRandom &random)
{
    const double kind = random.unit();
    if (kind < 0.09)
        return eventKinds[static_cast<std::size_t>(random.below(4))];
    if (kind < 0.24)
        return eventKinds[static_cast<std::size_t>(4 + random.below(4))];
    return eventKinds[static_cast<std::size_t>(8 + random.below(8))];
}

const SampleHost &ordinaryWindowsHost(SampleRandom &random)
{
    const auto first = random.below(static_cast<std::int64_t>(windowsHostCount));
    const auto second = random.below(static_cast<std::int64_t>(windowsHostCount));
    return sampleHosts[static_cast<std::size_t>(std::max(first, second))];
}

void appendEvent(SampleAppender &out, Ticks age, const SampleHost &host, const EventKind &kind,
                 SampleRandom &random)
{
    const bool byUser = kind.log == "Application" && random.chance(0.3);
    out.age(age).text(kind.source).text(kind.log).text(host.name);
    out.integer(kind.level).text(levelName(kind.level)).integer(kind.id).integer(0);
    out.text(byUser ? "CONTOSO\\" + std::string(random.pick(sampleUsers).account) : std::string("N/A"));
    out.text(kind.text).text(kind.data);
    out.text(kind.data.empty() ? std::string() : "<Param>" + std::to_string(kind.id) + "</Param>");
    out.text(machineId(host)).endRow();
}

struct Counter
{
    std::string_view object;
    std::string_view name;
    std::string_view instance;
    double typical;
    double spread;
    bool followsLoad;
};

constexpr std::array<Counter, 7> windowsCounters{{
    {"Processor", "% Processor Time", "_Total", 24, 14, true},
    {"Memory", "Available MBytes", "", 9200, 1400, false},
    {"Memory", "% Committed Bytes In Use", "", 46, 6, true},
    {"LogicalDisk", "% Free Space", "C:", 41, 1, false},
    {"LogicalDisk", "Avg. Disk Queue Length", "D:", 0.4, 0.3, true},
    {"LogicalDisk", "Disk Transfers/sec", "D:", 120, 70, true},
    {"Network Adapter", "Bytes Total/sec", "Ethernet", 1.9e6, 1.1e6, true},
}};
constexpr std::array<Counter, 5> linuxCounters{{
    {"Processor", "% Processor Time", "total", 31, 16, true},
    {"Memory", "Available MBytes Memory", "Memory", 5100, 900, false},
    {"Memory", "% Used Memory", "Memory", 58, 8, true},
    {"Logical Disk", "% Used Space", "/", 63, 1, false},
    {"Network", "Total Bytes Transmitted", "eth0", 8.4e8, 3e8, true},
}};

bool isPercentage(const Counter &counter)
{
    return counter.name.find('%') != std::string_view::npos;
}

double counterValue(const Counter &counter, std::size_t host, Ticks age, SampleRandom &random)
{
    const double load = counter.followsLoad ? 0.55 + 0.45 * busyness(age) : 1.0;
    double value = random.around(counter.typical * load, counter.spread);
    const bool disk = counter.object == "LogicalDisk" && counter.instance == "D:";
    if (host == failingDiskHost && disk && age < story::diskQueueGrew) {
        const double progress = 1.0 - static_cast<double>(age) / static_cast<double>(story::diskQueueGrew);
        // Requests pile up while fewer and fewer get through.
        value = counter.name == "Avg. Disk Queue Length" ? value + 38 * progress * progress + random.unit()
                                                         : value * (1.0 - 0.85 * progress);
    }
    value = std::max(value, 0.0);
    return isPercentage(counter) ? std::min(value, 100.0) : value;
}

void appendCounter(SampleAppender &out, Ticks age, std::size_t index, const Counter &counter,
                   SampleRandom &random)
{
    const SampleHost &host = sampleHosts[index];
    std::string path = "\\\\" + std::string(host.name) + '\\' + std::string(counter.object);
    if (!counter.instance.empty())
        path += '(' + std::string(counter.instance) + ')';
    path += '\\' + std::string(counter.name);
    out.age(age).text(host.name).text(counter.object).text(counter.name).text(counter.instance);
    out.real(counterValue(counter, index, age, random)).text(path).text(machineId(host)).endRow();
}

struct SyslogKind
{
    std::string_view facility;
    std::string_view severity;
    std::string_view process;
    std::string_view text;
};

constexpr std::array<SyslogKind, 12> syslogKinds{{
    {"auth", "err", "sshd", "error: kex_exchange_identification: Connection closed by remote host"},
    {"kern", "warning", "kernel",
     "TCP: request_sock_TCP: Possible SYN flooding on port 8443. Sending cookies."},
    {"daemon", "warning", "redis-server",
     "WARNING overcommit_memory is set to 0. Background save may fail under low memory condition."},
    {"auth", "info", "sshd", "Accepted publickey for deploy from 198.51.100.7 port 50122 ssh2: ED25519"},
    {"cron", "info", "CRON", "(root) CMD (command -v debian-sa1 > /dev/null && debian-sa1 1 1)"},
    {"daemon", "info", "systemd", "Started Daily apt download activities."},
    {"daemon", "info", "systemd", "logrotate.service: Deactivated successfully."},
    {"daemon", "notice", "nginx", "signal process started"},
    {"authpriv", "info", "sudo", "pam_unix(sudo:session): session opened for user root by deploy(uid=1000)"},
    {"local0", "info", "haproxy", "Connect from 198.51.100.7:41990 to 198.51.100.10:8443 (api/HTTP)"},
    {"user", "info", "rabbitmq-server",
     "accepting AMQP connection 198.51.100.11:55870 -> 198.51.100.30:5672"},
    {"daemon", "debug", "agent", "heartbeat sent"},
}};

} // namespace

void writeSampleEvents(SampleAppender &out, qint64 rows, SampleRandom random)
{
    const qint64 disk = std::max<qint64>(rows / 20, 12);
    auto moments = ordinaryMoments(rows - disk, random);
    mergeMoments(moments, diskFailure(disk, random));
    for (const SampleMoment &moment : moments) {
        if (moment.story == diskStory) {
            // Bad blocks take over from mere retries as the failure goes on.
            const bool late = random.below(100) < moment.step;
            const auto kind = static_cast<std::size_t>((late ? 2 : 0) + (random.chance(0.25) ? 1 : 0));
            appendEvent(out, moment.age, sampleHosts[failingDiskHost], diskKinds[kind], random);
        } else {
            const EventKind &kind = ordinaryEvent(random);
            appendEvent(out, moment.age, ordinaryWindowsHost(random), kind, random);
        }
    }
}

void writeSampleHeartbeats(SampleAppender &out, qint64 rows, SampleRandom random)
{
    const auto hosts = static_cast<qint64>(sampleHosts.size());
    const qint64 beats = std::max<qint64>(rows / hosts, 2);
    const Ticks interval = (story::span - story::newest) / beats;
    std::array<std::string, sampleHosts.size()> ids;
    for (auto &id : ids)
        id = random.guid();
    for (qint64 beat = beats - 1; beat >= 0; --beat) {
        for (std::size_t index = 0; index < sampleHosts.size(); ++index) {
            const SampleHost &host = sampleHosts[index];
            const Ticks stagger = static_cast<Ticks>(index) * ticksPerSecond * 4;
            const Ticks age = story::newest + beat * interval + stagger + random.below(2 * ticksPerSecond);
            if (index == silentHost && age < story::hostFellSilent)
                continue;
            const std::string address(host.address);
            out.age(age).text(host.name).text(address).text(host.windows ? "Windows" : "Linux");
            out.text(host.windows ? "Windows Server 2022 Datacenter" : "Debian GNU/Linux 12 (bookworm)");
            out.text(host.windows ? "10" : "12").text(host.windows ? "0" : "9").text("1.31.0.0");
            out.real(4.9).real(52.37).text("Netherlands").text(shortName(host));
            out.text(machineId(host))
                .text(ids[index])
                .text("[\"" + address + "\"]")
                .text(machineId(host))
                .endRow();
        }
    }
}

void writeSamplePerf(SampleAppender &out, qint64 rows, SampleRandom random)
{
    constexpr auto series =
        static_cast<qint64>(windowsHostCount * windowsCounters.size() +
                            (sampleHosts.size() - windowsHostCount) * linuxCounters.size());
    const qint64 samples = std::max<qint64>(rows / series, 2);
    const Ticks interval = (story::span - story::newest) / samples;
    for (qint64 sample = samples - 1; sample >= 0; --sample) {
        for (std::size_t index = 0; index < sampleHosts.size(); ++index) {
            const Ticks age = story::newest + sample * interval + random.below(10 * ticksPerSecond);
            if (index == silentHost && age < story::hostFellSilent)
                continue;
            if (sampleHosts[index].windows) {
                for (const Counter &counter : windowsCounters)
                    appendCounter(out, age, index, counter, random);
            } else {
                for (const Counter &counter : linuxCounters)
                    appendCounter(out, age, index, counter, random);
            }
        }
    }
}

void writeSampleSyslog(SampleAppender &out, qint64 rows, SampleRandom random)
{
    for (const SampleMoment &moment : ordinaryMoments(rows, random)) {
        auto index = windowsHostCount + static_cast<std::size_t>(random.below(static_cast<std::int64_t>(
                                            sampleHosts.size() - windowsHostCount)));
        if (index == silentHost && moment.age < story::hostFellSilent)
            index = windowsHostCount;
        const SampleHost &host = sampleHosts[index];
        // Troubles are few: the head of the list is reached by two low rolls only.
        const auto kinds = static_cast<std::int64_t>(syslogKinds.size());
        const auto kind = std::max(random.below(kinds), random.below(kinds));
        const SyslogKind &syslog = syslogKinds[static_cast<std::size_t>(kind)];
        const Ticks collected = moment.age + random.below(3 * ticksPerSecond);
        out.age(moment.age).age(collected).text(host.name).text(shortName(host)).text(host.address);
        out.text(syslog.facility).text(syslog.severity).text(syslog.process);
        if (syslog.process == "kernel")
            out.null();
        else
            out.integer(400 + random.below(30'000));
        out.text(syslog.text).text(machineId(host)).endRow();
    }
}

} // namespace sonde
