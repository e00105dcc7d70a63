#pragma once

#include "core/result.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace sonde {

/// What is looked for in a text, as somebody typed it.
struct SearchPattern
{
    QString text;
    bool matchCase = false;
    bool wholeWords = false;
    bool isExpression = false; ///< of QRegularExpression; `^` and `$` are the ends of lines
    bool operator==(const SearchPattern &) const = default;
};

/// A place in a text, in UTF-16 units. Empty where an expression matches nothing between two characters.
struct TextMatch
{
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    bool operator==(const TextMatch &) const = default;
};

/// Looks for a pattern in texts, and puts other text in the place of what it finds. May be used on any
/// thread.
class PatternSearch
{
public:
    /// More places are not listed; but all of them are replaced.
    static constexpr qsizetype mostMatches = 100'000;

    /// Usage with a sentence where the pattern is empty or no expression.
    static Result<PatternSearch> of(const SearchPattern &pattern);

    /// What `\n` puts in; a line feed where nothing else is said.
    void setLineBreak(const QString &lineBreak) { m_lineBreak = lineBreak; }

    /// The places in \a text that begin and end between \a from and \a to, -1 for its end, in their order,
    /// the first mostMatches of them; what lies around counts for words and lines. Usage where an expression
    /// gives up, because there are too many ways to match.
    Result<QList<TextMatch>> matches(const QString &text, qsizetype from = 0, qsizetype to = -1) const;
    /// The same, however many there are.
    Result<QList<TextMatch>> allMatches(const QString &text, qsizetype from = 0, qsizetype to = -1) const;

    /// What comes in the place of \a match: \a by as it is; with an expression, `$1` to `$99` or `\1` to
    /// `\99` and
    /// `${name}` are what the groups matched, `$0` and `$&` the whole, `\n` and `\t` a line break and a tab,
    /// `$$` and `\\` the signs themselves.
    QString replacement(const QString &text, const TextMatch &match, const QString &by) const;

    /// \a text with all of \a matches replaced, from the beginning of the first to the end of the last one.
    QString replaced(const QString &text, const QList<TextMatch> &matches, const QString &by) const;

private:
    Result<QList<TextMatch>> firstMatches(qsizetype most, const QString &text, qsizetype from,
                                          qsizetype to) const;
    explicit PatternSearch(const QRegularExpression &expression, bool isExpression)
        : m_expression(expression)
        , m_isExpression(isExpression)
    {}

    QRegularExpression m_expression;
    bool m_isExpression;
    QString m_lineBreak = QStringLiteral("\n");
};

} // namespace sonde
