#include "results/answerjudge.h"

#include "results/writers.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <cmath>
#include <limits>

namespace sonde {

namespace {

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

QString textOf(const CellRef &cell)
{
    return cell.isNull() ? QStringLiteral("<null>") : QString::fromStdString(cellText(cell));
}

/// Bare JSON in a text column stays as it was written.
bool isSameJson(const QString &text, const QJsonValue &expected)
{
    const QJsonDocument read = QJsonDocument::fromJson(QString(u'[' + text + u']').toUtf8());
    return read.array().size() == 1 && read.array().first() == expected;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (value.isString()) {
        // Qt forgives white space and a plus.
        static const QRegularExpression form(QStringLiteral("^-?\\d+$"));
        const QString text = value.toString();
        bool fits = false;
        const qint64 number = text.toLongLong(&fits);
        return fits && form.match(text).hasMatch() && !text.endsWith(u'\n') ? std::optional(number)
                                                                            : std::nullopt;
    }
    // Two defaults tell a number that does not fit from one that is the default.
    if (!value.isDouble() || value.toInteger(1) != value.toInteger(2))
        return {};
    return value.toInteger();
}

std::optional<double> realNumber(const QJsonValue &value)
{
    if (!value.isString())
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    const QString text = value.toString();
    if (text == QLatin1String("NaN"))
        return std::numeric_limits<double>::quiet_NaN();
    if (text == QLatin1String("Infinity") || text == QLatin1String("-Infinity"))
        return (text.startsWith(u'-') ? -1 : 1) * std::numeric_limits<double>::infinity();
    bool ok = false;
    const double number = text.toDouble(&ok);
    // Qt forgives white space.
    return ok && text == text.trimmed() ? std::optional(number) : std::nullopt;
}

bool isSameReal(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// What a cell of these types reads as; nothing is null.
std::optional<QString> expectedText(ColumnType type, const QJsonValue &value)
{
    const std::optional<qint64> whole = wholeNumber(value);
    const QString text = value.toString();
    switch (type) {
    case ColumnType::Bool:
        if (value.isBool() || text == QLatin1String("true") || text == QLatin1String("false"))
            return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                                  : text;
        if (whole && (*whole == 0 || *whole == 1))
            return *whole == 1 ? QStringLiteral("true") : QStringLiteral("false");
        return {};
    case ColumnType::Int:
        if (whole && *whole >= std::numeric_limits<qint32>::min() &&
            *whole <= std::numeric_limits<qint32>::max())
            return QString::number(*whole);
        return {};
    case ColumnType::Long:
        return whole ? std::optional(QString::number(*whole)) : std::nullopt;
    case ColumnType::DateTime: {
        if (!isServiceDateTime(text))
            return {};
        static const QRegularExpression zeros(QStringLiteral("\\.?0*Z$"));
        return text.contains(u'.') ? QString(text).replace(zeros, QStringLiteral("Z")) : text;
    }
    case ColumnType::TimeSpan: {
        static const QRegularExpression form(
            QStringLiteral("^-?(\\d+\\.)?[0-2]\\d:[0-5]\\d:[0-5]\\d(\\.\\d{7})?$"));
        return form.match(text).hasMatch() ? std::optional(text) : std::nullopt;
    }
    default:
        return {};
    }
}

} // namespace

QString withoutLoneSurrogates(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += c;
            out += text.at(++i);
        } else {
            out += c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
        }
    }
    return out;
}

bool isServiceDateTime(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4})-(\\d\\d)-(\\d\\d)T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,7})?Z$"));
    const QRegularExpressionMatch match = form.match(text);
    return match.hasMatch() &&
           QDate::isValid(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
}

std::optional<QString> disagreement(const CellRef &cell, ColumnType type, const QJsonValue &expected)
{
    const bool wantsNull = expected.isNull() || expected.isUndefined();
    bool agrees = false;
    if (wantsNull) {
        agrees = cell.isNull();
    } else if (isTextType(type)) {
        const QString text = textOf(cell);
        agrees = !cell.isNull() && (expected.isString() ? text == withoutLoneSurrogates(expected.toString())
                                                        : isSameJson(text, expected));
    } else if (type == ColumnType::Real) {
        const std::optional<double> want = realNumber(expected);
        agrees = want ? !cell.isNull() && isSameReal(cell.column->real(cell.row), *want) : cell.isNull();
    } else {
        const std::optional<QString> want = expectedText(type, expected);
        agrees = want ? textOf(cell) == *want && !cell.isNull() : cell.isNull();
    }
    if (agrees)
        return {};
    return QStringLiteral("a cell of type %1 reads %2, but the answer says %3")
        .arg(columnTypeName(type), textOf(cell), shown(expected));
}

} // namespace sonde
