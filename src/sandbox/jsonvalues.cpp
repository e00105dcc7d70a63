#include "sandbox/jsonvalues.h"

#include "results/jsontext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace sonde {

std::string jsonString(std::string_view text)
{
    std::string out;
    appendJsonString(out, text);
    return out;
}

std::string jsonString(const QString &text)
{
    return jsonString(std::string_view(text.toStdString()));
}

void appendJsonReal(std::string &out, double value)
{
    const bool finite = std::isfinite(value);
    if (!finite)
        out += '"';
    appendReal(out, value);
    if (!finite)
        out += '"';
}

void appendJsonFloat(std::string &out, double value)
{
    std::string text;
    appendJsonReal(text, value);
    out += text;
    if (text.find_first_of(".e\"") == std::string::npos)
        out += ".0";
}

void appendJsonInteger(std::string &out, std::int64_t value)
{
    std::array<char, 24> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

QJsonValue valueOf(const QJsonObject &object, QLatin1StringView key)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(key, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return QJsonValue(QJsonValue::Undefined);
}

} // namespace sonde
