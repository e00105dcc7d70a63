#include "results/xlsxtext.h"

#include <array>
#include <cstdio>

namespace sonde {

namespace {

/// Characters as spreadsheets count them, in UTF-16, and as the library does, in code points of what it is
/// given. One is kept for the ellipsis.
constexpr std::size_t mostCharacters = 32'766;

std::size_t sequenceLength(unsigned char first)
{
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// `_x001B_` at the beginning.
bool looksLikeEscape(std::string_view text)
{
    return text.size() >= 7 && text.substr(0, 2) == "_x" && isHexDigit(text[2]) && isHexDigit(text[3]) &&
           isHexDigit(text[4]) && isHexDigit(text[5]) && text[6] == '_';
}

/// U+FFFE and U+FFFF, which XML does not know.
bool isNoCharacter(std::string_view sequence)
{
    return sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF";
}

} // namespace

bool appendXlsxText(std::string &out, std::string_view text)
{
    std::size_t shown = 0;
    std::size_t written = 0;
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        const std::string_view sequence = text.substr(0, sequenceLength(first));
        std::array<char, 8> escape{};
        std::string_view instead = sequence;
        if (first < 0x20 && first != '\t' && first != '\n') {
            const int length = std::snprintf(escape.data(), escape.size(), "_x%04X_", unsigned(first));
            instead = std::string_view(escape.data(), static_cast<std::size_t>(length));
        } else if (first == '_' && looksLikeEscape(text)) {
            instead = "_x005F_";
        } else if (isNoCharacter(sequence)) {
            instead = "\xEF\xBF\xBD";
        }
        const std::size_t characters = sequence.size() == 4 ? 2 : 1;
        const std::size_t codePoints = sequence.size() == 1 ? instead.size() : 1;
        const bool isLast = sequence.size() == text.size();
        // The last one may take the place of the ellipsis.
        if (shown + characters > mostCharacters + (isLast ? 1 : 0) ||
            written + codePoints > mostCharacters + (isLast ? 1 : 0)) {
            out += "…";
            return false;
        }
        shown += characters;
        written += codePoints;
        out += instead;
        text.remove_prefix(sequence.size());
    }
    return true;
}

} // namespace sonde
