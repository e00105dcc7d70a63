#include "engine/judge/literal.h"
#include "engine/judge/operation.h"

#include <QRegularExpression>
#include <cmath>
#include <limits>

namespace sonde::judge {

/// tostring, tolong and their like. What cannot be converted is null.
namespace {

using std::int64_t;

Value wholeOfText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QString digits = match.captured(2);
    const bool hexadecimal = digits.startsWith(u"0x", Qt::CaseInsensitive);
    bool valid = false;
    const QString signedDigits = match.captured(1) + (hexadecimal ? digits.mid(2) : digits);
    const qlonglong number = signedDigits.toLongLong(&valid, hexadecimal ? 16 : 10);
    return valid ? Value(int64_t(number)) : Value();
}

Value realOfText(const QString &text)
{
    // What tostring() writes.
    for (const double value :
         {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
          std::numeric_limits<double>::quiet_NaN()}) {
        if (text.trimmed() == realText(value))
            return value;
    }
    static const QRegularExpression form(
        QStringLiteral("^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$"));
    const QString trimmed = text.trimmed();
    return form.match(trimmed).hasMatch() ? Value(trimmed.toDouble()) : Value();
}

Value truncated(double value)
{
    const double whole = std::trunc(value);
    // 2^63 is no long, its negative is the least one.
    if (!(whole >= -9223372036854775808.0 && whole < 9223372036854775808.0))
        return {};
    return static_cast<int64_t>(whole);
}

Value wholeOf(const Value &value)
{
    if (value.isNull())
        return value;
    if (value.isText())
        return wholeOfText(value.text());
    if (value.isReal())
        return truncated(value.real());
    if (value.isTrue() || value.isFalse())
        return int64_t(value.truth() ? 1 : 0);
    return value.isList() ? Value() : value;
}

Value toLong(const Operands &operands)
{
    return wholeOf(operands.at(0));
}

Value toInt(const Operands &operands)
{
    const Value whole = wholeOf(operands.at(0));
    if (whole.isNull())
        return whole;
    return ranged(whole.whole(), ColumnType::Int).isOverflow() ? Value() : whole;
}

Value toReal(const Operands &operands)
{
    const Value &value = operands.at(0);
    if (value.isText())
        return realOfText(value.text());
    if (value.isTrue() || value.isFalse())
        return value.truth() ? 1.0 : 0.0;
    return value.isList() ? Value() : Value(value.real());
}

Value toBool(const Operands &operands)
{
    const Value &value = operands.at(0);
    if (value.isTrue() || value.isFalse())
        return value;
    if (!value.isText())
        return value.whole() != 0;
    const QString word = value.text().trimmed().toLower();
    if (word == u"true" || word == u"1")
        return true;
    return word == u"false" || word == u"0" ? Value(false) : Value();
}

Value toText(const Operands &operands)
{
    return textOf(operands.at(0), operands.types.at(0));
}

/// Of texts in the form of tostring(), which are all that the maker of queries writes.
Value toTime(const Operands &operands)
{
    const QString &text = operands.at(0).text();
    return text.isEmpty() ? Value() : timeOfText(text, operands.type);
}

} // namespace

void addConversions(Operations &operations)
{
    operations.insert(QStringLiteral("todatetime"), {toTime});
    operations.insert(QStringLiteral("totimespan"), {toTime});
    operations.insert(QStringLiteral("tostring"), {toText, false});
    operations.insert(QStringLiteral("tolong"), {toLong});
    operations.insert(QStringLiteral("toint"), {toInt});
    operations.insert(QStringLiteral("toreal"), {toReal});
    operations.insert(QStringLiteral("todouble"), {toReal});
    operations.insert(QStringLiteral("tobool"), {toBool});
}

} // namespace sonde::judge
