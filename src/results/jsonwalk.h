#pragma once

#include "results/valuescanner.h"

#include <optional>
#include <string_view>

namespace sonde {

/// Walks over JSON text by its brackets and strings, for what may end anywhere: it never asks for more than
/// is there, and never says that a value is well-formed.
class JsonWalk
{
public:
    explicit JsonWalk(std::string_view text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {}

    bool isAtEnd() const { return m_at == m_end; }

    /// Whether \a c comes next, behind white space.
    bool sees(char c)
    {
        skipSpace();
        return m_at != m_end && *m_at == c;
    }

    /// Past \a c and the white space before it, if that is what comes.
    bool take(char c)
    {
        if (!sees(c))
            return false;
        ++m_at;
        return true;
    }

    /// The next value; nothing where it is not whole, and then nothing comes after it either. A number may go
    /// on behind the end of the text, so one that stands there is not whole.
    std::optional<std::string_view> takeValue()
    {
        skipSpace();
        const char *const begin = m_at;
        ValueScanner scanner;
        if (m_at == m_end || *m_at == ',' || *m_at == ']' || *m_at == '}' || !scanner.advance(m_at, m_end)) {
            m_at = m_end;
            return {};
        }
        return std::string_view(begin, static_cast<std::size_t>(m_at - begin));
    }

private:
    void skipSpace()
    {
        while (m_at != m_end && isJsonSpace(*m_at))
            ++m_at;
    }

    const char *m_at;
    const char *m_end;
};

} // namespace sonde
