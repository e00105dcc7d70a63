#pragma once

#include <QJsonArray>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Dynamic values as functions in C++ read and write them: compact JSON in UTF-8. Internal to the engine.
namespace sonde::json {

/// A list of texts.
std::string textList(const std::vector<std::string> &texts);
/// Of a text that is a JSON list; nothing for any other.
std::optional<QJsonArray> list(std::string_view text);

} // namespace sonde::json
