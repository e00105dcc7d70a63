#include "engine/judge/value.h"

#include <QDate>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace sonde::judge {

namespace {

constexpr std::int64_t second = 10'000'000;
constexpr std::int64_t day = 24 * 3600 * second;

template <typename T>
int sign(const T &left, const T &right)
{
    return left < right ? -1 : right < left ? 1 : 0;
}

QString padded(std::int64_t number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

/// `hh:mm:ss` of the ticks of a day.
QString clock(std::int64_t ticks)
{
    const std::int64_t seconds = ticks / second;
    return padded(seconds / 3600, 2) + u':' + padded(seconds / 60 % 60, 2) + u':' + padded(seconds % 60, 2);
}

QString jsonText(const QString &text)
{
    QString quoted = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\t') {
            quoted += c == u'\n' ? QStringLiteral("\\n") : QStringLiteral("\\t");
            continue;
        }
        if (c == u'"' || c == u'\\')
            quoted += u'\\';
        quoted += c;
    }
    return quoted + u'"';
}

} // namespace

double Value::real() const
{
    return isReal() ? std::get<double>(held) : static_cast<double>(whole());
}

int Rows::indexOf(const QString &name) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).name == name)
            return i;
    }
    return -1;
}

Value missing(ColumnType type)
{
    return type == ColumnType::String ? Value(QString()) : Value();
}

int order(const Value &left, const Value &right)
{
    if (left.isText())
        return sign(left.text().toUcs4(), right.text().toUcs4());
    if (std::holds_alternative<bool>(left.held))
        return sign(left.truth(), right.truth());
    if (left.isReal() || right.isReal())
        return sign(left.real(), right.real());
    return sign(left.whole(), right.whole());
}

bool isNan(const Value &value)
{
    return value.isReal() && std::isnan(value.real());
}

bool same(const Value &left, const Value &right)
{
    if (left.held.index() != right.held.index())
        return false;
    if (left.isNull() || left.isOverflow())
        return true;
    if (left.isList()) {
        return std::equal(left.list().cbegin(), left.list().cend(), right.list().cbegin(),
                          right.list().cend(), same);
    }
    if (left.isBag())
        return json(left) == json(right);
    if (isNan(left) || isNan(right))
        return isNan(left) && isNan(right);
    return order(left, right) == 0;
}

/// The shortest digits that read back as the same number; with an exponent from E+15 and below E-05 on.
QString realText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    if (value == 0)
        return QStringLiteral("0");
    const QString form = QString::number(std::fabs(value), 'e', QLocale::FloatingPointShortest);
    QString digits = form.section(u'e', 0, 0).remove(u'.');
    while (digits.size() > 1 && digits.endsWith(u'0'))
        digits.chop(1);
    const int exponent = form.section(u'e', 1).toInt();
    QString text;
    if (exponent >= 15 || exponent < -4) {
        text = digits.left(1) + (digits.size() > 1 ? QString(u'.' + digits.mid(1)) : QString()) + u'E' +
               QChar(exponent < 0 ? u'-' : u'+') + padded(std::abs(exponent), 2);
    } else if (exponent < 0) {
        text = u"0." + QString(-exponent - 1, u'0') + digits;
    } else {
        const QString filled = digits.leftJustified(exponent + 1, u'0');
        text = filled.left(exponent + 1);
        if (filled.size() > exponent + 1)
            text += u'.' + filled.mid(exponent + 1);
    }
    return value < 0 ? QString(u'-' + text) : text;
}

QString dateTimeText(std::int64_t ticks)
{
    const QDate date = QDate(1, 1, 1).addDays(ticks / day);
    return padded(date.year(), 4) + u'-' + padded(date.month(), 2) + u'-' + padded(date.day(), 2) + u'T' +
           clock(ticks % day) + u'.' + padded(ticks % second, 7) + u'Z';
}

QString timespanText(std::int64_t ticks)
{
    // The remainders of a negative number are not positive: taken one by one none of them leaves the range.
    const bool negative = ticks < 0;
    const std::int64_t days = std::abs(ticks / day);
    const std::int64_t rest = std::abs(ticks % day);
    QString text = negative ? QStringLiteral("-") : QString();
    if (days > 0)
        text += QString::number(days) + u'.';
    text += clock(rest);
    if (rest % second != 0)
        text += u'.' + padded(rest % second, 7);
    return text;
}

QString textOf(const Value &value, ColumnType type)
{
    if (value.isNull())
        return {};
    switch (type) {
    case ColumnType::Bool:
        return value.truth() ? QStringLiteral("true") : QStringLiteral("false");
    case ColumnType::Int:
    case ColumnType::Long:
        return QString::number(value.whole());
    case ColumnType::Real:
        return realText(value.real());
    case ColumnType::DateTime:
        return dateTimeText(value.whole());
    case ColumnType::TimeSpan:
        return timespanText(value.whole());
    case ColumnType::String:
        return value.text();
    case ColumnType::Dynamic:
    case ColumnType::Decimal:
    case ColumnType::Guid:
        break;
    }
    return value.isText() ? value.text() : json(value);
}

Value asDynamic(const Value &value, ColumnType type)
{
    if (value.isNull() || (type != ColumnType::DateTime && type != ColumnType::TimeSpan))
        return value;
    return Value(textOf(value, type));
}

QString json(const Value &value)
{
    if (value.isNull())
        return QStringLiteral("null");
    if (value.isOverflow())
        return QStringLiteral("overflow");
    if (value.isText())
        return jsonText(value.text());
    if (value.isReal()) {
        const QString text = realText(value.real());
        const bool isWhole = std::isfinite(value.real()) && !text.contains(u'.') && !text.contains(u'E');
        return isWhole ? QString(text + u".0") : text;
    }
    if (value.isBag()) {
        QStringList entries;
        for (const auto &[key, entry] : value.bag())
            entries.append(jsonText(key) + u':' + json(entry));
        return u'{' + entries.join(u',') + u'}';
    }
    if (!value.isList())
        return textOf(value, value.held.index() == 1 ? ColumnType::Bool : ColumnType::Long);
    QStringList elements;
    for (const Value &element : value.list())
        elements.append(json(element));
    return u'[' + elements.join(u',') + u']';
}

QString shown(const Value &value, ColumnType type)
{
    if (value.isNull())
        return QStringLiteral("null");
    if (value.isOverflow())
        return QStringLiteral("overflow");
    if (type == ColumnType::Dynamic)
        return json(value);
    const QString text = textOf(value, type);
    return type == ColumnType::String ? QString(u'\'' + text + u'\'') : text;
}

} // namespace sonde::judge
