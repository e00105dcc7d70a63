#include "results/valuescanner.h"

#include <array>
#include <cstring>

namespace sonde {

namespace {

/// Bytes that matter outside strings.
constexpr std::array<bool, 256> structural = [] {
    std::array<bool, 256> table{};
    for (const unsigned char c : {'[', ']', '{', '}', '"'})
        table[c] = true;
    return table;
}();

/// Whether the backslashes just before \a at, not further than \a begin, leave it escaped.
bool isEscaped(const char *begin, const char *at)
{
    const char *first = at;
    while (first != begin && first[-1] == '\\')
        --first;
    return ((at - first) & 1) != 0;
}

} // namespace

/// To just behind the closing quote; true if it came. Most bytes of an answer are in strings, and memchr is
/// many times faster than a loop over bytes.
bool ValueScanner::skipString(const char *&at, const char *end)
{
    if (m_escaped) {
        ++at;
        m_escaped = false;
    }
    const char *begin = at;
    while (at != end) {
        const auto *quote =
            static_cast<const char *>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (quote == nullptr)
            break;
        at = quote + 1;
        if (!isEscaped(begin, quote))
            return true;
        begin = at;
    }
    m_escaped = isEscaped(begin, end);
    at = end;
    return false;
}

bool ValueScanner::advance(const char *&at, const char *end)
{
    while (at != end) {
        if (m_inString) {
            if (!skipString(at, end))
                return false;
            m_inString = false;
            if (m_depth == 0)
                return true;
            continue;
        }
        if (m_depth == 0 && !m_started && !structural[static_cast<unsigned char>(*at)])
            m_scalar = true;
        m_started = true;
        if (m_scalar) {
            while (at != end && *at != ',' && *at != ']' && *at != '}' && !isJsonSpace(*at))
                ++at;
            return at != end;
        }
        while (at != end && !structural[static_cast<unsigned char>(*at)])
            ++at;
        if (at == end)
            return false;
        const char c = *at++;
        if (c == '"')
            m_inString = true;
        else if (c == '[' || c == '{')
            ++m_depth;
        else if (--m_depth <= 0)
            return true;
    }
    return false;
}

} // namespace sonde
