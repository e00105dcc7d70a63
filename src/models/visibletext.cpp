#include "models/visibletext.h"

#include <algorithm>

namespace sonde {

namespace {

constexpr char16_t lineBreakSign = 0x21B5;
constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;

/// Whether letters of that kind look different with a joiner between them, or a symbol does.
bool needsJoiners(char32_t c)
{
    if (c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF)) // what emoji have behind them
        return true;
    if (QChar::category(c) == QChar::Symbol_Other)
        return true;
    switch (QChar::script(c)) {
    case QChar::Script_Common:
    case QChar::Script_Inherited:
        return QChar::isMark(c) && c >= 0x900;
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Hebrew:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return false;
    default:
        return c >= 0x600;
    }
}

/// Takes no room, or is blank, though it is no format character to Unicode.
bool isBlank(char32_t c)
{
    switch (c) {
    case 0x034F: // joins graphemes
    case 0x115F: // fillers of Hangul
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
    case 0x2800: // braille without a dot
        return true;
    default:
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); // choose a variant
    }
}

QString hex(char32_t c, qsizetype digits)
{
    return QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(digits, u'0');
}

/// What goes through a text character by character.
class Reader
{
public:
    Reader(QStringView source, LineBreaks breaks)
        : m_source(source)
        , m_breaks(breaks)
    {}

    VisibleText read()
    {
        m_visible.text.reserve(m_source.size());
        while (m_at < m_source.size())
            step();
        return std::move(m_visible);
    }

private:
    /// As nearly all there is.
    static bool isPlain(char16_t unit)
    {
        return (unit >= 0x20 && unit < 0x7F) || (unit > 0xAD && unit < 0x034F);
    }

    char32_t characterAt(qsizetype at) const
    {
        const QChar unit = m_source.at(at);
        return unit.isHighSurrogate() && at + 1 < m_source.size() && m_source.at(at + 1).isLowSurrogate()
                   ? QChar::surrogateToUcs4(unit, m_source.at(at + 1))
                   : unit.unicode();
    }

    void step()
    {
        qsizetype end = m_at;
        while (end < m_source.size() && isPlain(m_source.at(end).unicode()))
            ++end;
        if (end > m_at) {
            m_last = m_source.at(end - 1).unicode();
            keep(end - m_at);
            return;
        }
        const char32_t c = characterAt(m_at);
        const qsizetype units = QChar::requiresSurrogates(c) ? 2 : 1;
        if (c == '\n' || c == '\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            putLineBreak(c);
        else if (c == '\t')
            put(m_breaks == LineBreaks::Keep ? QStringLiteral("\t") : QStringLiteral(" "), 1);
        else if (c < 0x20 || c == 0x7F)
            // There are pictures of these (U+2400 and on), which few fonts have and fewer people can read.
            put(u"\\x" + hex(c, 2), 1);
        else if (isHidden(c))
            put(u"[U+" + hex(c, 4) + u']', units);
        else
            keep(units);
        m_last = c;
    }

    bool isHidden(char32_t c) const
    {
        if (c == zeroWidthJoiner || c == zeroWidthNonJoiner)
            return !(needsJoiners(m_last) && m_at + 1 < m_source.size() &&
                     needsJoiners(characterAt(m_at + 1)));
        if (c == 0xFE0E || c == 0xFE0F) // black and white, or in colour
            return QChar::category(m_last) != QChar::Symbol_Other &&
                   QChar::category(m_last) != QChar::Symbol_Math;
        const QChar::Category category = QChar::category(c);
        return category == QChar::Other_Control || category == QChar::Other_Format || isBlank(c);
    }

    void putLineBreak(char32_t c)
    {
        const bool isPair = c == '\r' && m_at + 1 < m_source.size() && m_source.at(m_at + 1) == u'\n';
        if (c == '\n' && m_breaks == LineBreaks::Keep)
            keep(1);
        else
            put(m_breaks == LineBreaks::Keep ? QChar(u'\n') : QChar(lineBreakSign), isPair ? 2 : 1);
    }

    void keep(qsizetype units)
    {
        m_visible.text.append(m_source.mid(m_at, units));
        m_at += units;
    }

    void put(const QString &shown, qsizetype units)
    {
        m_visible.marks.append({m_visible.text.size(), shown.size(), m_at, units});
        m_visible.text.append(shown);
        m_at += units;
    }

    QStringView m_source;
    LineBreaks m_breaks;
    qsizetype m_at = 0;
    char32_t m_last = 0;
    VisibleText m_visible;
};

} // namespace

VisibleText makeVisible(QStringView text, LineBreaks breaks)
{
    return Reader(text, breaks).read();
}

namespace {

/// Where a line that begins at \a begin is broken: at most \a longest further on, and never within a mark or
/// a character.
qsizetype breakOf(const VisibleText &text, qsizetype begin, qsizetype longest)
{
    qsizetype end = begin + longest;
    for (qsizetype near = end; near > end - longest / 8; --near) {
        if (text.text.at(near - 1) == u' ')
            return near;
    }
    if (text.text.at(end).isLowSurrogate() && end - 1 > begin)
        --end;
    const auto behind =
        std::upper_bound(text.marks.cbegin(), text.marks.cend(), end,
                         [](qsizetype place, const VisibleText::Mark &mark) { return place < mark.at; });
    if (behind != text.marks.cbegin()) {
        const VisibleText::Mark &mark = *(behind - 1);
        if (end > mark.at && end < mark.at + mark.length && mark.at > begin)
            end = mark.at;
    }
    return end;
}

} // namespace

VisibleText breakLongLines(VisibleText text, qsizetype longest)
{
    QList<qsizetype> breaks;
    qsizetype begin = 0;
    while (begin < text.text.size()) {
        const qsizetype found = text.text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.text.size() : found;
        while (end - begin > longest) {
            begin = breakOf(text, begin, longest);
            breaks.append(begin);
        }
        begin = end + 1;
    }
    if (breaks.isEmpty())
        return text;
    VisibleText broken;
    broken.text.reserve(text.text.size() + breaks.size());
    broken.marks.reserve(text.marks.size() + breaks.size());
    auto mark = text.marks.cbegin();
    const auto takeMarks = [&](qsizetype before, qsizetype added) {
        for (; mark != text.marks.cend() && mark->at < before; ++mark) {
            broken.marks.append(*mark);
            broken.marks.last().at += added;
        }
    };
    qsizetype last = 0;
    for (qsizetype i = 0; i < breaks.size(); ++i) {
        const qsizetype at = breaks.at(i);
        takeMarks(at, i);
        broken.text.append(QStringView(text.text).mid(last, at - last));
        broken.marks.append({at + i, 1, text.toSource(at), 0});
        broken.text.append(u'\n');
        last = at;
    }
    takeMarks(text.text.size(), breaks.size());
    broken.text.append(QStringView(text.text).mid(last));
    return broken;
}

qsizetype VisibleText::toSource(qsizetype at) const
{
    const auto behind = std::upper_bound(marks.cbegin(), marks.cend(), at,
                                         [](qsizetype place, const Mark &mark) { return place < mark.at; });
    if (behind == marks.cbegin())
        return at;
    const Mark &mark = *(behind - 1);
    if (at < mark.at + mark.length)
        return mark.sourceAt;
    return mark.sourceAt + mark.sourceLength + (at - mark.at - mark.length);
}

qsizetype VisibleText::fromSource(qsizetype at) const
{
    const auto behind =
        std::upper_bound(marks.cbegin(), marks.cend(), at,
                         [](qsizetype place, const Mark &mark) { return place < mark.sourceAt; });
    if (behind == marks.cbegin())
        return at;
    const Mark &mark = *(behind - 1);
    if (at < mark.sourceAt + mark.sourceLength)
        return mark.at;
    return mark.at + mark.length + (at - mark.sourceAt - mark.sourceLength);
}

} // namespace sonde
