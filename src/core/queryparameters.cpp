#include "core/queryparameters.h"

#include "core/kqlstrings.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <vector>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryParameters)
};

bool isPartOfName(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.isSurrogate();
}

/// Types whose `name(...)` is one literal for the service, whatever stands in it.
bool isLiteralType(QStringView word)
{
    static const QSet<QString> types{
        QStringLiteral("long"),    QStringLiteral("int64"), QStringLiteral("int"),
        QStringLiteral("int32"),   QStringLiteral("real"),  QStringLiteral("double"),
        QStringLiteral("decimal"), QStringLiteral("bool"),  QStringLiteral("datetime"),
        QStringLiteral("date"),    QStringLiteral("time"),  QStringLiteral("timespan"),
        QStringLiteral("guid")};
    return types.contains(word.toString());
}

struct Token
{
    enum class Kind { Word, Literal, Sign, Parameter };
    Kind kind = Kind::Sign;
    qsizetype start = 0;
    qsizetype end = 0;
};

/// Cuts a query into words, literals, signs and `{name}`; leaves comments out.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
        while (m_at < m_text.size())
            step();
    }

    std::vector<Token> tokens;

private:
    void step()
    {
        const QChar c = m_text[m_at];
        const qsizetype stringEnd = kqlStringEnd(m_text, m_at);
        if (c.isSpace())
            ++m_at;
        else if (const qsizetype commentEnd = kqlCommentEnd(m_text, m_at); commentEnd > m_at)
            m_at = commentEnd;
        else if (stringEnd > m_at)
            take(Token::Kind::Literal, stringEnd);
        else if (isPartOfName(c))
            takeWord();
        else if (const qsizetype end = c == u'{' ? parameterEnd() : m_at; end > m_at)
            take(Token::Kind::Parameter, end);
        else
            take(Token::Kind::Sign, m_at + 1);
    }

    QChar at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text[i] : QChar(); }

    void take(Token::Kind kind, qsizetype end)
    {
        tokens.push_back({kind, m_at, end});
        m_at = end;
    }

    qsizetype endOfName(qsizetype i) const
    {
        while (i < m_text.size() && isPartOfName(m_text[i]))
            ++i;
        return i;
    }

    void takeWord()
    {
        const qsizetype end = endOfName(m_at);
        const QStringView word = m_text.mid(m_at, end - m_at);
        if (at(end) == u'(' && isLiteralType(word)) {
            take(Token::Kind::Literal, endOfLiteral(end));
            return;
        }
        qsizetype open = end;
        while (at(open).isSpace())
            ++open;
        if (word == u"dynamic" && at(open) == u'(')
            take(Token::Kind::Literal, endOfDynamic(open));
        else
            take(Token::Kind::Word, end);
    }

    /// Up to the first closing parenthesis of the line: in such a literal there are no strings.
    qsizetype endOfLiteral(qsizetype i) const
    {
        while (i < m_text.size() && m_text[i] != u')' && m_text[i] != u'\n' && m_text[i] != u'\r')
            ++i;
        return at(i) == u')' ? i + 1 : i;
    }

    qsizetype endOfDynamic(qsizetype i) const
    {
        int depth = 0;
        while (i < m_text.size()) {
            const qsizetype stringEnd = kqlStringEnd(m_text, i);
            if (stringEnd > i) {
                i = stringEnd;
                continue;
            }
            depth += m_text[i] == u'(' ? 1 : m_text[i] == u')' ? -1 : 0;
            ++i;
            if (depth == 0)
                return i;
        }
        return i;
    }

    /// Behind the `{name}` at the place; the place itself where there is none.
    qsizetype parameterEnd() const
    {
        const qsizetype end = endOfName(m_at + 1);
        const QStringView name = m_text.mid(m_at + 1, end - m_at - 1);
        const bool hasName = std::any_of(name.begin(), name.end(), [](QChar c) { return !c.isDigit(); });
        const bool isGlued = joins(at(m_at - 1), at(m_at - 2)) || joins(at(end + 1), at(end + 2));
        return hasName && at(end) == u'}' && !isGlued ? end + 1 : m_at;
    }

    /// Whether a literal would become another one beside \a neighbour, behind which \a next stands: in
    /// `@{x}` and `"a"{x}` a quote, or its backslash, means something else.
    static bool joins(QChar neighbour, QChar next)
    {
        return isPartOfName(neighbour) || neighbour == u'@' || neighbour == u'"' || neighbour == u'\'' ||
               (neighbour == u'.' && next != u'.');
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

/// Makes parameters of the tokens of a query.
class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
        , m_tokens(Scanner(text).tokens)
    {}

    QList<QueryParameter> read()
    {
        while (m_at < m_tokens.size()) {
            if (isDeclaration())
                readDeclarations();
            else
                readToken();
        }
        return std::move(m_found);
    }

private:
    /// The operator `partition` whose query is still to come.
    struct Partition
    {
        std::size_t depth = 0; ///< of the parentheses around it
        bool isBehindBy = false;
    };

    QStringView word(std::size_t i) const
    {
        return i < m_tokens.size() ? m_text.mid(m_tokens[i].start, m_tokens[i].end - m_tokens[i].start)
                                   : QStringView();
    }
    /// The one that stands \a back before \a i.
    QStringView before(std::size_t i, std::size_t back = 1) const
    {
        return i >= back ? word(i - back) : QStringView();
    }

    QueryParameter &parameter(const QString &name)
    {
        const auto known = m_places.constFind(name);
        if (known != m_places.cend())
            return m_found[*known];
        m_places.insert(name, m_found.size());
        QueryParameter added;
        added.name = name;
        m_found.append(added);
        return m_found.last();
    }

    bool isDeclaration() const
    {
        const QStringView previous = before(m_at);
        return word(m_at) == u"declare" && word(m_at + 1) == u"query_parameters" && word(m_at + 2) == u"(" &&
               (previous.isEmpty() || previous == u";");
    }

    void readDeclarations()
    {
        m_at += 3;
        while (m_at < m_tokens.size() && word(m_at) != u")") {
            readDeclaration();
            if (word(m_at) == u",")
                ++m_at;
        }
    }

    /// `name:type` or `name:type = value`, up to the comma or the parenthesis behind it.
    void readDeclaration()
    {
        const std::size_t first = m_at;
        int depth = 0;
        for (; m_at < m_tokens.size(); ++m_at) {
            const QStringView sign = word(m_at);
            if (depth == 0 && (sign == u"," || sign == u")"))
                break;
            depth += sign == u"(" || sign == u"[" ? 1 : sign == u")" || sign == u"]" ? -1 : 0;
        }
        const QString type = word(first + 2).toString();
        const auto known = parameterTypeFromName(type);
        const bool isNamed =
            first + 2 < m_at && m_tokens[first].kind == Token::Kind::Word && word(first + 1) == u":";
        // A table is no value.
        if (!isNamed || !known || *known == ParameterType::List)
            return;
        QueryParameter &declared = parameter(word(first).toString());
        declared.declaredType = type;
        declared.type = known;
        const qsizetype typeEnd = m_tokens[first + 2].end;
        const qsizetype end = m_tokens[m_at - 1].end;
        if (first + 4 < m_at && word(first + 3) == u"=") {
            const qsizetype start = m_tokens[first + 4].start;
            declared.standard = m_text.mid(start, end - start).toString();
        }
        declared.places.prepend({typeEnd, end - typeEnd, ListForm::Dynamic, true});
    }

    void readToken()
    {
        const Token &token = m_tokens[m_at];
        const QStringView text = word(m_at);
        if (token.kind == Token::Kind::Parameter) {
            if (!isBody() && !isTableOfPartition())
                readParameter(token);
        } else if (text == u"(") {
            m_open.push_back(m_at);
        } else if (text == u")") {
            close();
        } else if (text == u";" || text == u"{") {
            m_partition.reset();
        } else if (token.kind == Token::Kind::Word) {
            readWord(text);
        }
        ++m_at;
    }

    void readWord(QStringView text)
    {
        if (before(m_at) == u"|")
            m_partition = text == u"partition" ? std::optional(Partition{m_open.size()}) : std::nullopt;
        else if (m_partition && text == u"by" && m_open.size() == m_partition->depth)
            m_partition->isBehindBy = true;
    }

    void close()
    {
        m_closed = m_open.empty() ? 0 : m_open.back();
        if (!m_open.empty())
            m_open.pop_back();
        if (m_partition && m_open.size() < m_partition->depth)
            m_partition.reset();
    }

    /// `let f = (x:long) {x}`: what stands in the braces is the function.
    bool isBody() const
    {
        const QStringView behind = before(m_closed);
        return before(m_at) == u")" && (behind == u"=" || behind == u"view");
    }

    /// `partition by Computer {Table}`: a query of its own in braces. In `partition by Computer (take {n})`
    /// it stands in parentheses, and the braces are those of a parameter.
    bool isTableOfPartition() const
    {
        return m_partition && m_partition->isBehindBy && m_open.size() == m_partition->depth;
    }

    void readParameter(const Token &token)
    {
        QueryParameter &found =
            parameter(m_text.mid(token.start + 1, token.end - token.start - 2).toString());
        found.places.append({token.start, token.end - token.start, listForm(), false});
        if (!found.type)
            found.type = wantedType();
    }

    /// Whether a list follows what stands before \a i.
    bool isBehindIn(std::size_t i) const
    {
        static const QSet<QString> words{QStringLiteral("in"), QStringLiteral("has_any"),
                                         QStringLiteral("has_all")};
        const std::size_t back = before(i) == u"~" ? 2 : 1;
        return words.contains(before(i, back).toString());
    }

    ListForm listForm() const
    {
        if (isBehindIn(m_at))
            return ListForm::Parentheses;
        return !m_open.empty() && isBehindIn(m_open.back()) ? ListForm::Elements : ListForm::Dynamic;
    }

    static bool isTimeColumn(QStringView name)
    {
        return name == u"TimeGenerated" || name == u"Timestamp" || name == u"timestamp";
    }

    std::optional<ParameterType> wantedType() const
    {
        const bool isAloneInParentheses = before(m_at) == u"(" && word(m_at + 1) == u")";
        const bool isList = isBehindIn(m_at) || (isAloneInParentheses && isBehindIn(m_at - 1));
        if (isList)
            return ParameterType::List;
        const QStringView first = before(m_at, 2);
        if (first == u"|" || first == u"(" || first == u"{") {
            if (const auto type = typeBehindOperator(before(m_at)))
                return type;
        }
        if (!m_open.empty()) {
            if (const auto type = typeInParentheses(m_open.back()))
                return type;
        }
        return typeBehindComparison();
    }

    static std::optional<ParameterType> typeBehindOperator(QStringView name)
    {
        const bool isCount = name == u"take" || name == u"limit" || name == u"top" || name == u"sample";
        return isCount ? std::optional(ParameterType::Number) : std::nullopt;
    }

    std::optional<ParameterType> typeInParentheses(std::size_t open) const
    {
        const QStringView function = before(open);
        if (function == u"ago")
            return ParameterType::Timespan;
        if (function == u"bin" && isTimeColumn(word(open + 1)) && m_at > open + 2)
            return ParameterType::Timespan;
        const std::size_t left = before(open, 2) == u"!" ? 3 : 2;
        if (function == u"between" && isTimeColumn(before(open, left)))
            return ParameterType::DateTime;
        return std::nullopt;
    }

    std::optional<ParameterType> typeBehindComparison() const
    {
        static const QSet<QString> ofText{
            QStringLiteral("has"),         QStringLiteral("has_cs"),      QStringLiteral("contains"),
            QStringLiteral("contains_cs"), QStringLiteral("startswith"),  QStringLiteral("startswith_cs"),
            QStringLiteral("endswith"),    QStringLiteral("endswith_cs"), QStringLiteral("hasprefix"),
            QStringLiteral("hassuffix"),   QStringLiteral("regex")};
        const QStringView previous = before(m_at);
        if (ofText.contains(previous.toString()) || (previous == u"~" && before(m_at, 2) == u"="))
            return ParameterType::String;
        std::size_t at = m_at;
        while (at > 0 && QStringView(u"<>=!").contains(word(at - 1).front()))
            --at;
        return at < m_at && isTimeColumn(before(at)) ? std::optional(ParameterType::DateTime) : std::nullopt;
    }

    QStringView m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::vector<std::size_t> m_open; ///< the parentheses around the place
    std::size_t m_closed = 0;        ///< the parenthesis that was opened for the last one that closed
    std::optional<Partition> m_partition;
    QList<QueryParameter> m_found;
    QHash<QString, qsizetype> m_places; ///< in m_found, by name
};

} // namespace

QList<QueryParameter> queryParameters(QStringView query)
{
    return Reader(query).read();
}

ParameterType typeOf(const QueryParameter &parameter, const ParameterValue &value)
{
    const std::optional<ParameterType> first = parameter.isDeclared() ? parameter.type : value.type;
    const std::optional<ParameterType> known = first ? first : parameter.type;
    return known ? *known : likelyParameterType(value.text);
}

ParameterValue valueOf(const QueryParameter &parameter, const ParameterValues &values)
{
    ParameterValue value = values.value(parameter.name);
    value.type = typeOf(parameter, value);
    return value;
}

std::optional<ParameterProblem> problemOf(const QueryParameter &parameter, const ParameterValues &values)
{
    const ParameterValue value = valueOf(parameter, values);
    if (value.isNone()) {
        if (!parameter.isOpen())
            return std::nullopt;
        return ParameterProblem{
            parameter.name, Words::tr("The query needs a value for “%1”.").arg(parameter.name), {}, true};
    }
    if (value.text.size() > longestParameterValue) {
        return ParameterProblem{
            parameter.name,
            Words::tr("The value is too long: it has more than %L1 characters.").arg(longestParameterValue),
            Words::tr("Give a shorter one, or write it into the query itself."), false};
    }
    const auto literal = parameterLiteral(value, parameter.declaredType);
    if (literal)
        return std::nullopt;
    return ParameterProblem{parameter.name, literal.error().message, literal.error().advice, false};
}

std::optional<ParameterProblem> fillParameters(SentText &sent, const ParameterValues &values)
{
    std::vector<SentText::Replacement> changes;
    const QList<QueryParameter> parameters = queryParameters(sent.text());
    for (const QueryParameter &parameter : parameters) {
        if (auto problem = problemOf(parameter, values))
            return problem;
        const ParameterValue value = valueOf(parameter, values);
        for (const QueryParameter::Place &place : parameter.places) {
            if (place.isDefault && value.isNone())
                continue;
            // Where the query has a default, it is the value of {name}, too.
            const QString literal = value.isNone()
                                        ? parameter.standard
                                        : *parameterLiteral(value, parameter.declaredType, place.form);
            changes.push_back({place.start, place.length,
                               place.isDefault ? QString(QLatin1String(" = ") + literal) : literal});
        }
    }
    std::sort(changes.begin(), changes.end(),
              [](const auto &one, const auto &other) { return one.at < other.at; });
    sent.replace(changes);
    return std::nullopt;
}

} // namespace sonde
