#include "core/senttext.h"

#include <algorithm>

namespace sonde {

namespace {

/// Behind the line break that follows \a from; -1 where none does.
qsizetype nextLine(QStringView text, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at] == u'\n')
            return at + 1;
        if (text[at] == u'\r')
            return at + 1 < text.size() && text[at + 1] == u'\n' ? at + 2 : at + 1;
    }
    return -1;
}

} // namespace

TextPosition positionAt(QStringView text, qsizetype offset)
{
    TextPosition position;
    qsizetype start = 0;
    for (qsizetype next = nextLine(text, 0); next >= 0 && next <= offset; next = nextLine(text, next)) {
        start = next;
        ++position.line;
    }
    position.column = static_cast<int>(std::min(offset, text.size()) - start);
    return position;
}

qsizetype offsetOf(QStringView text, const TextPosition &position)
{
    qsizetype start = 0;
    for (int line = 1; line < position.line; ++line) {
        start = nextLine(text, start);
        if (start < 0)
            return text.size();
    }
    qsizetype end = start;
    while (end < text.size() && text[end] != u'\n' && text[end] != u'\r')
        ++end;
    return std::min(start + std::max(position.column, 0), end);
}

SentText::SentText(const QString &document)
    : SentText(document, 0, document.size())
{}

SentText::SentText(const QString &document, qsizetype start, qsizetype length)
    : m_part(document.mid(start, length))
    , m_text(m_part)
    , m_start(start)
    , m_place(positionAt(document, start))
    , m_isDocument(m_part.size() == document.size())
    , m_pieces{{0, 0, m_part.size()}}
{}

void SentText::replace(const std::vector<Replacement> &changes)
{
    QString text;
    std::vector<Piece> pieces;
    qsizetype done = 0; // of the text as it was
    auto piece = m_pieces.cbegin();
    const auto keepUpTo = [&](qsizetype end) {
        const qsizetype shift = text.size() - done;
        for (; piece != m_pieces.cend() && piece->inText < end; ++piece) {
            const qsizetype pieceEnd = piece->inText + piece->length;
            const qsizetype first = std::max(piece->inText, done);
            const qsizetype last = std::min(pieceEnd, end);
            if (first < last)
                pieces.push_back({first + shift, piece->inPart + first - piece->inText, last - first});
            if (pieceEnd > end)
                break; // it goes on behind the change
        }
        text += QStringView(m_text).sliced(done, end - done);
    };
    for (const Replacement &change : changes) {
        keepUpTo(change.at);
        text += change.by;
        done = change.at + change.length;
    }
    keepUpTo(m_text.size());
    m_pieces = std::move(pieces);
    m_text = std::move(text);
}

void SentText::changeTo(const QString &text)
{
    const qsizetype shorter = std::min(text.size(), m_text.size());
    const auto ends = std::mismatch(m_text.cbegin(), m_text.cbegin() + shorter, text.cbegin());
    const qsizetype before = ends.first - m_text.cbegin();
    qsizetype behind = 0;
    while (behind < shorter - before &&
           m_text.at(m_text.size() - 1 - behind) == text.at(text.size() - 1 - behind))
        ++behind;
    if (before < m_text.size() || before < text.size())
        replace(before, m_text.size() - before - behind, text.mid(before, text.size() - before - behind));
}

bool SentText::isWhole() const
{
    return m_isDocument && m_text == m_part;
}

qsizetype SentText::inPart(qsizetype offset) const
{
    const auto next =
        std::upper_bound(m_pieces.begin(), m_pieces.end(), offset,
                         [](qsizetype place, const Piece &piece) { return place < piece.inText; });
    if (next == m_pieces.begin())
        return next == m_pieces.end() ? 0 : next->inPart;
    const Piece &piece = *(next - 1);
    return piece.inPart + std::min(offset - piece.inText, piece.length);
}

qsizetype SentText::inDocument(qsizetype offset) const
{
    return m_start + inPart(offset);
}

TextPosition SentText::inDocument(const TextPosition &position) const
{
    if (isWhole())
        return position;
    TextPosition place = positionAt(m_part, inPart(offsetOf(m_text, position)));
    if (place.line == 1)
        place.column += m_place.column;
    place.line += m_place.line - 1;
    return place;
}

} // namespace sonde
