#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace sonde {

/// One value of a JSON text as it stands there: kept as its own text, so that numbers keep their digits and
/// fields their order.
struct JsonNode
{
    enum class Kind { Object, Array, String, Number, Bool, Null };

    QString name; ///< of the field, or `[n]` in an array; empty at the root
    Kind kind = Kind::Null;
    QByteArray json; ///< the value's own JSON text
    QString text;    ///< of a scalar: unescaped, or its token

    bool isContainer() const { return kind == Kind::Object || kind == Kind::Array; }
};

/// What stands directly in an object or array, in the order of the text; nothing for a scalar or for text
/// that cannot be read.
QList<JsonNode> jsonChildren(const QByteArray &json);

/// Whether the text begins like an object or array; says nothing about whether the rest can be read.
bool looksLikeJsonContainer(std::string_view text);

} // namespace sonde
