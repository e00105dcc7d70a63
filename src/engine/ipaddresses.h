#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Addresses of the Internet Protocol with the number of bits that count, as KQL reads them. Internal to the
/// engine.
namespace sonde::ip {

/// `192.168.1.1`, `192.168.1.1/24`
struct Ipv4
{
    static constexpr int bits = 32;
    std::uint32_t value = 0;
    int prefix = bits;

    std::uint32_t masked(int prefixBits) const;
    static std::optional<Ipv4> read(std::string_view text);
    static std::string written(std::uint32_t value);

    /// Without a prefix.
    static bool isAddress(std::string_view text);
    /// `192.`, `192.168.`, `192.168.1.`
    static bool isBeginning(std::string_view text);
    /// All that stand in a text between characters that are neither letters nor digits.
    static std::vector<std::string_view> addressesIn(std::string_view text);
};

/// `fe80::1/64`; an IPv4 address stands for `::ffff:` and itself.
struct Ipv6
{
    static constexpr int bits = 128;
    using Value = std::array<std::uint16_t, 8>;
    Value value{};
    int prefix = bits;

    Value masked(int prefixBits) const;
    static std::optional<Ipv6> read(std::string_view text);
    /// All digits of all groups.
    static std::string written(const Value &value);
};

} // namespace sonde::ip
