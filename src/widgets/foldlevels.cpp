#include "widgets/foldlevels.h"

#include "widgets/querytokens.h"

#include <QString>
#include <algorithm>

namespace sonde {

namespace {

constexpr int deepest = 200; ///< Scintilla counts levels in twelve bits

/// Which bytes are in no string and no comment, so that their brackets count.
std::vector<bool> codeOf(std::string_view text, QueryLanguage language)
{
    std::vector<bool> isCode(text.size(), true);
    for (const QueryToken &token : tokenize(text, language)) {
        if (token.kind == TokenKind::String || token.kind == TokenKind::Comment)
            std::fill_n(isCode.begin() + static_cast<std::ptrdiff_t>(token.start), token.length, false);
    }
    return isCode;
}

bool isOpening(char c)
{
    return c == '(' || c == '[' || c == '{';
}

bool isClosing(char c)
{
    return c == ')' || c == ']' || c == '}';
}

bool isBlankSign(char c)
{
    return c == ' ' || c == '\t';
}

/// Behind the last byte of the line that begins at \a start, and of its line break.
std::pair<std::size_t, std::size_t> endsOf(std::string_view text, std::size_t start)
{
    const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
    if (end == text.size())
        return {end, end};
    return {end, text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? end + 2 : end + 1};
}

/// The numbers of the lines that blocks begin and end on.
struct BlockLines
{
    int first = 0;
    int last = 0;
};

std::vector<BlockLines> linesOfBlocks(const QString &text, QueryLanguage language)
{
    std::vector<BlockLines> all;
    qsizetype at = 0;
    int line = 0;
    const auto lineOf = [&](qsizetype position) {
        for (; at < position; ++at) {
            const QChar c = text.at(at);
            if (c == u'\n' || (c == u'\r' && (at + 1 >= text.size() || text.at(at + 1) != u'\n')))
                ++line;
        }
        return line;
    };
    for (const QueryBlock &block : queryBlocks(text, language)) {
        const int first = lineOf(block.start);
        all.push_back({first, lineOf(block.end())});
    }
    return all;
}

} // namespace

std::vector<FoldLine> foldLines(std::string_view text, QueryLanguage language)
{
    const std::vector<bool> isCode = codeOf(text, language);
    const auto blocks =
        linesOfBlocks(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), language);
    std::vector<FoldLine> lines;
    auto block = blocks.begin();
    int depth = 0;
    for (std::size_t start = 0;;) {
        const auto [end, next] = endsOf(text, start);
        const int number = static_cast<int>(lines.size());
        while (block != blocks.end() && block->last < number) {
            ++block;
            depth = 0; // an unclosed bracket is of its query alone
        }
        const bool isInBlock = block != blocks.end() && block->first <= number;
        const bool isFirst = isInBlock && block->first == number && block->last > number;
        FoldLine line;
        bool isLeading = true;
        int shown = depth;
        for (std::size_t at = start; at < end; ++at) {
            if (isCode[at] && isOpening(text[at]))
                ++depth;
            else if (isCode[at] && isClosing(text[at]) && depth > 0)
                --depth;
            isLeading = isLeading && (isBlankSign(text[at]) || isClosing(text[at]));
            if (isLeading)
                shown = depth;
        }
        line.depth = std::min(shown + (isInBlock && block->first < number ? 1 : 0), deepest);
        line.isHeader = isFirst || depth > shown;
        lines.push_back(line);
        if (end == next)
            return lines;
        start = next;
    }
}

} // namespace sonde
