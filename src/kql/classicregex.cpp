#include "kql/classicregex.h"

#include <QCoreApplication>

namespace sonde {

namespace {

/// RE2's own limit, for all repetitions that stand in one another together.
constexpr int mostRepetitions = 1000;
constexpr int mostNested = 50;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicRegex)
};

bool isAsciiSign(QChar c)
{
    return c > u' ' && c < u'\x7f' && !c.isLetterOrNumber() && c != u'_';
}

QString escaped(QChar c)
{
    if (c == u'\0')
        return QStringLiteral("\\x00");
    return isAsciiSign(c) ? u'\\' + QString(c) : QString(c);
}

/// A part of an expression, and how often it could be repeated at most.
struct Piece
{
    QString text;
    int repetitions = 1;
};

/// Reads one expression; used once.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {}

    Result<QString> read()
    {
        if (m_text.startsWith(u'^'))
            ++m_at;
        const auto piece = alternatives();
        if (!piece)
            return failure(piece.error());
        if (!atEnd())
            return refuse(Words::tr("A closing parenthesis has no opening one."));
        return u"\\A(?s:" + piece->text + u")\\z";
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }

    tl::unexpected<Error> refuse(const QString &message) const
    {
        Error error;
        error.kind = ErrorKind::Query;
        error.message = message;
        error.position = TextPosition{1, static_cast<int>(m_at)};
        return failure(std::move(error));
    }
    tl::unexpected<Error> refuseSign() const
    {
        //: %1: a sign of a regular expression
        return refuse(
            Words::tr("“%1” in a regular expression is not supported here; write “\\%1” for the sign "
                      "itself.")
                .arg(peek()));
    }

    Result<Piece> alternatives()
    {
        Piece all;
        QStringList parts;
        do {
            if (!parts.isEmpty())
                ++m_at;
            const auto part = sequence();
            if (!part)
                return part;
            parts.append(part->text);
            all.repetitions = std::max(all.repetitions, part->repetitions);
        } while (peek() == u'|' && !atEnd());
        all.text = parts.join(u'|');
        return all;
    }

    Result<Piece> sequence()
    {
        Piece all;
        bool isEmpty = true;
        while (!atEnd() && peek() != u'|' && peek() != u')') {
            auto part = atom();
            if (part)
                part = repeated(*std::move(part));
            if (!part)
                return part;
            all.text += part->text;
            all.repetitions = std::max(all.repetitions, part->repetitions);
            isEmpty = false;
        }
        if (isEmpty)
            return refuse(Words::tr("A part of the regular expression is empty."));
        return all;
    }

    Result<Piece> atom()
    {
        const QChar c = peek();
        if (c == u'(')
            return group();
        if (c == u'[')
            return characters();
        if (c == u'\\')
            return literal();
        if (QStringView(u"?*+{}]&~#<>\"^$").contains(c))
            return refuseSign();
        ++m_at;
        if (c == u'.')
            return Piece{QStringLiteral(".")};
        if (c == u'@')
            return Piece{QStringLiteral(".*")};
        QString text = escaped(c);
        if (c.isHighSurrogate() && peek().isLowSurrogate())
            text += m_text.at(m_at++);
        // So that what repeats it repeats the whole character.
        return Piece{text};
    }

    /// Behind the backslash, which makes signs stand for themselves.
    Result<Piece> literal()
    {
        if (m_at + 1 >= m_text.size())
            return refuse(Words::tr("The regular expression ends in a backslash."));
        const QChar c = m_text.at(m_at + 1);
        if (!isAsciiSign(c) && c != u' ' && c != u'_') {
            return refuse(
                //: %1: a letter
                Words::tr("“\\%1” in a regular expression stands for the letter itself here; leave the "
                          "backslash out.")
                    .arg(c));
        }
        m_at += 2;
        return Piece{escaped(c)};
    }

    Result<Piece> group()
    {
        if (++m_depth > mostNested)
            return refuse(Words::tr("The regular expression is nested too deeply."));
        ++m_at;
        if (peek() == u')') { // the empty text
            ++m_at;
            --m_depth;
            return Piece{QStringLiteral("(?:)")};
        }
        auto inner = alternatives();
        if (!inner)
            return inner;
        if (atEnd())
            return refuse(Words::tr("A closing parenthesis is missing in the regular expression."));
        ++m_at;
        --m_depth;
        inner->text = u"(?:" + inner->text + u')';
        return inner;
    }

    /// `[abc]`, `[^a-z0-9]`.
    Result<Piece> characters()
    {
        QString text = QStringLiteral("[");
        ++m_at;
        if (peek() == u'^') {
            text += u'^';
            ++m_at;
        }
        if (peek() == u']')
            return refuse(Words::tr("A part of the regular expression is empty."));
        while (!atEnd() && peek() != u']') {
            const auto first = character();
            if (!first)
                return failure(first.error());
            text += escaped(*first);
            if (peek() != u'-' || m_at + 1 >= m_text.size() || m_text.at(m_at + 1) == u']')
                continue;
            ++m_at;
            const auto last = character();
            if (!last)
                return failure(last.error());
            if (*last < *first)
                return refuse(Words::tr("A range of characters in the regular expression runs backwards."));
            text += u'-' + escaped(*last);
        }
        if (atEnd())
            return refuse(Words::tr("A closing bracket is missing in the regular expression."));
        ++m_at;
        return Piece{text + u']'};
    }

    Result<QChar> character()
    {
        if (peek() == u'\\') {
            const auto read = literal();
            if (!read)
                return failure(read.error());
            return m_text.at(m_at - 1);
        }
        const QChar c = peek();
        if (c.isSurrogate() || c == u'[')
            return refuseSign();
        ++m_at;
        return c;
    }

    Result<Piece> repeated(Piece piece)
    {
        const QChar c = peek();
        if (atEnd() || !QStringView(u"?*+{").contains(c))
            return piece;
        const qsizetype start = m_at;
        int most = 1;
        if (c == u'{') {
            const auto counted = count();
            if (!counted)
                return failure(counted.error());
            most = *counted;
        } else {
            ++m_at;
        }
        const QString sign = m_text.mid(start, m_at - start);
        // RE2 reads the second as "as few as possible" or not at all.
        if (!atEnd() && QStringView(u"?*+{").contains(peek()))
            return refuse(
                Words::tr("Two repetitions in a row in a regular expression are not supported here."));
        const bool isWhole = piece.text.size() == 1 || piece.text.startsWith(u'[') ||
                             piece.text.startsWith(u"(?:") ||
                             (piece.text.size() == 2 && piece.text.startsWith(u'\\'));
        piece.text = (isWhole ? piece.text : u"(?:" + piece.text + u')') + sign;
        piece.repetitions = std::min(piece.repetitions * std::max(most, 1), mostRepetitions + 1);
        if (piece.repetitions > mostRepetitions)
            return refuse(Words::tr("A regular expression cannot repeat more than %L1 times here.")
                              .arg(mostRepetitions));
        return piece;
    }

    /// `{2}`, `{2,}`, `{2,5}`: the larger number.
    Result<int> count()
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        const QStringList numbers = m_text.mid(m_at + 1, end - m_at - 1).split(u',');
        QList<int> read;
        bool isValid = end >= 0 && numbers.size() <= 2 && !numbers.front().isEmpty();
        for (const QString &number : numbers) {
            bool isNumber = number.size() <= 4 && !number.isEmpty() && number.front().isDigit();
            const int value = isNumber ? number.toInt(&isNumber) : 0;
            const bool isOpenEnd = number.isEmpty() && &number == &numbers.back() && numbers.size() == 2;
            isValid = isValid && (isNumber || isOpenEnd);
            if (isNumber)
                read.append(value);
        }
        if (!isValid || read.front() > read.back())
            return refuse(Words::tr("Repetitions in a regular expression are written {2}, {2,} or {2,5}."));
        m_at = end + 1;
        return read.back();
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

QString escapedForKqlRegex(const QString &text)
{
    QString all;
    for (const QChar c : text)
        all += escaped(c);
    return all;
}

Result<QString> kqlRegexOfClassic(const QString &expression)
{
    return Reader(expression).read();
}

} // namespace sonde
