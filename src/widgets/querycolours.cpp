#include "widgets/querycolours.h"

#include "widgets/querylexer.h"
#include "widgets/theme.h"

namespace sonde {

QList<TokenKind> queryKinds(const QString &text, qsizetype start, qsizetype length, QueryLanguage language)
{
    qsizetype end = text.indexOf(u'\n', start + length);
    if (end < 0)
        end = text.size();
    const QByteArray utf8 = QStringView(text).left(end).toUtf8();
    const std::vector<QueryToken> tokens =
        tokenize({utf8.constData(), static_cast<std::size_t>(utf8.size())}, language);
    QList<TokenKind> kinds(length, TokenKind::Text);
    // Tokens count bytes, and both go forward.
    std::size_t byte = 0;
    qsizetype unit = 0;
    const auto unitAt = [&](std::size_t place) {
        for (; byte < place; ++byte) {
            const auto c = static_cast<unsigned char>(utf8.at(static_cast<qsizetype>(byte)));
            if ((c & 0xC0) != 0x80)
                unit += c >= 0xF0 ? 2 : 1;
        }
        return unit;
    };
    for (const QueryToken &token : tokens) {
        const qsizetype first = std::max(unitAt(token.start) - start, qsizetype(0));
        const qsizetype last = std::min(unitAt(token.start + token.length) - start, length);
        for (qsizetype i = first; i < last; ++i)
            kinds[i] = token.kind;
    }
    return kinds;
}

QList<bool> foundUnits(const QString &text, qsizetype start, qsizetype length, const QStringList &words)
{
    QList<bool> found(length, false);
    for (const QString &word : words) {
        qsizetype at =
            text.indexOf(word, std::max(start - word.size() + 1, qsizetype(0)), Qt::CaseInsensitive);
        for (; at >= 0 && at < start + length; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            const qsizetype last = std::min(at + word.size() - start, length);
            for (qsizetype i = std::max(at - start, qsizetype(0)); i < last; ++i)
                found[i] = true;
        }
    }
    return found;
}

FoundWord firstFound(const QString &text, const QStringList &words)
{
    FoundWord first;
    for (const QString &word : words) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0 && (first.at < 0 || at < first.at))
            first = {at, word.size()};
    }
    return first;
}

QString queryHtml(const QString &text, qsizetype length, QueryLanguage language, const QStringList &words,
                  const Theme &theme)
{
    const QList<TokenKind> kinds = queryKinds(text, 0, length, language);
    const QList<bool> found = foundUnits(text, 0, length, words);
    QString html = QStringLiteral("<pre style=\"white-space: pre-wrap\">");
    for (qsizetype start = 0; start < length;) {
        qsizetype end = start + 1;
        while (end < length && kinds.at(end) == kinds.at(start) && found.at(end) == found.at(start))
            ++end;
        QString style = QStringLiteral("color: ") + theme.color(QueryLexer::colorOf(kinds.at(start))).name();
        if (found.at(start))
            style += QStringLiteral("; background-color: ") + theme.color(ColorRole::Found).name();
        html += QStringLiteral("<span style=\"%1\">%2</span>")
                    .arg(style, text.mid(start, end - start).toHtmlEscaped());
        start = end;
    }
    return html + QStringLiteral("</pre>");
}

} // namespace sonde
