#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace sonde {

/// Looks for one text in many others, ignoring case: made once, asked millions of times, from any thread.
class TextNeedle
{
public:
    explicit TextNeedle(const QString &text);

    bool isEmpty() const { return m_text.isEmpty(); }
    /// Whether it stands anywhere in \a text (UTF-8). A needle of ASCII finds the letters of ASCII only; any
    /// other goes by Unicode's simple case folding.
    bool isIn(std::string_view text) const;
    /// Whether \a alphabet (small letters) holds every character, so that text of these alone may hold the
    /// needle.
    bool isMadeOf(std::string_view alphabet) const;

private:
    bool isAt(const char *text) const;

    QString m_text;
    std::string m_small; ///< in small letters; only where all is ASCII
    bool m_isAscii = false;
    std::size_t m_anchor = 0; ///< the character of m_small that is met least often
};

} // namespace sonde
