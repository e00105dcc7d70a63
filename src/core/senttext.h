#pragma once

#include "core/error.h"

#include <QString>
#include <vector>

namespace sonde {

/// A part of a document on its way to the service, with what was changed in it on that way; knows for each
/// place in the text that is sent, in which the service counts, where it stands in the document.
///
/// Offsets and columns count UTF-16 units; a line ends with `\n`, `\r\n` or `\r`.
class SentText
{
public:
    SentText() = default;
    /// All of \a document.
    explicit SentText(const QString &document);
    SentText(const QString &document, qsizetype start, qsizetype length);

    const QString &text() const { return m_text; }
    /// The part as it is in the document.
    const QString &original() const { return m_part; }
    /// Of the part, in the document.
    qsizetype start() const { return m_start; }
    qsizetype length() const { return m_part.size(); }

    /// What comes into the place of \a length units at \a at of text().
    struct Replacement
    {
        qsizetype at = 0;
        qsizetype length = 0;
        QString by;
    };

    void replace(qsizetype at, qsizetype length, const QString &by) { replace({{at, length, by}}); }
    /// \a changes in the order of their places, which are those before any of them; none reaches into the
    /// next.
    void replace(const std::vector<Replacement> &changes);
    /// Makes \a text of text(); what is equal at both ends counts as kept.
    void changeTo(const QString &text);

    /// Where the unit at \a offset of text() is in the document; of one that was put in, where that was done.
    qsizetype inDocument(qsizetype offset) const;
    /// As above. A place behind the text is one in the last line of the part, but for a document that was
    /// sent as it is: then it stays what it is.
    TextPosition inDocument(const TextPosition &position) const;

private:
    /// What of the part is in the text still.
    struct Piece
    {
        qsizetype inText = 0;
        qsizetype inPart = 0;
        qsizetype length = 0;
    };

    bool isWhole() const;
    qsizetype inPart(qsizetype offset) const;

    QString m_part; ///< as it is in the document
    QString m_text;
    qsizetype m_start = 0;
    TextPosition m_place; ///< of the start
    bool m_isDocument = true;
    std::vector<Piece> m_pieces; ///< in the order of both
};

/// The place of the unit at \a offset of \a text.
TextPosition positionAt(QStringView text, qsizetype offset);
/// The unit at \a position; behind a line its end, behind the text the text's.
qsizetype offsetOf(QStringView text, const TextPosition &position);

} // namespace sonde
