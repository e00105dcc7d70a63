#pragma once

#include <QJsonObject>
#include <QString>
#include <cstdint>
#include <string>
#include <string_view>

/// Values as compact JSON, written straight into the bytes of an answer, and keys of JSON that was read.
namespace sonde {

/// \a text (UTF-8) as a JSON string with its quotes.
std::string jsonString(std::string_view text);
std::string jsonString(const QString &text);

/// Appends the shortest form that reads back to the same number; NaN and the infinities are strings, as the
/// service sends them.
void appendJsonReal(std::string &out, double value);
/// The same, but whole numbers keep a fraction, as the classic service wrote them: 33006852.0.
void appendJsonFloat(std::string &out, double value);
void appendJsonInteger(std::string &out, std::int64_t value);

/// The value of a key in whatever case it was written: the resource manager's readers do not mind it, and its
/// reference writes its examples in two. Undefined where there is none.
QJsonValue valueOf(const QJsonObject &object, QLatin1StringView key);

} // namespace sonde
