#pragma once

#include <cstdint>

namespace sonde {

/// White space of JSON.
inline bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Finds where one JSON value ends in text that arrives in pieces. It only counts brackets and strings;
/// whether the value is well-formed is for simdjson to say. Internal to LogsDecoder.
class ValueScanner
{
public:
    void restart() { *this = ValueScanner(); }

    /// Moves \a at forward; true once \a at is just behind the value. The first byte is no white space.
    bool advance(const char *&at, const char *end);

private:
    bool skipString(const char *&at, const char *end);

    std::int64_t m_depth = 0;
    bool m_started = false;
    bool m_scalar = false;
    bool m_inString = false;
    bool m_escaped = false; ///< a backslash stands just before what comes
};

} // namespace sonde
