#include "widgets/queryparts.h"

#include "widgets/editorpositions.h"
#include "widgets/querylines.h"

#include <Qsci/qsciscintilla.h>
#include <algorithm>

namespace sonde {

namespace {

/// A tab is as wide as that.
constexpr qsizetype longestName = 32;

} // namespace

TextPlace placeIn(const QsciScintilla &editor)
{
    using Sci = QsciScintillaBase;
    TextPlace place;
    place.caret = caretUnits(editor);
    if (editor.SendScintilla(Sci::SCI_GETSELECTIONS) > 1 ||
        editor.SendScintilla(Sci::SCI_GETSELECTIONMODE) != Sci::SC_SEL_STREAM)
        return place;
    place.selectionStart = unitsAt(editor, editor.SendScintilla(Sci::SCI_GETSELECTIONSTART));
    place.selectionLength =
        unitsAt(editor, editor.SendScintilla(Sci::SCI_GETSELECTIONEND)) - place.selectionStart;
    return place;
}

QueryParts::QueryParts(const Query &whole, const TextPlace &place)
    : m_whole(whole)
    , m_place(place)
    , m_blocks(queryBlocks(whole.text, whole.language))
{}

SentQuery QueryParts::partOf(qsizetype start, qsizetype length) const
{
    SentQuery part{m_whole, SentText(m_whole.text, start, length)};
    part.query.text = part.text.text();
    return part;
}

bool QueryParts::hasCode(qsizetype start, qsizetype length) const
{
    return countQueries(queryBlocks(QStringView(m_whole.text).mid(start, length), m_whole.language)) > 0;
}

SentQuery QueryParts::atPlace() const
{
    if (m_place.selectionLength > 0 && hasCode(m_place.selectionStart, m_place.selectionLength))
        return partOf(m_place.selectionStart, m_place.selectionLength);
    if (countQueries(m_blocks) <= 1)
        return partOf(0, m_whole.text.size());
    const QueryBlock &block = m_blocks.at(blockToRun(m_blocks, m_place.caret));
    return partOf(block.start, block.length);
}

std::vector<SentQuery> QueryParts::all() const
{
    if (countQueries(m_blocks) <= 1)
        return {partOf(0, m_whole.text.size())};
    std::vector<SentQuery> parts;
    for (const QueryBlock &block : m_blocks) {
        if (block.hasCode)
            parts.push_back(partOf(block.start, block.length));
    }
    return parts;
}

SentQuery QueryParts::preview() const
{
    SentQuery part = atPlace();
    if (part.query.language == QueryLanguage::Classic) {
        part.query.top = std::min<qint64>(part.query.top.value_or(previewRows), previewRows);
        return part;
    }
    part.text.changeTo(withLines(part.query.text, QStringLiteral("\n| take %1").arg(previewRows)));
    part.query.text = part.text.text();
    return part;
}

std::optional<SentQuery> QueryParts::again(const Query &sent) const
{
    Query asked = m_whole;
    asked.text = sent.text;
    if (asked != sent || sent.text.isEmpty())
        return std::nullopt;
    if (sent.text == m_whole.text)
        return partOf(0, m_whole.text.size());
    for (const QueryBlock &block : m_blocks) {
        if (QStringView(m_whole.text).mid(block.start, block.length) == sent.text)
            return partOf(block.start, block.length);
    }
    SentQuery here = atPlace(); // a selection, if anything
    return here.query == sent ? std::optional(here) : std::nullopt;
}

Query countingQuery(const Query &query)
{
    Query counting = query;
    counting.text = withLines(withoutRender(query.text), QStringLiteral("\n| count"));
    counting.top.reset();
    return counting;
}

QString shortNameOf(const QString &queryText)
{
    QString name;
    for (const QStringView line : QStringView(queryText).split(u'\n')) {
        QStringView text = line.trimmed();
        while (text.startsWith(u'/'))
            text = text.mid(1);
        name = text.toString().simplified();
        if (!name.isEmpty())
            break;
    }
    if (name.size() <= longestName)
        return name;
    qsizetype cut = longestName - 1;
    if (name.at(cut - 1).isHighSurrogate())
        --cut;
    return name.left(cut).trimmed() + u'…';
}

} // namespace sonde
