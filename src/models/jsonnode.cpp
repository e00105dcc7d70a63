#include "models/jsonnode.h"

#include <simdjson.h>
#include <string_view>

namespace sonde {

namespace {

namespace ondemand = simdjson::ondemand;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

QByteArray toBytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Throws simdjson::simdjson_error, which jsonChildren turns into an empty list.
JsonNode readValue(ondemand::value value, const QString &name)
{
    JsonNode node;
    node.name = name;
    switch (value.type()) {
    case ondemand::json_type::object: {
        ondemand::object object = value.get_object();
        node.kind = JsonNode::Kind::Object;
        node.json = toBytes(trimmed(object.raw_json()));
        break;
    }
    case ondemand::json_type::array: {
        ondemand::array array = value.get_array();
        node.kind = JsonNode::Kind::Array;
        node.json = toBytes(trimmed(array.raw_json()));
        break;
    }
    case ondemand::json_type::string:
        node.kind = JsonNode::Kind::String;
        node.json = toBytes(trimmed(value.raw_json_token()));
        node.text = fromUtf8(value.get_string());
        break;
    case ondemand::json_type::number:
        node.kind = JsonNode::Kind::Number;
        break;
    case ondemand::json_type::boolean:
        node.kind = JsonNode::Kind::Bool;
        break;
    case ondemand::json_type::null:
        node.kind = JsonNode::Kind::Null;
        break;
    }
    if (!node.isContainer() && node.kind != JsonNode::Kind::String) {
        node.json = toBytes(trimmed(value.raw_json_token()));
        node.text = QString::fromUtf8(node.json);
    }
    return node;
}

} // namespace

QList<JsonNode> jsonChildren(const QByteArray &json)
{
    const std::string_view text = trimmed({json.constData(), static_cast<std::size_t>(json.size())});
    if (!looksLikeJsonContainer(text))
        return {};
    QList<JsonNode> children;
    try {
        const simdjson::padded_string padded(text);
        ondemand::parser parser;
        ondemand::document document = parser.iterate(padded);
        if (text.front() == '{') {
            for (auto field : document.get_object()) {
                const std::string_view key = field.unescaped_key();
                const QString name = fromUtf8(key);
                children.append(readValue(field.value(), name));
            }
        } else {
            qsizetype position = 0;
            for (auto value : document.get_array())
                children.append(readValue(value.value(), QStringLiteral("[%1]").arg(position++)));
        }
    } catch (const simdjson::simdjson_error &) {
        return {};
    }
    return children;
}

bool looksLikeJsonContainer(std::string_view text)
{
    const std::string_view inner = trimmed(text);
    return inner.size() >= 2 &&
           ((inner.front() == '{' && inner.back() == '}') || (inner.front() == '[' && inner.back() == ']'));
}

} // namespace sonde
