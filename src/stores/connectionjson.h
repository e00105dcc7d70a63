#pragma once

#include "core/connection.h"

#include <QJsonObject>
#include <optional>

namespace sonde {

/// A connection as it stands in the file of the connections and in exports: without a secret.
namespace connectionjson {

/// The version of the layout that this program writes.
inline constexpr int version = 1;

/// \a json is what was read before, or empty: keys that are not ours stay in it.
QJsonObject written(const Connection &connection, QJsonObject json = {});
/// Nothing where it has no id or is of a cloud that this version does not know.
std::optional<Connection> read(const QJsonObject &json);

} // namespace connectionjson

} // namespace sonde
