#include "engine/parsepatterns.h"

#include "engine/jsonpieces.h"
#include "engine/scalarfunction.h"
#include "results/jsontext.h"

#include <algorithm>

namespace sonde {

namespace {

using std::optional;
using std::string;
using std::string_view;

using Steps = std::vector<string>;

/// The steps of a pattern; those of the one that was asked for last are at hand.
const Steps &stepsOf(string_view pattern)
{
    thread_local string known;
    thread_local Steps steps;
    if (known != pattern) {
        known = pattern;
        steps.clear();
        for (const auto &step : json::list(pattern).value_or(QJsonArray()))
            steps.push_back(step.toString().toStdString());
    }
    return steps;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

/// How much of the text's beginning is a number; 0: it begins with none.
std::size_t sizeOfNumber(string_view text, bool isReal)
{
    const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    std::size_t end = skipDigits(text, sign);
    if (end == sign)
        return 0;
    if (isReal && end + 1 < text.size() && text[end] == '.' && isDigit(text[end + 1]))
        end = skipDigits(text, end + 1);
    if (isReal && end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const bool hasSign = end + 1 < text.size() && (text[end + 1] == '-' || text[end + 1] == '+');
        const std::size_t exponent = end + (hasSign ? 2 : 1);
        if (skipDigits(text, exponent) > exponent)
            end = skipDigits(text, exponent);
    }
    return end;
}

/// One pass over a text.
class Match
{
public:
    explicit Match(string_view text)
        : m_rest(text)
    {}

    bool find(string_view wanted)
    {
        const std::size_t at = m_isOpen ? m_rest.find(wanted) : 0;
        if (at == string_view::npos || !m_rest.substr(at).starts_with(wanted))
            return false;
        if (m_isColumn)
            m_columns.emplace_back(string(m_rest.substr(0, at)));
        m_rest.remove_prefix(at + wanted.size());
        m_isOpen = m_isColumn = false;
        return true;
    }

    void skip() { m_isOpen = true; }

    /// Of any text up to what is found next.
    void openColumn() { m_isOpen = m_isColumn = true; }

    void takeNumber(bool isReal)
    {
        const std::size_t size = sizeOfNumber(m_rest, isReal);
        m_columns.emplace_back(size > 0 ? optional(string(m_rest.substr(0, size))) : std::nullopt);
        m_rest.remove_prefix(size);
    }

    /// False where a part of the text is left over.
    bool end()
    {
        if (m_isColumn)
            m_columns.emplace_back(string(m_rest));
        return m_isOpen || m_rest.empty();
    }

    string columns() const
    {
        string out = "[";
        for (const optional<string> &column : m_columns) {
            if (out.size() > 1)
                out.push_back(',');
            if (column)
                appendJsonString(out, *column);
            else
                out += "null";
        }
        return out + ']';
    }

private:
    string_view m_rest;
    bool m_isOpen = false;
    bool m_isColumn = false;
    std::vector<optional<string>> m_columns;
};

optional<string> parse(string_view text, string_view pattern)
{
    Match match(text);
    for (const string &step : stepsOf(pattern)) {
        if (step == "*")
            match.skip();
        else if (step == "t")
            match.openColumn();
        else if (step == "w" || step == "r")
            match.takeNumber(step == "r");
        else if (!match.find(string_view(step).substr(1)))
            return {};
    }
    return match.end() ? optional(match.columns()) : std::nullopt;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_parse", duck::registerFunction<parse>},
};

} // namespace

bool registerParsePatterns(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
