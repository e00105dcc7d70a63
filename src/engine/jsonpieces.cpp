#include "engine/jsonpieces.h"

#include "results/jsontext.h"

#include <QJsonDocument>

namespace sonde::json {

std::string textList(const std::vector<std::string> &texts)
{
    std::string out = "[";
    for (const std::string &text : texts) {
        if (out.size() > 1)
            out.push_back(',');
        appendJsonString(out, text);
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
