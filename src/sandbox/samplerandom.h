#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sonde {

/// Numbers that look random and are the same everywhere for the same seed: SplitMix64 (Steele, Lea and Flood,
/// 2014). The standard library's distributions differ from one library to the next.
class SampleRandom
{
public:
    explicit SampleRandom(std::uint64_t seed)
        : m_state(seed)
    {}

    std::uint64_t next();
    /// 0 to \a bound - 1.
    std::int64_t below(std::int64_t bound)
    {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
    }
    /// From 0 up to but not including 1.
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    bool chance(double probability) { return unit() < probability; }
    /// Around \a mean, most within \a spread, never further than twice that.
    double around(double mean, double spread)
    {
        return mean + spread * (unit() + unit() + unit() + unit() - 2.0);
    }
    /// Usually near \a typical, now and then many times that: how long requests take.
    double longTailed(double typical);
    template <typename T, std::size_t N>
    const T &pick(const std::array<T, N> &values)
    {
        return values[static_cast<std::size_t>(below(static_cast<std::int64_t>(N)))];
    }
    std::string guid();
    std::string hex(int digits);

private:
    std::uint64_t m_state;
};

} // namespace sonde
