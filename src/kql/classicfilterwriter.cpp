#include "kql/classicfilterwriter.h"

#include "core/kqltext.h"
#include "core/timezone.h"
#include "kql/classicparser.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace sonde {

namespace {

using Condition = ClassicFilterWriter::Condition;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

Condition constant(bool value)
{
    return {value, value ? QStringLiteral("true") : QStringLiteral("false"), false};
}

Condition text(const QString &kql, bool needsParentheses = false)
{
    return {{}, kql, needsParentheses};
}

Condition negate(const Condition &condition)
{
    if (condition.constant)
        return constant(!*condition.constant);
    return text(u"not(" + condition.text + u')');
}

QString comparisonSign(ClassicComparison comparison)
{
    switch (comparison) {
    case ClassicComparison::Less:
        return QStringLiteral("<");
    case ClassicComparison::LessOrEqual:
        return QStringLiteral("<=");
    case ClassicComparison::Greater:
        return QStringLiteral(">");
    case ClassicComparison::GreaterOrEqual:
        return QStringLiteral(">=");
    case ClassicComparison::NotEqual:
        return QStringLiteral("!=");
    case ClassicComparison::Equal:
    case ClassicComparison::Contains:
        break;
    }
    return QStringLiteral("==");
}

bool isOrdering(ClassicComparison comparison)
{
    return comparison == ClassicComparison::Less || comparison == ClassicComparison::LessOrEqual ||
           comparison == ClassicComparison::Greater || comparison == ClassicComparison::GreaterOrEqual;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[+-]?\\d{1,18}(\\.\\d+)?$"));
    return pattern.match(text).hasMatch();
}

bool isNumeric(const QString &type)
{
    return type == u"int" || type == u"long" || type == u"real" || type == u"decimal";
}

/// The pattern's pieces between stars, as a regular expression for the whole value.
QString wildcardRegex(const QString &pattern)
{
    QStringList pieces = pattern.split(u'*');
    for (QString &piece : pieces)
        piece = QRegularExpression::escape(piece);
    return u"^(?s:" + pieces.join(QStringLiteral(".*")) + u")$";
}

QString wildcardCondition(const QString &operand, const QString &pattern)
{
    const QString inner = pattern.mid(1, pattern.size() - 2);
    const bool starts = pattern.startsWith(u'*');
    const bool ends = pattern.endsWith(u'*');
    if (pattern.count(u'*') == pattern.size())
        return u"isnotempty(" + operand + u')';
    if (starts && ends && !inner.contains(u'*'))
        return operand + u" contains_cs " + kqlString(inner);
    if (ends && pattern.count(u'*') == 1)
        return operand + u" startswith_cs " + kqlString(pattern.chopped(1));
    if (starts && pattern.count(u'*') == 1)
        return operand + u" endswith_cs " + kqlString(pattern.mid(1));
    return operand + u" matches regex " + kqlString(wildcardRegex(pattern));
}

QDateTime addUnits(const QDateTime &time, qint64 count, const QString &unit)
{
    if (unit == u"YEAR")
        return time.addYears(static_cast<int>(count));
    if (unit == u"MONTH")
        return time.addMonths(static_cast<int>(count));
    if (unit == u"DAY" || unit == u"DATE")
        return time.addDays(count);
    if (unit == u"HOUR")
        return time.addSecs(count * 3600);
    if (unit == u"MINUTE")
        return time.addSecs(count * 60);
    if (unit == u"SECOND")
        return time.addSecs(count);
    return time.addMSecs(count);
}

QDateTime roundDown(const QDateTime &time, const QString &unit)
{
    const QDate date = time.date();
    const QTime clock = time.time();
    const auto at = [](QDate day, QTime hour) { return QDateTime(day, hour, utcZone); };
    if (unit == u"YEAR")
        return at(QDate(date.year(), 1, 1), QTime(0, 0));
    if (unit == u"MONTH")
        return at(QDate(date.year(), date.month(), 1), QTime(0, 0));
    if (unit == u"DAY" || unit == u"DATE")
        return at(date, QTime(0, 0));
    if (unit == u"HOUR")
        return at(date, QTime(clock.hour(), 0));
    if (unit == u"MINUTE")
        return at(date, QTime(clock.hour(), clock.minute()));
    if (unit == u"SECOND")
        return at(date, QTime(clock.hour(), clock.minute(), clock.second()));
    return time;
}

/// One step behind NOW: `-24HOURS`, `/DAY`.
const QRegularExpression &dateStep()
{
    static const QRegularExpression step(
        QStringLiteral("\\G(?:([+-])(\\d{1,6})|(/))\\s*"
                       "(YEAR|MONTH|DAY|DATE|HOUR|MINUTE|SECOND|MILLISECOND|MILLI)S?(?![A-Z])"),
        QRegularExpression::CaseInsensitiveOption);
    return step;
}

QString kqlUnit(const QString &unit)
{
    if (unit == u"DAY" || unit == u"DATE")
        return QStringLiteral("d");
    if (unit == u"HOUR")
        return QStringLiteral("h");
    if (unit == u"MINUTE")
        return QStringLiteral("m");
    return unit == u"SECOND" ? QStringLiteral("s") : QStringLiteral("ms");
}

QString kqlRounded(const QString &time, const QString &unit)
{
    if (unit == u"YEAR" || unit == u"MONTH" || unit == u"DAY" || unit == u"DATE") {
        const QString name = unit == u"DATE" ? QStringLiteral("day") : unit.toLower();
        return u"startof" + name + u'(' + time + u')';
    }
    return u"bin(" + time + u", 1" + kqlUnit(unit) + u')';
}

QString kqlMoved(const QString &time, const QString &sign, qint64 count, const QString &unit)
{
    const QString number = QString::number(count);
    if (unit == u"YEAR" || unit == u"MONTH") {
        return u"datetime_add('" + unit.toLower() + u"', " + (sign == u"-" ? sign : QString()) + number +
               u", " + time + u')';
    }
    if (sign == u"-" && time == u"now()")
        return u"ago(" + number + kqlUnit(unit) + u')';
    return time + u' ' + sign + u' ' + number + kqlUnit(unit);
}

std::optional<Ticks> parseDateMath(const QString &steps, Ticks now)
{
    const QRegularExpression &step = dateStep();
    QDateTime time = toDateTimeUtc(now);
    qsizetype at = 0;
    while (at < steps.size()) {
        const QRegularExpressionMatch match = step.match(steps, at);
        if (!match.hasMatch())
            return {};
        const QString unit = match.captured(4).toUpper();
        const qint64 count = match.captured(2).toLongLong();
        if (match.hasCaptured(3) && !match.captured(3).isEmpty())
            time = roundDown(time, unit);
        else
            time = addUnits(time, match.captured(1) == u"-" ? -count : count, unit);
        at = match.capturedEnd();
    }
    return time.isValid() ? std::optional(toTicks(time)) : std::nullopt;
}

} // namespace

std::optional<Ticks> parseClassicDate(const QString &text, Ticks now)
{
    if (text.startsWith(u"NOW", Qt::CaseInsensitive))
        return parseDateMath(text.mid(3), now);
    return parseIsoDateTime(text.toStdString());
}

QString kqlOfClassicNow(const QString &text)
{
    if (!text.startsWith(u"NOW", Qt::CaseInsensitive))
        return {};
    QString time = QStringLiteral("now()");
    qsizetype at = 3;
    while (at < text.size()) {
        const QRegularExpressionMatch match = dateStep().match(text, at);
        if (!match.hasMatch())
            return {};
        const QString unit = match.captured(4).toUpper();
        time = match.captured(3).isEmpty()
                   ? kqlMoved(time, match.captured(1), match.captured(2).toLongLong(), unit)
                   : kqlRounded(time, unit);
        at = match.capturedEnd();
    }
    return time;
}

ClassicFilterWriter::ClassicFilterWriter(const QString &search, const KqlTable *table, Ticks now,
                                         bool isNowMoving)
    : m_search(search)
    , m_table(table)
    , m_now(now)
    , m_isNowMoving(isNowMoving)
{}

Result<Condition> ClassicFilterWriter::write(const ClassicFilter &filter) const
{
    return writeNode(filter, false);
}

Result<Condition> ClassicFilterWriter::writeNode(const ClassicFilter &filter, bool negated) const
{
    switch (filter.kind) {
    case ClassicFilter::Kind::All:
        return constant(true);
    case ClassicFilter::Kind::Text: {
        if (filter.value.hasWildcard()) {
            return ClassicParser::refuse(m_search, filter.position,
                                         Words::tr("A wildcard in a free word is not supported here."),
                                         Words::tr("Name the field, such as “Computer=web*”."));
        }
        return text(u"* has " + kqlString(filter.value.text));
    }
    case ClassicFilter::Kind::Compare:
        return writeCompare(filter, negated);
    case ClassicFilter::Kind::Range:
        return writeRange(filter, negated);
    case ClassicFilter::Kind::And:
    case ClassicFilter::Kind::Or:
        return writeList(filter, negated);
    case ClassicFilter::Kind::Not:
        break;
    }
    const auto operand = writeNode(filter.operands.front(), true);
    return operand ? Result<Condition>(negate(*operand)) : operand;
}

Result<Condition> ClassicFilterWriter::writeList(const ClassicFilter &filter, bool negated) const
{
    const bool isOr = filter.kind == ClassicFilter::Kind::Or;
    std::vector<Condition> kept;
    std::optional<Error> refused;
    for (const ClassicFilter &operand : filter.operands) {
        const auto condition = writeNode(operand, negated);
        if (!condition && !refused)
            refused = condition.error();
        if (!condition)
            continue;
        if (!condition->constant)
            kept.push_back(*condition);
        else if (*condition->constant == isOr)
            return constant(
                isOr); // such as another Type: what the other conditions say of this table is no matter
    }
    if (refused)
        return failure(*refused);
    if (kept.empty())
        return constant(!isOr);
    if (kept.size() == 1)
        return kept.front();
    QStringList parts;
    for (const Condition &condition : kept)
        parts.append(!isOr && condition.needsParentheses ? u'(' + condition.text + u')' : condition.text);
    return text(parts.join(isOr ? QStringLiteral(" or ") : QStringLiteral(" and ")), isOr);
}

/// The type the field is compared as; empty if the table has no such field.
QString ClassicFilterWriter::typeOf(const ClassicFilter &filter) const
{
    if (m_table == nullptr) {
        if (filter.value.quoted)
            return QStringLiteral("string");
        if (isNumber(filter.value.text))
            return QStringLiteral("real");
        return parseClassicDate(filter.value.text, m_now) ? QStringLiteral("datetime")
                                                          : QStringLiteral("string");
    }
    for (const KqlColumn &column : m_table->columns) {
        if (column.name == filter.field)
            return column.type;
    }
    return {};
}

Result<Condition> ClassicFilterWriter::writeCompare(const ClassicFilter &filter, bool negated) const
{
    QString type = typeOf(filter);
    // Every record has a Type, whether or not the table keeps it in a column.
    if (filter.field == u"Type" && m_table != nullptr) {
        const bool equality =
            !isOrdering(filter.comparison) && filter.comparison != ClassicComparison::Contains;
        if (equality && !filter.value.hasWildcard()) {
            const bool same = filter.value.text == m_table->name;
            return constant(same == (filter.comparison == ClassicComparison::Equal));
        }
        if (type.isEmpty()) {
            return ClassicParser::refuse(m_search, filter.position,
                                         Words::tr("“Type” can only be compared with a whole name here."));
        }
    }
    if (type.isEmpty())
        return constant(filter.comparison == ClassicComparison::NotEqual);
    return compare(filter, type, negated);
}

Result<Condition> ClassicFilterWriter::compare(const ClassicFilter &filter, const QString &type,
                                               bool negated) const
{
    const QString field = kqlName(filter.field);
    const bool wildcard = filter.value.hasWildcard();
    if (type == u"string" || type == u"guid" || type == u"dynamic" || wildcard ||
        filter.comparison == ClassicComparison::Contains) {
        const QString operand = type == u"string" ? field : u"tostring(" + field + u')';
        return compareText(filter, operand);
    }
    bool matchesNothing = false;
    const auto value = literal(filter.field, filter.value, type, matchesNothing);
    if (!value)
        return failure(value.error());
    if (matchesNothing)
        return constant(filter.comparison == ClassicComparison::NotEqual);
    const QString condition = field + u' ' + comparisonSign(filter.comparison) + u' ' + *value;
    // Under a NOT a record without the field has to come through, and a comparison with null is null in KQL.
    if (negated && isOrdering(filter.comparison))
        return text(u"(isnotnull(" + field + u") and " + condition + u')');
    return text(condition);
}

Result<Condition> ClassicFilterWriter::compareText(const ClassicFilter &filter, const QString &operand) const
{
    if (isOrdering(filter.comparison)) {
        return ClassicParser::refuse(m_search, filter.position,
                                     //: %1: a field’s name; %2: an operator such as <
                                     Words::tr("“%1” holds text, which “%2” cannot compare.")
                                         .arg(filter.field, comparisonSign(filter.comparison)));
    }
    if (filter.comparison == ClassicComparison::Contains)
        return text(operand + u" contains_cs " + kqlString(filter.value.text));
    if (filter.value.hasWildcard()) {
        const Condition found = text(wildcardCondition(operand, filter.value.text));
        return filter.comparison == ClassicComparison::NotEqual ? negate(found) : found;
    }
    return text(operand + u' ' + comparisonSign(filter.comparison) + u' ' + kqlString(filter.value.text));
}

Result<Condition> ClassicFilterWriter::writeRange(const ClassicFilter &filter, bool negated) const
{
    const QString type = typeOf(filter);
    if (type.isEmpty())
        return constant(false);
    if (!isNumeric(type) && type != u"datetime") {
        return ClassicParser::refuse(
            m_search, filter.position,
            Words::tr("A range needs numbers or dates, and “%1” holds neither.").arg(filter.field));
    }
    bool matchesNothing = false;
    const auto lower = literal(filter.field, filter.value, type, matchesNothing);
    const auto upper = literal(filter.field, filter.upper, type, matchesNothing);
    if (!lower || !upper)
        return failure(lower ? upper.error() : lower.error());
    if (matchesNothing)
        return constant(false);
    const QString field = kqlName(filter.field);
    const QString condition = field + u" between (" + *lower + u" .. " + *upper + u')';
    return text(negated ? u"(isnotnull(" + field + u") and " + condition + u')' : condition);
}

/// The value as a literal of that type; \a matchesNothing where no value of the type is written so.
Result<QString> ClassicFilterWriter::literal(const QString &field, const ClassicValue &value,
                                             const QString &type, bool &matchesNothing) const
{
    if (isNumeric(type)) {
        if (!isNumber(value.text)) {
            const QString message =
                m_table != nullptr
                    //: %1: a field’s name; %2: KQL’s name of its type; %3: what was typed
                    ? Words::tr("“%1” is of the type %2, and “%3” is no number.").arg(field, type, value.text)
                    : Words::tr("“%1” is no number.").arg(value.text);
            return ClassicParser::refuse(m_search, value.position, message);
        }
        return value.text.startsWith(u'+') ? value.text.mid(1) : value.text;
    }
    if (type == u"datetime") {
        const std::optional<Ticks> ticks = parseClassicDate(value.text, m_now);
        if (!ticks)
            return ClassicParser::refuse(m_search, value.position,
                                         Words::tr("“%1” is no date.").arg(value.text));
        if (const QString moving = m_isNowMoving ? kqlOfClassicNow(value.text) : QString(); !moving.isEmpty())
            return moving;
        return u"datetime(" + QString::fromStdString(formatIsoDateTime(*ticks)) + u')';
    }
    if (type == u"bool") {
        const QString lower = value.text.toLower();
        matchesNothing = matchesNothing || (lower != u"true" && lower != u"false");
        return lower;
    }
    return ClassicParser::refuse(m_search, value.position,
                                 Words::tr("Fields of the type “%1” cannot be compared here.").arg(type));
}

} // namespace sonde
