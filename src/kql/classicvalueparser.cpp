#include "kql/classicparser.h"

#include <algorithm>
#include <array>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicParser)
};

bool isComparisonSign(QChar c)
{
    return c == u'=' || c == u'<' || c == u'>';
}

struct Operator
{
    QStringView text;
    ClassicComparison comparison;
};

/// Longer ones before their beginnings.
constexpr std::array<Operator, 7> operators = {{
    {u"!=", ClassicComparison::NotEqual},
    {u">=", ClassicComparison::GreaterOrEqual},
    {u"<=", ClassicComparison::LessOrEqual},
    {u"=", ClassicComparison::Equal},
    {u":", ClassicComparison::Equal},
    {u">", ClassicComparison::Greater},
    {u"<", ClassicComparison::Less},
}};

const Operator *operatorAt(QStringView text)
{
    const auto found = std::find_if(operators.begin(), operators.end(), [text](const Operator &candidate) {
        return text.startsWith(candidate.text);
    });
    return found == operators.end() ? nullptr : &*found;
}

} // namespace

bool ClassicParser::atComparison()
{
    skipSpace();
    return operatorAt(QStringView(m_text).mid(m_at)) != nullptr;
}

/// At the sign behind the field, which stands in \a term.
Result<ClassicFilter> ClassicParser::parseComparison(ClassicFilter term)
{
    // No field is called so, and the comparison would be equal to nothing without a word.
    if (!std::all_of(term.field.cbegin(), term.field.cend(), isFieldCharacter))
        return refuseAt(term.position, Words::tr("“%1” cannot be the name of a field.").arg(term.field));
    const Operator &found = *operatorAt(QStringView(m_text).mid(m_at));
    const int sign = m_at;
    skip(found.text);
    term.comparison = found.comparison;
    if (at(u"["))
        return found.text == u":" ? parseRange(std::move(term)) : refuseBracket(term.field, sign);
    term.kind = ClassicFilter::Kind::Compare;
    auto value = parseValue(QStringLiteral("()|"));
    if (!value)
        return failure(value.error());
    term.value = std::move(*value);
    if (!term.value.quoted && m_at < m_text.size() && m_text.at(m_at) == u'(')
        return parseCall(std::move(term));
    return term;
}

/// At a `[` behind another sign than the colon, which stands at \a sign.
tl::unexpected<Error> ClassicParser::refuseBracket(const QString &field, int sign) const
{
    const auto end = m_text.indexOf(u']', m_at);
    const QString range = end < 0 ? QString() : m_text.mid(m_at, end - m_at + 1);
    if (range.contains(QLatin1String("..")))
        //: %1: a field’s name; %2: the range as it is written, [1..5]
        return refuse(m_text, sign, Words::tr("A range needs a colon: %1:%2.").arg(field, range));
    return refuseHere(Words::tr("A value that begins with “[” is written in double quotes."));
}

/// `field:contains("x")`, `field=Regex("x.*")`; the function's name was read as the value.
Result<ClassicFilter> ClassicParser::parseCall(ClassicFilter term)
{
    const QString name = term.value.text.toLower();
    if ((name != u"contains" && name != u"regex") || term.comparison != ClassicComparison::Equal)
        return refuseAt(term.value.position, Words::tr("“%1” is not supported here.").arg(term.value.text));
    skip(u"(");
    if (!at(u"\""))
        return unexpected();
    auto argument = parseQuoted();
    if (!argument)
        return failure(argument.error());
    if (!skip(u")"))
        return refuseHere(Words::tr("A closing parenthesis is missing."));
    term.comparison = name == u"regex" ? ClassicComparison::Regex : ClassicComparison::Contains;
    term.value = std::move(*argument);
    return term;
}

Result<ClassicFilter> ClassicParser::parseRange(ClassicFilter term)
{
    skip(u"[");
    term.kind = ClassicFilter::Kind::Range;
    auto lower = parseValue(QStringLiteral("]|"));
    if (!lower)
        return failure(lower.error());
    if (!skip(u".."))
        return refuseHere(Words::tr("A range is written “[from..to]”."));
    auto upper = parseValue(QStringLiteral("]|"));
    if (!upper)
        return failure(upper.error());
    if (!skip(u"]"))
        return refuseHere(Words::tr("A range is written “[from..to]”."));
    term.value = std::move(*lower);
    term.upper = std::move(*upper);
    return term;
}

/// Up to white space, `&&`, one of \a enders, or `..` (where a range is read).
Result<ClassicValue> ClassicParser::parseValue(const QString &enders)
{
    if (at(u"\""))
        return parseQuoted();
    if (at(u"{"))
        return refuseHere(Words::tr("Braces stand behind IN: Computer IN {a,b}."));
    if (atWrongQuote())
        return refuseHere(Words::tr("Values are quoted with double quotes."));
    const bool inRange = enders.startsWith(u']');
    ClassicValue value;
    value.position = m_at;
    while (m_at < m_text.size()) {
        const QChar c = m_text.at(m_at);
        const QStringView rest = QStringView(m_text).mid(m_at);
        if (c.isSpace() || enders.contains(c) || (c == u'}' && m_closer == u'}') || rest.startsWith(u"&&") ||
            (inRange && rest.startsWith(u"..")))
            break;
        value.text.append(c);
        ++m_at;
    }
    if (value.text.isEmpty())
        return unexpected();
    const auto sign = std::find_if(value.text.cbegin(), value.text.cend(), isComparisonSign);
    if (sign != value.text.cend()) {
        const auto offset = static_cast<int>(sign - value.text.cbegin());
        return refuseAt(value.position + offset,
                        Words::tr("“%1” cannot stand in a value without quotes.").arg(*sign),
                        Words::tr("Write the value in double quotes, or compare one field at a time."));
    }
    return value;
}

/// In quotes a backslash makes the next quote part of the text, and is itself anywhere else.
Result<ClassicValue> ClassicParser::parseQuoted()
{
    ClassicValue value;
    value.quoted = true;
    value.position = m_at;
    for (int i = m_at + 1; i < m_text.size(); ++i) {
        if (m_text.at(i) == u'\\' && i + 1 < m_text.size() && m_text.at(i + 1) == u'"') {
            value.text.append(u'"');
            ++i;
        } else if (m_text.at(i) == u'"') {
            m_at = i + 1;
            return value;
        } else {
            value.text.append(m_text.at(i));
        }
    }
    return refuseHere(Words::tr("A closing quotation mark is missing."));
}

/// Behind the brace of `field IN {`.
Result<ClassicFilter> ClassicParser::parseIn(ClassicFilter term)
{
    if (!std::all_of(term.field.cbegin(), term.field.cend(), isFieldCharacter))
        return refuseAt(term.position, Words::tr("“%1” cannot be the name of a field.").arg(term.field));
    if (m_hasJoin || m_closer == u')')
        return refuseAt(term.position, Words::tr("IN and join cannot be in one search."));
    m_hasIn = true;
    if (!isListAhead())
        return parseSubsearch(std::move(term));
    term.kind = ClassicFilter::Kind::List;
    do {
        auto value = parseValue(QStringLiteral(",}"));
        if (!value)
            return failure(value.error());
        if (value->hasWildcard())
            return refuseAt(value->position, Words::tr("A wildcard cannot stand in a list of values."),
                            Words::tr("Write the value in double quotes, or compare with OR."));
        term.values.push_back(std::move(*value));
    } while (skip(u","));
    if (!skip(u"}"))
        return refuseHere(Words::tr("A list of values is written “{a,b}”."));
    return term;
}

/// Whether the braces hold values and no search: the first value is followed by a comma or the end.
bool ClassicParser::isListAhead() const
{
    qsizetype at = m_at;
    const auto space = [this, &at] {
        while (at < m_text.size() && m_text.at(at).isSpace())
            ++at;
    };
    space();
    if (at < m_text.size() && m_text.at(at) == u'"') {
        for (++at; at < m_text.size() && m_text.at(at) != u'"'; ++at) {
            if (m_text.at(at) == u'\\' && at + 1 < m_text.size() && m_text.at(at + 1) == u'"')
                ++at;
        }
        ++at;
    } else {
        const qsizetype start = at;
        while (at < m_text.size() && !m_text.at(at).isSpace() && !QStringView(u",}|").contains(m_text.at(at)))
            ++at;
        const QStringView value = QStringView(m_text).mid(start, at - start);
        if (value.isEmpty())
            return false;
        // `Type:Update` is a condition, `2017-10-02T12:00` a date.
        if (std::any_of(value.begin(), value.end(), isComparisonSign) ||
            (value.contains(u':') && !isDigit(value.front())))
            return false;
    }
    space();
    return at < m_text.size() && (m_text.at(at) == u',' || m_text.at(at) == u'}');
}

Result<ClassicFilter> ClassicParser::parseSubsearch(ClassicFilter term)
{
    if (m_hasSubsearch || !m_closer.isNull())
        return refuseAt(term.position, Words::tr("A search can have one search in braces."));
    if (m_isWhere)
        return refuseAt(term.position, Words::tr("A search in braces belongs in the filter."));
    m_hasSubsearch = true;
    m_closer = u'}';
    auto inner = parseSearch();
    m_closer = {};
    if (!inner)
        return failure(inner.error());
    if (!skip(u"}"))
        return m_at < m_text.size() ? unexpected() : refuseHere(Words::tr("A closing brace is missing."));
    term.kind = ClassicFilter::Kind::Subsearch;
    term.inner = std::make_shared<const ParsedSearch>(std::move(*inner));
    return term;
}

} // namespace sonde
