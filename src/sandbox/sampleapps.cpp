#include "sandbox/sampletables.h"

#include "sandbox/sampleworld.h"

#include <algorithm>
#include <string>

// Requests to the web shop, the resource manager's activity log, and how much of each table was ingested.
namespace sonde {

namespace {

struct Operation
{
    std::string_view name;
    std::string_view path;
    double typicalMs;
};
constexpr std::array<Operation, 8> operations{{
    {"GET Home/Index", "/", 38},
    {"GET Products/List", "/products", 64},
    {"GET Products/Details", "/products/", 52},
    {"GET Search/Query", "/search?q=", 118},
    {"GET Basket/Show", "/basket", 46},
    {"POST Basket/Add", "/basket/items", 71},
    {"POST Checkout/Submit", "/checkout", 214},
    {"GET Health/Live", "/health", 3},
}};
constexpr std::size_t checkout = 6;

struct Visitor
{
    std::string_view city;
    std::string_view country;
};
constexpr std::array<Visitor, 6> visitors{{{"Amsterdam", "Netherlands"},
                                           {"Ghent", "Belgium"},
                                           {"Hamburg", "Germany"},
                                           {"Porto", "Portugal"},
                                           {"Leeds", "United Kingdom"},
                                           {"Malmo", "Sweden"}}};
constexpr std::array<std::string_view, 3> browsers{"Edge 126.0", "Firefox 127.0", "Safari 17.5"};
constexpr std::array<std::string_view, 3> systems{"Windows 10", "Mac OS X 10.15", "Android 14"};

bool isBadRelease(Ticks age)
{
    return age <= story::deployed && age > story::rolledBack;
}

std::string resultCodeOf(const Operation &operation, bool bad, SampleRandom &random)
{
    const bool heavy = operation.typicalMs > 60;
    if (random.chance(bad && heavy ? 0.14 : 0.003))
        return "500";
    if (random.chance(0.012))
        return "404";
    return random.chance(0.05) ? "302" : "200";
}

void appendRequest(SampleAppender &out, Ticks age, SampleRandom &random)
{
    const bool bad = isBadRelease(age);
    const auto index = static_cast<std::size_t>(
        std::min(random.below(operations.size()), random.below(operations.size() + 2)));
    const Operation &operation = operations[index];
    const std::string code = resultCodeOf(operation, bad, random);
    // The new release asks the database once per item of the basket.
    const double slower = bad ? (index == checkout ? 6.5 : 3.2) : 1.0;
    const double load = 0.8 + 0.2 * busyness(age);
    const double duration = random.longTailed(operation.typicalMs * slower * load);
    const Visitor &visitor = random.pick(visitors);
    std::string url = "https://shop.contoso.example" + std::string(operation.path);
    if (url.ends_with('/') && operation.path.size() > 1)
        url += std::to_string(1000 + random.below(400));
    if (url.ends_with('='))
        url += "lamp";
    const std::string id = random.hex(16);
    out.age(age).text(id).text(operation.name).text(url).boolean(code[0] != '5' && code[0] != '4').text(code);
    out.real(duration).text(operation.name).text(random.hex(32)).text(id);
    const std::string session = random.hex(22);
    out.text(session).text(session.substr(0, 10)).text(bad ? "2.8.0" : "2.7.3");
    out.text(random.chance(0.5) ? "shop-web-0" : "shop-web-1")
        .text(random.pick(systems))
        .text(random.pick(browsers));
    out.text("0.0.0.0").text(visitor.city).text(visitor.country);
    out.text("{\"AspNetCoreEnvironment\":\"Production\",\"basketItems\":\"" +
             std::to_string(random.below(9)) + "\"}");
    out.text(index == checkout ? "{\"orderTotal\":" + std::to_string(10 + random.below(300)) + "}"
                               : std::string("{}"));
    out.text(azureResourceId("microsoft.insights/components", "shop-web")).endRow();
}

struct Activity
{
    std::string_view name;
    std::string_view value;
    std::string_view provider;
    std::string_view resource;
    std::string_view caller;
    std::string_view level = "Informational";
    std::string_view status = "Success";
    std::string_view sub = "OK";
    std::string_view properties = "{}";
};
constexpr std::array<Activity, 6> ordinaryActivities{{
    {"List Storage Account Keys", "MICROSOFT.STORAGE/STORAGEACCOUNTS/LISTKEYS/ACTION", "Microsoft.Storage",
     "contosobackup", "backup@contoso.example"},
    {"Create or Update Virtual Machine", "MICROSOFT.COMPUTE/VIRTUALMACHINES/WRITE", "Microsoft.Compute",
     "SQL-02", "k.brandt@contoso.example"},
    {"Restart Virtual Machine", "MICROSOFT.COMPUTE/VIRTUALMACHINES/RESTART/ACTION", "Microsoft.Compute",
     "WEB-02", "h.nilsen@contoso.example"},
    {"Create role assignment", "MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/WRITE", "Microsoft.Authorization",
     "contoso-operations", "k.brandt@contoso.example"},
    {"Update metric alert", "MICROSOFT.INSIGHTS/METRICALERTS/WRITE", "Microsoft.Insights", "cpu-high",
     "o.larsen@contoso.example"},
    {"Delete Snapshot", "MICROSOFT.COMPUTE/SNAPSHOTS/DELETE", "Microsoft.Compute", "sql-01-nightly",
     "backup@contoso.example"},
}};
constexpr Activity deployment{"Create Deployment",
                              "MICROSOFT.RESOURCES/DEPLOYMENTS/WRITE",
                              "Microsoft.Resources",
                              "shop-web-2.8.0",
                              "deploy@contoso.example",
                              "Informational",
                              "Success",
                              "Created",
                              R"({"release":"2.8.0","slot":"production"})"};
constexpr Activity siteUpdate{"Update Web App",
                              "MICROSOFT.WEB/SITES/WRITE",
                              "Microsoft.Web",
                              "shop-web",
                              "deploy@contoso.example",
                              "Informational",
                              "Success",
                              "OK",
                              R"({"release":"2.8.0","slot":"production"})"};
constexpr Activity rollback{"Create Deployment",
                            "MICROSOFT.RESOURCES/DEPLOYMENTS/WRITE",
                            "Microsoft.Resources",
                            "shop-web-2.7.3",
                            "n.iyer@contoso.example",
                            "Informational",
                            "Success",
                            "Created",
                            R"({"release":"2.7.3","slot":"production","reason":"rollback"})"};
constexpr std::array<const Activity *, 3> storyActivities{&deployment, &siteUpdate, &rollback};

void appendActivity(SampleAppender &out, Ticks age, const Activity &activity, SampleRandom &random)
{
    // One in a hundred ordinary operations is refused.
    const bool failed = activity.properties == "{}" && random.chance(0.01);
    const std::string correlation = random.guid();
    std::string kind(activity.provider);
    std::transform(kind.begin(), kind.end(), kind.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::string providerValue(activity.value.substr(0, activity.value.find('/')));
    out.age(age).age(age - 5 * ticksPerSecond).text(activity.name).text(activity.value);
    out.text(failed ? "Error" : activity.level).text(failed ? "Failed" : "Succeeded");
    out.text(failed ? "Failure" : activity.status).text(failed ? "Forbidden" : activity.sub);
    out.text(activity.caller)
        .text("192.0.2." + std::to_string(100 + random.below(60)))
        .text(activity.resource);
    out.text(activity.provider).text(providerValue).text(correlation).text(correlation).text(random.guid());
    out.text(activity.properties).text(activity.properties);
    out.text(azureResourceId(kind, activity.resource)).endRow();
}

struct UsageKind
{
    std::string_view type;
    std::string_view solution;
    double megabytesPerHour;
    bool billable;
};
constexpr std::array<UsageKind, 8> usageKinds{{
    {"Event", "LogManagement", 14, true},
    {"Heartbeat", "LogManagement", 3, false},
    {"Perf", "LogManagement", 52, true},
    {"Syslog", "LogManagement", 11, true},
    {"SecurityEvent", "Security", 96, true},
    {"SigninLogs", "LogManagement", 8, true},
    {"AzureActivity", "LogManagement", 1, false},
    {"AppRequests", "ApplicationInsights", 38, true},
}};

} // namespace

void writeSampleAppRequests(SampleAppender &out, qint64 rows, SampleRandom random)
{
    for (const SampleMoment &moment : ordinaryMoments(rows, random))
        appendRequest(out, moment.age, random);
}

void writeSampleActivity(SampleAppender &out, qint64 rows, SampleRandom random)
{
    constexpr int deployStory = 1;
    auto moments = ordinaryMoments(rows - static_cast<qint64>(storyActivities.size()), random);
    mergeMoments(moments, {{story::deployed + 40 * ticksPerSecond, deployStory, 0},
                           {story::deployed + 5 * ticksPerSecond, deployStory, 1},
                           {story::rolledBack + 20 * ticksPerSecond, deployStory, 2}});
    for (const SampleMoment &moment : moments) {
        const Activity &activity = moment.story == deployStory
                                       ? *storyActivities[static_cast<std::size_t>(moment.step)]
                                       : random.pick(ordinaryActivities);
        appendActivity(out, moment.age, activity, random);
    }
}

void writeSampleUsage(SampleAppender &out, qint64 rows, SampleRandom random)
{
    constexpr qint64 hours = 30 * 24;
    const auto kinds = static_cast<qint64>(usageKinds.size());
    const qint64 reports = std::clamp<qint64>(rows / kinds, 2, hours);
    const qint64 step = hours / reports;
    for (qint64 report = reports - 1; report >= 0; --report) {
        const Ticks end = 5 * ticksPerMinute + report * step * ticksPerHour;
        for (const UsageKind &kind : usageKinds) {
            const double load = 0.5 + 0.5 * busyness(end);
            const double quantity =
                std::max(random.around(kind.megabytesPerHour * load, kind.megabytesPerHour / 6), 0.0);
            const qint64 batches = 60 + random.below(40);
            const qint64 late = random.chance(0.05) ? random.below(3) : 0;
            out.age(end).age(end + ticksPerHour).age(end).text(kind.type).text(kind.solution);
            out.real(quantity * static_cast<double>(step)).boolean(kind.billable).integer(batches);
            out.integer(batches - late).integer(late).real(random.between(1.5, 6)).endRow();
        }
    }
}

} // namespace sonde
