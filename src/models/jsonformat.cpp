#include "models/jsonformat.h"

#include <algorithm>
#include <vector>

namespace sonde {

namespace {

constexpr std::size_t indent = 2;
/// What is nested deeper stands no further to the right.
constexpr std::size_t deepest = 60;
constexpr std::size_t lookEvery = 4096;

/// What is written one value after the other; the objects and arrays that are open wait for their end.
class Writer
{
public:
    Writer(const JsonTree &tree, std::size_t mostLines)
        : m_tree(tree)
        , m_mostLines(mostLines)
    {}

    std::optional<FormattedJson> write(const CancelState &cancel)
    {
        const auto size = static_cast<JsonTree::Node>(m_tree.size());
        for (JsonTree::Node node = 0; node < size && !m_out.isCut; ++node) {
            if (node % lookEvery == 0 && cancel.isCancelled())
                return std::nullopt;
            closeUntil(node);
            put(node);
        }
        if (!m_out.isCut)
            closeUntil(size);
        return std::move(m_out);
    }

private:
    void put(JsonTree::Node node)
    {
        if (node > 0) {
            if (m_tree.position(node) > 0)
                m_out.text += ',';
            breakLine();
        }
        const bool isField = node > 0 && m_tree.kind(m_tree.parent(node)) == JsonTree::Kind::Object;
        if (isField) {
            m_out.text += '"';
            m_out.text += m_tree.rawName(node);
            m_out.text += "\": ";
        }
        if (!m_tree.isContainer(node)) {
            m_out.text += m_tree.json(node);
            return;
        }
        const bool isObject = m_tree.kind(node) == JsonTree::Kind::Object;
        if (m_tree.childCount(node) == 0) {
            m_out.text += isObject ? "{}" : "[]";
            return;
        }
        m_out.text += isObject ? '{' : '[';
        m_open.push_back(node);
    }

    /// Ends what has no value at or behind \a node.
    void closeUntil(JsonTree::Node node)
    {
        while (!m_open.empty() && m_tree.next(m_open.back()) <= node) {
            const bool isObject = m_tree.kind(m_open.back()) == JsonTree::Kind::Object;
            m_open.pop_back();
            breakLine();
            m_out.text += isObject ? '}' : ']';
        }
    }

    void breakLine()
    {
        if (++m_lines >= m_mostLines)
            m_out.isCut = true;
        m_out.text += '\n';
        m_out.text.append(std::min(m_open.size(), deepest) * indent, ' ');
    }

    const JsonTree &m_tree;
    std::size_t m_mostLines;
    std::size_t m_lines = 1;
    std::vector<JsonTree::Node> m_open;
    FormattedJson m_out;
};

} // namespace

std::optional<FormattedJson> formatJson(const JsonTree &tree, std::size_t mostLines,
                                        const CancelState &cancel)
{
    return Writer(tree, mostLines).write(cancel);
}

} // namespace sonde
