#pragma once

#include "core/cancelstate.h"

#include <QString>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sonde {

/// The values of a JSON text, read once as a flat list in the order of the text. Each keeps its place in the
/// text and nothing more, so that numbers keep their digits, fields their order, and texts of many megabytes
/// cost little beside themselves. Immutable, readable from any thread.
class JsonTree
{
public:
    enum class Kind : std::uint8_t { Object, Array, String, Number, Bool, Null };
    /// The number of a value; those of an object or array follow it. 0 is the outermost.
    using Node = std::uint32_t;
    using Ptr = std::shared_ptr<const JsonTree>;

    /// Null where \a text is no whole object or array, or \a cancel was raised. Half a character in a string
    /// is let through, and so is anything else between its quotes. \a owner keeps \a text, which is not
    /// copied. Any thread.
    static Ptr read(std::string_view text, std::shared_ptr<const void> owner,
                    const CancelState *cancel = nullptr);
    /// As read(), for a text that nobody else keeps.
    static Ptr readOwn(std::string text, const CancelState *cancel = nullptr);

    JsonTree(const JsonTree &) = delete;
    JsonTree &operator=(const JsonTree &) = delete;

    /// Of all values, however deep.
    std::size_t size() const { return m_nodes.size(); }
    Kind kind(Node node) const { return m_nodes[node].kind; }
    bool isContainer(Node node) const { return kind(node) == Kind::Object || kind(node) == Kind::Array; }
    /// Of the outermost: itself.
    Node parent(Node node) const { return m_nodes[node].parent; }
    /// Its place among those of its parent.
    std::uint32_t position(Node node) const { return m_nodes[node].position; }
    std::uint32_t childCount(Node node) const { return m_nodes[node].children; }
    /// \a position < childCount(). Goes there step by step.
    Node child(Node node, std::uint32_t position) const;
    /// The next one of the same parent, where there is one.
    Node next(Node node) const { return m_nodes[node].after; }

    /// The value as it stands in the text.
    std::string_view json(Node node) const;
    /// Of a field of an object as it stands in the text, without its quotes.
    std::string_view rawName(Node node) const;
    /// Of a field of an object, unescaped; empty in arrays.
    std::string name(Node node) const;
    /// Of a string unescaped, of any other value its JSON text. UTF-8.
    std::string text(Node node) const;
    /// As name() and text(), without a copy: \a buffer is only used where something is escaped.
    std::string_view name(Node node, std::string &buffer) const;
    std::string_view text(Node node, std::string &buffer) const;

private:
    friend class JsonReader;
    JsonTree() = default;

    struct Value
    {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::uint32_t nameBegin = 0; ///< without its quotes
        std::uint32_t nameEnd = 0;
        Node parent = 0;
        Node after = 0; ///< behind the last value in it
        std::uint32_t position = 0;
        std::uint32_t children = 0;
        Kind kind = Kind::Null;
    };

    std::shared_ptr<const void> m_owner;
    std::string_view m_text;
    std::vector<Value> m_nodes;
};

/// Whether the text begins and ends like an object or array; says nothing about what is between.
bool looksLikeJsonContainer(std::string_view text);

} // namespace sonde
