#include "printedcell.h"

#include "core/ticks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace sonde {

namespace {

/// Half a unit of the last digit of a printed number.
double toleranceOf(const QString &printed)
{
    const QString mantissa = printed.section(u'e', 0, 0, QString::SectionCaseInsensitiveSeps);
    const int exponent = printed.section(u'e', 1, 1, QString::SectionCaseInsensitiveSeps).toInt();
    const qsizetype point = mantissa.indexOf(u'.');
    const qsizetype digits = point < 0 ? 0 : mantissa.size() - point - 1;
    return 0.5000001 * std::pow(10.0, static_cast<double>(exponent - digits));
}

bool isRealPrintedAs(double value, const QString &printed)
{
    if (std::isnan(value))
        return printed == QLatin1String("NaN");
    if (std::isinf(value)) {
        const QLatin1String sign(value < 0 ? "-" : "");
        return printed == sign + QStringLiteral("∞") || printed == sign + QStringLiteral("Infinity");
    }
    bool isNumber = false;
    const double expected = printed.toDouble(&isNumber);
    return isNumber && (value == expected || std::abs(value - expected) <= toleranceOf(printed));
}

bool isSameJson(const QJsonValue &value, const QJsonValue &expected)
{
    if (value.isDouble() && expected.isDouble()) {
        const double a = value.toDouble();
        const double b = expected.toDouble();
        return a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
    }
    if (value.isArray() && expected.isArray()) {
        const QJsonArray a = value.toArray();
        const QJsonArray b = expected.toArray();
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSameJson);
    }
    if (value.isObject() && expected.isObject()) {
        const QJsonObject a = value.toObject();
        const QJsonObject b = expected.toObject();
        const QStringList keys = a.keys();
        return keys == b.keys() && std::all_of(keys.begin(), keys.end(), [&a, &b](const QString &key) {
                   return isSameJson(a.value(key), b.value(key));
               });
    }
    return value == expected;
}

/// Also of a single value, which is no document to Qt.
std::optional<QJsonValue> jsonOf(const QString &text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return std::nullopt;
    return document.array().at(0);
}

bool isDynamicPrintedAs(const QString &text, const QString &printed)
{
    if (text == printed)
        return true;
    const auto value = jsonOf(text);
    if (value && value->isString() && value->toString() == printed)
        return true;
    const auto expected = jsonOf(printed);
    return value && expected && isSameJson(*value, *expected);
}

/// Without what a table of a page of Markdown brings with it.
QString plainText(QString printed)
{
    printed.replace(QLatin1String("<br>"), QLatin1String(" ")).replace(QLatin1String("&nbsp;"), QString());
    printed = printed.trimmed();
    if (printed.size() > 1 && printed.startsWith(u'`') && printed.endsWith(u'`'))
        printed = printed.mid(1, printed.size() - 2);
    return printed;
}

bool isDateTimePrintedAs(Ticks value, QString printed)
{
    printed = printed.trimmed();
    if (printed.size() > 10 && printed.at(10) == u' ')
        printed[10] = u'T';
    if (!printed.endsWith(u'Z'))
        printed += u'Z';
    const auto expected = parseIsoDateTime(printed.toStdString());
    return expected && *expected == value;
}

} // namespace

bool isPrintedAs(const CellRef &cell, const QString &cellText)
{
    const QString printed = plainText(cellText);
    if (cell.isNull())
        return printed.isEmpty() || printed == QLatin1String("null");
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Bool: {
        const bool value = column.integer(cell.row) != 0;
        const QString text = printed.toLower();
        return text == QLatin1String(value ? "true" : "false") || text == QLatin1String(value ? "1" : "0");
    }
    case ColumnType::Int:
    case ColumnType::Long:
        return QString::number(column.integer(cell.row)) == QString(printed).remove(u',');
    case ColumnType::Real:
        return isRealPrintedAs(column.real(cell.row), printed);
    case ColumnType::DateTime:
        return isDateTimePrintedAs(column.integer(cell.row), printed);
    case ColumnType::TimeSpan: {
        const auto expected = parseTimespan(printed.toStdString());
        return expected && *expected == column.integer(cell.row);
    }
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    const std::string_view bytes = column.text(cell.row);
    const QString value = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (column.type() == ColumnType::Dynamic)
        return isDynamicPrintedAs(value, printed);
    if (column.type() == ColumnType::Decimal)
        return value == QString(printed).remove(u',');
    // A table of Markdown has neither ends of lines nor white space at its cells' ends.
    QString lines = cellText;
    lines.replace(QLatin1String("<br>"), QLatin1String("\n"));
    return value == cellText || value == lines || value.trimmed() == printed;
}

} // namespace sonde
