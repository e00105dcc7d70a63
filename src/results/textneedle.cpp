#include "results/textneedle.h"

#include <algorithm>
#include <cstring>

namespace sonde {

namespace {

char toSmall(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// How often a character is met in logs, roughly: the rarer, the fewer places are looked at twice.
int commonness(char c)
{
    constexpr std::string_view common = " etaoinsr-.0/1d2lc345h6u7m8p9gfbvk_:wyxj\"zq";
    const std::size_t rank = common.find(c);
    return rank == std::string_view::npos ? 0 : static_cast<int>(common.size() - rank);
}

const char *find(const char *from, const char *end, char c)
{
    const auto *found = static_cast<const char *>(std::memchr(from, c, static_cast<std::size_t>(end - from)));
    return found == nullptr ? end : found;
}

} // namespace

TextNeedle::TextNeedle(const QString &text)
    : m_text(text)
    , m_isAscii(std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
{
    if (!m_isAscii)
        return;
    m_small = text.toLatin1().toStdString();
    std::transform(m_small.begin(), m_small.end(), m_small.begin(), toSmall);
    const auto rarest = std::min_element(m_small.begin(), m_small.end(),
                                         [](char a, char b) { return commonness(a) < commonness(b); });
    m_anchor = static_cast<std::size_t>(rarest - m_small.begin());
}

bool TextNeedle::isMadeOf(std::string_view alphabet) const
{
    return m_isAscii && m_small.find_first_not_of(alphabet) == std::string::npos;
}

bool TextNeedle::isAt(const char *text) const
{
    for (std::size_t i = 0; i < m_small.size(); ++i) {
        if (toSmall(text[i]) != m_small[i])
            return false;
    }
    return true;
}

bool TextNeedle::isIn(std::string_view text) const
{
    if (m_text.isEmpty())
        return true;
    if (!m_isAscii)
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
            .contains(m_text, Qt::CaseInsensitive);
    if (text.size() < m_small.size())
        return false;
    // The anchor stands at least so far from both ends.
    const char *const first = text.data() + m_anchor;
    const char *const end = text.data() + text.size() - (m_small.size() - 1 - m_anchor);
    const char anchor = m_small[m_anchor];
    const char *small = find(first, end, anchor);
    const char capital = isLetter(anchor) ? static_cast<char>(anchor & ~0x20) : anchor;
    const char *large = capital == anchor ? end : find(first, end, capital);
    while (small != end || large != end) {
        const bool isSmall = small < large;
        const char *&next = isSmall ? small : large;
        if (isAt(next - m_anchor))
            return true;
        next = find(next + 1, end, isSmall ? anchor : capital);
    }
    return false;
}

} // namespace sonde
