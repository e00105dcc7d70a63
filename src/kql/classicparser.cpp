#include "kql/classicparser.h"

#include "kql/kqltree.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace sonde {

namespace {

constexpr int maximumDepth = 100;

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

bool isFieldCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(QChar c)
{
    return c.isLetter();
}

/// Single quotes, straight or curly, and curly double ones: they are no quotes in this language.
bool isWrongQuote(QChar c)
{
    return c == u'\'' || c == u'‘' || c == u'’' || c == u'“' || c == u'”';
}

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

/// Counts nesting while it lives.
class DepthGuard
{
public:
    explicit DepthGuard(int &depth)
        : m_depth(++depth)
    {}
    ~DepthGuard() { --m_depth; }
    Q_DISABLE_COPY_MOVE(DepthGuard)
    bool tooDeep() const { return m_depth > maximumDepth; }

private:
    int &m_depth;
};

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

tl::unexpected<Error> ClassicParser::refuseHere(const QString &message) const
{
    return refuse(m_text, m_at, message);
}

tl::unexpected<Error> ClassicParser::unexpected() const
{
    if (m_at >= m_text.size())
        return refuseHere(Words::tr("The search ends where something is missing."));
    return refuseHere(Words::tr("The search cannot be read from “%1” on.").arg(m_text.mid(m_at, 20)));
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
    ParsedSearch search;
    if (!atEnd() && !at(u"|")) {
        auto filter = parseAll();
        if (!filter)
            return failure(filter.error());
        search.filter = std::move(*filter);
    }
    while (skip(u"|")) {
        auto command = parseCommand();
        if (!command)
            return failure(command.error());
        search.commands.push_back(std::move(*command));
    }
    if (!atEnd())
        return unexpected();
    return search;
}

Result<ClassicFilter> ClassicParser::parseAll()
{
    std::vector<ClassicFilter> operands;
    do {
        auto operand = parseOr();
        if (!operand)
            return operand;
        operands.push_back(std::move(*operand));
    } while (!atEnd() && !at(u"|") && !at(u")"));
    return combine(ClassicFilter::Kind::And, std::move(operands));
}

Result<ClassicFilter> ClassicParser::parseOr()
{
    std::vector<ClassicFilter> operands;
    do {
        auto operand = parseAnd();
        if (!operand)
            return operand;
        operands.push_back(std::move(*operand));
    } while (skip(u"||") || skipWord(QLatin1StringView("OR")));
    return combine(ClassicFilter::Kind::Or, std::move(operands));
}

Result<ClassicFilter> ClassicParser::parseAnd()
{
    std::vector<ClassicFilter> operands;
    do {
        auto operand = parseUnary();
        if (!operand)
            return operand;
        operands.push_back(std::move(*operand));
    } while (skip(u"&&") || skipWord(QLatin1StringView("AND")));
    return combine(ClassicFilter::Kind::And, std::move(operands));
}

Result<ClassicFilter> ClassicParser::parseUnary()
{
    const DepthGuard depth(m_depth);
    if (depth.tooDeep())
        return refuseHere(Words::tr("The search is nested too deeply."));
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
        return term;
    }
    if (at(u"-"))
        return refuseHere(
            Words::tr("“-” in front of a term is not supported here: NOT is written “NOT” or “!”."));
    if (m_at < m_text.size() && isWrongQuote(m_text.at(m_at)))
        return refuseHere(Words::tr("Values are quoted with double quotes."));
    const QString word = takeWhile(isNameCharacter);
    if (word.isEmpty())
        return unexpected();
    const int behindWord = m_at;
    if (skipWord(QLatin1StringView("IN")) && at(u"{"))
        return refuse(m_text, behindWord, Words::tr("“IN” is not supported here."));
    m_at = behindWord;
    for (const Operator &candidate : operators) {
        if (at(candidate.text)) {
            // No field is called so, and the comparison would be equal to nothing without a word.
            if (!std::all_of(word.cbegin(), word.cend(), isFieldCharacter))
                return refuse(m_text, term.position,
                              Words::tr("“%1” cannot be the name of a field.").arg(word));
            const int sign = m_at;
            skip(candidate.text);
            term.field = word;
            term.comparison = candidate.comparison;
            if (at(u"["))
                return candidate.text == u":" ? parseRange(std::move(term)) : refuseBracket(word, sign);
            return parseComparison(std::move(term));
        }
    }
    if (word == u"*") {
        term.kind = ClassicFilter::Kind::All;
        return term;
    }
    term.kind = ClassicFilter::Kind::Text;
    term.value = {word, false, term.position};
    return term;
}

Result<ClassicFilter> ClassicParser::parseComparison(ClassicFilter term)
{
    term.kind = ClassicFilter::Kind::Compare;
    auto value = parseValue(QStringLiteral("()|"));
    if (!value)
        return failure(value.error());
    term.value = std::move(*value);
    if (term.value.quoted)
        return term;
    const auto sign = std::find_if(term.value.text.cbegin(), term.value.text.cend(), isComparisonSign);
    if (sign != term.value.text.cend()) {
        const auto offset = static_cast<int>(sign - term.value.text.cbegin());
        return refuse(m_text, term.value.position + offset,
                      Words::tr("“%1” cannot stand in a value without quotes.").arg(*sign),
                      Words::tr("Write the value in double quotes, or compare one field at a time."));
    }
    if (m_at < m_text.size() && m_text.at(m_at) == u'(')
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

/// `field:contains("x")`; the function's name was read as the value.
Result<ClassicFilter> ClassicParser::parseCall(ClassicFilter term)
{
    if (term.value.text.compare(u"contains", Qt::CaseInsensitive) != 0 ||
        term.comparison != ClassicComparison::Equal)
        return refuse(m_text, term.value.position,
                      Words::tr("“%1” is not supported here.").arg(term.value.text));
    skip(u"(");
    if (!at(u"\""))
        return unexpected();
    auto needle = parseQuoted();
    if (!needle)
        return failure(needle.error());
    if (!skip(u")"))
        return refuseHere(Words::tr("A closing parenthesis is missing."));
    term.comparison = ClassicComparison::Contains;
    term.value = std::move(*needle);
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
        return refuseHere(Words::tr("Searches within a search are not supported here."));
    if (m_at < m_text.size() && isWrongQuote(m_text.at(m_at)))
        return refuseHere(Words::tr("Values are quoted with double quotes."));
    const bool inRange = enders.startsWith(u']');
    ClassicValue value;
    value.position = m_at;
    while (m_at < m_text.size()) {
        const QChar c = m_text.at(m_at);
        const QStringView rest = QStringView(m_text).mid(m_at);
        if (c.isSpace() || enders.contains(c) || rest.startsWith(u"&&") ||
            (inRange && rest.startsWith(u"..")))
            break;
        value.text.append(c);
        ++m_at;
    }
    if (value.text.isEmpty())
        return unexpected();
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

Result<ClassicCommand> ClassicParser::parseCommand()
{
    skipSpace();
    const int position = m_at;
    const QString name = takeWhile(isFieldCharacter);
    const QString command = name.toLower();
    if (command == u"measure")
        return parseMeasure();
    if (command == u"top" || command == u"limit")
        return parseTop();
    if (command == u"sort")
        return parseSort();
    if (command == u"select") {
        auto fields = parseFields();
        if (!fields)
            return failure(fields.error());
        return ClassicSelect{std::move(*fields)};
    }
    if (command == u"distinct") {
        auto field = parseField();
        if (!field)
            return failure(field.error());
        return ClassicDistinct{std::move(*field)};
    }
    if (name.isEmpty())
        return unexpected();
    return refuse(m_text, position, Words::tr("The command “%1” is not supported here.").arg(name));
}

Result<ClassicCommand> ClassicParser::parseMeasure()
{
    ClassicMeasure measure;
    do {
        auto function = parseFunction();
        if (!function)
            return failure(function.error());
        measure.functions.push_back(std::move(*function));
    } while (skip(u","));
    if (auto grouping = parseGrouping(measure); !grouping)
        return failure(grouping.error());
    return measure;
}

Result<ClassicMeasure::Function> ClassicParser::parseFunction()
{
    skipSpace();
    ClassicMeasure::Function function;
    function.position = m_at;
    function.name = takeWhile(isFieldCharacter).toLower();
    if (function.name.isEmpty() || !skip(u"("))
        return unexpected();
    skipSpace();
    function.field = takeWhile(isFieldCharacter);
    if (!skip(u")"))
        return unexpected();
    function.written = function.name + u'(' + function.field + u')';
    if (skipWord(QLatin1StringView("as"))) {
        auto alias = parseField();
        if (!alias)
            return failure(alias.error());
        function.alias = alias->name;
    }
    return function;
}

Result<void> ClassicParser::parseGrouping(ClassicMeasure &measure)
{
    if (skipWord(QLatin1StringView("by"))) {
        auto fields = parseFields();
        if (!fields)
            return failure(fields.error());
        measure.by = std::move(*fields);
    }
    if (skipWord(QLatin1StringView("interval"))) {
        auto interval = parseInterval();
        if (!interval)
            return failure(interval.error());
        measure.intervalMilliseconds = *interval;
    }
    return {};
}

/// `1HOUR`. Months and years are no fixed length and are refused.
Result<qint64> ClassicParser::parseInterval()
{
    skipSpace();
    const int position = m_at;
    bool valid = false;
    const qint64 count = takeWhile(isDigit).toLongLong(&valid);
    skipSpace();
    QString unit = takeWhile(isLetter).toUpper();
    if (unit.endsWith(u'S'))
        unit.chop(1);
    qint64 milliseconds = 0;
    if (unit == u"MILLISECOND" || unit == u"MILLI")
        milliseconds = 1;
    else if (unit == u"SECOND")
        milliseconds = 1000;
    else if (unit == u"MINUTE")
        milliseconds = 60'000;
    else if (unit == u"HOUR")
        milliseconds = 3'600'000;
    else if (unit == u"DAY")
        milliseconds = 86'400'000;
    if (!valid || count < 1 || count > 1'000'000 || milliseconds == 0) {
        return refuse(m_text, position, Words::tr("This interval is not supported here."),
                      Words::tr("Write it in DAY, HOUR, MINUTE or SECOND, such as “1HOUR”."));
    }
    return count * milliseconds;
}

Result<ClassicCommand> ClassicParser::parseTop()
{
    skipSpace();
    bool valid = false;
    const qint64 count = takeWhile(isDigit).toLongLong(&valid);
    if (!valid)
        return refuseHere(Words::tr("A number of rows is missing."));
    return ClassicTop{count};
}

Result<ClassicCommand> ClassicParser::parseSort()
{
    ClassicSort sort;
    do {
        auto field = parseField();
        if (!field)
            return failure(field.error());
        ClassicSort::Key key{std::move(*field), false};
        key.descending = key.field.name == u"TimeGenerated";
        if (skipWord(QLatin1StringView("desc")))
            key.descending = true;
        else if (skipWord(QLatin1StringView("asc")))
            key.descending = false;
        sort.keys.push_back(std::move(key));
    } while (skip(u","));
    return sort;
}

Result<std::vector<ClassicField>> ClassicParser::parseFields()
{
    std::vector<ClassicField> fields;
    do {
        auto field = parseField();
        if (!field)
            return failure(field.error());
        fields.push_back(std::move(*field));
    } while (skip(u","));
    return fields;
}

Result<ClassicField> ClassicParser::parseField()
{
    skipSpace();
    ClassicField field{{}, m_at};
    field.name = takeWhile(isFieldCharacter);
    if (field.name.isEmpty())
        return unexpected();
    return field;
}

} // namespace sonde
