#include "core/kqlstrings.h"

namespace sonde {

namespace {

char16_t peek(QStringView text, qsizetype at)
{
    return at < text.size() ? text[at].unicode() : u'\0';
}

bool isHexDigit(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isOctalDigit(char16_t c)
{
    return c >= u'0' && c <= u'7';
}

/// How long the escape is whose backslash stands at \a at; 0 where it is none, which ends the string.
qsizetype escapeLength(QStringView text, qsizetype at)
{
    const char16_t c = peek(text, at + 1);
    const auto hex = [&](int digits) -> qsizetype {
        for (int i = 0; i < digits; ++i) {
            if (!isHexDigit(peek(text, at + 2 + i)))
                return 0;
        }
        return 2 + digits;
    };
    switch (c) {
    case u'\\':
    case u'\'':
    case u'"':
    case u'a':
    case u'b':
    case u'f':
    case u'n':
    case u'r':
    case u't':
    case u'v':
        return 2;
    case u'x':
        return hex(2);
    case u'u':
        return hex(4);
    case u'U':
        return hex(8);
    default:
        break;
    }
    if (!isOctalDigit(c))
        return 0;
    if (!isOctalDigit(peek(text, at + 2)))
        return 2;
    return c <= u'3' && isOctalDigit(peek(text, at + 3)) ? 4 : 3;
}

/// The string on one line whose first character within the quotes is at \a at.
KqlString lineString(QStringView text, qsizetype at, char16_t quote, bool isVerbatim)
{
    while (at < text.size()) {
        const char16_t c = text[at].unicode();
        if (c == quote && isVerbatim && peek(text, at + 1) == quote) {
            at += 2;
        } else if (c == u'\\' && !isVerbatim) {
            const qsizetype length = escapeLength(text, at);
            if (length == 0)
                return {at, false};
            at += length;
        } else if (c == quote) {
            return {at + 1, true};
        } else if (c == u'\r' || c == u'\n') {
            return {at, false};
        } else {
            ++at;
        }
    }
    return {at, false};
}

bool canBeginString(char16_t c)
{
    return c == u'"' || c == u'\'' || c == u'`' || c == u'~' || c == u'@' || c == u'h' || c == u'H';
}

} // namespace

KqlString kqlStringAt(QStringView text, qsizetype at)
{
    const KqlString none{at, false};
    if (!canBeginString(peek(text, at)))
        return none;
    qsizetype open = at;
    if (text[open] == u'h' || text[open] == u'H')
        ++open;
    const bool isVerbatim = peek(text, open) == u'@';
    if (isVerbatim)
        ++open;
    const char16_t quote = peek(text, open);
    if (quote == u'"' || quote == u'\'')
        return lineString(text, open + 1, quote, isVerbatim);
    if (quote != u'`' && quote != u'~')
        return none;
    static constexpr QStringView fences[] = {u"```", u"~~~"};
    const QStringView fence = fences[quote == u'`' ? 0 : 1];
    if (!text.mid(open).startsWith(fence))
        return none;
    const qsizetype close = text.indexOf(fence, open + fence.size());
    return close < 0 ? KqlString{text.size(), false} : KqlString{close + fence.size(), true};
}

qsizetype kqlStringEnd(QStringView text, qsizetype at)
{
    return kqlStringAt(text, at).end;
}

qsizetype kqlCommentEnd(QStringView text, qsizetype at)
{
    if (peek(text, at) != u'/' || peek(text, at + 1) != u'/')
        return at;
    const auto endsLine = [](char16_t c) { return c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029; };
    while (at < text.size() && !endsLine(text[at].unicode()))
        ++at;
    return at;
}

} // namespace sonde
