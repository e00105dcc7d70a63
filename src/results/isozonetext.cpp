#include "results/isozonetext.h"

namespace sonde {

namespace {

void appendTwo(std::string &out, Ticks value)
{
    out.push_back(static_cast<char>('0' + value / 10));
    out.push_back(static_cast<char>('0' + value % 10));
}

} // namespace

IsoZoneText::IsoZoneText(std::optional<QTimeZone> zone)
    : m_zone(std::move(zone))
{}

Ticks IsoZoneText::offsetAt(Ticks ticks)
{
    // Zones change their offset on the quarter of an hour.
    const Ticks quarter = ticks / (15 * ticksPerMinute);
    if (quarter != m_quarter) {
        m_quarter = quarter;
        // ISO 8601 knows no seconds here, as zones had before there were zones: the moment stays exact.
        m_offset = m_zone->offsetFromUtc(toDateTimeUtc(ticks)) / 60 * ticksPerMinute;
    }
    return m_offset;
}

void IsoZoneText::append(std::string &out, Ticks ticks)
{
    const Ticks offset = m_zone ? offsetAt(ticks) : 0;
    const Ticks local = ticks + offset;
    if (!m_zone || local < 0 || local > maxDateTimeTicks) {
        out += formatIsoDateTime(ticks);
        return;
    }
    out += formatIsoDateTime(local);
    out.back() = offset < 0 ? '-' : '+';
    const Ticks minutes = std::abs(offset) / ticksPerMinute;
    appendTwo(out, minutes / 60);
    out.push_back(':');
    appendTwo(out, minutes % 60);
}

} // namespace sonde
