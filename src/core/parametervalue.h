#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>

namespace sonde {

/// What the value of a query parameter is; how it is written in KQL follows from it.
enum class ParameterType { String, Number, DateTime, Timespan, List, Bool, Guid, Dynamic };

/// Those that a person chooses from where the query does not say it.
inline constexpr ParameterType chosenParameterTypes[] = {ParameterType::String, ParameterType::Number,
                                                         ParameterType::DateTime, ParameterType::Timespan,
                                                         ParameterType::List};

/// Such as `datetime`: as it stands in files and on the command line.
QString parameterTypeName(ParameterType type);
/// Reads these, and the scalar types of KQL, such as `long`. Nothing where it is neither.
std::optional<ParameterType> parameterTypeFromName(QStringView name);

/// Of a value's text: what is longer belongs in a table.
inline constexpr qsizetype longestParameterValue = 100'000;

/// A value as a person types it.
struct ParameterValue
{
    std::optional<ParameterType> type; ///< as chosen by hand; nothing: the one that fits where it is used
    QString text;
    bool isEmptyText = false; ///< where the text is empty: that is the value, and not that there is none
    bool isNone() const { return text.isEmpty() && !isEmptyText; }
    bool operator==(const ParameterValue &) const = default;
};

/// By the parameter's name.
using ParameterValues = QMap<QString, ParameterValue>;

/// How a list is written, which depends on where it stands.
enum class ListForm {
    Elements,    ///< `"a", "b"`: between the parentheses of `in ( )`
    Parentheses, ///< `("a", "b")`: behind `in`
    Dynamic      ///< `dynamic(["a","b"])`: where any value may stand
};

/// \a value as a literal of KQL, of the type that it looks like where none was chosen: one that means that
/// value and nothing else, whatever was typed. \a scalarType is the type that the query declares, such as
/// `int`; empty where it declares none. Usage, with a sentence for beside a field, where the text is no such
/// value.
///
/// What is typed: dates as ISO 8601 writes them, UTC unless they say otherwise; timespans as `90s`, `1h30m`
/// or `1.02:30:00`; lists with commas or on lines, their elements in quotes where they hold one: numbers
/// where all of them are, as of likelyParameterType(), and none is in quotes.
Result<QString> parameterLiteral(const ParameterValue &value, const QString &scalarType = {},
                                 ListForm form = ListForm::Dynamic);

/// The elements of a list with commas between them, of whatever lines they stand on; as it is where that is
/// no list.
QString listInOneLine(const QString &text);
/// Without the line breaks at its end, which came along when it was copied; those within it as `\n`.
QString withPlainLineBreaks(QString text);

/// The type that such a text has where nothing else is known: number, datetime, timespan or else string. A
/// number only as one is written that counts something: `007`, `0x1F` and `12e4` are names of something.
ParameterType likelyParameterType(const QString &text);

/// Whether toText() writes values without a text: where none is something else than one that nobody gave.
enum class EmptyValues { LeftOut, Kept };

/// One line, `name = "text", ...`, or `name:type = "text"` where the type was chosen, in the order of the
/// names.
QString toText(const ParameterValues &values, EmptyValues empty = EmptyValues::LeftOut);
/// Reads it; an entry that is not of that form is left out, up to the next comma.
ParameterValues parameterValuesFromText(const QString &text);

} // namespace sonde
