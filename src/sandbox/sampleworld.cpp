#include "sandbox/sampleworld.h"

#include <algorithm>

namespace sonde {

namespace {

constexpr int hours = 30 * 24;
constexpr int hourAtAnchor = 15;
constexpr int dayAtAnchor = 3; // Thursday, counted from Monday

// One day of an office: hour by hour, about 1 on average.
constexpr std::array<double, 24> dayCurve{0.42, 0.36, 0.34, 0.34, 0.38, 0.48, 0.66, 0.94,
                                          1.32, 1.58, 1.66, 1.60, 1.38, 1.50, 1.62, 1.58,
                                          1.44, 1.22, 1.00, 0.86, 0.76, 0.68, 0.58, 0.48};

int wrap(int value, int length)
{
    return ((value % length) + length) % length;
}

} // namespace

double busyness(Ticks age)
{
    const int hoursAgo = static_cast<int>(age / ticksPerHour);
    const int hour = hourAtAnchor - hoursAgo;
    const int dayShift = (hour - wrap(hour, 24)) / 24;
    const int weekday = wrap(dayAtAnchor + dayShift, 7);
    return dayCurve[static_cast<std::size_t>(wrap(hour, 24))] * (weekday >= 5 ? 0.55 : 1.0);
}

std::vector<SampleMoment> ordinaryMoments(qint64 count, SampleRandom &random)
{
    double total = 0;
    for (int hour = 0; hour < hours; ++hour)
        total += busyness(hour * ticksPerHour);
    std::vector<SampleMoment> moments;
    moments.reserve(static_cast<std::size_t>(std::max<qint64>(count, 0)));
    double sum = 0;
    for (int hour = hours - 1; hour >= 0; --hour) {
        sum += busyness(hour * ticksPerHour);
        const auto due = static_cast<std::size_t>(static_cast<double>(count) * (sum / total) + 0.5);
        while (moments.size() < due) {
            const Ticks age = hour * ticksPerHour + random.below(ticksPerHour);
            moments.push_back({std::max(age, story::newest), 0, 0});
        }
    }
    std::stable_sort(moments.begin(), moments.end(),
                     [](const SampleMoment &a, const SampleMoment &b) { return a.age > b.age; });
    if (!moments.empty())
        moments.back().age = story::newest + random.below(2 * ticksPerMinute);
    return moments;
}

void mergeMoments(std::vector<SampleMoment> &moments, const std::vector<SampleMoment> &story)
{
    moments.insert(moments.end(), story.begin(), story.end());
    std::stable_sort(moments.begin(), moments.end(),
                     [](const SampleMoment &a, const SampleMoment &b) { return a.age > b.age; });
}

std::string userPrincipalName(const SampleUser &user)
{
    return std::string(user.account) + "@contoso.example";
}

std::string azureResourceId(std::string_view kind, std::string_view name)
{
    return "/subscriptions/c4b8a6d2-19e3-4f57-8d06-c0de00000003/resourcegroups/contoso-operations/"
           "providers/" +
           std::string(kind) + '/' + std::string(name);
}

std::string_view shortName(const SampleHost &host)
{
    return host.name.substr(0, host.name.find('.'));
}

std::string sprayAddress(int step)
{
    return "203.0.113." + std::to_string(17 + step % 13);
}

} // namespace sonde
