#include "widgets/fieldquery.h"

#include "core/kqltext.h"
#include "core/ticks.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FieldQuery)
};

/// A longer literal makes a query that nobody reads, and that services refuse.
constexpr qsizetype longestText = 10'000;

/// As services write instants in JSON; a date alone may be anything.
bool isDateTime(const QString &text)
{
    constexpr qsizetype shortest = 19; // 2026-11-22T16:02:03
    return text.size() >= shortest && text.at(10) == u'T' && text.endsWith(u'Z') &&
           parseIsoDateTime(text.toStdString()).has_value();
}

QString comparison(const QString &value, JsonTree::Kind kind, const QString &text, const QString &sign)
{
    const auto compare = [&value, &sign](const QString &function, const QString &literal) -> QString {
        return function + u'(' + value + u") " + sign + u' ' + literal;
    };
    bool isWhole = false;
    switch (kind) {
    case JsonTree::Kind::Bool:
        return compare(QStringLiteral("tobool"), text);
    case JsonTree::Kind::Number:
        (void)text.toLongLong(&isWhole);
        return isWhole ? compare(QStringLiteral("tolong"), text)
                       : compare(QStringLiteral("toreal"), u"real(" + text + u')');
    case JsonTree::Kind::String:
    case JsonTree::Kind::Null:
    case JsonTree::Kind::Object:
    case JsonTree::Kind::Array:
        break;
    }
    if (isDateTime(text))
        return compare(QStringLiteral("todatetime"), u"datetime(" + text + u')');
    return compare(QStringLiteral("tostring"), kqlString(text));
}

tl::unexpected<Error> tooLong()
{
    return failure(ErrorKind::Usage, Words::tr("This value is too long for a query."),
                   Words::tr("Compare a part of it, with has or contains."));
}

/// What terms are made of for certain; services differ on other letters.
bool isTermCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isTerm(const TextPart &part)
{
    const auto endsTerm = [](QChar c) { return c.unicode() < 0x80 && !isTermCharacter(c); };
    return !part.text.isEmpty() && std::all_of(part.text.begin(), part.text.end(), isTermCharacter) &&
           endsTerm(part.before) && endsTerm(part.after);
}

} // namespace

QString kqlText(const QString &value, ColumnType type)
{
    return type == ColumnType::String ? value : QString(u"tostring(" + value + u')');
}

QString kqlPath(const FieldPath &path, const QList<ColumnHeader> &headers, const QString &text)
{
    QString value = text.isEmpty() ? kqlName(headers.at(path.column).name) : text;
    bool isColumn = true;
    for (const FieldStep &step : path.steps) {
        switch (step.kind) {
        case FieldStep::Kind::Text:
            value = isColumn && headers.at(path.column).type == ColumnType::String
                        ? QString(u"parse_json(" + value + u')')
                        : u"parse_json(tostring(" + value + u"))";
            break;
        case FieldStep::Kind::Element:
            value += u'[' + QString::number(step.position) + u']';
            break;
        case FieldStep::Kind::Field: {
            const QString name = kqlName(step.name);
            value += name.startsWith(u'[') ? name : QString(u'.' + name);
            break;
        }
        }
        isColumn = false;
    }
    return value;
}

Result<QString> fieldLine(const FieldPath &path, const QList<ColumnHeader> &headers, JsonTree::Kind kind,
                          const QString &text, bool isKept)
{
    if (kind == JsonTree::Kind::Object || kind == JsonTree::Kind::Array)
        return failure(ErrorKind::Usage, Words::tr("Objects and lists cannot be compared in a query."),
                       Words::tr("Choose a single value in it."));
    if (text.size() > longestText)
        return tooLong();
    const QString value = kqlPath(path, headers);
    if (kind == JsonTree::Kind::Null)
        return (isKept ? u"\n| where isnull(" : u"\n| where isnotnull(") + value + u')';
    return u"\n| where " +
           comparison(value, kind, text, isKept ? QStringLiteral("==") : QStringLiteral("!="));
}

Result<QString> partLine(const QString &value, const TextPart &part, bool isKept)
{
    if (part.text.size() > longestText)
        return tooLong();
    const QString sign = isTerm(part) ? QStringLiteral("has ") : QStringLiteral("contains ");
    return u"\n| where " + value + (isKept ? QLatin1String(" ") : QLatin1String(" !")) + sign +
           kqlString(part.text);
}

} // namespace sonde
