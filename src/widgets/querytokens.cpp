#include "widgets/querytokens.h"

#include "kql/classicscanner.h"

#include <algorithm>
#include <array>

namespace sonde {

namespace {

// Words of the language reference, sorted.
constexpr auto kqlWords = std::to_array<std::string_view>({
    "and",
    "as",
    "asc",
    "between",
    "bin",
    "by",
    "consume",
    "contains",
    "contains_cs",
    "count",
    "datatable",
    "declare",
    "desc",
    "distinct",
    "endswith",
    "endswith_cs",
    "evaluate",
    "extend",
    "externaldata",
    "facet",
    "false",
    "find",
    "first",
    "fork",
    "from",
    "getschema",
    "graph-match",
    "has",
    "has_all",
    "has_any",
    "has_cs",
    "hasprefix",
    "hassuffix",
    "in",
    "inner",
    "innerunique",
    "invoke",
    "join",
    "kind",
    "last",
    "leftanti",
    "leftouter",
    "leftsemi",
    "let",
    "limit",
    "lookup",
    "make-graph",
    "make-series",
    "matches",
    "materialize",
    "mv-apply",
    "mv-expand",
    "not",
    "null",
    "nulls",
    "of",
    "on",
    "or",
    "order",
    "parse",
    "parse-kv",
    "parse-where",
    "partition",
    "pattern",
    "print",
    "project",
    "project-away",
    "project-keep",
    "project-rename",
    "project-reorder",
    "range",
    "reduce",
    "regex",
    "render",
    "restrict",
    "rightanti",
    "rightouter",
    "rightsemi",
    "sample",
    "sample-distinct",
    "scan",
    "search",
    "serialize",
    "set",
    "sort",
    "startswith",
    "startswith_cs",
    "step",
    "summarize",
    "take",
    "to",
    "top",
    "top-hitters",
    "top-nested",
    "true",
    "typeof",
    "union",
    "view",
    "where",
    "with",
});

constexpr auto wordsBeforeTable = std::to_array<std::string_view>({"find", "join", "lookup", "union"});
constexpr auto joinKinds = std::to_array<std::string_view>({
    "anti",
    "fullouter",
    "inner",
    "innerunique",
    "kind",
    "leftanti",
    "leftouter",
    "leftsemi",
    "rightanti",
    "rightouter",
    "rightsemi",
});

bool isWordStart(char byte)
{
    // Bytes of characters beyond ASCII count as letters.
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '$' ||
           static_cast<unsigned char>(byte) >= 0x80;
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

template <std::size_t count>
bool contains(const std::array<std::string_view, count> &words, std::string_view word)
{
    return std::binary_search(words.begin(), words.end(), word);
}

/// Of KQL.
class Tokenizer
{
public:
    explicit Tokenizer(std::string_view text)
        : m_text(text)
    {}

    std::vector<QueryToken> run()
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_tokens);
    }

private:
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void add(std::size_t start, TokenKind kind) { m_tokens.push_back({start, m_at - start, kind}); }

    void step()
    {
        const char byte = peek();
        const std::size_t start = m_at;
        if (isSpace(byte)) {
            skipSpace();
        } else if (byte == '/' && peek(1) == '/') {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
            add(start, TokenKind::Comment);
        } else if (m_text.substr(m_at, 3) == "```") {
            const std::size_t end = m_text.find("```", m_at + 3);
            m_at = end == std::string_view::npos ? m_text.size() : end + 3;
            add(start, TokenKind::String);
            m_expectsTable = false;
        } else if (byte == '"' || byte == '\'') {
            readString(byte, false);
        } else if ((byte == '@' || byte == 'h' || byte == 'H') && startsPrefixedString()) {
            readPrefixedString();
        } else if (isDigit(byte)) {
            readNumber();
        } else if (isWordStart(byte)) {
            readWord();
        } else {
            readPunctuation(byte);
        }
    }

    void skipSpace()
    {
        int lineBreaks = 0;
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            lineBreaks += m_text[m_at++] == '\n' ? 1 : 0;
        // A blank line ends a query, as everywhere in the Kusto world.
        if (lineBreaks > 1)
            m_expectsTable = true;
    }

    bool startsPrefixedString() const
    {
        // h"…", @"…", h@"…"
        std::size_t quote = 1;
        if (peek() != '@' && peek(1) == '@')
            quote = 2;
        return peek(quote) == '"' || peek(quote) == '\'';
    }

    void readPrefixedString()
    {
        const std::size_t start = m_at;
        bool isVerbatim = false;
        while (peek() != '"' && peek() != '\'')
            isVerbatim = m_text[m_at++] == '@' || isVerbatim;
        readString(peek(), isVerbatim);
        m_tokens.back().length += m_tokens.back().start - start;
        m_tokens.back().start = start;
    }

    /// To the closing quote, or to the end of the line where there is none.
    void readString(char quote, bool isVerbatim)
    {
        const std::size_t start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '\n') {
            const char byte = m_text[m_at];
            if (byte == '\\' && !isVerbatim && m_at + 1 < m_text.size() && m_text[m_at + 1] != '\n') {
                m_at += 2;
            } else if (byte == quote) {
                ++m_at;
                if (!isVerbatim || peek() != quote)
                    break;
                ++m_at;
            } else {
                ++m_at;
            }
        }
        add(start, TokenKind::String);
        m_expectsTable = false;
    }

    void readNumber()
    {
        const std::size_t start = m_at;
        while (isDigit(peek()) || isWordStart(peek()) || (peek() == '.' && isDigit(peek(1))))
            ++m_at;
        add(start, TokenKind::Number);
        m_expectsTable = false;
    }

    void readWord()
    {
        const std::size_t start = m_at;
        while (isWordStart(peek()) || isDigit(peek()))
            ++m_at;
        std::string_view word = m_text.substr(start, m_at - start);
        if (peek() == '-')
            word = extendHyphenated(start, word);
        addWord(start, word);
    }

    /// `project-away` is one word, `a-b` are two.
    std::string_view extendHyphenated(std::size_t start, std::string_view word)
    {
        std::size_t end = m_at + 1;
        while (end < m_text.size() && isWordStart(m_text[end]))
            ++end;
        const std::string_view longer = m_text.substr(start, end - start);
        if (!contains(kqlWords, longer))
            return word;
        m_at = end;
        return longer;
    }

    void addWord(std::size_t start, std::string_view word)
    {
        std::size_t next = m_at;
        while (next < m_text.size() && (m_text[next] == ' ' || m_text[next] == '\t'))
            ++next;
        const char following = next < m_text.size() ? m_text[next] : '\0';
        const bool isMember = start > 0 && m_text[start - 1] == '.';
        if (!isMember && following == '(' && !isOperatorBeforeParenthesis(word)) {
            add(start, TokenKind::Function);
            m_expectsTable = false;
        } else if (!isMember && contains(kqlWords, word)) {
            add(start, TokenKind::Keyword);
            m_expectsTable =
                contains(wordsBeforeTable, word) || (m_expectsTable && contains(joinKinds, word));
            m_expectsName = word == "let";
        } else if (m_expectsTable && !m_expectsName && following != '=') {
            add(start, TokenKind::Table);
            m_expectsTable = false;
        } else {
            m_expectsName = false;
        }
    }

    static bool isOperatorBeforeParenthesis(std::string_view word)
    {
        static constexpr auto words = std::to_array<std::string_view>({
            "and",
            "between",
            "by",
            "has_all",
            "has_any",
            "in",
            "on",
            "or",
            "where",
        });
        return contains(words, word) || contains(wordsBeforeTable, word) || contains(joinKinds, word);
    }

    void readPunctuation(char byte)
    {
        ++m_at;
        if (byte == ';') {
            m_expectsTable = true;
        } else if (byte == '|') {
            m_expectsTable = false;
        } else if (byte == '=' && peek() != '=' && peek() != '~') {
            m_expectsName = false;
        } else if (byte == '.' || byte == '*') {
            m_expectsTable = false;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<QueryToken> m_tokens;
    bool m_expectsTable = true;
    bool m_expectsName = false; ///< the name behind `let`
};

TokenKind kindOf(ClassicToken::Kind kind)
{
    using Kind = ClassicToken::Kind;
    switch (kind) {
    case Kind::Command:
    case Kind::Keyword:
        return TokenKind::Keyword;
    case Kind::Function:
    case Kind::Now:
        return TokenKind::Function;
    case Kind::Type:
        return TokenKind::Table;
    case Kind::Value:
        return TokenKind::Value;
    case Kind::Number:
        return TokenKind::Number;
    case Kind::String:
        return TokenKind::String;
    case Kind::Word:
    case Kind::Field:
    case Kind::Sign:
        break;
    }
    return TokenKind::Text;
}

std::vector<QueryToken> tokenizeClassic(std::string_view text)
{
    // One unit for each byte, so that places are bytes.
    const QString bytes = QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    std::vector<QueryToken> tokens;
    const ClassicScanner scanner(bytes);
    for (const ClassicToken &token : scanner.tokens()) {
        const TokenKind kind = kindOf(token.kind);
        if (kind != TokenKind::Text) {
            tokens.push_back(
                {static_cast<std::size_t>(token.start), static_cast<std::size_t>(token.length), kind});
        }
    }
    return tokens;
}

} // namespace

std::vector<QueryToken> tokenize(std::string_view text, QueryLanguage language)
{
    return language == QueryLanguage::Kql ? Tokenizer(text).run() : tokenizeClassic(text);
}

} // namespace sonde
