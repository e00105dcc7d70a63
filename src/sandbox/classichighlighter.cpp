#include "sandbox/classichighlighter.h"

#include <algorithm>

namespace sonde {

ClassicHighlighter::ClassicHighlighter(const ClassicTranslation &search, QString pre, QString post)
    : m_sought(search.sought)
    , m_pre(std::move(pre))
    , m_post(std::move(post))
{}

void ClassicHighlighter::find(const ClassicTranslation::SoughtText &sought, const QString &text,
                              std::vector<Match> &matches)
{
    using Kind = ClassicTranslation::SoughtText::Kind;
    if (sought.kind == Kind::Value) {
        if (text == sought.text)
            matches.push_back({0, text.size()});
        return;
    }
    const bool isWord = sought.kind == Kind::Word;
    const auto sensitivity = isWord ? Qt::CaseInsensitive : Qt::CaseSensitive;
    const auto goesOn = [&text](qsizetype at, QChar edge) {
        return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber() && edge.isLetterOrNumber();
    };
    const qsizetype length = sought.text.size();
    for (qsizetype at = text.indexOf(sought.text, 0, sensitivity); at >= 0;
         at = text.indexOf(sought.text, at + 1, sensitivity)) {
        const bool isWithinWord = !sought.isOpenStart && goesOn(at - 1, sought.text.front());
        const bool goesOnBehind = !sought.isOpenEnd && goesOn(at + length, sought.text.back());
        if (!isWord || (!isWithinWord && !goesOnBehind))
            matches.push_back({at, length});
    }
}

std::optional<QString> ClassicHighlighter::marked(const QString &field, const QString &text) const
{
    if (m_pre.isEmpty() && m_post.isEmpty())
        return std::nullopt;
    std::vector<Match> matches;
    for (const ClassicTranslation::SoughtText &sought : m_sought) {
        if ((sought.field.isEmpty() || sought.field == field) && !sought.text.isEmpty())
            find(sought, text, matches);
    }
    if (matches.empty())
        return std::nullopt;
    // Of two that overlap the one that begins first, and of these the longest.
    std::sort(matches.begin(), matches.end(), [](const Match &left, const Match &right) {
        return left.start != right.start ? left.start < right.start : left.length > right.length;
    });
    QString out;
    qsizetype written = 0;
    for (const Match &match : matches) {
        if (match.start < written)
            continue;
        out += QStringView(text).mid(written, match.start - written);
        out += m_pre + text.mid(match.start, match.length) + m_post;
        written = match.start + match.length;
    }
    return out + text.mid(written);
}

} // namespace sonde
