#include "core/parametervalue.h"

#include "core/kqlliterals.h"
#include "core/kqlstrings.h"
#include "core/kqltext.h"
#include "core/kqltypename.h"
#include "core/ticks.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <array>
#include <cmath>
#include <utility>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryParameters)
};

using Type = ParameterType;

constexpr std::array<std::pair<Type, const char *>, 8> typeNames{{{Type::String, "string"},
                                                                  {Type::Number, "number"},
                                                                  {Type::DateTime, "datetime"},
                                                                  {Type::Timespan, "timespan"},
                                                                  {Type::List, "list"},
                                                                  {Type::Bool, "bool"},
                                                                  {Type::Guid, "guid"},
                                                                  {Type::Dynamic, "dynamic"}}};

/// What a value of KQL's type is; nothing where it is no type of KQL.
std::optional<Type> typeOfKqlType(QStringView name)
{
    static const QHash<QString, Type> types{
        {QStringLiteral("string"), Type::String},     {QStringLiteral("long"), Type::Number},
        {QStringLiteral("int"), Type::Number},        {QStringLiteral("real"), Type::Number},
        {QStringLiteral("decimal"), Type::Number},    {QStringLiteral("datetime"), Type::DateTime},
        {QStringLiteral("timespan"), Type::Timespan}, {QStringLiteral("bool"), Type::Bool},
        {QStringLiteral("guid"), Type::Guid},         {QStringLiteral("dynamic"), Type::Dynamic}};
    const auto found = types.constFind(kqlTypeName(name));
    return found == types.cend() ? std::nullopt : std::optional(*found);
}

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

/// Where the whole of a value is too long to be said.
QString quoted(const QString &text)
{
    constexpr qsizetype longest = 60;
    const QString line = QString(text).replace(u'\n', u' ').replace(u'\r', u' ');
    return line.size() <= longest ? line : QString(line.left(longest) + u'…');
}

/// In a string literal no character but a plain one: what ends a line for one reader is none for another.
QString stringLiteral(const QString &text)
{
    QString literal;
    for (const QChar c : kqlString(text)) {
        const bool isPlain = c.category() != QChar::Other_Control && c.category() != QChar::Separator_Line &&
                             c.category() != QChar::Separator_Paragraph && c != QChar::ByteOrderMark;
        if (isPlain)
            literal += c;
        else
            literal += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return literal;
}

/// Such as long(-5): no sign that could join with what stands before it.
QString call(const char *type, const QString &value)
{
    return QString(QString::fromLatin1(type) + u'(' + value + u')');
}

std::optional<qint64> wholeNumber(const QString &text)
{
    static const QRegularExpression hex(QStringLiteral("^0[xX][0-9a-fA-F]{1,16}$"));
    static const QRegularExpression decimal(QStringLiteral("^[+-]?[0-9]{1,19}$"));
    bool isNumber = false;
    qint64 number = 0;
    if (decimal.match(text).hasMatch())
        number = text.toLongLong(&isNumber, 10);
    else if (hex.match(text).hasMatch())
        number = text.mid(2).toLongLong(&isNumber, 16);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool isRealNumber(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?$"));
    return pattern.match(text).hasMatch() && std::isfinite(text.toDouble());
}

/// Whether it reads as an amount, and not as a name that has but digits.
bool isCanonicalNumber(const QString &text)
{
    static const QRegularExpression whole(QStringLiteral("^(0|-?[1-9][0-9]*)$"));
    static const QRegularExpression real(QStringLiteral("^-?(0|[1-9][0-9]*)\\.[0-9]+$"));
    return whole.match(text).hasMatch() ? wholeNumber(text).has_value()
                                        : real.match(text).hasMatch() && isRealNumber(text);
}

Result<QString> numberLiteral(const QString &text, const QString &scalarType)
{
    const std::optional<qint64> whole = wholeNumber(text);
    const QString kqlType = kqlTypeName(scalarType);
    const bool isInt = kqlType == QLatin1String("int");
    if (!whole && !isRealNumber(text)) {
        return failure(ErrorKind::Usage, Words::tr("“%1” is no number.").arg(quoted(text)),
                       Words::tr("Write it as 42, -7 or 1.5."));
    }
    static const QRegularExpression digits(QStringLiteral("^[+-]?[0-9]+$"));
    if (!whole && digits.match(text).hasMatch()) {
        return failure(ErrorKind::Usage, Words::tr("“%1” is too large.").arg(quoted(text)),
                       Words::tr("A whole number has at most 64 bits."));
    }
    if (isInt || kqlType == QLatin1String("long")) {
        if (!whole) {
            return failure(ErrorKind::Usage, Words::tr("“%1” is no whole number.").arg(quoted(text)),
                           Words::tr("The query declares it as %1.").arg(scalarType));
        }
        if (isInt &&
            (*whole > std::numeric_limits<qint32>::max() || *whole < std::numeric_limits<qint32>::min()))
            return failure(ErrorKind::Usage, Words::tr("“%1” is too large.").arg(quoted(text)),
                           Words::tr("The query declares it as %1.").arg(scalarType));
    }
    if (isInt)
        return call("int", QString::number(*whole));
    if (kqlType == QLatin1String("decimal"))
        return call("decimal", whole ? QString::number(*whole) : text);
    if (whole && kqlType != QLatin1String("real"))
        return *whole < 0 ? call("long", QString::number(*whole)) : QString::number(*whole);
    const double real = whole ? static_cast<double>(*whole) : text.toDouble();
    return call("real", QString::number(real, 'g', QLocale::FloatingPointShortest));
}

Result<QString> dateTimeLiteral(const QString &text)
{
    if (const auto ticks = parseIsoDateTime(text.toStdString()))
        return call("datetime", QString::fromStdString(formatKqlDateTime(*ticks)));
    return failure(ErrorKind::Usage, Words::tr("“%1” is no date and time.").arg(quoted(text)),
                   Words::tr("Write it as 2026-11-22 or 2026-11-22T16:02:00Z; without a zone it is UTC."));
}

/// `90s`, `1h30m`, `-1.5d`, `1.02:30:00`.
std::optional<Ticks> timespanOf(const QString &text)
{
    if (text.contains(u':'))
        return parseTimespan(text.toStdString());
    static const QRegularExpression piece(
        QStringLiteral("([0-9]{1,18}(?:\\.[0-9]{1,9})?)\\s*([A-Za-z]+)\\s*"));
    const bool isNegative = text.startsWith(u'-');
    qsizetype at = isNegative ? 1 : 0;
    long double sum = 0;
    while (at < text.size()) {
        const auto match = piece.match(text, at, QRegularExpression::NormalMatch,
                                       QRegularExpression::AnchorAtOffsetMatchOption);
        const auto unit = match.hasMatch() ? ticksOfKqlUnit(match.capturedView(2)) : std::nullopt;
        if (!unit)
            return std::nullopt;
        sum += static_cast<long double>(match.captured(1).toDouble()) * static_cast<long double>(*unit);
        at = match.capturedEnd();
    }
    constexpr auto most = static_cast<long double>(std::numeric_limits<Ticks>::max() / 2);
    if (at == (isNegative ? 1 : 0) || sum > most)
        return std::nullopt;
    const Ticks ticks = std::llround(sum);
    return isNegative ? -ticks : ticks;
}

Result<QString> timespanLiteral(const QString &text)
{
    if (const auto ticks = timespanOf(text))
        return call("timespan", QString::fromStdString(formatTimespan(*ticks)));
    return failure(ErrorKind::Usage, Words::tr("“%1” is no timespan.").arg(quoted(text)),
                   Words::tr("Write it as 90s, 30m, 1h30m, 7d or 1.02:30:00."));
}

struct Element
{
    QString text;
    bool isQuoted = false;
};

/// Behind the quoted element that begins at \a at, whose quotes are doubled within it; -1 where it does not
/// end.
qsizetype takeQuoted(const QString &text, qsizetype at, QString &into)
{
    const QChar quote = text.at(at);
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text.at(i) != quote)
            into += text.at(i);
        else if (i + 1 < text.size() && text.at(i + 1) == quote)
            into += text.at(i++);
        else
            return i + 1;
    }
    return -1;
}

/// The comma or the end of the line behind \a at, else the end.
qsizetype separatorFrom(const QString &text, qsizetype at)
{
    static const QRegularExpression separator(QStringLiteral("[,\\n\\r]"));
    const qsizetype found = text.indexOf(separator, at);
    return found < 0 ? text.size() : found;
}

Result<QList<Element>> elementsOf(const QString &text)
{
    QList<Element> elements;
    qsizetype at = 0;
    while (at <= text.size()) {
        while (at < text.size() && text.at(at).isSpace())
            ++at;
        const bool isQuoted = at < text.size() && (text.at(at) == u'"' || text.at(at) == u'\'');
        Element element{{}, isQuoted};
        if (isQuoted) {
            const qsizetype end = takeQuoted(text, at, element.text);
            if (end < 0)
                return failure(ErrorKind::Usage, Words::tr("The quote is not closed."),
                               Words::tr("Write a list as web01, web02; quotes within quotes are doubled."));
            at = end;
        }
        const qsizetype separator = separatorFrom(text, at);
        const QString rest = text.mid(at, separator - at).trimmed();
        if (isQuoted && !rest.isEmpty())
            return failure(ErrorKind::Usage, Words::tr("A comma is missing before “%1”.").arg(quoted(rest)),
                           Words::tr("Write a list as web01, web02; quotes within quotes are doubled."));
        if (!isQuoted)
            element.text = rest;
        // Of a separator at the end, or two in a row, nothing is made.
        if (isQuoted || !element.text.isEmpty())
            elements.append(element);
        at = separator + 1;
    }
    return elements;
}

Result<QString> listLiteral(const QString &text, ListForm form)
{
    const auto elements = elementsOf(text);
    if (!elements)
        return failure(elements.error());
    if (elements->isEmpty())
        return failure(ErrorKind::Usage, Words::tr("The list is empty."),
                       Words::tr("Write a list as web01, web02; quotes within quotes are doubled."));
    const bool areNumbers = std::all_of(elements->cbegin(), elements->cend(), [](const Element &element) {
        return !element.isQuoted && isCanonicalNumber(element.text);
    });
    QStringList literals;
    for (const Element &element : *elements) {
        const QString literal = areNumbers ? *numberLiteral(element.text, {}) : stringLiteral(element.text);
        // Within dynamic( ) there are no calls, and no sign could join with what stands before it.
        if (areNumbers && form == ListForm::Dynamic && literal.endsWith(u')'))
            literals << literal.mid(literal.indexOf(u'(') + 1).chopped(1);
        else
            literals << literal;
    }
    switch (form) {
    case ListForm::Elements:
        return literals.join(QLatin1String(", "));
    case ListForm::Parentheses:
        return QString(u'(' + literals.join(QLatin1String(", ")) + u')');
    case ListForm::Dynamic:
        break;
    }
    return call("dynamic", QString(u'[' + literals.join(QLatin1String(", ")) + u']'));
}

Result<QString> dynamicLiteral(const QString &text)
{
    const QJsonArray array = QJsonDocument::fromJson(QByteArray("[" + text.toUtf8() + "]")).array();
    if (array.size() != 1) {
        // A list as of where one is asked for, which is no JSON.
        if (!text.startsWith(u'[') && !text.startsWith(u'{'))
            return listLiteral(text, ListForm::Dynamic);
        return failure(ErrorKind::Usage, Words::tr("“%1” is no JSON.").arg(quoted(text)),
                       Words::tr("Write it as [1, 2] or {\"name\": \"value\"}."));
    }
    QString json = QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)).mid(1).chopped(1);
    json.replace(QChar(0x2028), QLatin1String("\\u2028")).replace(QChar(0x2029), QLatin1String("\\u2029"));
    return call("dynamic", json);
}

Result<QString> boolLiteral(const QString &text)
{
    const QString word = text.toLower();
    if (word == QLatin1String("true") || word == QLatin1String("false"))
        return word;
    return failure(ErrorKind::Usage, Words::tr("“%1” is neither true nor false.").arg(quoted(text)));
}

Result<QString> guidLiteral(const QString &text)
{
    if (const auto guid = guidFromText(text))
        return call("guid", guid->toString(QUuid::WithoutBraces));
    return failure(ErrorKind::Usage, Words::tr("“%1” is no GUID.").arg(quoted(text)),
                   Words::tr("Write it as 74be27de-1e4e-49d9-b579-fe0b331d3642."));
}

/// The text of a literal that kqlString() wrote, or a person in its manner.
QString unescaped(QStringView literal)
{
    QString text;
    for (qsizetype i = 0; i < literal.size(); ++i) {
        if (literal[i] != u'\\' || i + 1 == literal.size()) {
            text += literal[i];
            continue;
        }
        const QChar c = literal[++i];
        bool isCode = false;
        const ushort code = c == u'u' ? literal.mid(i + 1, 4).toUShort(&isCode, 16) : ushort(0);
        if (isCode) {
            text += QChar(code);
            i += 4;
        } else {
            text += c == u'n' ? QChar(u'\n') : c == u'r' ? QChar(u'\r') : c == u't' ? QChar(u'\t') : c;
        }
    }
    return text;
}

/// Where the comma behind the entry at \a at stands, or else the end: commas in strings do not count.
qsizetype endOfEntry(const QString &text, qsizetype at)
{
    while (at < text.size() && text.at(at) != u',')
        at = std::max(at + 1, kqlStringEnd(text, at));
    return std::min(at, text.size());
}

} // namespace

QString parameterTypeName(ParameterType type)
{
    for (const auto &[value, name] : typeNames) {
        if (value == type)
            return latin(name);
    }
    return {};
}

std::optional<ParameterType> parameterTypeFromName(QStringView name)
{
    for (const auto &[type, known] : typeNames) {
        if (name == QLatin1String(known))
            return type;
    }
    return name == u"text" ? std::optional(Type::String) : typeOfKqlType(name);
}

Result<QString> parameterLiteral(const ParameterValue &value, const QString &scalarType, ListForm form)
{
    const QString text = value.text.trimmed();
    switch (value.type.value_or(likelyParameterType(value.text))) {
    case Type::String:
        return stringLiteral(value.text);
    case Type::Number:
        return numberLiteral(text, scalarType);
    case Type::DateTime:
        return dateTimeLiteral(text);
    case Type::Timespan:
        return timespanLiteral(text);
    case Type::List:
        return listLiteral(text, form);
    case Type::Bool:
        return boolLiteral(text);
    case Type::Guid:
        return guidLiteral(text);
    case Type::Dynamic:
        return dynamicLiteral(text);
    }
    return stringLiteral(value.text);
}

QString listInOneLine(const QString &text)
{
    const auto elements = elementsOf(text);
    if (!elements)
        return text;
    QStringList written;
    for (Element element : *elements) {
        const bool isQuoted = element.isQuoted;
        written << (isQuoted ? QString(u'"' + element.text.replace(u'"', QLatin1String("\"\"")) + u'"')
                             : element.text);
    }
    return written.join(QLatin1String(", "));
}

QString withPlainLineBreaks(QString text)
{
    static const QRegularExpression lineBreak(QStringLiteral("\\r\\n|[\\r\\x{2028}\\x{2029}]"));
    text.replace(lineBreak, QStringLiteral("\n"));
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

ParameterType likelyParameterType(const QString &text)
{
    const QString value = text.trimmed();
    if (isCanonicalNumber(value))
        return Type::Number;
    if (parseIsoDateTime(value.toStdString()))
        return Type::DateTime;
    return timespanOf(value) ? Type::Timespan : Type::String;
}

QString toText(const ParameterValues &values, EmptyValues empty)
{
    QStringList pieces;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const QString type = value->type ? QString(u':' + parameterTypeName(*value->type)) : QString();
        if (empty == EmptyValues::Kept || !value->text.isEmpty())
            pieces << QString(value.key() + type + QLatin1String(" = ") + stringLiteral(value->text));
    }
    return pieces.join(QLatin1String(", "));
}

ParameterValues parameterValuesFromText(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("\\s*([\\w$]+)\\s*(?::\\s*(\\w+)\\s*)?=\\s*"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    ParameterValues values;
    for (qsizetype at = 0; at < text.size(); at = endOfEntry(text, at) + 1) {
        const auto match = name.match(text, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            continue;
        const auto type = parameterTypeFromName(match.capturedView(2));
        const QStringView literal =
            QStringView(text)
                .sliced(match.capturedEnd(), endOfEntry(text, at) - match.capturedEnd())
                .trimmed();
        const bool isOneString = kqlStringEnd(literal, 0) == literal.size() && literal.size() > 1 &&
                                 literal.front() == u'"' && literal.back() == u'"';
        if (isOneString && (type || !match.hasCaptured(2)))
            values.insert(match.captured(1), {type, unescaped(literal.sliced(1).chopped(1))});
    }
    return values;
}

} // namespace sonde
