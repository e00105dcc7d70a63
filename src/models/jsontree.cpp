#include "models/jsontree.h"

#include "results/jsontext.h"

#include <limits>

namespace sonde {

namespace {

/// Values between two looks at the cancel state.
constexpr std::size_t lookEvery = 4096;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view unescaped(std::string_view inside, std::string &buffer)
{
    if (inside.find('\\') == std::string_view::npos)
        return inside;
    unescapeJson(inside, buffer); // half a character has become U+FFFD, which is as good as it gets
    return buffer;
}

} // namespace

/// Goes through the text once and without recursion, as it may be nested as deep as it likes.
class JsonReader
{
public:
    JsonReader(JsonTree &tree, const CancelState *cancel)
        : m_tree(tree)
        , m_text(tree.m_text)
        , m_cancel(cancel)
    {}

    bool read()
    {
        skipSpace();
        if (m_text.size() > std::numeric_limits<std::uint32_t>::max() || (peek() != '{' && peek() != '['))
            return false;
        while (readValue()) {
            if (m_depth == 0) {
                skipSpace();
                return m_at == m_text.size();
            }
        }
        return false;
    }

private:
    using Kind = JsonTree::Kind;
    using Value = JsonTree::Value;

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    std::uint32_t here() const { return static_cast<std::uint32_t>(m_at); }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }

    bool takeWord(std::string_view word)
    {
        if (m_text.substr(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    /// From the opening quote to behind the closing one.
    bool takeString()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
            else if (m_text[m_at] == '"')
                return take('"');
        }
        return false;
    }

    bool takeDigits()
    {
        const std::size_t first = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > first;
    }

    bool takeNumber()
    {
        take('-');
        if (!takeDigits() || (take('.') && !takeDigits()))
            return false;
        if (!take('e') && !take('E'))
            return true;
        if (!take('+'))
            take('-');
        return takeDigits();
    }

    bool takeScalar(Value &value)
    {
        switch (peek()) {
        case '"':
            value.kind = Kind::String;
            return takeString();
        case 't':
            value.kind = Kind::Bool;
            return takeWord("true");
        case 'f':
            value.kind = Kind::Bool;
            return takeWord("false");
        case 'n':
            value.kind = Kind::Null;
            return takeWord("null");
        default:
            value.kind = Kind::Number;
            return takeNumber();
        }
    }

    /// A field's name and its colon, where the open value is an object.
    bool takeName(Value &value)
    {
        if (m_depth == 0 || m_tree.m_nodes[m_open].kind != Kind::Object)
            return true;
        if (peek() != '"')
            return false;
        value.nameBegin = here() + 1;
        if (!takeString())
            return false;
        value.nameEnd = here() - 1;
        skipSpace();
        if (!take(':'))
            return false;
        skipSpace();
        return true;
    }

    /// A value, and the brackets that close behind it. Stops before the next one.
    bool readValue()
    {
        if (m_cancel != nullptr && m_tree.m_nodes.size() % lookEvery == 0 && m_cancel->isCancelled())
            return false;
        Value value;
        if (!takeName(value))
            return false;
        value.begin = here();
        const auto number = static_cast<JsonTree::Node>(m_tree.m_nodes.size());
        if (m_depth > 0) {
            value.parent = m_open;
            value.position = m_tree.m_nodes[m_open].children++;
        }
        if (peek() == '{' || peek() == '[') {
            value.kind = peek() == '{' ? Kind::Object : Kind::Array;
            ++m_at;
            m_tree.m_nodes.push_back(value);
            m_open = number;
            ++m_depth;
            skipSpace();
            return isClosing() ? closeAll() : true;
        }
        if (!takeScalar(value))
            return false;
        value.end = here();
        value.after = number + 1;
        m_tree.m_nodes.push_back(value);
        return closeAll();
    }

    bool isClosing() const { return peek() == (m_tree.m_nodes[m_open].kind == Kind::Object ? '}' : ']'); }

    bool closeAll()
    {
        skipSpace();
        while (m_depth > 0 && isClosing()) {
            ++m_at;
            Value &closed = m_tree.m_nodes[m_open];
            closed.end = here();
            closed.after = static_cast<JsonTree::Node>(m_tree.m_nodes.size());
            m_open = closed.parent;
            --m_depth;
            skipSpace();
        }
        if (m_depth == 0)
            return true;
        if (!take(','))
            return false;
        skipSpace();
        return true;
    }

    JsonTree &m_tree;
    std::string_view m_text;
    const CancelState *m_cancel;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
    JsonTree::Node m_open = 0;
};

JsonTree::Ptr JsonTree::read(std::string_view text, std::shared_ptr<const void> owner,
                             const CancelState *cancel)
{
    const std::shared_ptr<JsonTree> tree(new JsonTree);
    tree->m_owner = std::move(owner);
    tree->m_text = text;
    if (!JsonReader(*tree, cancel).read())
        return nullptr;
    return tree;
}

JsonTree::Ptr JsonTree::readOwn(std::string text, const CancelState *cancel)
{
    const auto own = std::make_shared<const std::string>(std::move(text));
    return read(*own, own, cancel);
}

JsonTree::Node JsonTree::child(Node node, std::uint32_t position) const
{
    Node found = node + 1;
    for (; position > 0; --position)
        found = next(found);
    return found;
}

std::string_view JsonTree::json(Node node) const
{
    const Value &value = m_nodes[node];
    return m_text.substr(value.begin, value.end - value.begin);
}

std::string JsonTree::name(Node node) const
{
    std::string buffer;
    return std::string(name(node, buffer));
}

std::string JsonTree::text(Node node) const
{
    std::string buffer;
    return std::string(text(node, buffer));
}

std::string_view JsonTree::rawName(Node node) const
{
    const Value &value = m_nodes[node];
    return m_text.substr(value.nameBegin, value.nameEnd - value.nameBegin);
}

std::string_view JsonTree::name(Node node, std::string &buffer) const
{
    return unescaped(rawName(node), buffer);
}

std::string_view JsonTree::text(Node node, std::string &buffer) const
{
    const std::string_view whole = json(node);
    return kind(node) == Kind::String ? unescaped(whole.substr(1, whole.size() - 2), buffer) : whole;
}

bool looksLikeJsonContainer(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text.size() >= 2 &&
           ((text.front() == '{' && text.back() == '}') || (text.front() == '[' && text.back() == ']'));
}

} // namespace sonde
