#include "core/snippet.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Snippet)
};

/// Nobody counts further; a longer number is no stop.
constexpr qsizetype mostDigits = 3;

constexpr const char *placeNames[] = {"query", "pipe", "expression"};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Behind the digits of `${12`; 0 where no such thing stands at \a at.
qsizetype numberEnd(QStringView source, qsizetype at)
{
    if (!source.mid(at).startsWith(u"${"))
        return 0;
    qsizetype end = at + 2;
    while (end < source.size() && isDigit(source.at(end)))
        ++end;
    const qsizetype digits = end - at - 2;
    const bool isClosed = end < source.size() && (source.at(end) == u':' || source.at(end) == u'}');
    return digits > 0 && digits <= mostDigits && isClosed ? end : 0;
}

/// Reads the source sign by sign.
class Reader
{
public:
    explicit Reader(const QString &source)
        : m_source(source)
    {}

    SnippetText read()
    {
        while (m_at < m_source.size()) {
            if (isEscaped(m_at)) {
                m_result.text += u'$';
                m_at += 2;
            } else if (!takeStop()) {
                m_result.text += m_source.at(m_at);
                ++m_at;
            }
        }
        fillTwins();
        return m_result;
    }

private:
    /// Whether a dollar sign stands there that makes the stop's beginning behind it into text.
    bool isEscaped(qsizetype at) const { return m_source.at(at) == u'$' && numberEnd(m_source, at + 1) > 0; }

    bool takeStop()
    {
        const qsizetype end = numberEnd(m_source, m_at);
        if (end == 0)
            return false;
        const int number = QStringView(m_source).mid(m_at + 2, end - m_at - 2).toInt();
        if (m_source.at(end) == u'}') {
            m_result.stops.append({number, m_result.text.size(), 0});
            m_at = end + 1;
            return true;
        }
        QString standard;
        const qsizetype behind = readStandard(end + 1, standard);
        if (behind < 0) {
            note(Words::tr("The stop ${%1: is not closed with a }.").arg(number));
            return false;
        }
        m_result.stops.append({number, m_result.text.size(), standard.size()});
        m_result.text += standard;
        m_at = behind;
        return true;
    }

    /// Up to the brace that closes the stop; returns the place behind it, or -1.
    qsizetype readStandard(qsizetype at, QString &standard)
    {
        int depth = 0;
        for (; at < m_source.size(); ++at) {
            const QChar c = m_source.at(at);
            const bool isBrace =
                at + 1 < m_source.size() && (m_source.at(at + 1) == u'}' || m_source.at(at + 1) == u'{');
            if (c == u'\\' && isBrace) {
                ++at;
                standard += m_source.at(at);
                continue;
            }
            if (isEscaped(at))
                ++at; // its brace is one of the text's, as any other
            else if (numberEnd(m_source, at) > 0)
                note(Words::tr("A stop stands within another one, where it is text."));
            if (c == u'}' && depth == 0)
                return at + 1;
            depth += c == u'{' ? 1 : 0;
            depth -= c == u'}' ? 1 : 0;
            standard += m_source.at(at);
        }
        return -1;
    }

    /// A stop without text of its own has that of its first twin which has some.
    void fillTwins()
    {
        QHash<int, QString> standards;
        for (const SnippetText::Stop &stop : std::as_const(m_result.stops)) {
            if (stop.length > 0 && !standards.contains(stop.number))
                standards.insert(stop.number, m_result.text.mid(stop.start, stop.length));
        }
        qsizetype shift = 0;
        QString text = m_result.text;
        for (SnippetText::Stop &stop : m_result.stops) {
            stop.start += shift;
            const QString standard = standards.value(stop.number);
            if (stop.length > 0 && text.mid(stop.start, stop.length) != standard)
                note(
                    Words::tr("The stop %1 has two different texts; the first one counts.").arg(stop.number));
            text.replace(stop.start, stop.length, standard);
            shift += standard.size() - stop.length;
            stop.length = standard.size();
        }
        m_result.text = text;
    }

    void note(const QString &problem)
    {
        if (m_result.problem.isEmpty())
            m_result.problem = problem;
    }

    const QString &m_source;
    qsizetype m_at = 0;
    SnippetText m_result;
};

/// What read() would take for the beginning of a stop, or for the end of this one, gets its sign.
QString escaped(const QString &text, bool isInStop)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isInStop && (text.at(i) == u'{' || text.at(i) == u'}'))
            result += u'\\';
        else if (!isInStop && numberEnd(text, i) > 0)
            result += u'$';
        result += text.at(i);
    }
    return result;
}

} // namespace

SnippetText SnippetText::read(const QString &source)
{
    return Reader(source).read();
}

QString SnippetText::toSource() const
{
    QString source;
    QList<int> known;
    qsizetype at = 0;
    for (const Stop &stop : stops) {
        source += escaped(text.mid(at, stop.start - at), false);
        source += QLatin1String("${") + QString::number(stop.number);
        if (stop.length > 0 && !known.contains(stop.number))
            source += u':' + escaped(text.mid(stop.start, stop.length), true);
        source += u'}';
        known.append(stop.number);
        at = stop.start + stop.length;
    }
    return source + escaped(text.mid(at), false);
}

QList<int> SnippetText::order() const
{
    QList<int> numbers;
    for (const Stop &stop : stops) {
        if (stop.number != 0 && !numbers.contains(stop.number))
            numbers.append(stop.number);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.append(0);
    return numbers;
}

SnippetText SnippetText::indented(const QString &indent) const
{
    SnippetText result = *this;
    if (indent.isEmpty())
        return result;
    for (qsizetype i = result.text.size() - 1; i >= 0; --i) {
        if (result.text.at(i) != u'\n')
            continue;
        const qsizetype lineStart = i + 1;
        result.text.insert(lineStart, indent);
        for (Stop &stop : result.stops) {
            if (stop.start >= lineStart)
                stop.start += indent.size();
            else if (stop.start + stop.length >= lineStart)
                stop.length += indent.size();
        }
    }
    return result;
}

QString snippetNameProblem(const QString &name, const QStringList &others)
{
    if (name.isEmpty())
        return Words::tr("A snippet needs a name: it is what is typed to find it.");
    const auto isPart = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };
    if (!std::all_of(name.begin(), name.end(), isPart) || name.front().isDigit())
        return Words::tr("A name is one word of letters, digits and underscores, and begins with no digit.");
    if (others.contains(name, Qt::CaseInsensitive))
        return Words::tr("There is a snippet “%1” already.").arg(name);
    return {};
}

QJsonObject toJson(const Snippet &snippet)
{
    // Line by line, so that a person can read the file, and compare two of them.
    QJsonArray lines;
    for (const QString &line : snippet.text.split(u'\n'))
        lines.append(line);
    QJsonObject json{{QStringLiteral("name"), snippet.name},
                     {QStringLiteral("place"), QLatin1String(placeNames[static_cast<int>(snippet.place)])},
                     {QStringLiteral("text"), lines}};
    if (!snippet.description.isEmpty())
        json.insert(QStringLiteral("description"), snippet.description);
    return json;
}

const Snippet *snippetOf(const QList<Snippet> &snippets, const QString &name)
{
    const auto found = std::find_if(snippets.begin(), snippets.end(), [&name](const Snippet &snippet) {
        return snippet.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == snippets.end() ? nullptr : &*found;
}

Snippet *snippetOf(QList<Snippet> &snippets, const QString &name)
{
    const Snippet *found = snippetOf(std::as_const(snippets), name);
    return found == nullptr ? nullptr : &snippets[found - snippets.constData()];
}

Snippet snippetFromJson(const QJsonValue &json, QString &problem)
{
    const QJsonObject object = json.toObject();
    Snippet snippet;
    snippet.name = object.value(QLatin1String("name")).toString();
    snippet.description = object.value(QLatin1String("description")).toString();
    const QString place = object.value(QLatin1String("place")).toString(QStringLiteral("pipe"));
    bool isPlace = false;
    for (int i = 0; i < 3; ++i) {
        if (place == QLatin1String(placeNames[i])) {
            snippet.place = static_cast<Snippet::Place>(i);
            isPlace = true;
        }
    }
    const QJsonValue text = object.value(QLatin1String("text"));
    bool isText = text.isString() || text.isArray();
    QStringList lines;
    for (const QJsonValue &line : text.toArray()) {
        isText = isText && line.isString();
        lines.append(line.toString());
    }
    snippet.text = text.isString() ? text.toString() : lines.join(u'\n');
    snippet.text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    if (!json.isObject())
        problem = Words::tr("It is no object.");
    else if (const QString name = snippetNameProblem(snippet.name, {}); !name.isEmpty())
        problem = name;
    else if (!isText || snippet.text.isEmpty())
        problem = Words::tr("“%1” has no text.").arg(snippet.name);
    else if (!isPlace)
        problem = Words::tr("“%1” has a place that is none of query, pipe and expression.").arg(snippet.name);
    else
        problem.clear();
    return snippet;
}

} // namespace sonde
