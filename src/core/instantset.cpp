#include "core/instantset.h"

#include <algorithm>

namespace sonde {

InstantSet InstantSet::all()
{
    return between(0, maxDateTimeTicks);
}

InstantSet InstantSet::between(Ticks first, Ticks last)
{
    InstantSet set;
    first = std::max<Ticks>(first, 0);
    last = std::min(last, maxDateTimeTicks);
    if (first <= last)
        set.m_stretches.push_back({first, last});
    return set;
}

InstantSet InstantSet::intersected(const InstantSet &other) const
{
    InstantSet both;
    auto mine = m_stretches.begin();
    auto theirs = other.m_stretches.begin();
    while (mine != m_stretches.end() && theirs != other.m_stretches.end()) {
        const Ticks first = std::max(mine->first, theirs->first);
        const Ticks last = std::min(mine->last, theirs->last);
        if (first <= last)
            both.m_stretches.push_back({first, last});
        if (mine->last < theirs->last)
            ++mine;
        else
            ++theirs;
    }
    return both;
}

InstantSet InstantSet::united(const InstantSet &other) const
{
    std::vector<Stretch> sorted = m_stretches;
    sorted.insert(sorted.end(), other.m_stretches.begin(), other.m_stretches.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const Stretch &a, const Stretch &b) { return a.first < b.first; });
    InstantSet either;
    for (const Stretch &stretch : sorted) {
        if (!either.m_stretches.empty() && stretch.first <= either.m_stretches.back().last + 1)
            either.m_stretches.back().last = std::max(either.m_stretches.back().last, stretch.last);
        else
            either.m_stretches.push_back(stretch);
    }
    return either;
}

InstantSet InstantSet::complement() const
{
    InstantSet others;
    Ticks next = 0;
    for (const Stretch &stretch : m_stretches) {
        if (stretch.first > next)
            others.m_stretches.push_back({next, stretch.first - 1});
        next = stretch.last + 1;
    }
    if (next <= maxDateTimeTicks)
        others.m_stretches.push_back({next, maxDateTimeTicks});
    return others;
}

Ticks InstantSet::duration() const
{
    Ticks sum = 0;
    for (const Stretch &stretch : m_stretches)
        sum += stretch.last - stretch.first;
    return sum;
}

} // namespace sonde
