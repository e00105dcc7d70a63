#include "core/queryblocks.h"

#include "core/kqlstrings.h"

#include <algorithm>

namespace sonde {

namespace {

/// As `TextFacts.IsWhitespace` of the service; Qt's idea of a space is another one.
bool isBlank(char16_t c)
{
    if (c < 0x80)
        return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
    return c == 0xA0 || c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/// 0 where no line ends at \a at.
qsizetype lineBreakLength(QStringView text, qsizetype at)
{
    const char16_t c = text[at].unicode();
    if (c == u'\r')
        return at + 1 < text.size() && text[at + 1] == u'\n' ? 2 : 1;
    return c == u'\n' || c == 0x2028 || c == 0x2029 ? 1 : 0;
}

/// Goes through a text once and notes where its blocks begin and end.
class BlockFinder
{
public:
    explicit BlockFinder(QStringView text)
        : m_text(text)
    {}

    QList<QueryBlock> find()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            if (const qsizetype commentEnd = kqlCommentEnd(m_text, at); commentEnd > at) {
                take(commentEnd, false);
                at = commentEnd;
            } else if (const qsizetype end = kqlStringEnd(m_text, at); end > at) {
                passString(at, end);
                at = end;
            } else {
                passPlain(at);
                at += std::max<qsizetype>(1, lineBreakLength(m_text, at));
            }
        }
        return std::move(m_blocks);
    }

private:
    void passPlain(qsizetype at)
    {
        const char16_t c = m_text[at].unicode();
        const qsizetype length = lineBreakLength(m_text, at);
        // U+2028 and U+2029 end a line and are no white space: not even theirs is blank then.
        if (!isBlank(c))
            take(at + 1, length == 0);
        if (length > 0)
            beginLine(at + length, false);
    }

    void passString(qsizetype at, qsizetype end)
    {
        take(at + 1, true);
        while (at < end) {
            const qsizetype length = lineBreakLength(m_text, at);
            if (!isBlank(m_text[at].unicode()))
                take(at + 1, true);
            at += std::max<qsizetype>(1, length);
            // Blank lines in a string are blank lines, but no block begins within it.
            if (length > 0)
                beginLine(at, at < end);
        }
        m_blocks.last().length = end - m_blocks.last().start;
    }

    void beginLine(qsizetype start, bool isInString)
    {
        m_isAfterBlank = m_isAfterBlank || m_isLineBlank;
        m_lineStart = start;
        m_isLineInString = isInString;
        m_isLineBlank = true;
    }

    /// What ends at \a end, on the line, is not blank.
    void take(qsizetype end, bool isCode)
    {
        if (m_isLineBlank && (m_isAfterBlank || m_blocks.isEmpty())) {
            if (!m_isLineInString || m_blocks.isEmpty())
                m_blocks.append({m_lineStart, 0, false});
            m_isAfterBlank = false;
        }
        m_isLineBlank = false;
        QueryBlock &block = m_blocks.last();
        block.length = end - block.start;
        block.hasCode = block.hasCode || isCode;
    }

    QStringView m_text;
    QList<QueryBlock> m_blocks;
    qsizetype m_lineStart = 0;
    bool m_isLineInString = false;
    bool m_isLineBlank = true;
    bool m_isAfterBlank = false; ///< since the last line that was not blank
};

} // namespace

QList<QueryBlock> queryBlocks(QStringView text, QueryLanguage language)
{
    if (language == QueryLanguage::Kql)
        return BlockFinder(text).find();
    if (text.trimmed().isEmpty())
        return {};
    return {{0, text.size(), true}};
}

qsizetype blockAt(const QList<QueryBlock> &blocks, qsizetype position)
{
    const auto next =
        std::upper_bound(blocks.begin(), blocks.end(), position,
                         [](qsizetype place, const QueryBlock &block) { return place < block.start; });
    if (next == blocks.begin())
        return blocks.isEmpty() ? -1 : 0;
    return next - blocks.begin() - 1;
}

qsizetype blockToRun(const QList<QueryBlock> &blocks, qsizetype position)
{
    const qsizetype at = blockAt(blocks, position);
    for (qsizetype i = std::max<qsizetype>(at, 0); i < blocks.size(); ++i) {
        if (blocks[i].hasCode)
            return i;
    }
    for (qsizetype i = at - 1; i >= 0; --i) {
        if (blocks[i].hasCode)
            return i;
    }
    return -1;
}

qsizetype countQueries(const QList<QueryBlock> &blocks)
{
    return std::count_if(blocks.begin(), blocks.end(), [](const QueryBlock &block) { return block.hasCode; });
}

} // namespace sonde
