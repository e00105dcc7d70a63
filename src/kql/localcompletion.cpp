#include "kql/localcompletion.h"

#include "core/kqlstrings.h"
#include "core/kqltext.h"

#include <QSet>
#include <algorithm>

namespace sonde {

namespace {

struct Token
{
    enum class Kind { Word, Number, String, Sign };
    Kind kind = Kind::Sign;
    qsizetype start = 0;
    qsizetype end = 0;
};

/// Cuts a query into words, numbers, strings and signs; leaves comments out. A string or a comment that \a
/// end lies in is told by `isInside`.
class Scanner
{
public:
    Scanner(QStringView text, qsizetype end)
        : m_text(text)
        , m_end(end)
    {
        while (m_at < m_end)
            step();
    }

    QList<Token> tokens;
    bool isInside = false;

private:
    void step()
    {
        const QChar c = m_text[m_at];
        if (c.isSpace()) {
            ++m_at;
        } else if (c == u'/' && at(m_at + 1) == u'/') {
            const qsizetype stop = m_text.indexOf(u'\n', m_at);
            isInside = stop < 0 || stop >= m_end;
            m_at = stop < 0 ? m_end : stop;
        } else if (const KqlString string = kqlStringAt(m_text, m_at); string.end > m_at) {
            // Of an open one the end is within it.
            isInside = string.end > m_end || (string.end == m_end && !string.isClosed);
            take(Token::Kind::String, string.end);
        } else if (c.isDigit()) {
            take(Token::Kind::Number, endOfName(m_at));
        } else if (isKqlNameCharacter(c)) {
            takeWord();
        } else {
            take(Token::Kind::Sign, m_at + 1);
        }
    }

    QChar at(qsizetype i) const { return i < m_text.size() ? m_text[i] : QChar(); }

    void take(Token::Kind kind, qsizetype end)
    {
        tokens.append({kind, m_at, std::min(end, m_end)});
        m_at = std::min(end, m_end);
    }

    qsizetype endOfName(qsizetype i) const
    {
        while (i < m_end && isKqlNameCharacter(m_text[i]))
            ++i;
        return i;
    }

    /// Operators such as project-away are one word; `a-b` of columns is not.
    void takeWord()
    {
        qsizetype end = endOfName(m_at);
        const bool isBehindPipe = !tokens.isEmpty() && m_text[tokens.last().start] == u'|';
        while (isBehindPipe && end + 1 < m_end && m_text[end] == u'-' && m_text[end + 1].isLetter())
            end = endOfName(end + 1);
        take(Token::Kind::Word, end);
    }

    QStringView m_text;
    qsizetype m_end;
    qsizetype m_at = 0;
};

/// Whether an operand may follow such a word, as one does behind `where`.
bool isOpening(QStringView word)
{
    static const QSet<QString> opening{QStringLiteral("where"),
                                       QStringLiteral("filter"),
                                       QStringLiteral("extend"),
                                       QStringLiteral("project"),
                                       QStringLiteral("project-away"),
                                       QStringLiteral("project-keep"),
                                       QStringLiteral("project-rename"),
                                       QStringLiteral("project-reorder"),
                                       QStringLiteral("by"),
                                       QStringLiteral("on"),
                                       QStringLiteral("and"),
                                       QStringLiteral("or"),
                                       QStringLiteral("not"),
                                       QStringLiteral("in"),
                                       QStringLiteral("between"),
                                       QStringLiteral("distinct"),
                                       QStringLiteral("summarize"),
                                       QStringLiteral("has"),
                                       QStringLiteral("contains"),
                                       QStringLiteral("startswith"),
                                       QStringLiteral("endswith"),
                                       QStringLiteral("has_any"),
                                       QStringLiteral("has_all"),
                                       QStringLiteral("print"),
                                       QStringLiteral("mv-expand"),
                                       QStringLiteral("mv-apply"),
                                       QStringLiteral("parse"),
                                       QStringLiteral("parse-where"),
                                       QStringLiteral("make-series"),
                                       QStringLiteral("of"),
                                       QStringLiteral("step"),
                                       QStringLiteral("from"),
                                       QStringLiteral("to"),
                                       QStringLiteral("sort"),
                                       QStringLiteral("order"),
                                       QStringLiteral("top"),
                                       QStringLiteral("take"),
                                       QStringLiteral("limit"),
                                       QStringLiteral("range"),
                                       QStringLiteral("evaluate"),
                                       QStringLiteral("with"),
                                       QStringLiteral("return")};
    return opening.contains(word.toString());
}

/// Behind these stands a table.
bool takesTable(QStringView word)
{
    return word == u"join" || word == u"lookup" || word == u"union" || word == u"materialize" ||
           word == u"toscalar";
}

/// Behind these a name is made up.
bool makesName(QStringView word)
{
    return word == u"let" || word == u"as" || word == u"set";
}

class Reader
{
public:
    Reader(QStringView text, QList<Token> tokens)
        : m_text(text)
        , m_tokens(std::move(tokens))
    {}

    KqlSpot spot() const
    {
        if (m_tokens.isEmpty())
            return KqlSpot::Start;
        const Token &last = m_tokens.last();
        if (last.kind == Token::Kind::Sign)
            return behindSign(m_text[last.start]);
        if (last.kind == Token::Kind::Word)
            return behindWord(word(last));
        return KqlSpot::Infix;
    }

private:
    QStringView word(const Token &token) const { return m_text.mid(token.start, token.end - token.start); }

    KqlSpot behindSign(QChar sign) const
    {
        if (sign == u';')
            return KqlSpot::Start;
        if (sign == u'|')
            return KqlSpot::Operator;
        if (sign == u')' || sign == u']' || sign == u'}')
            return isBehindTableOptions() ? KqlSpot::Start : KqlSpot::Infix;
        if (sign == u'{')
            return KqlSpot::Start;
        if (sign == u'.')
            return KqlSpot::None;
        if (sign == u'(' && opensTable())
            return KqlSpot::Start;
        if (sign == u',' && isInUnion())
            return KqlSpot::Start;
        if (sign == u'=' && isLetValue())
            return KqlSpot::Start;
        return isInAggregate() ? KqlSpot::Aggregate : KqlSpot::Scalar;
    }

    KqlSpot behindWord(QStringView name) const
    {
        if (name == u"render")
            return KqlSpot::Chart;
        if (makesName(name))
            return KqlSpot::Name;
        if (takesTable(name))
            return KqlSpot::Start;
        if (isOpening(name))
            return isInAggregate() ? KqlSpot::Aggregate : KqlSpot::Scalar;
        return KqlSpot::Infix;
    }

    /// The word behind the pipe that what is being written belongs to, with the place behind it.
    qsizetype operatorAt() const
    {
        int depth = 0;
        for (qsizetype i = m_tokens.size() - 1; i >= 0; --i) {
            if (m_tokens.at(i).kind != Token::Kind::Sign)
                continue;
            const QChar sign = m_text[m_tokens.at(i).start];
            if (sign == u')' || sign == u']' || sign == u'}')
                ++depth;
            else if (sign == u'(' || sign == u'[' || sign == u'{')
                --depth;
            else if (sign == u'|' && depth <= 0)
                return i + 1 < m_tokens.size() ? i + 1 : -1;
            else if (sign == u';' && depth <= 0)
                return -1;
        }
        return -1;
    }

    bool isInAggregate() const
    {
        const qsizetype start = operatorAt();
        if (start < 0)
            return false;
        const QStringView name = word(m_tokens.at(start));
        if (name != u"summarize" && name != u"make-series" && name != u"top-nested")
            return false;
        return std::none_of(m_tokens.begin() + start, m_tokens.end(), [this](const Token &token) {
            return token.kind == Token::Kind::Word && word(token) == u"by";
        });
    }

    bool isInUnion() const
    {
        const qsizetype start = operatorAt();
        const Token &first = m_tokens.at(start < 0 ? 0 : start);
        return first.kind == Token::Kind::Word && word(first) == u"union";
    }

    /// A parenthesis behind join, union, in and their like holds a query.
    bool opensTable() const
    {
        for (qsizetype i = m_tokens.size() - 2; i >= 0; --i) {
            const Token &token = m_tokens.at(i);
            if (token.kind == Token::Kind::Sign)
                return m_text[token.start] == u'|' || m_text[token.start] == u';';
            if (takesTable(word(token)))
                return true;
            if (token.kind != Token::Kind::Word)
                return false;
            // As in `join kind=inner (`: the option's value, the sign and its name go before.
            if (i >= 2 && m_text[m_tokens.at(i - 1).start] == u'=')
                i -= 2;
            else
                return false;
        }
        return true;
    }

    bool isBehindTableOptions() const
    {
        return m_tokens.size() >= 2 && takesTable(word(m_tokens.at(m_tokens.size() - 2)));
    }

    /// `let name =`.
    bool isLetValue() const
    {
        const qsizetype count = m_tokens.size();
        return count >= 3 && word(m_tokens.at(count - 3)) == u"let";
    }

    QStringView m_text;
    QList<Token> m_tokens;
};

void addName(QList<KqlCompletionItem> &items, QSet<QString> &known, KqlNameKind kind, const QString &name,
             const QString &detail = {})
{
    if (known.contains(name))
        return;
    known.insert(name);
    items.append({kind, name, name, kqlName(name), QString(), false, detail});
}

/// The names that the query itself makes: behind let, and before an equals sign.
void addOwnNames(QList<KqlCompletionItem> &items, QSet<QString> &known, QStringView text,
                 const QList<Token> &tokens, bool withColumns)
{
    const auto wordAt = [&](qsizetype i) {
        return i >= 0 && i < tokens.size()
                   ? text.mid(tokens.at(i).start, tokens.at(i).end - tokens.at(i).start)
                   : QStringView();
    };
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).kind != Token::Kind::Word)
            continue;
        const QStringView before = wordAt(i - 1);
        const bool isAssigned = wordAt(i + 1) == u"=" && wordAt(i + 2) != u"=" && wordAt(i + 2) != u"~";
        if (before == u"let")
            addName(items, known, KqlNameKind::Local, wordAt(i).toString());
        else if (withColumns && isAssigned && before != u"join" && before != u"union" && before != u"lookup")
            addName(items, known, KqlNameKind::Column, wordAt(i).toString());
    }
}

/// Whether what is written behind the last of \a tokens is a `{name}`: not the body of a function.
bool isParameter(QStringView text, const QList<Token> &tokens)
{
    const qsizetype count = tokens.size();
    return count > 1 && text[tokens.last().start] == u'{' && text[tokens.at(count - 2).start] != u')';
}

} // namespace

KqlTextPlace kqlPlaceAt(QStringView text, int position)
{
    KqlTextPlace place;
    const qsizetype caret = std::clamp<qsizetype>(position, 0, text.size());
    qsizetype start = caret;
    while (start > 0 && isKqlNameCharacter(text[start - 1]))
        --start;
    qsizetype end = caret;
    while (end < text.size() && isKqlNameCharacter(text[end]))
        ++end;
    const Scanner before(text, start);
    place.wordStart = static_cast<int>(start);
    place.wordEnd = static_cast<int>(end);
    const bool isNumber = start < caret && text[start].isDigit();
    if (before.isInside || isNumber)
        return place;
    if (isParameter(text, before.tokens)) {
        place.spot = KqlSpot::Name;
        return place;
    }
    place.spot = Reader(text, before.tokens).spot();
    // The dash of project-away: what is written before it belongs to the word.
    if (start > 1 && text[start - 1] == u'-' && isKqlNameCharacter(text[start - 2])) {
        qsizetype whole = start - 1;
        while (whole > 0 && (isKqlNameCharacter(text[whole - 1]) || text[whole - 1] == u'-'))
            --whole;
        const Scanner beforeWhole(text, whole);
        if (Reader(text, beforeWhole.tokens).spot() == KqlSpot::Operator) {
            place.spot = KqlSpot::Operator;
            place.wordStart = static_cast<int>(whole);
        }
    }
    return place;
}

void LocalCompletion::learn(const KqlSchemaPtr &schema)
{
    if (schema == m_schema)
        return;
    m_schema = schema;
    m_tables.clear();
    m_tableItems.clear();
    if (!schema)
        return;
    for (qsizetype i = 0; i < schema->tables.size(); ++i) {
        const QString &name = schema->tables.at(i).name;
        m_tables.insert(name, i);
        m_tableItems.append({KqlNameKind::Table, name, name, kqlName(name), QString(), false, QString()});
    }
    for (const KqlFunction &function : schema->functions) {
        const bool hasParameters = !function.parameters.isEmpty();
        m_tableItems.append({KqlNameKind::Saved, function.name,
                             function.name + u'(' + function.parameters + u')',
                             hasParameters ? QString(kqlName(function.name) + u'(') : kqlName(function.name),
                             hasParameters ? QStringLiteral(")") : QString(), hasParameters, QString()});
    }
}

KqlCompletion LocalCompletion::complete(const QString &text, int position, const KqlSchemaPtr &schema)
{
    learn(schema);
    const KqlTextPlace place = kqlPlaceAt(text, position);
    KqlCompletion completion;
    completion.start = place.wordStart;
    completion.length = position - place.wordStart;
    const bool isExpression = place.spot == KqlSpot::Scalar || place.spot == KqlSpot::Aggregate;
    if (isExpression || place.spot == KqlSpot::Start) {
        const QList<Token> tokens = Scanner(text, text.size()).tokens;
        QSet<QString> known;
        for (const Token &token : isExpression ? tokens : QList<Token>()) {
            QString name = text.mid(token.start, token.end - token.start);
            if (token.kind == Token::Kind::String && name.size() > 2)
                name = name.mid(1, name.size() - 2);
            const auto table = m_tables.constFind(name);
            if (table == m_tables.cend())
                continue;
            for (const KqlColumn &column : schema->tables.at(*table).columns)
                addName(completion.items, known, KqlNameKind::Column, column.name, column.type);
        }
        addOwnNames(completion.items, known, text, tokens, isExpression);
    }
    if (place.spot == KqlSpot::Start)
        completion.items += m_tableItems;
    completion.items += kqlWords(place.spot);
    return completion;
}

} // namespace sonde
