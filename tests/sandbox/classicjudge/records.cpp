#include "sandbox/classicjudge/records.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace sonde::classicjudge {

namespace {

template <typename T>
int order(const T &left, const T &right)
{
    if (left < right)
        return -1;
    return right < left ? 1 : 0;
}

} // namespace

int compare(const Value &left, const Value &right)
{
    if (left.kind != right.kind)
        return order(static_cast<int>(left.kind), static_cast<int>(right.kind));
    switch (left.kind) {
    case Value::Kind::Absent:
        return 0;
    case Value::Kind::Bool:
    case Value::Kind::Number:
        return order(left.number, right.number);
    case Value::Kind::Time:
        return order(left.ticks, right.ticks);
    case Value::Kind::Text:
        break;
    }
    return order(left.text.toUcs4(), right.text.toUcs4());
}

bool isSame(const Value &left, const Value &right)
{
    if (left.kind != Value::Kind::Number || right.kind != Value::Kind::Number)
        return compare(left, right) == 0;
    if (std::isnan(left.number) || std::isnan(right.number))
        return std::isnan(left.number) && std::isnan(right.number);
    const double scale = std::max({1.0, std::abs(left.number), std::abs(right.number)});
    return std::abs(left.number - right.number) <= 1e-9 * scale;
}

QString textOf(const Value &value)
{
    switch (value.kind) {
    case Value::Kind::Absent:
        break;
    case Value::Kind::Bool:
        return value.number != 0 ? QStringLiteral("true") : QStringLiteral("false");
    case Value::Kind::Number:
        return QString::number(value.number, 'g', 15);
    case Value::Kind::Time: {
        QString text = QString::fromStdString(formatIsoDateTime(value.ticks));
        text.chop(1); // Z
        if (!text.contains(u'.'))
            text += u'.';
        return text.leftJustified(27, u'0') + u'Z';
    }
    case Value::Kind::Text:
        return value.text;
    }
    return {};
}

QString shown(const Record &record)
{
    QStringList names = record.keys();
    names.sort();
    QStringList parts;
    for (const QString &name : std::as_const(names)) {
        if (const Value value = record.value(name); !value.isAbsent())
            parts.append(name + u'=' + textOf(value));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace sonde::classicjudge
