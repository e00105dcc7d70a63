#include "sandbox/sampletables.h"

#include "sandbox/sampleworld.h"

#include <algorithm>
#include <string>

// Windows security events and sign-ins to the directory.
namespace sonde {

namespace {

constexpr int sprayStory = 1;
constexpr int breakInStory = 2; ///< the one password that was right

struct SecurityKind
{
    int id;
    int task;
    std::string_view activity;
};

constexpr SecurityKind logon{4624, 12544, "4624 - An account was successfully logged on."};
constexpr SecurityKind logoff{4634, 12545, "4634 - An account was logged off."};
constexpr SecurityKind failedLogon{4625, 12544, "4625 - An account failed to log on."};
constexpr SecurityKind privileges{4672, 12548, "4672 - Special privileges assigned to new logon."};
constexpr SecurityKind process{4688, 13312, "4688 - A new process has been created."};
constexpr SecurityKind ticket{4769, 14337, "4769 - A Kerberos service ticket was requested."};

struct ProcessStart
{
    std::string_view parent;
    std::string_view child;
    std::string_view command;
};
constexpr std::array<ProcessStart, 5> processStarts{{
    {R"(C:\Windows\System32\services.exe)", R"(C:\Windows\System32\svchost.exe)",
     "svchost.exe -k netsvcs -p"},
    {R"(C:\Windows\System32\svchost.exe)", R"(C:\Windows\System32\taskhostw.exe)", "taskhostw.exe Install"},
    {R"(C:\Windows\explorer.exe)", R"(C:\Windows\System32\mmc.exe)",
     R"(mmc.exe "C:\Windows\system32\eventvwr.msc")"},
    {R"(C:\Windows\explorer.exe)", R"(C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe)",
     "powershell.exe -File backup.ps1"},
    {R"(C:\Windows\System32\svchost.exe)", R"(C:\Windows\System32\wbem\WmiPrvSE.exe)",
     "wmiprvse.exe -secured -Embedding"},
}};

std::string_view logonTypeName(int type)
{
    switch (type) {
    case 2:
        return "2 - Interactive";
    case 3:
        return "3 - Network";
    case 5:
        return "5 - Service";
    case 10:
        return "10 - RemoteInteractive";
    default:
        return "";
    }
}

/// A logon, a logoff or what goes with it, before it is written.
struct Logon
{
    SecurityKind kind = logon;
    std::string computer;
    std::string user;
    std::string address;
    int type = 3;
    bool unknownUser = false;
};

void appendSecurityEvent(SampleAppender &out, Ticks age, const Logon &event, SampleRandom &random,
                         qint64 record)
{
    const std::string account = "CONTOSO\\" + event.user;
    const bool machine = event.user.ends_with('$');
    const bool isLogon = event.kind.id == logon.id || event.kind.id == failedLogon.id;
    const bool isProcess = event.kind.id == process.id;
    const bool failed = event.kind.id == failedLogon.id;
    out.age(age)
        .text(event.computer)
        .integer(event.kind.id)
        .text(event.kind.activity)
        .integer(event.kind.task);
    out.text(failed ? "16" : "8").text(account).text(machine ? "Machine" : "User");
    out.text(isProcess ? std::string() : account).text(isProcess ? std::string() : event.user);
    out.text(isProcess ? "" : "CONTOSO");
    const std::string subject = isProcess ? event.user : std::string("-");
    out.text(isProcess ? account : std::string("-\\-")).text(subject);
    if (isLogon) {
        out.integer(event.type).text(logonTypeName(event.type)).text(event.address);
        out.text(std::to_string(49152 + random.below(16'000)));
        out.text(event.address.starts_with("203.0.113") ? "-"
                                                        : "WS-" + std::to_string(100 + random.below(60)));
        out.text(event.type == 5 ? "Advapi"
                 : failed        ? "NtLmSsp"
                                 : "Kerberos")
            .text(failed ? "NTLM" : "Kerberos");
    } else {
        out.null().text("").text("").text("").text("").text("").text("");
    }
    out.text(failed ? "%%2313" : ""); // unknown user name or bad password
    out.text(failed ? "0xc000006d" : "");
    out.text(!failed ? "" : event.unknownUser ? "0xc0000064" : "0xc000006a");
    const ProcessStart &start = random.pick(processStarts);
    out.text(isProcess ? start.child : "")
        .text(isProcess ? start.parent : "")
        .text(isProcess ? start.command : "");
    out.text(std::to_string(8'000'000 + record));
    out.text(azureResourceId("microsoft.compute/virtualmachines",
                             event.computer.substr(0, event.computer.find('.'))));
    out.endRow();
}

Logon ordinaryLogon(SampleRandom &random)
{
    Logon event;
    const double roll = random.unit();
    event.kind = roll < 0.46   ? logon
                 : roll < 0.70 ? logoff
                 : roll < 0.80 ? process
                 : roll < 0.89 ? privileges
                 : roll < 0.98 ? ticket
                               : failedLogon;
    const auto host = static_cast<std::size_t>(random.below(windowsHostCount));
    event.computer = sampleHosts[event.kind.id == ticket.id ? host % 2 : host].name;
    const bool machine = event.kind.id != failedLogon.id && random.chance(0.35);
    event.user =
        machine
            ? std::string(shortName(sampleHosts[static_cast<std::size_t>(random.below(windowsHostCount))])) +
                  '$'
            : std::string(random.pick(sampleUsers).account);
    static constexpr std::array<int, 6> types{3, 3, 3, 2, 10, 5};
    event.type = machine ? 3 : random.pick(types);
    event.address = "192.0.2." + std::to_string(100 + random.below(100));
    return event;
}

// Every other try hits a name that does not exist; the sprayer guesses them.
std::string sprayedName(int step, SampleRandom &random)
{
    static constexpr std::array<std::string_view, 12> guesses{
        "administrator", "admin",    "backup",    "helpdesk", "test",    "scanner",
        "support",       "sqladmin", "reception", "guest",    "printer", "training"};
    if (step % 2 == 0)
        return std::string(sampleUsers[static_cast<std::size_t>(step / 2) % sampleUsers.size()].account);
    return std::string(random.pick(guesses)) + (random.chance(0.4) ? std::to_string(random.below(20)) : "");
}

std::vector<SampleMoment> passwordSpray(qint64 count, SampleRandom &random)
{
    std::vector<SampleMoment> moments;
    for (qint64 i = 0; i < count; ++i) {
        const Ticks into = story::sprayLasted * i / count + random.below(ticksPerSecond);
        moments.push_back({story::sprayBegan - into, sprayStory, static_cast<int>(i)});
    }
    moments.push_back({story::sprayBegan - story::sprayLasted - ticksPerMinute, breakInStory, 0});
    return moments;
}

struct SigninPlace
{
    std::string_view country;
    std::string_view city;
    std::string_view prefix;
    int system;
};
constexpr std::array<SigninPlace, 4> officePlaces{{{"NL", "Amsterdam", "192.0.2.", 64496},
                                                   {"NL", "Utrecht", "192.0.2.", 64496},
                                                   {"DE", "Hamburg", "198.51.100.", 64497},
                                                   {"PT", "Lisboa", "198.51.100.", 64497}}};
constexpr SigninPlace sprayPlace{"MD", "Tiraspol", "203.0.113.", 64511};

struct SigninApp
{
    std::string_view name;
    std::string_view id;
    std::string_view client;
};
constexpr std::array<SigninApp, 5> signinApps{{
    {"Office 365 Exchange Online", "a1f0c2d4-0000-4000-8000-c0de00000101", "Mobile Apps and Desktop clients"},
    {"Microsoft Teams", "a1f0c2d4-0000-4000-8000-c0de00000102", "Mobile Apps and Desktop clients"},
    {"Contoso Intranet", "a1f0c2d4-0000-4000-8000-c0de00000103", "Browser"},
    {"Azure Portal", "a1f0c2d4-0000-4000-8000-c0de00000104", "Browser"},
    {"Contoso Shop Admin", "a1f0c2d4-0000-4000-8000-c0de00000105", "Browser"},
}};

struct SigninResult
{
    std::string_view code;
    std::string_view text;
};
constexpr SigninResult success{"0", ""};
constexpr SigninResult wrongPassword{"50126",
                                     "Error validating credentials due to invalid username or password."};
constexpr std::array<SigninResult, 3> everydayFailures{{
    wrongPassword,
    {"50140", "This occurred due to 'Keep me signed in' interrupt when the user was signing in."},
    {"50076",
     "Due to a configuration change made by your administrator, or because you moved to a new location, "
     "you must use multi-factor authentication."},
}};

struct Signin
{
    std::string user;
    std::string display;
    std::string address;
    SigninPlace place = officePlaces[0];
    SigninApp app = signinApps[0];
    SigninResult result = success;
    bool risky = false;
};

std::string statusJson(const SigninResult &result)
{
    if (result.code == "0")
        return R"({"errorCode":0,"additionalDetails":"MFA requirement satisfied by claim in the token"})";
    return "{\"errorCode\":" + std::string(result.code) + ",\"failureReason\":\"" + std::string(result.text) +
           "\"}";
}

// The same person has the same id in every row (FNV-1a over the name).
std::string userIdOf(std::string_view user)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char letter : user)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    return "b2000000-0000-4000-8000-" + SampleRandom(hash).hex(12);
}

void appendSignin(SampleAppender &out, Ticks age, const Signin &signin, SampleRandom &random)
{
    const bool browser = signin.app.client == "Browser";
    const std::string principal = signin.user + "@contoso.example";
    out.age(age).age(age + random.below(20 * ticksPerSecond)).text(random.guid()).text(random.guid());
    out.text(principal).text(signin.display).text(signin.display);
    out.text(userIdOf(signin.user)).text(principal).text(signin.address).text(signin.place.country);
    out.text(signin.result.code).text("None").text(signin.result.text).text(statusJson(signin.result));
    out.integer(80 + random.below(900)).text(signin.app.name).text(signin.app.id).text(signin.app.client);
    out.text(browser ? "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36" : "");
    out.boolean(true).text(signin.result.code == "0" ? "success" : "notApplied");
    out.text(signin.risky ? "singleFactorAuthentication" : "multiFactorAuthentication");
    out.text(
        signin.risky
            ? R"({"deviceId":"","operatingSystem":"Linux","browser":"Python Requests 2.31"})"
            : R"({"deviceId":"","operatingSystem":"Windows10","browser":"Edge 126.0","isCompliant":true})");
    out.text("{\"city\":\"" + std::string(signin.place.city) + "\",\"countryOrRegion\":\"" +
             std::string(signin.place.country) + "\"}");
    out.text(signin.risky ? "high" : "none").text(signin.risky ? "high" : "none");
    out.text(signin.risky ? "atRisk" : "none").boolean(signin.risky);
    out.text(std::to_string(signin.place.system)).endRow();
}

Signin ordinarySignin(SampleRandom &random)
{
    Signin signin;
    const SampleUser &user = random.pick(sampleUsers);
    signin.user = user.account;
    signin.display = user.display;
    signin.place = random.pick(officePlaces);
    signin.address = std::string(signin.place.prefix) + std::to_string(100 + random.below(100));
    signin.app = random.pick(signinApps);
    if (random.chance(0.06))
        signin.result = random.pick(everydayFailures);
    return signin;
}

Signin sprayedSignin(const SampleMoment &moment, SampleRandom &random)
{
    Signin signin;
    signin.user = moment.story == breakInStory ? std::string(sampleUsers[sprayedUser].account)
                                               : sprayedName(moment.step, random);
    signin.display =
        moment.story == breakInStory ? std::string(sampleUsers[sprayedUser].display) : signin.user;
    signin.place = sprayPlace;
    signin.address = sprayAddress(moment.step);
    signin.result = moment.story == breakInStory ? success : wrongPassword;
    signin.risky = true;
    return signin;
}

} // namespace

void writeSampleSecurityEvents(SampleAppender &out, qint64 rows, SampleRandom random)
{
    const qint64 sprayed = std::max<qint64>(rows / 40, 24);
    auto moments = ordinaryMoments(rows - sprayed - 1, random);
    mergeMoments(moments, passwordSpray(sprayed, random));
    for (const SampleMoment &moment : moments) {
        Logon event;
        if (moment.story == 0) {
            event = ordinaryLogon(random);
        } else {
            event.kind = moment.story == breakInStory ? logon : failedLogon;
            event.computer = sampleHosts[controllerHost].name;
            event.user = moment.story == breakInStory ? std::string(sampleUsers[sprayedUser].account)
                                                      : sprayedName(moment.step, random);
            event.unknownUser = moment.step % 2 == 1;
            event.address = sprayAddress(moment.step);
        }
        appendSecurityEvent(out, moment.age, event, random, out.rowCount());
    }
}

void writeSampleSignins(SampleAppender &out, qint64 rows, SampleRandom random)
{
    const qint64 sprayed = std::max<qint64>(rows / 20, 24);
    auto moments = ordinaryMoments(rows - sprayed - 1, random);
    mergeMoments(moments, passwordSpray(sprayed, random));
    for (const SampleMoment &moment : moments)
        appendSignin(out, moment.age,
                     moment.story == 0 ? ordinarySignin(random) : sprayedSignin(moment, random), random);
}

} // namespace sonde
