#pragma once

#include "core/ticks.h"
#include "sandbox/samplerandom.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// The invented company behind the sample data: its machines, its people, and what befalls them. Names are of
/// example domains, addresses of the ranges kept for documentation (RFC 2606, RFC 5737).
namespace sonde {

struct SampleHost
{
    std::string_view name;
    bool windows = true;
    std::string_view address;
};

inline constexpr std::array<SampleHost, 12> sampleHosts{{
    {"DC-01.contoso.example", true, "192.0.2.10"},
    {"DC-02.contoso.example", true, "192.0.2.11"},
    {"SQL-01.contoso.example", true, "192.0.2.20"},
    {"SQL-02.contoso.example", true, "192.0.2.21"},
    {"FILE-01.contoso.example", true, "192.0.2.30"},
    {"WEB-01.contoso.example", true, "192.0.2.40"},
    {"WEB-02.contoso.example", true, "192.0.2.41"},
    {"api-01.fabrikam.example", false, "198.51.100.10"},
    {"api-02.fabrikam.example", false, "198.51.100.11"},
    {"cache-01.fabrikam.example", false, "198.51.100.20"},
    {"queue-01.fabrikam.example", false, "198.51.100.30"},
    {"build-01.fabrikam.example", false, "198.51.100.40"},
}};
inline constexpr std::size_t windowsHostCount = 7;
inline constexpr std::size_t controllerHost = 0;  ///< where the sprayed passwords arrive
inline constexpr std::size_t failingDiskHost = 4; ///< FILE-01
inline constexpr std::size_t silentHost = 11;     ///< build-01

/// When things happen, in ticks before the moment the data is looked at.
namespace story {
inline constexpr Ticks span = 30 * ticksPerDay;
inline constexpr Ticks newest = ticksPerMinute;
inline constexpr Ticks diskFailureBegan = 6 * ticksPerDay;
inline constexpr Ticks diskQueueGrew = 36 * ticksPerHour;
inline constexpr Ticks sprayBegan = 9 * ticksPerHour;
inline constexpr Ticks sprayLasted = 40 * ticksPerMinute;
inline constexpr Ticks deployed = 6 * ticksPerHour;
inline constexpr Ticks rolledBack = 3 * ticksPerHour + 30 * ticksPerMinute;
inline constexpr Ticks hostFellSilent = 5 * ticksPerHour;
} // namespace story

struct SampleUser
{
    std::string_view account; ///< without its domain
    std::string_view display;
};
inline constexpr std::array<SampleUser, 24> sampleUsers{{
    {"a.lindqvist", "Astrid Lindqvist"}, {"b.moreau", "Bastien Moreau"}, {"c.ferreira", "Clara Ferreira"},
    {"d.kowalski", "Dawid Kowalski"},    {"e.tanaka", "Emi Tanaka"},     {"f.haddad", "Farid Haddad"},
    {"g.visser", "Greta Visser"},        {"h.nilsen", "Henrik Nilsen"},  {"i.petrov", "Irina Petrov"},
    {"j.okafor", "Jude Okafor"},         {"k.brandt", "Karin Brandt"},   {"l.santos", "Luis Santos"},
    {"m.dubois", "Manon Dubois"},        {"n.iyer", "Nisha Iyer"},       {"o.larsen", "Oskar Larsen"},
    {"p.novak", "Petra Novak"},          {"q.zhang", "Qing Zhang"},      {"r.costa", "Rafael Costa"},
    {"s.mueller", "Sabine M\u00fcller"}, {"t.akande", "Tunde Akande"},   {"u.jansen", "Ursula Jansen"},
    {"v.rossi", "Vito Rossi"},           {"w.hoekstra", "Wim Hoekstra"}, {"y.demir", "Yasemin Demir"},
}};
/// Whose password the spray finds: j.okafor.
inline constexpr std::size_t sprayedUser = 9;

/// One row to be: when, and which story it belongs to (0: none, ordinary life).
struct SampleMoment
{
    Ticks age = 0;
    int story = 0;
    int step = 0; ///< counts within the story
};

/// \a count moments of ordinary life over 30 days, oldest first, the last of them minutes old. Busier by day
/// than by night, quieter on two days of seven; the moment the data is looked at is taken for a Thursday at
/// three in the afternoon, whatever the clock says.
std::vector<SampleMoment> ordinaryMoments(qint64 count, SampleRandom &random);
/// Puts the moments of a story among the others, in order of time.
void mergeMoments(std::vector<SampleMoment> &moments, const std::vector<SampleMoment> &story);
/// How busy that time is: about 0.3 to 1.7.
double busyness(Ticks age);

std::string userPrincipalName(const SampleUser &user);
std::string azureResourceId(std::string_view kind, std::string_view name);
/// The host's name up to its first dot.
std::string_view shortName(const SampleHost &host);
/// An address of the range the password spray comes from.
std::string sprayAddress(int step);

} // namespace sonde
