#include "core/favouritetext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>
#include <array>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FavouriteText)
};

constexpr QLatin1StringView nameKey("Display name");
constexpr QLatin1StringView descriptionKey("Description");
constexpr QLatin1StringView tagsKey("Categories");
constexpr QLatin1StringView languageKey("Language");
constexpr QLatin1StringView rangeKey("Time range");
constexpr QLatin1StringView connectionKey("Connection");
constexpr QLatin1StringView exportProfileKey("Export profile");
constexpr QLatin1StringView parametersKey("Parameter values");

/// One of these makes comments a header; the last four are the community's own.
constexpr std::array<QLatin1StringView, 12> headerKeys{nameKey,
                                                       descriptionKey,
                                                       tagsKey,
                                                       languageKey,
                                                       rangeKey,
                                                       connectionKey,
                                                       exportProfileKey,
                                                       parametersKey,
                                                       QLatin1StringView("Author"),
                                                       QLatin1StringView("Topic"),
                                                       QLatin1StringView("Resource types"),
                                                       QLatin1StringView("Solutions")};

constexpr QLatin1StringView continuation("//   ");

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

bool isComment(const QString &line)
{
    return QStringView(line).trimmed().startsWith(QLatin1String("//"));
}

/// A property's value is one line: whatever else breaks lines becomes a space.
QString oneLine(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Separator_Line ||
            character.category() == QChar::Separator_Paragraph)
            character = u' ';
    }
    // Half a character pair becomes a question mark.
    return text.isValidUtf16() ? text.trimmed() : QString::fromUtf8(text.toUtf8()).trimmed();
}

/// The lines of a description, each fit for a line of its own.
QString lines(const QString &text)
{
    QStringList kept;
    const QStringList parts = text.split(u'\n');
    for (const QString &part : parts) {
        if (const QString line = oneLine(part); !line.isEmpty())
            kept.append(line);
    }
    return kept.join(u'\n');
}

QString withNewlines(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    return text.replace(u'\r', u'\n');
}

tl::unexpected<Error> noText(const QString &message)
{
    return failure(ErrorKind::Decode, message,
                   Words::tr("Open it in a text editor, and save it as UTF-8; Sonde leaves it as it is."));
}

int lineOfInvalidText(const QByteArray &bytes)
{
    int number = 1;
    qsizetype begin = 0;
    while (begin < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', begin);
        end = end < 0 ? bytes.size() : end + 1;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
        const QString line = decoder(QByteArrayView(bytes).sliced(begin, end - begin));
        if (decoder.hasError())
            return number;
        begin = end;
        ++number;
    }
    return number;
}

} // namespace

Result<FavouriteText> FavouriteText::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() > largestSize)
        return failure(tooLarge(bytes.size()));
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return noText(Words::tr("The file is UTF-16, not UTF-8."));
    if (const qsizetype at = bytes.indexOf('\0'); at >= 0)
        return noText(Words::tr("The file is no text: line %L1 holds a NUL character.")
                          .arg(bytes.left(at).count('\n') + 1));
    FavouriteText read;
    read.m_hasMark = bytes.startsWith("\xEF\xBB\xBF");
    // The mark is taken off here and not by the decoder, which would take a second one off, too.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder(QByteArrayView(bytes).sliced(read.m_hasMark ? 3 : 0));
    if (decoder.hasError())
        return noText(
            Words::tr("The file is not UTF-8: line %L1 holds other bytes.").arg(lineOfInvalidText(bytes)));
    read.m_lines = splitLines(text);
    qsizetype windows = 0;
    for (const Line &line : std::as_const(read.m_lines))
        windows += line.end == QLatin1String("\r\n") ? 1 : 0;
    if (2 * windows > read.m_lines.size() || (windows > 0 && read.m_lines.size() <= 2))
        read.m_newline = QStringLiteral("\r\n");
    read.parse();
    return read;
}

Error FavouriteText::tooLarge(qint64 size)
{
    Error error;
    error.kind = ErrorKind::Decode;
    error.message = Words::tr("The file is too large to be a query: %L1 MB.")
                        .arg(static_cast<double>(size) / 1'000'000, 0, 'f', 1);
    error.advice = Words::tr("A query has at most 2 MB; Sonde leaves the file as it is.");
    return error;
}

bool FavouriteText::hasHeader(const QString &text)
{
    FavouriteText read;
    read.m_lines = splitLines(text);
    read.parse();
    return read.m_headerEnd > read.m_headerBegin;
}

QList<FavouriteText::Line> FavouriteText::splitLines(const QString &text)
{
    QList<Line> found;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != u'\n' && text.at(at) != u'\r')
            continue;
        const bool isPair = text.at(at) == u'\r' && at + 1 < text.size() && text.at(at + 1) == u'\n';
        found.append({text.sliced(begin, at - begin), text.sliced(at, isPair ? 2 : 1)});
        at += isPair ? 1 : 0;
        begin = at + 1;
    }
    if (begin < text.size())
        found.append({text.sliced(begin), {}});
    return found;
}

std::optional<FavouriteText::Property> FavouriteText::propertyOf(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\s*//+[ \\t]{0,2}(\\pL[\\w ()/&.-]{0,38}?)\\s*:(?!//)\\s*)(.*)$"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return {};
    Property property;
    property.key = match.captured(2).toLower();
    property.prefix = match.captured(1);
    property.value = match.captured(3).trimmed();
    return property;
}

void FavouriteText::parse()
{
    m_properties.clear();
    qsizetype at = 0;
    while (at < m_lines.size() && isBlank(m_lines.at(at).text))
        ++at;
    m_headerBegin = m_headerEnd = at;
    bool isHeader = false;
    for (; at < m_lines.size() && isComment(m_lines.at(at).text); ++at) {
        const QString &line = m_lines.at(at).text;
        const bool goesOn = !m_properties.isEmpty() && line.startsWith(continuation) &&
                            m_properties.last().line + m_properties.last().lineCount == at;
        if (goesOn) {
            m_properties.last().value += u'\n' + line.sliced(continuation.size()).trimmed();
            ++m_properties.last().lineCount;
        } else if (auto property = propertyOf(line)) {
            property->line = at;
            m_properties.append(*property);
            isHeader = isHeader || std::any_of(headerKeys.begin(), headerKeys.end(), [&](auto key) {
                           return property->key.compare(key, Qt::CaseInsensitive) == 0;
                       });
        }
    }
    if (isHeader)
        m_headerEnd = m_properties.last().line + m_properties.last().lineCount;
    else
        m_properties.clear();
    m_bodyBegin = m_headerEnd;
    while (m_bodyBegin < m_lines.size() && isBlank(m_lines.at(m_bodyBegin).text))
        ++m_bodyBegin;

    m_favourite = {};
    m_favourite.name = oneLine(valueOf(nameKey));
    m_favourite.description = valueOf(descriptionKey);
    m_favourite.tags = tagsFromText(valueOf(tagsKey));
    if (valueOf(languageKey).compare(QLatin1String("Classic"), Qt::CaseInsensitive) == 0)
        m_favourite.language = QueryLanguage::Classic;
    if (const auto range = TimeRange::parse(valueOf(rangeKey)))
        m_favourite.range = *range;
    m_favourite.connection = oneLine(valueOf(connectionKey));
    m_favourite.exportProfile = oneLine(valueOf(exportProfileKey));
    m_favourite.parameters = parameterValuesFromText(valueOf(parametersKey));
    for (qsizetype line = m_bodyBegin; line < m_lines.size(); ++line) {
        if (line > m_bodyBegin)
            m_favourite.text += u'\n';
        m_favourite.text += m_lines.at(line).text;
    }
}

QString FavouriteText::valueOf(QLatin1StringView key) const
{
    for (const Property &property : m_properties) {
        if (property.key.compare(key, Qt::CaseInsensitive) == 0)
            return property.value;
    }
    return {};
}

void FavouriteText::set(const Favourite &favourite)
{
    const Favourite before = m_favourite;
    if (favourite.text != before.text)
        setText(favourite.text);
    if (favourite.name != before.name)
        setProperty(nameKey, oneLine(favourite.name));
    if (favourite.description != before.description)
        setProperty(descriptionKey, lines(favourite.description));
    if (favourite.tags != before.tags)
        setProperty(tagsKey, tagsFromText(oneLine(favourite.tags.join(u','))).join(QLatin1String(", ")));
    if (favourite.language != before.language)
        setProperty(languageKey, favourite.language == QueryLanguage::Classic ? QStringLiteral("Classic")
                                                                              : QStringLiteral("KQL"));
    if (favourite.range != before.range)
        setProperty(rangeKey, favourite.range ? favourite.range->toString() : QString());
    if (favourite.connection != before.connection)
        setProperty(connectionKey, oneLine(favourite.connection));
    if (favourite.exportProfile != before.exportProfile)
        setProperty(exportProfileKey, oneLine(favourite.exportProfile));
    if (favourite.parameters != before.parameters)
        setProperty(parametersKey, toText(favourite.parameters));
}

void FavouriteText::setProperty(QLatin1StringView key, const QString &value)
{
    qsizetype at = m_headerEnd;
    QString prefix = QLatin1String("// ") + key + QLatin1String(": ");
    QString end = m_newline;
    for (const Property &property : std::as_const(m_properties)) {
        if (property.key.compare(key, Qt::CaseInsensitive) != 0)
            continue;
        at = property.line;
        prefix = property.prefix.endsWith(u':') ? property.prefix + u' ' : property.prefix;
        end = m_lines.at(at + property.lineCount - 1).end;
        m_lines.remove(at, property.lineCount);
        break;
    }
    if (!value.isEmpty()) {
        const bool isFirst = m_headerEnd == m_headerBegin;
        if (isFirst && m_bodyBegin == m_headerEnd && m_bodyBegin < m_lines.size())
            m_lines.insert(at, {QString(), m_newline});
        const QStringList parts = value.split(u'\n');
        for (qsizetype part = parts.size(); part-- > 0;) {
            const QString text = (part == 0 ? prefix : QString(continuation)) + parts.at(part);
            m_lines.insert(at, {text, part == parts.size() - 1 ? end : m_newline});
        }
    }
    mendEnds();
    parse();
}

void FavouriteText::setText(const QString &text)
{
    QStringList wanted = withNewlines(text).split(u'\n');
    while (!wanted.isEmpty() && isBlank(wanted.first()))
        wanted.removeFirst();
    // What both have at the beginning and at the end keeps its line endings.
    const qsizetype had = m_lines.size() - m_bodyBegin;
    qsizetype head = 0;
    while (head < had && head < wanted.size() && m_lines.at(m_bodyBegin + head).text == wanted.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < had - head && tail < wanted.size() - head &&
           m_lines.at(m_lines.size() - 1 - tail).text == wanted.at(wanted.size() - 1 - tail))
        ++tail;
    const QString lastEnd = had > 0 ? m_lines.last().end : m_newline;
    m_lines.remove(m_bodyBegin + head, had - head - tail);
    for (qsizetype line = wanted.size() - tail; line-- > head;)
        m_lines.insert(m_bodyBegin + head, {wanted.at(line), m_newline});
    if (!wanted.isEmpty())
        m_lines.last().end = lastEnd.isEmpty() && wanted.last().isEmpty() ? m_newline : lastEnd;
    // A query that begins with a comment would else be read as a part of the header.
    const bool hasHeader = m_headerEnd > m_headerBegin;
    if (hasHeader && m_bodyBegin == m_headerEnd && !wanted.isEmpty() && isComment(wanted.first()))
        m_lines.insert(m_bodyBegin, {QString(), m_newline});
    mendEnds();
    parse();
}

void FavouriteText::mendEnds()
{
    for (qsizetype line = 0; line + 1 < m_lines.size(); ++line) {
        const Line &next = m_lines.at(line + 1);
        // A carriage return alone and the line feed of an empty line would become one ending.
        const bool wouldJoin = m_lines.at(line).end == QLatin1String("\r") && next.text.isEmpty() &&
                               next.end == QLatin1String("\n");
        if (m_lines.at(line).end.isEmpty() || wouldJoin)
            m_lines[line].end = m_newline;
    }
}

Result<QByteArray> FavouriteText::toBytes() const
{
    QString text;
    for (const Line &line : m_lines)
        text += line.text + line.end;
    if (!text.isValidUtf16() || text.contains(QChar::Null)) {
        return failure(ErrorKind::Usage, Words::tr("The query holds a character that no text file can keep."),
                       Words::tr("Delete the NUL or the half of a character pair, and save it again."));
    }
    const QByteArray bytes = (m_hasMark ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + text.toUtf8();
    if (bytes.size() > largestSize) {
        return failure(ErrorKind::Usage,
                       Words::tr("The query is too large for a favourite: %L1 MB.")
                           .arg(static_cast<double>(bytes.size()) / 1'000'000, 0, 'f', 1),
                       Words::tr("Keep it as a file with Save as; a favourite has at most 2 MB."));
    }
    return bytes;
}

} // namespace sonde
