#include "engine/ipaddresses.h"

#include <algorithm>
#include <charconv>

namespace sonde::ip {

namespace {

using std::optional;
using std::string;
using std::string_view;

constexpr int octets = 4;
constexpr int groups = 8;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether a character can stand next to an address in a text.
bool isBorder(char c)
{
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return !letter && !isDigit(c) && static_cast<unsigned char>(c) < 0x80;
}

/// A whole number of so many digits at most that fills the text.
optional<int> numberOf(string_view text, std::size_t mostDigits)
{
    if (text.empty() || text.size() > mostDigits || !std::all_of(text.begin(), text.end(), isDigit))
        return {};
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

/// Cuts the prefix off; nothing where there is one that is no number up to \a most.
optional<int> takePrefix(string_view &text, int most)
{
    const std::size_t slash = text.find('/');
    if (slash == string_view::npos)
        return most;
    const optional<int> prefix = numberOf(text.substr(slash + 1), 3);
    text = text.substr(0, slash);
    return prefix && *prefix <= most ? prefix : std::nullopt;
}

optional<std::uint32_t> readOctets(string_view text)
{
    std::uint32_t value = 0;
    for (int i = 0; i < octets; ++i) {
        const std::size_t end = i + 1 < octets ? text.find('.') : text.size();
        if (end == string_view::npos)
            return {};
        const optional<int> octet = numberOf(text.substr(0, end), 3);
        if (!octet || *octet > 255)
            return {};
        value = value << 8 | static_cast<std::uint32_t>(*octet);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return value;
}

/// `1:2:ffff`; false where one is no group.
bool readGroups(string_view text, std::vector<std::uint16_t> &out)
{
    if (text.empty())
        return true;
    for (;;) {
        const std::size_t end = std::min(text.find(':'), text.size());
        const string_view group = text.substr(0, end);
        std::uint16_t value = 0;
        const auto [stop, error] = std::from_chars(group.data(), group.data() + group.size(), value, 16);
        if (error != std::errc() || stop != group.data() + group.size() || group.size() > 4)
            return false;
        out.push_back(value);
        if (end == text.size())
            return true;
        text.remove_prefix(end + 1);
    }
}

optional<Ipv6::Value> readValue(string_view text)
{
    std::vector<std::uint16_t> head;
    std::vector<std::uint16_t> tail;
    const std::size_t gap = text.find("::");
    const bool shortened = gap != string_view::npos;
    if (!readGroups(text.substr(0, gap), head) || (shortened && !readGroups(text.substr(gap + 2), tail)))
        return {};
    const std::size_t count = head.size() + tail.size();
    if (shortened ? count >= groups : count != groups)
        return {};
    Ipv6::Value value{};
    std::copy(head.begin(), head.end(), value.begin());
    std::copy(tail.begin(), tail.end(), value.end() - static_cast<std::ptrdiff_t>(tail.size()));
    return value;
}

} // namespace

std::uint32_t Ipv4::masked(int prefixBits) const
{
    return prefixBits <= 0 ? 0 : value & (~std::uint32_t{0} << (bits - prefixBits));
}

optional<Ipv4> Ipv4::read(string_view text)
{
    const optional<int> prefix = takePrefix(text, bits);
    const optional<std::uint32_t> value = readOctets(text);
    return prefix && value ? optional(Ipv4{*value, *prefix}) : std::nullopt;
}

string Ipv4::written(std::uint32_t value)
{
    return std::to_string(value >> 24) + '.' + std::to_string(value >> 16 & 0xFF) + '.' +
           std::to_string(value >> 8 & 0xFF) + '.' + std::to_string(value & 0xFF);
}

bool Ipv4::isAddress(string_view text)
{
    return readOctets(text).has_value();
}

bool Ipv4::isBeginning(string_view text)
{
    const auto points = std::count(text.begin(), text.end(), '.');
    if (points < 1 || points >= octets || !text.ends_with('.'))
        return false;
    string whole(text);
    for (auto i = points; i < octets; ++i)
        whole += i + 1 < octets ? "0." : "0";
    return isAddress(whole);
}

std::vector<string_view> Ipv4::addressesIn(string_view text)
{
    std::vector<string_view> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!isDigit(text[at]) || (at > 0 && !isBorder(text[at - 1])))
            continue;
        std::size_t end = at;
        int points = 0;
        while (end < text.size() && (isDigit(text[end]) || (text[end] == '.' && points < octets - 1))) {
            points += text[end] == '.' ? 1 : 0;
            ++end;
        }
        const string_view candidate = text.substr(at, end - at);
        if (isAddress(candidate) && (end == text.size() || isBorder(text[end])))
            found.push_back(candidate);
    }
    return found;
}

Ipv6::Value Ipv6::masked(int prefixBits) const
{
    Value result = value;
    for (int i = 0; i < groups; ++i) {
        const int kept = std::clamp(prefixBits - i * 16, 0, 16);
        result[static_cast<std::size_t>(i)] &= static_cast<std::uint16_t>(0xFFFF << (16 - kept));
    }
    return result;
}

optional<Ipv6> Ipv6::read(string_view text)
{
    optional<int> prefix = takePrefix(text, bits);
    if (!prefix)
        return {};
    const std::size_t colon = text.rfind(':');
    const string_view last = colon == string_view::npos ? text : text.substr(colon + 1);
    if (last.find('.') == string_view::npos) {
        const optional<Value> value = readValue(text);
        return value ? optional(Ipv6{*value, *prefix}) : std::nullopt;
    }
    const optional<std::uint32_t> ipv4 = readOctets(last);
    if (!ipv4)
        return {};
    // A prefix behind an IPv4 address counts the bits of that address.
    if (*prefix <= Ipv4::bits)
        *prefix += bits - Ipv4::bits;
    const string_view front = text.substr(0, text.size() - last.size());
    Value value{0, 0, 0, 0, 0, 0xFFFF, 0, 0};
    if (!front.empty() && front != "::") {
        const optional<Value> given = readValue(string(front) + "0:0");
        if (!given)
            return {};
        value = *given;
    }
    value[6] = static_cast<std::uint16_t>(*ipv4 >> 16);
    value[7] = static_cast<std::uint16_t>(*ipv4 & 0xFFFF);
    return Ipv6{value, *prefix};
}

string Ipv6::written(const Value &value)
{
    constexpr char digits[] = "0123456789abcdef";
    string out;
    for (const std::uint16_t group : value) {
        if (!out.empty())
            out.push_back(':');
        for (int shift = 12; shift >= 0; shift -= 4)
            out.push_back(digits[group >> shift & 0xF]);
    }
    return out;
}

} // namespace sonde::ip
