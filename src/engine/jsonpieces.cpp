#include "engine/jsonpieces.h"

#include <QJsonDocument>

namespace sonde::json {

void appendText(std::string &out, std::string_view text)
{
    constexpr char digits[] = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
        case '\\':
            out.push_back('\\');
            out.push_back(c);
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (byte < 0x20) {
                out += "\\u00";
                out.push_back(digits[byte / 16]);
                out.push_back(digits[byte % 16]);
            } else {
                out.push_back(c);
            }
        }
    }
    out.push_back('"');
}

std::string textList(const std::vector<std::string> &texts)
{
    std::string out = "[";
    for (const std::string &text : texts) {
        if (out.size() > 1)
            out.push_back(',');
        appendText(out, text);
    }
    out.push_back(']');
    return out;
}

std::optional<QJsonArray> list(std::string_view text)
{
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

} // namespace sonde::json
