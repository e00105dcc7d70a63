#include "bench/sampleanswer.h"

#include "core/ticks.h"
#include "results/jsontext.h"

#include <array>
#include <cstdio>

namespace sonde {

namespace {

constexpr std::array<std::pair<const char *, const char *>, 16> columns = {{{"TimeGenerated", "datetime"},
                                                                            {"Computer", "string"},
                                                                            {"EventID", "int"},
                                                                            {"EventLog", "string"},
                                                                            {"EventLevelName", "string"},
                                                                            {"Source", "string"},
                                                                            {"RenderedDescription", "string"},
                                                                            {"UserName", "string"},
                                                                            {"_ResourceId", "string"},
                                                                            {"TenantId", "guid"},
                                                                            {"Sequence", "long"},
                                                                            {"CpuPct", "real"},
                                                                            {"Success", "bool"},
                                                                            {"Properties", "dynamic"},
                                                                            {"Duration", "timespan"},
                                                                            {"Type", "string"}}};

constexpr std::array<const char *, 4> descriptions = {
    "The backup service entered the running state on schedule and reported no fault.",
    "A connection was closed by the remote side: \"timeout\" after the third attempt to reach it.",
    "Request handled in time; cache hit ratio 0.93 — déjà vu for the second shard of the index.",
    "The print queue stopped unexpectedly.\r\nIt has done this 3 time(s); it is started again in 60 s."};

constexpr std::array<const char *, 3> levels = {"Error", "Warning", "Information"};

void appendRow(std::string &out, int i, std::uint32_t random)
{
    const Ticks newest = unixEpochTicks + 20'700 * ticksPerDay;
    const std::string host = "srv-" + std::to_string(1000 + random % 500) + ".contoso.example";
    out += i == 0 ? "[" : ",[";
    appendJsonString(out, formatKqlDateTime(newest - i * 1'373 * ticksPerMillisecond / 10));
    out += ',';
    appendJsonString(out, host);
    out += ',' + std::to_string(random % 65'536) + ',';
    appendJsonString(out, random % 2 == 0 ? "System" : "Application");
    out += ',';
    appendJsonString(out, levels[static_cast<std::size_t>(i) % levels.size()]);
    out += ",\"Service Control\",";
    appendJsonString(out, descriptions[static_cast<std::size_t>(i) % descriptions.size()] +
                              (" [" + std::to_string(i) + "]"));
    out += ",\"CONTOSO\\\\operator\",";
    appendJsonString(out, "/subscriptions/00000000-0000-4000-8000-000000000001/resourcegroups/rg-operations/"
                          "providers/microsoft.compute/virtualmachines/" +
                              host);
    char guid[40];
    std::snprintf(guid, sizeof guid, "b6b3c1a2-0000-4000-8000-%012d", i % 9'999);
    out += std::string(",\"") + guid + "\"," + std::to_string(i * 1'000'003LL) + ',';
    if (i % 50 == 0)
        out += "null";
    else
        appendReal(out, (random % 1'000'000) / 10'000.0);
    out += i % 2 == 0 ? ",true," : ",false,";
    appendJsonString(out, "{\"k\":" + std::to_string(i) + ",\"nested\":{\"a\":[1,2,3],\"s\":\"x\\\"y\"}}");
    char span[24];
    std::snprintf(span, sizeof span, ",\"00:00:%02d.1234567\",", i % 60);
    out += span;
    out += "\"Event\"]";
}

} // namespace

Result<void> writeSampleAnswer(int rows, ByteSink &sink)
{
    std::string out = R"({"tables":[{"name":"PrimaryResult","columns":[)";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        out += std::string(i == 0 ? "" : ",") + R"({"name":")" + columns[i].first + R"(","type":")" +
               columns[i].second + "\"}";
    }
    out += R"(],"rows":[)";
    std::uint32_t random = 7;
    for (int i = 0; i < rows; ++i) {
        random = random * 1'664'525u + 1'013'904'223u; // a linear congruence is random enough for text sizes
        appendRow(out, i, random >> 8);
        if (out.size() > 1'000'000) {
            if (auto written = sink.write(out); !written)
                return written;
            out.clear();
        }
    }
    out += "]}]}";
    return sink.write(out);
}

} // namespace sonde
