#include "engine/dynamicliteral.h"

#include "core/kqlliterals.h"
#include "engine/datetimetext.h"

#include <QRegularExpression>

namespace sonde {

namespace {

using Kind = DynamicValue::Kind;
using Value = std::optional<DynamicValue>;

/// Reads from left to right; each function leaves the place behind what it has read.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {}

    Value whole()
    {
        Value read = value(0);
        skipSpace();
        return m_at == m_text.size() ? read : std::nullopt;
    }

private:
    static constexpr int deepest = 200;

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    QChar next()
    {
        skipSpace();
        return m_at < m_text.size() ? m_text.at(m_at) : QChar();
    }

    bool take(QChar wanted)
    {
        if (next() != wanted)
            return false;
        ++m_at;
        return true;
    }

    Value value(int depth)
    {
        if (depth > deepest)
            return std::nullopt;
        const QChar first = next();
        if (first == u'[')
            return list(depth);
        if (first == u'{')
            return bag(depth);
        if (first == u'"' || first == u'\'' || first == u'@') {
            const std::optional<QString> read = text();
            return read ? Value(DynamicValue::ofText(read->toStdString())) : std::nullopt;
        }
        return first.isLetter() ? word(depth) : number();
    }

    Value list(int depth)
    {
        DynamicValue list;
        list.kind = Kind::List;
        take(u'[');
        while (!take(u']')) {
            if (!list.items.empty() && !take(u','))
                return std::nullopt;
            Value item = value(depth + 1);
            if (!item)
                return std::nullopt;
            list.items.push_back(std::move(*item));
        }
        return list;
    }

    Value bag(int depth)
    {
        DynamicValue bag;
        bag.kind = Kind::Bag;
        take(u'{');
        while (!take(u'}')) {
            if (!bag.items.empty() && !take(u','))
                return std::nullopt;
            next();
            const std::optional<QString> key = text();
            Value item = key && take(u':') ? value(depth + 1) : std::nullopt;
            if (!item)
                return std::nullopt;
            bag.set(key->toStdString(), std::move(*item));
        }
        return bag;
    }

    std::optional<QString> text()
    {
        static const QRegularExpression written(
            QStringLiteral("\\G(?:@\"(?:[^\"]|\"\")*+\"|@'(?:[^']|'')*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'"
                           "\\\\]|\\\\.)*+')"),
            QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = written.match(m_text, m_at);
        if (!match.hasMatch())
            return std::nullopt;
        m_at = match.capturedEnd();
        const QString token = match.captured();
        if (token.startsWith(u'@')) {
            const QString quote = token.mid(1, 1);
            return token.mid(2, token.size() - 3).replace(quote + quote, quote);
        }
        return unescaped(token.mid(1, token.size() - 2));
    }

    static std::optional<QString> unescaped(const QString &written)
    {
        static const QString names = QStringLiteral("ntrbf0av");
        static const QString meanings = QString::fromLatin1("\n\t\r\b\f\0\a\v", 8);
        QString text;
        for (qsizetype i = 0; i < written.size(); ++i) {
            if (written.at(i) != u'\\') {
                text += written.at(i);
                continue;
            }
            const QChar escape = written.at(++i);
            if (escape == u'u') {
                bool isNumber = false;
                text += QChar(written.mid(i + 1, 4).toUShort(&isNumber, 16));
                if (!isNumber || i + 4 >= written.size())
                    return std::nullopt;
                i += 4;
            } else {
                const qsizetype place = names.indexOf(escape);
                text += place < 0 ? escape : meanings.at(place);
            }
        }
        return text;
    }

    Value number()
    {
        static const QRegularExpression written(
            QStringLiteral("\\G[-+]?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\\w.])"));
        const QRegularExpressionMatch match = written.match(m_text, m_at);
        if (!match.hasMatch())
            return std::nullopt;
        m_at = match.capturedEnd();
        // As simdjson reads it elsewhere: the same number has the same digits wherever it comes from.
        QString digits = match.captured();
        if (digits.startsWith(u'+'))
            digits.remove(0, 1);
        return DynamicValue::parse(digits.toStdString());
    }

    /// true, false, null, and literals of other types in their parentheses.
    Value word(int depth)
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text.at(m_at).isLetter())
            ++m_at;
        const QString name = m_text.mid(start, m_at - start).toLower();
        if (name == u"true" || name == u"false" || name == u"null")
            return DynamicValue::parse(name.toStdString());
        if (!take(u'('))
            return std::nullopt;
        if (name == u"dynamic") {
            Value inner = value(depth + 1);
            return take(u')') ? inner : std::nullopt;
        }
        const qsizetype end = m_text.indexOf(u')', m_at);
        if (end < 0)
            return std::nullopt;
        const QString inner = m_text.mid(m_at, end - m_at).trimmed();
        m_at = end + 1;
        return typed(name, inner);
    }

    static Value typed(const QString &name, const QString &inner)
    {
        if (inner == u"null")
            return DynamicValue();
        if (name == u"datetime" || name == u"date") {
            const std::optional<Ticks> ticks = readDateTimeLiteral(kqlLiteralText(inner).toStdString());
            return ticks ? Value(DynamicValue::ofText(formatKqlDateTime(*ticks))) : std::nullopt;
        }
        if (name == u"timespan" || name == u"time") {
            const std::optional<Ticks> ticks = kqlTimespan(name + u'(' + inner + u')');
            return ticks ? Value(DynamicValue::ofText(formatTimespan(*ticks))) : std::nullopt;
        }
        if (name == u"guid")
            return DynamicValue::ofText(inner.toLower().toStdString());
        const Value number = Reader(inner).whole();
        if (!number || !number->is(Kind::Number))
            return std::nullopt;
        if ((name == u"long" || name == u"int") && number->isWhole())
            return number;
        if (name == u"real" || name == u"double")
            return DynamicValue::parse(jsonReal(number->real()));
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<DynamicValue> readDynamicLiteral(const QString &text)
{
    return Reader(text).whole();
}

} // namespace sonde
