#pragma once

#include "core/query.h"
#include "core/queryblocks.h"
#include "core/senttext.h"

#include <optional>
#include <vector>

class QsciScintilla;

namespace sonde {

/// Where somebody is in a text, in UTF-16 units.
struct TextPlace
{
    qsizetype caret = 0;
    qsizetype selectionStart = 0;
    qsizetype selectionLength = 0; ///< 0: nothing is selected, or several places are
};

/// That of an editor in which countUnits() was called.
TextPlace placeIn(const QsciScintilla &editor);

/// A query as it is sent, with the way back to where its text comes from.
struct SentQuery
{
    Query query;
    SentText text;
};

/// What of a text with several queries is sent: a rule, without a window.
class QueryParts
{
public:
    /// \a whole: all of the text, with what else is asked.
    QueryParts(const Query &whole, const TextPlace &place);

    /// How many rows preview() asks for.
    static constexpr int previewRows = 50;

    /// The selection, if more than blanks and comments is selected; else the block at the caret; all of the
    /// text where it has but one query.
    SentQuery atPlace() const;
    /// Every query of the text that has one, in their order.
    std::vector<SentQuery> all() const;
    /// As atPlace(), with no more than previewRows rows of it: by a line of KQL, or by the limit of a classic
    /// search.
    SentQuery preview() const;
    /// \a sent once more, where its text still stands as a query, or is selected; nothing where it does not,
    /// or where anything else that is asked is another.
    std::optional<SentQuery> again(const Query &sent) const;

private:
    SentQuery partOf(qsizetype start, qsizetype length) const;
    bool hasCode(qsizetype start, qsizetype length) const;

    Query m_whole;
    TextPlace m_place;
    QList<QueryBlock> m_blocks;
};

/// Counts the rows of \a query, which is in KQL: asked beside a preview.
Query countingQuery(const Query &query);
/// What the query is called on a tab: the comment that it begins with, else its first line; short. Empty
/// where it has neither.
QString shortNameOf(const QString &queryText);

} // namespace sonde
