#include "engine/textmatching.h"

#include <QString>
#include <algorithm>

namespace sonde::text {

namespace {

bool isAscii(std::string_view text)
{
    return std::none_of(text.cbegin(), text.cend(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool sameFolded(char left, char right)
{
    return lower(left) == lower(right);
}

bool isAsciiTermCharacter(char c)
{
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

/// The code point that begins at \a at; \a at lies on the first byte of one.
char32_t codePointAt(std::string_view text, std::size_t at)
{
    const auto byte = [&text](std::size_t index) {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
    };
    const unsigned first = byte(at);
    if (first < 0x80)
        return first;
    if (first < 0xE0)
        return (first & 0x1F) << 6 | (byte(at + 1) & 0x3F);
    if (first < 0xF0)
        return (first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
    return (first & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 |
           (byte(at + 3) & 0x3F);
}

bool isTermAt(std::string_view text, std::size_t at)
{
    const char c = text[at];
    return static_cast<unsigned char>(c) < 0x80 ? isAsciiTermCharacter(c)
                                                : QChar::isLetterOrNumber(codePointAt(text, at));
}

/// Where the code point begins whose last byte is before \a end.
std::size_t previous(std::string_view text, std::size_t end)
{
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    return at;
}

/// Calls \a match with ASCII texts as they are and with folded copies of others.
template <typename Match>
bool withFolded(std::string_view left, std::string_view right, Match match)
{
    if (isAscii(left) && isAscii(right))
        return match(left, right);
    const std::string foldedLeft = fold(left);
    const std::string foldedRight = fold(right);
    return match(std::string_view(foldedLeft), std::string_view(foldedRight));
}

} // namespace

std::string fold(std::string_view text)
{
    if (isAscii(text)) {
        std::string folded(text);
        std::transform(folded.begin(), folded.end(), folded.begin(), lower);
        return folded;
    }
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded().toStdString();
}

bool findTerm(std::string_view text, std::string_view needle, Edge edge)
{
    if (needle.empty())
        return true;
    const bool start = (edge == Edge::Start || edge == Edge::Both) && isTermAt(needle, 0);
    const bool end =
        (edge == Edge::End || edge == Edge::Both) && isTermAt(needle, previous(needle, needle.size()));
    for (std::size_t at = text.find(needle); at != std::string_view::npos; at = text.find(needle, at + 1)) {
        const std::size_t behind = at + needle.size();
        if ((!start || at == 0 || !isTermAt(text, previous(text, at))) &&
            (!end || behind == text.size() || !isTermAt(text, behind)))
            return true;
    }
    return false;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\n\r\v\f";
    const std::size_t first = text.find_first_not_of(space);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(space) - first + 1);
}

bool equalFolded(std::string_view left, std::string_view right)
{
    return withFolded(left, right, [](std::string_view a, std::string_view b) {
        return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), sameFolded);
    });
}

bool containsFolded(std::string_view text, std::string_view needle)
{
    return withFolded(text, needle, [](std::string_view a, std::string_view b) {
        return std::search(a.cbegin(), a.cend(), b.cbegin(), b.cend(), sameFolded) != a.cend() || b.empty();
    });
}

bool startsWithFolded(std::string_view text, std::string_view needle)
{
    return withFolded(text, needle, [](std::string_view a, std::string_view b) {
        return a.size() >= b.size() && std::equal(b.cbegin(), b.cend(), a.cbegin(), sameFolded);
    });
}

bool endsWithFolded(std::string_view text, std::string_view needle)
{
    return withFolded(text, needle, [](std::string_view a, std::string_view b) {
        return a.size() >= b.size() && std::equal(b.crbegin(), b.crend(), a.crbegin(), sameFolded);
    });
}

} // namespace sonde::text
