#include "kql/classicparser.h"

#include "kql/kqltree.h"

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicParser)
};

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-' || c == u'/' || c == u'\\' ||
           c == u'@' || c == u'*' || c == u'\'' || c == u'$' || c == u'%' || c == u'#' || c == u'+' ||
           c == u'?' || c == u';';
}

ClassicFilter combine(ClassicFilter::Kind kind, std::vector<ClassicFilter> operands)
{
    if (operands.size() == 1)
        return std::move(operands.front());
    ClassicFilter filter;
    filter.kind = kind;
    filter.position = operands.front().position;
    filter.operands = std::move(operands);
    return filter;
}

} // namespace

ClassicParser::ClassicParser(const QString &text)
    : m_text(text)
{}

QString ClassicParser::usualAdvice()
{
    return Words::tr("Change the search and run it again.");
}

tl::unexpected<Error> ClassicParser::refuse(const QString &text, int position, const QString &message,
                                            const QString &advice)
{
    Error error;
    error.kind = ErrorKind::Query;
    error.message = message;
    error.advice = advice.isEmpty() ? usualAdvice() : advice;
    error.serviceCode = QStringLiteral("QuerySyntax");
    error.position = textPositionAt(text, position);
    return failure(std::move(error));
}

tl::unexpected<Error> ClassicParser::refuseAt(int position, const QString &message,
                                              const QString &advice) const
{
    return refuse(m_text, position, message, advice);
}

tl::unexpected<Error> ClassicParser::refuseHere(const QString &message) const
{
    return refuse(m_text, m_at, message);
}

tl::unexpected<Error> ClassicParser::tooDeep() const
{
    return refuseHere(Words::tr("The search is nested too deeply."));
}

tl::unexpected<Error> ClassicParser::unexpected() const
{
    if (m_at >= m_text.size())
        return refuseHere(Words::tr("The search ends where something is missing."));
    return refuseHere(Words::tr("The search cannot be read from “%1” on.").arg(m_text.mid(m_at, 20)));
}

bool ClassicParser::isFieldCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool ClassicParser::isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool ClassicParser::isLetter(QChar c)
{
    return c.isLetter();
}

/// Single quotes, straight or curly, and curly double ones: they are no quotes in this language.
bool ClassicParser::atWrongQuote() const
{
    return m_at < m_text.size() && QStringView(u"'‘’“”").contains(m_text.at(m_at));
}

void ClassicParser::skipSpace()
{
    while (m_at < m_text.size() && m_text.at(m_at).isSpace())
        ++m_at;
}

bool ClassicParser::atEnd()
{
    skipSpace();
    return m_at >= m_text.size();
}

bool ClassicParser::at(QStringView text)
{
    skipSpace();
    return QStringView(m_text).mid(m_at).startsWith(text);
}

bool ClassicParser::skip(QStringView text)
{
    if (!at(text))
        return false;
    m_at += static_cast<int>(text.size());
    return true;
}

/// A whole word in any case.
bool ClassicParser::atWord(QLatin1StringView word)
{
    skipSpace();
    const QStringView rest = QStringView(m_text).mid(m_at);
    return rest.startsWith(word, Qt::CaseInsensitive) &&
           (rest.size() == word.size() || !isFieldCharacter(rest.at(word.size())));
}

bool ClassicParser::skipWord(QLatin1StringView word)
{
    if (!atWord(word))
        return false;
    m_at += static_cast<int>(word.size());
    return true;
}

QString ClassicParser::takeWhile(bool (*accepts)(QChar))
{
    const int start = m_at;
    while (m_at < m_text.size() && accepts(m_text.at(m_at)))
        ++m_at;
    return m_text.mid(start, m_at - start);
}

Result<ParsedSearch> ClassicParser::parse()
{
    auto search = parseSearch();
    if (search && !atEnd())
        return unexpected();
    return search;
}

/// To the end of the text, or to what closes the search within a search.
Result<ParsedSearch> ClassicParser::parseSearch()
{
    ParsedSearch search;
    if (!atEnd() && !at(u"|") && !(m_closer == u'}' && at(u"}"))) {
        auto filter = parseAll();
        if (!filter)
            return failure(filter.error());
        if (const auto checked = checkSubsearch(*filter, true); !checked)
            return failure(checked.error());
        search.filter = std::move(*filter);
    }
    while (skip(u"|")) {
        auto command = parseCommand();
        if (!command)
            return failure(command.error());
        search.commands.push_back(std::move(*command));
    }
    return search;
}

/// The documents allow one search within a search, as the last of the terms side by side.
Result<void> ClassicParser::checkSubsearch(const ClassicFilter &filter, bool isLast)
{
    if (filter.kind == ClassicFilter::Kind::Subsearch && !isLast)
        return refuseAt(filter.position,
                        Words::tr("A search in braces must be the last condition of the filter."),
                        Words::tr("Put it at the end of the filter, outside of any OR."));
    for (const ClassicFilter &operand : filter.operands) {
        const bool mayHold = filter.kind == ClassicFilter::Kind::Not ||
                             (filter.kind == ClassicFilter::Kind::And && &operand == &filter.operands.back());
        if (const auto checked = checkSubsearch(operand, isLast && mayHold); !checked)
            return checked;
    }
    return {};
}

Result<ClassicFilter> ClassicParser::parseAll()
{
    std::vector<ClassicFilter> operands;
    bool isJoined = false;
    do {
        auto operand = parseOr();
        if (!operand)
            return operand;
        operands.push_back(std::move(*operand));
        isJoined = skip(u"&&") || skipWord(QLatin1StringView("AND"));
    } while (isJoined || !(atEnd() || at(u"|") || at(u")") || (m_closer == u'}' && at(u"}"))));
    return combine(ClassicFilter::Kind::And, std::move(operands));
}

Result<ClassicFilter> ClassicParser::parseOr()
{
    std::vector<ClassicFilter> operands;
    do {
        auto operand = parseUnary();
        if (!operand)
            return operand;
        operands.push_back(std::move(*operand));
    } while (skip(u"||") || skipWord(QLatin1StringView("OR")));
    return combine(ClassicFilter::Kind::Or, std::move(operands));
}

Result<ClassicFilter> ClassicParser::parseUnary()
{
    const DepthGuard depth(m_depth);
    if (depth.isTooDeep())
        return tooDeep();
    skipSpace();
    const int position = m_at;
    if (skip(u"!") || skipWord(QLatin1StringView("NOT"))) {
        auto operand = parseUnary();
        if (!operand)
            return operand;
        ClassicFilter filter;
        filter.kind = ClassicFilter::Kind::Not;
        filter.position = position;
        filter.operands.push_back(std::move(*operand));
        return filter;
    }
    if (skip(u"(")) {
        auto inner = parseAll();
        if (inner && !skip(u")"))
            return refuseHere(Words::tr("A closing parenthesis is missing."));
        return inner;
    }
    return parseTerm();
}

Result<ClassicFilter> ClassicParser::parseTerm()
{
    ClassicFilter term;
    term.position = m_at;
    if (at(u"\"")) {
        auto phrase = parseQuoted();
        if (!phrase)
            return failure(phrase.error());
        term.kind = ClassicFilter::Kind::Text;
        term.value = std::move(*phrase);
    } else {
        if (at(u"-"))
            return refuseHere(
                Words::tr("“-” in front of a term is not supported here: NOT is written “NOT” or “!”."));
        if (atWrongQuote())
            return refuseHere(Words::tr("Values are quoted with double quotes."));
        const QString word = takeWhile(isNameCharacter);
        if (word.isEmpty())
            return unexpected();
        const int behindWord = m_at;
        const bool isNegated = skipWord(QLatin1StringView("NOT"));
        if (skipWord(QLatin1StringView("IN")) && skip(u"{")) {
            term.field = word;
            auto list = parseIn(std::move(term));
            if (!list || !isNegated)
                return list;
            ClassicFilter negated;
            negated.kind = ClassicFilter::Kind::Not;
            negated.position = list->position;
            negated.operands.push_back(std::move(*list));
            return negated;
        }
        m_at = behindWord;
        if (atComparison()) {
            term.field = word;
            return parseComparison(std::move(term));
        }
        if (word == u"*") {
            term.kind = ClassicFilter::Kind::All;
        } else {
            term.kind = ClassicFilter::Kind::Text;
            term.value = {word, false, term.position};
        }
    }
    if (m_isWhere)
        return refuseAt(term.position, Words::tr("“where” compares a column, such as AggregatedValue>10."));
    return term;
}

} // namespace sonde
