#include "kql/classicscanner.h"

#include <algorithm>
#include <utility>

namespace sonde {

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isFieldCharacter(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c >= u'\x80';
}

/// Of a free word, as the parser takes them.
bool isWordCharacter(QChar c)
{
    return isFieldCharacter(c) || QStringView(u".-/\\@*'$%#+?;").contains(c);
}

bool isOneOf(QStringView word, std::initializer_list<QStringView> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isCommand(QStringView word)
{
    return isOneOf(word, {u"dedup", u"distinct", u"extend", u"join", u"limit", u"measure", u"select", u"skip",
                          u"sort", u"top", u"where"});
}

/// 5, -1.5.
bool isNumber(QStringView text)
{
    if (text.startsWith(u'-') || text.startsWith(u'+'))
        text = text.mid(1);
    const bool hasDigits = !text.isEmpty() && isDigit(text.front()) && isDigit(text.back());
    return hasDigits && text.count(u'.') <= 1 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return isDigit(c) || c == u'.'; });
}

/// 2017-10-02, and what may follow of a time and steps.
bool isDate(QStringView text)
{
    constexpr qsizetype dayLength = 10;
    if (text.size() < dayLength)
        return false;
    for (qsizetype i = 0; i < dayLength; ++i) {
        const bool isDash = i == 4 || i == 7;
        if (isDash ? text[i] != u'-' : !isDigit(text[i]))
            return false;
    }
    return text.size() == dayLength || QStringView(u"Tt+-/").contains(text[dayLength]);
}

/// NOW, NOW-24HOURS/DAY.
bool isNow(QStringView text)
{
    return text.startsWith(u"NOW", Qt::CaseInsensitive) &&
           (text.size() == 3 || QStringView(u"+-/").contains(text[3]));
}

} // namespace

ClassicScanner::ClassicScanner(QStringView text)
    : m_text(text)
{
    while (m_at < m_text.size())
        step();
}

QChar ClassicScanner::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
}

qsizetype ClassicScanner::behindSpace(qsizetype at) const
{
    while (at < m_text.size() && isSpace(m_text[at]))
        ++at;
    return at;
}

QString ClassicScanner::lowerFrom(qsizetype start) const
{
    return m_text.mid(start, m_at - start).toString().toLower();
}

/// Also `where`, which compares as the filter does.
bool ClassicScanner::isFilter() const
{
    return m_level.command.isEmpty() || m_level.command == u"where";
}

void ClassicScanner::step()
{
    m_at = behindSpace(m_at);
    if (m_at >= m_text.size())
        return;
    const QChar c = peek();
    if (c == u'"')
        readString();
    else if (stepSign(c))
        return;
    else if (m_spot == ClassicSpot::Value || m_spot == ClassicSpot::Bound)
        readValue();
    else if (m_spot == ClassicSpot::Command)
        readCommandName();
    else if (isFilter())
        readTerm();
    else
        readInCommand();
}

/// Signs that mean the same wherever they stand.
bool ClassicScanner::stepSign(QChar c)
{
    if (c == u'|') {
        readPipe();
    } else if (c == u'{' && isFilter()) {
        open(u'}', ClassicSpot::Term);
    } else if (c == u'(' && isFilter() && m_spot == ClassicSpot::Term) {
        Level inner = m_level;
        inner.closer = u')';
        inner.next = ClassicSpot::Term;
        m_outer.push_back(m_level);
        m_level = inner;
        ++m_at;
        take(Kind::Sign, m_at - 1);
    } else if (c == u'(' && m_level.command == u"join") {
        open(u')', ClassicSpot::JoinField);
    } else if (m_depth == 0 && !m_outer.empty() && c == m_level.closer) {
        close();
    } else {
        return false;
    }
    return true;
}

void ClassicScanner::readPipe()
{
    const qsizetype start = m_at++;
    if (isFilter() && peek() == u'|') {
        ++m_at;
        m_spot = ClassicSpot::Term;
    } else {
        m_spot = ClassicSpot::Command;
        m_level.command.clear();
        if (!m_level.leaves.isEmpty())
            m_level.columns = std::exchange(m_level.leaves, {});
        m_depth = 0;
    }
    take(Kind::Sign, start);
}

void ClassicScanner::open(QChar closer, ClassicSpot next)
{
    m_outer.push_back(m_level);
    m_level = {closer, next, {}, {}, {}, false, {}, {}, m_tokens.size()};
    m_spot = ClassicSpot::Term;
    ++m_at;
    take(Kind::Sign, m_at - 1);
}

void ClassicScanner::close()
{
    m_spot = m_level.next;
    const qsizetype first = m_level.firstToken;
    m_level = std::move(m_outer.back());
    m_outer.pop_back();
    // Of a search itself: one has one join, and a broken text may have any number within one another.
    const bool isJoin = m_level.command == u"join" && m_outer.empty();
    for (qsizetype i = first; isJoin && i < m_tokens.size(); ++i) {
        if (m_tokens.at(i).kind == Kind::Type)
            m_level.joinedTypes.append(textOf(m_tokens.at(i)).toString());
    }
    ++m_at;
    take(Kind::Sign, m_at - 1);
}

/// To the closing quote; where there is none, to the end of the line.
void ClassicScanner::readString()
{
    const qsizetype start = m_at;
    qsizetype end = start + 1;
    while (end < m_text.size() && m_text[end] != u'"')
        end += m_text[end] == u'\\' && end + 1 < m_text.size() && m_text[end + 1] == u'"' ? 2 : 1;
    if (end < m_text.size()) {
        m_at = end + 1;
    } else {
        const qsizetype lineEnd = m_text.indexOf(u'\n', start);
        m_at = lineEnd < 0 ? m_text.size() : lineEnd;
    }
    take(Kind::String, start);
    if (m_spot == ClassicSpot::Value)
        m_spot = ClassicSpot::Term;
}

void ClassicScanner::readTerm()
{
    const qsizetype start = m_at;
    if (!isWordCharacter(peek())) {
        m_at += peek() == u'&' && peek(1) == u'&' ? 2 : 1;
        take(Kind::Sign, start);
        return;
    }
    while (isWordCharacter(peek()))
        ++m_at;
    const QStringView word = m_text.mid(start, m_at - start);
    const qsizetype behind = m_at;
    const bool isName = std::all_of(word.begin(), word.end(), isFieldCharacter);
    m_at = behindSpace(m_at);
    const qsizetype sign = m_at;
    if (!isName || !readOperator()) {
        m_at = behind;
        readFreeWord(start);
        return;
    }
    m_tokens.append({Kind::Field, start, behind - start});
    take(Kind::Sign, sign);
    m_field = word.toString();
    m_spot = ClassicSpot::Value;
}

bool ClassicScanner::readOperator()
{
    const QChar c = peek();
    const bool canBeTwo = c == u'!' || c == u'<' || c == u'>';
    if (canBeTwo && peek(1) == u'=')
        m_at += 2;
    else if (c != u'\0' && QStringView(u"=:<>").contains(c))
        ++m_at;
    else
        return false;
    return true;
}

void ClassicScanner::readFreeWord(qsizetype start)
{
    const QStringView word = m_text.mid(start, m_at - start);
    const QString lower = lowerFrom(start);
    const qsizetype next = behindSpace(m_at);
    if (isOneOf(lower, {u"and", u"or", u"not"})) {
        take(Kind::Keyword, start);
    } else if (lower == u"in" && next < m_text.size() && m_text[next] == u'{') {
        markFieldBeforeIn();
        take(Kind::Keyword, start);
    } else if (m_level.closer == u'}' && m_level.command.isEmpty() && !isNumber(word) && !isDate(word) &&
               next < m_text.size() && (m_text[next] == u',' || m_text[next] == u'}')) {
        take(m_field == u"Type" ? Kind::Type : Kind::Value, start); // of a list
    } else {
        take(isNumber(word) || isDate(word) ? Kind::Number : Kind::Word, start);
    }
}

/// `Computer IN {`, `Computer NOT IN {`.
void ClassicScanner::markFieldBeforeIn()
{
    auto last = m_tokens.rbegin();
    if (last != m_tokens.rend() && last->kind == Kind::Keyword &&
        textOf(*last).compare(u"not", Qt::CaseInsensitive) == 0)
        ++last;
    if (last == m_tokens.rend() || last->kind != Kind::Word)
        return;
    last->kind = Kind::Field;
    m_field = textOf(*last).toString();
}

void ClassicScanner::readValue()
{
    const qsizetype start = m_at;
    const bool isBound = m_spot == ClassicSpot::Bound;
    if (peek() == u'[' || (isBound && (peek() == u']' || (peek() == u'.' && peek(1) == u'.')))) {
        m_at += peek() == u'.' ? 2 : 1;
        take(Kind::Sign, start);
        m_spot = m_text[start] == u']' ? ClassicSpot::Term : ClassicSpot::Bound;
        return;
    }
    const QStringView enders = isBound ? u"]|" : u"()|}";
    while (m_at < m_text.size() && !isSpace(peek()) && !enders.contains(peek()) &&
           !(peek() == u'&' && peek(1) == u'&') && !(isBound && peek() == u'.' && peek(1) == u'.'))
        ++m_at;
    if (!isBound)
        m_spot = ClassicSpot::Term;
    if (m_at == start) {
        if (!isBound)
            return; // a parenthesis where the value should be, which is read as one
        ++m_at;
        take(Kind::Sign, start);
        return;
    }
    const QStringView value = m_text.mid(start, m_at - start);
    if (isNow(value)) {
        m_tokens.append({Kind::Now, start, 3});
        if (value.size() > 3)
            m_tokens.append({Kind::Number, start + 3, value.size() - 3});
    } else if (isNumber(value) || isDate(value)) {
        take(Kind::Number, start);
    } else if (peek() == u'(') {
        take(Kind::Function, start);
    } else {
        take(m_field == u"Type" ? Kind::Type : Kind::Value, start);
    }
}

void ClassicScanner::readCommandName()
{
    const qsizetype start = m_at;
    if (!isFieldCharacter(peek())) {
        ++m_at;
        take(Kind::Sign, start);
        return;
    }
    while (isFieldCharacter(peek()))
        ++m_at;
    m_level.command = lowerFrom(start);
    take(isCommand(m_level.command) ? Kind::Command : Kind::Word, start);
    beginCommand();
}

void ClassicScanner::beginCommand()
{
    const QString &command = m_level.command;
    m_level.isUnnamed = false;
    m_spot = ClassicSpot::Nothing;
    if (command == u"measure" || command == u"extend")
        m_spot = ClassicSpot::Function;
    else if (command == u"sort")
        m_spot = ClassicSpot::SortField;
    else if (isOneOf(command, {u"select", u"distinct", u"dedup"}))
        m_spot = ClassicSpot::Field;
    else if (command == u"join")
        m_spot = ClassicSpot::JoinKind;
    else if (command == u"where")
        m_spot = ClassicSpot::Term;
}

void ClassicScanner::readInCommand()
{
    const qsizetype start = m_at;
    const QChar c = peek();
    if (isDigit(c)) {
        while (isFieldCharacter(peek()) || (peek() == u'.' && isDigit(peek(1))))
            ++m_at;
        take(Kind::Number, start);
    } else if (isFieldCharacter(c)) {
        while (isFieldCharacter(peek()))
            ++m_at;
        readName(start);
    } else {
        ++m_at;
        take(Kind::Sign, start);
        readSignInCommand(c);
    }
}

void ClassicScanner::readSignInCommand(QChar c)
{
    if (c == u'(' && (m_spot == ClassicSpot::Function || m_spot == ClassicSpot::Argument)) {
        ++m_depth;
        m_spot = ClassicSpot::Argument;
    } else if (c == u')' && m_depth > 0) {
        if (--m_depth == 0)
            m_spot = ClassicSpot::AfterFunction;
    } else if (c == u',' && m_depth == 0) {
        if (m_spot == ClassicSpot::AfterFunction)
            m_spot = ClassicSpot::Function;
        else if (m_spot == ClassicSpot::AfterGroup)
            m_spot = ClassicSpot::GroupField;
        else if (m_spot == ClassicSpot::AfterSortField)
            m_spot = ClassicSpot::SortField;
        else if (isOneOf(m_level.command, {u"select", u"distinct", u"dedup"}))
            m_spot = ClassicSpot::Field;
    }
}

/// A name in a command, which ends here.
void ClassicScanner::readName(qsizetype start)
{
    const QString lower = lowerFrom(start);
    const qsizetype next = behindSpace(m_at);
    const bool isCall = next < m_text.size() && m_text[next] == u'(';
    const bool isOfSort = m_spot == ClassicSpot::AfterSortField && isOneOf(lower, {u"asc", u"desc"});
    switch (m_spot) {
    case ClassicSpot::Function:
        take(isCall ? Kind::Function : Kind::Word, start);
        if (isCall)
            addMeasured({});
        return;
    case ClassicSpot::Argument:
        take(isCall ? Kind::Function : Kind::Field, start);
        return;
    case ClassicSpot::AfterFunction:
    case ClassicSpot::AfterGroup:
        readAfterFunction(start, lower);
        return;
    case ClassicSpot::Alias:
        take(Kind::Word, start);
        if (m_level.command == u"extend")
            m_level.made.append(m_text.mid(start, m_at - start).toString());
        addMeasured(m_text.mid(start, m_at - start).toString());
        m_spot = ClassicSpot::AfterFunction;
        return;
    case ClassicSpot::GroupField:
        take(Kind::Field, start);
        m_level.leaves.append(m_text.mid(start, m_at - start).toString());
        m_spot = ClassicSpot::AfterGroup;
        return;
    case ClassicSpot::Interval:
        take(Kind::Number, start); // a unit
        return;
    case ClassicSpot::SortField:
        take(Kind::Field, start);
        m_spot = ClassicSpot::AfterSortField;
        return;
    case ClassicSpot::AfterSortField:
        take(isOfSort ? Kind::Keyword : Kind::Word, start);
        return;
    case ClassicSpot::Field:
        take(Kind::Field, start);
        if (m_level.command == u"distinct")
            m_level.leaves = {m_text.mid(start, m_at - start).toString()};
        m_spot = ClassicSpot::Nothing;
        return;
    case ClassicSpot::JoinKind:
        take(isOneOf(lower, {u"inner", u"outer", u"left"}) ? Kind::Keyword : Kind::Field, start);
        m_spot = ClassicSpot::JoinField;
        return;
    case ClassicSpot::JoinField:
        take(Kind::Field, start);
        m_spot = ClassicSpot::Nothing;
        return;
    default:
        take(Kind::Word, start);
    }
}

void ClassicScanner::readAfterFunction(qsizetype start, const QString &word)
{
    const bool isMeasure = m_level.command == u"measure";
    const bool isAfterFunction = m_spot == ClassicSpot::AfterFunction;
    ClassicSpot next = m_spot;
    if (word == u"as" && isAfterFunction)
        next = ClassicSpot::Alias;
    else if (word == u"by" && isAfterFunction && isMeasure)
        next = ClassicSpot::GroupField;
    else if (word == u"interval" && isMeasure)
        next = ClassicSpot::Interval;
    take(next == m_spot ? Kind::Word : Kind::Keyword, start);
    if (next == ClassicSpot::Interval && isAfterFunction)
        m_level.leaves.append(QStringLiteral("TimeGenerated"));
    m_spot = next;
}

/// A function of measure, or, with \a alias, what the one before is called.
void ClassicScanner::addMeasured(const QString &alias)
{
    if (m_level.command != u"measure")
        return;
    if (m_level.isUnnamed)
        m_level.leaves.removeLast();
    m_level.leaves.append(alias.isEmpty() ? QStringLiteral("AggregatedValue") : alias);
    m_level.isUnnamed = alias.isEmpty();
}

} // namespace sonde
