#pragma once

#include "core/ticks.h"

#include <vector>

namespace sonde {

/// Some of all instants, as stretches of time that do not touch each other, in order.
class InstantSet
{
public:
    /// Both ends belong to it.
    struct Stretch
    {
        Ticks first = 0;
        Ticks last = 0;
        bool operator==(const Stretch &) const = default;
    };

    /// None.
    InstantSet() = default;
    static InstantSet all();
    /// None where \a last is before \a first.
    static InstantSet between(Ticks first, Ticks last);

    InstantSet intersected(const InstantSet &other) const;
    InstantSet united(const InstantSet &other) const;
    InstantSet complement() const;

    bool isEmpty() const { return m_stretches.empty(); }
    const std::vector<Stretch> &stretches() const { return m_stretches; }
    /// From the first instant to the last, also where there are others between that do not belong to it. Not
    /// to be asked of an empty one.
    Stretch hull() const { return {m_stretches.front().first, m_stretches.back().last}; }
    /// How long all stretches are together.
    Ticks duration() const;

    bool operator==(const InstantSet &) const = default;

private:
    std::vector<Stretch> m_stretches;
};

} // namespace sonde
