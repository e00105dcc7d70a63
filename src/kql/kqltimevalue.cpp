#include "kql/kqltimevalue.h"

#include "core/kqlliterals.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QTimeZone>
#include <cmath>

namespace sonde {

namespace {

/// What a value comes to.
struct Value
{
    enum class Kind : unsigned char { Instant, Span, Number, Text };
    Kind kind = Kind::Number;
    Ticks ticks = 0;   ///< of Instant and Span
    double number = 0; ///< of Number
    QString text{};    ///< of Text
};

using Maybe = std::optional<Value>;
using Kind = Value::Kind;

Maybe instant(std::optional<Ticks> ticks)
{
    if (!ticks || *ticks < 0 || *ticks > maxDateTimeTicks)
        return {};
    return Value{Kind::Instant, *ticks};
}

Maybe span(std::optional<Ticks> ticks)
{
    if (!ticks)
        return {};
    return Value{Kind::Span, *ticks};
}

/// Nothing where it is more than ticks can hold.
Maybe spanOf(double ticks)
{
    constexpr double most = 9.2e18;
    if (!(std::fabs(ticks) < most))
        return {};
    return Value{Kind::Span, static_cast<Ticks>(std::llround(ticks))};
}

Maybe number(double value)
{
    return Value{Kind::Number, 0, value};
}

std::optional<Ticks> sum(Ticks a, Ticks b)
{
    Ticks result = 0;
    return qAddOverflow(a, b, &result) ? std::nullopt : std::optional(result);
}

bool isOf(const std::vector<Value> &values, std::initializer_list<Kind> kinds)
{
    return std::equal(values.begin(), values.end(), kinds.begin(), kinds.end(),
                      [](const Value &value, Kind kind) { return value.kind == kind; });
}

/// Nothing where it is no whole number, or beyond what a calendar takes.
std::optional<int> whole(const Value &value)
{
    constexpr double most = 1e6;
    if (value.kind != Kind::Number || value.number != std::floor(value.number) ||
        std::fabs(value.number) > most)
        return {};
    return static_cast<int>(value.number);
}

// The calendar.

QDate dateOf(Ticks ticks)
{
    return toDateTimeUtc(ticks).date();
}

std::optional<Ticks> midnight(QDate date)
{
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return {};
    return toTicks(QDateTime(date, QTime(0, 0), QTimeZone::utc()));
}

QDate startOf(const QString &unit, QDate date, int offset)
{
    if (unit == QLatin1String("day"))
        return date.addDays(offset);
    if (unit == QLatin1String("week"))
        return date.addDays(7LL * offset - date.dayOfWeek() % 7);
    if (unit == QLatin1String("month"))
        return QDate(date.year(), date.month(), 1).addMonths(offset);
    return QDate(date.year(), 1, 1).addYears(offset);
}

/// startofweek(instant), endofmonth(instant, -1) and their like.
Maybe edge(const QString &name, const std::vector<Value> &values)
{
    if (values.empty() || values.size() > 2 || values[0].kind != Kind::Instant)
        return {};
    const std::optional<int> offset = values.size() == 2 ? whole(values[1]) : 0;
    if (!offset)
        return {};
    const bool isStart = name.startsWith(QLatin1String("startof"));
    const QString unit = name.mid(isStart ? 7 : 5);
    const QDate date = dateOf(values[0].ticks);
    if (isStart)
        return instant(midnight(startOf(unit, date, *offset)));
    const std::optional<Ticks> next = midnight(startOf(unit, date, *offset + 1));
    return instant(next ? std::optional(*next - 1) : next);
}

/// datetime_add('month', -1, instant)
Maybe moved(const std::vector<Value> &values)
{
    if (!isOf(values, {Kind::Text, Kind::Number, Kind::Instant}))
        return {};
    const QString unit = values[0].text.toLower();
    const Ticks at = values[2].ticks;
    static const QHash<QString, int> months{
        {QStringLiteral("year"), 12}, {QStringLiteral("quarter"), 3}, {QStringLiteral("month"), 1}};
    if (const int each = months.value(unit); each != 0) {
        const std::optional<int> count = whole(values[1]);
        const std::optional<Ticks> day = count ? midnight(dateOf(at).addMonths(each * *count)) : std::nullopt;
        return instant(day ? sum(*day, at % ticksPerDay) : day);
    }
    static const QHash<QString, Ticks> spans{{QStringLiteral("week"), 7 * ticksPerDay},
                                             {QStringLiteral("day"), ticksPerDay},
                                             {QStringLiteral("hour"), ticksPerHour},
                                             {QStringLiteral("minute"), ticksPerMinute},
                                             {QStringLiteral("second"), ticksPerSecond},
                                             {QStringLiteral("millisecond"), ticksPerMillisecond},
                                             {QStringLiteral("microsecond"), ticksPerMicrosecond}};
    const auto each = spans.constFind(unit);
    if (each == spans.cend())
        return {};
    const Maybe by = spanOf(double(*each) * values[1].number);
    return by ? instant(sum(at, by->ticks)) : by;
}

/// bin(instant, span)
Maybe floored(const std::vector<Value> &values)
{
    if (!isOf(values, {Kind::Instant, Kind::Span}) || values[1].ticks <= 0)
        return {};
    return instant(values[0].ticks - values[0].ticks % values[1].ticks);
}

// Operators.

Maybe added(const Value &a, const Value &b, bool isMinus)
{
    if (a.kind == Kind::Number && b.kind == Kind::Number)
        return number(isMinus ? a.number - b.number : a.number + b.number);
    if (a.kind == Kind::Instant && b.kind == Kind::Instant)
        return isMinus ? span(a.ticks - b.ticks) : std::nullopt;
    const bool isTime = a.kind == Kind::Instant || a.kind == Kind::Span;
    const bool isOther = b.kind == Kind::Span || (b.kind == Kind::Instant && !isMinus);
    if (!isTime || !isOther)
        return {};
    Ticks result = 0;
    if (isMinus ? qSubOverflow(a.ticks, b.ticks, &result) : qAddOverflow(a.ticks, b.ticks, &result))
        return {};
    return a.kind == Kind::Instant || b.kind == Kind::Instant ? instant(result) : span(result);
}

Maybe multiplied(const Value &a, const Value &b)
{
    if (a.kind == Kind::Number && b.kind == Kind::Number)
        return number(a.number * b.number);
    if (a.kind == Kind::Span && b.kind == Kind::Number)
        return spanOf(double(a.ticks) * b.number);
    if (a.kind == Kind::Number && b.kind == Kind::Span)
        return multiplied(b, a);
    return {};
}

Maybe divided(const Value &a, const Value &b)
{
    // Of two whole numbers the rest would be dropped: nobody writes a time so.
    if (a.kind == Kind::Span && b.kind == Kind::Number && b.number != 0)
        return spanOf(double(a.ticks) / b.number);
    return {};
}

Maybe applied(const QString &name, const std::vector<Value> &values)
{
    if (values.size() != 2)
        return {};
    if (name == u'+' || name == u'-')
        return added(values[0], values[1], name == u'-');
    return name == u'*' ? multiplied(values[0], values[1]) : divided(values[0], values[1]);
}

Maybe negated(const std::vector<Value> &values)
{
    if (values.size() != 1)
        return {};
    return values[0].kind == Kind::Number ? number(-values[0].number)
           : values[0].kind == Kind::Span ? spanOf(-double(values[0].ticks))
                                          : Maybe();
}

Maybe literal(const KqlTimeExpression &expression)
{
    if (expression.name == QLatin1String("datetime"))
        return instant(kqlDateTime(expression.text));
    if (expression.name == QLatin1String("timespan"))
        return span(kqlTimespan(expression.text));
    if (expression.name == QLatin1String("string"))
        return Value{Kind::Text, 0, 0, expression.text};
    bool isNumber = false;
    const double value = expression.text.toDouble(&isNumber);
    return isNumber ? number(value) : std::nullopt;
}

/// todatetime(text), totimespan(text), also of what is one already.
Maybe converted(const std::vector<Value> &values, Kind kind)
{
    if (values.size() != 1)
        return {};
    if (values[0].kind == kind)
        return values[0];
    if (values[0].kind != Kind::Text)
        return {};
    return kind == Kind::Instant ? instant(kqlDateTime(values[0].text)) : span(kqlTimespan(values[0].text));
}

Maybe called(const QString &name, const std::vector<Value> &values, Ticks now)
{
    if (name == QLatin1String("now") && values.empty())
        return instant(now);
    if (name == QLatin1String("now") || name == QLatin1String("ago"))
        return isOf(values, {Kind::Span})
                   ? added(Value{Kind::Instant, now}, values[0], name == QLatin1String("ago"))
                   : std::nullopt;
    if (name == QLatin1String("bin") || name == QLatin1String("floor"))
        return floored(values);
    if (name == QLatin1String("datetime_add"))
        return moved(values);
    if (name == QLatin1String("todatetime"))
        return converted(values, Kind::Instant);
    if (name == QLatin1String("totimespan"))
        return converted(values, Kind::Span);
    if (name == QLatin1String("negative"))
        return negated(values);
    return name.size() == 1 ? applied(name, values) : edge(name, values);
}

bool isLiteral(const QString &name)
{
    return name == QLatin1String("datetime") || name == QLatin1String("timespan") ||
           name == QLatin1String("number") || name == QLatin1String("string");
}

Maybe valueOf(const KqlTimeExpression &expression, Ticks now)
{
    if (expression.name.isEmpty())
        return {};
    if (isLiteral(expression.name))
        return literal(expression);
    std::vector<Value> values;
    for (const KqlTimeExpression &part : expression.parts) {
        const Maybe value = valueOf(part, now);
        if (!value)
            return {};
        values.push_back(*value);
    }
    return called(expression.name, values, now);
}

// Conditions.

constexpr auto understoodNot = [] { return KqlTimes{InstantSet::all(), false}; };

KqlTimes compared(const KqlTimeExpression &condition, Ticks now)
{
    const Maybe value = condition.parts.size() == 1 ? valueOf(condition.parts[0], now) : std::nullopt;
    if (!value || value->kind != Kind::Instant)
        return understoodNot();
    const bool isLeast = condition.name != QLatin1String("<=");
    const bool isMost = condition.name != QLatin1String(">=");
    return {InstantSet::between(isLeast ? value->ticks : 0, isMost ? value->ticks : maxDateTimeTicks), true};
}

} // namespace

KqlTimeExpression KqlTimeExpression::fromJson(const QJsonValue &json)
{
    if (json.isBool())
        return {QStringLiteral("true")};
    const QJsonArray array = json.toArray();
    KqlTimeExpression expression{array.at(0).toString()};
    if (isLiteral(expression.name)) {
        expression.text = array.at(1).toString();
        return expression;
    }
    for (qsizetype i = 1; i < array.size(); ++i)
        expression.parts.push_back(fromJson(array.at(i)));
    return expression;
}

KqlTimes timesOf(const KqlTimeExpression &condition, Ticks now)
{
    if (condition.name == QLatin1String("true"))
        return {};
    const bool isAnd = condition.name == QLatin1String("and");
    if (isAnd || condition.name == QLatin1String("or")) {
        KqlTimes times{isAnd ? InstantSet::all() : InstantSet(), true};
        for (const KqlTimeExpression &part : condition.parts) {
            const KqlTimes more = timesOf(part, now);
            times.instants =
                isAnd ? times.instants.intersected(more.instants) : times.instants.united(more.instants);
            times.isExact = times.isExact && more.isExact;
        }
        return times;
    }
    if (condition.name == QLatin1String("not")) {
        const KqlTimes inner =
            condition.parts.size() == 1 ? timesOf(condition.parts[0], now) : understoodNot();
        return inner.isExact ? KqlTimes{inner.instants.complement(), true} : understoodNot();
    }
    if (condition.name == QLatin1String(">=") || condition.name == QLatin1String("<=") ||
        condition.name == QLatin1String("=="))
        return compared(condition, now);
    return understoodNot();
}

} // namespace sonde
