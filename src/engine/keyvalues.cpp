#include "engine/keyvalues.h"

#include "engine/jsonpieces.h"
#include "engine/scalarfunction.h"
#include "engine/textmatching.h"
#include "results/jsontext.h"

#include <algorithm>

namespace sonde {

namespace {

using std::optional;
using std::string;
using std::string_view;

struct Quotes
{
    string opening;
    string closing;
};

struct Form
{
    std::vector<string> keys;
    string pairDelimiter;
    string keyDelimiter;
    std::vector<Quotes> quotes;
    std::vector<string> escapes;
    bool isGreedy = false;
};

std::vector<string> textsOf(const QJsonValue &list)
{
    std::vector<string> texts;
    for (const auto &text : list.toArray())
        texts.push_back(text.toString().toStdString());
    return texts;
}

/// The form that was asked for last is at hand.
const Form &formOf(string_view written)
{
    thread_local string known;
    thread_local Form form;
    if (known != written) {
        known = written;
        const QJsonArray parts = json::list(written).value_or(QJsonArray());
        form = {textsOf(parts.at(0)),
                parts.at(1).toString().toStdString(),
                parts.at(2).toString().toStdString(),
                {},
                textsOf(parts.at(4)),
                parts.at(5).toBool()};
        for (const auto &pair : parts.at(3).toArray())
            form.quotes.push_back({pair.toArray().at(0).toString().toStdString(),
                                   pair.toArray().at(1).toString().toStdString()});
    }
    return form;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Reads one text by one form.
class Reader
{
public:
    Reader(string_view text, const Form &form)
        : m_form(form)
        , m_rest(text)
        , m_values(form.keys.size())
    {}

    std::vector<optional<string>> values()
    {
        if (m_form.keyDelimiter.empty())
            readWords();
        else
            readPairs();
        return std::move(m_values);
    }

private:
    /// The first value of a key counts.
    void store(string_view key, string value)
    {
        const auto found = std::find(m_form.keys.begin(), m_form.keys.end(), key);
        if (found == m_form.keys.end())
            return;
        optional<string> &stored = m_values[static_cast<std::size_t>(found - m_form.keys.begin())];
        if (!stored)
            stored = std::move(value);
    }

    /// What stands between quotes at the beginning of \a text, which is taken away. Nothing where there are
    /// no quotes, or no second one.
    optional<string> takeQuoted(string_view &text) const
    {
        const auto quotes =
            std::find_if(m_form.quotes.begin(), m_form.quotes.end(),
                         [text](const Quotes &pair) { return text.starts_with(pair.opening); });
        if (quotes == m_form.quotes.end())
            return {};
        string out;
        string_view rest = text.substr(quotes->opening.size());
        while (!rest.empty()) {
            const auto escape =
                std::find_if(m_form.escapes.begin(), m_form.escapes.end(), [rest](const string &each) {
                    return rest.starts_with(each) && rest.size() > each.size();
                });
            if (escape != m_form.escapes.end()) {
                rest.remove_prefix(escape->size());
            } else if (rest.starts_with(quotes->closing)) {
                text = rest.substr(quotes->closing.size());
                return out;
            }
            out.push_back(rest.front());
            rest.remove_prefix(1);
        }
        return {};
    }

    void skipTo(std::size_t place, std::size_t size)
    {
        m_rest.remove_prefix(place == string_view::npos ? m_rest.size() : place + size);
    }

    /// A key with the delimiter behind it, taken away from \a text; nothing where another pair begins first.
    optional<string> takeKey(string_view &text) const
    {
        string_view rest = text;
        while (!rest.empty() && isSpace(rest.front()) && !rest.starts_with(m_form.pairDelimiter))
            rest.remove_prefix(1);
        if (optional<string> quoted = takeQuoted(rest)) {
            const string_view behind = sonde::text::trimmed(rest);
            if (!behind.starts_with(m_form.keyDelimiter))
                return {};
            text = behind.substr(m_form.keyDelimiter.size());
            return string(sonde::text::trimmed(*quoted));
        }
        const std::size_t end = rest.find(m_form.keyDelimiter);
        if (end == string_view::npos || rest.find(m_form.pairDelimiter) < end)
            return {};
        text = rest.substr(end + m_form.keyDelimiter.size());
        return string(sonde::text::trimmed(rest.substr(0, end)));
    }

    /// Where the value that is not quoted ends: at the next pair, or, greedily, at the next that has a key.
    std::size_t endOfValue() const
    {
        std::size_t end = m_rest.find(m_form.pairDelimiter);
        while (m_form.isGreedy && end != string_view::npos) {
            string_view next = m_rest.substr(end + m_form.pairDelimiter.size());
            if (takeKey(next))
                break;
            end = m_rest.find(m_form.pairDelimiter, end + m_form.pairDelimiter.size());
        }
        return end;
    }

    void readPairs()
    {
        while (!m_rest.empty()) {
            const optional<string> key = takeKey(m_rest);
            if (!key) {
                skipTo(m_rest.find(m_form.pairDelimiter), m_form.pairDelimiter.size());
                continue;
            }
            while (!m_rest.empty() && isSpace(m_rest.front()) && !m_rest.starts_with(m_form.pairDelimiter))
                m_rest.remove_prefix(1);
            if (optional<string> quoted = takeQuoted(m_rest)) {
                store(*key, string(sonde::text::trimmed(*quoted)));
                skipTo(m_rest.find(m_form.pairDelimiter), m_form.pairDelimiter.size());
                continue;
            }
            const std::size_t end = endOfValue();
            store(*key, string(sonde::text::trimmed(m_rest.substr(0, end))));
            skipTo(end, m_form.pairDelimiter.size());
        }
    }

    /// The longest of the keys that stands at the beginning as a word.
    optional<string> takeKnownWord()
    {
        optional<string> found;
        for (const string &key : m_form.keys) {
            const bool isWhole = m_rest.size() == key.size() ||
                                 (m_rest.size() > key.size() && !isWordCharacter(m_rest[key.size()]));
            if (m_rest.starts_with(key) && isWhole && !key.empty() && (!found || found->size() < key.size()))
                found = key;
        }
        if (found)
            m_rest.remove_prefix(found->size());
        return found;
    }

    string takeWord()
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), isWordCharacter);
        string word(m_rest.begin(), end);
        m_rest.remove_prefix(word.size());
        return word;
    }

    /// The next quoted text or word, whatever stands in front of it.
    optional<string> takeNext()
    {
        while (!m_rest.empty()) {
            if (optional<string> quoted = takeQuoted(m_rest))
                return string(sonde::text::trimmed(*quoted));
            if (isWordCharacter(m_rest.front()))
                return takeWord();
            m_rest.remove_prefix(1);
        }
        return {};
    }

    void readWords()
    {
        while (!m_rest.empty()) {
            optional<string> key = takeKnownWord();
            if (!key)
                key = takeQuoted(m_rest);
            if (!key && isWordCharacter(m_rest.front())) {
                takeWord();
                continue;
            }
            if (!key) {
                m_rest.remove_prefix(1);
                continue;
            }
            if (std::find(m_form.keys.begin(), m_form.keys.end(), *key) == m_form.keys.end())
                continue;
            if (optional<string> value = takeNext())
                store(*key, std::move(*value));
        }
    }

    const Form &m_form;
    string_view m_rest;
    std::vector<optional<string>> m_values;
};

string parseKeyValues(string_view text, string_view form)
{
    string out = "[";
    for (const optional<string> &value : Reader(text, formOf(form)).values()) {
        if (out.size() > 1)
            out.push_back(',');
        if (value)
            appendJsonString(out, *value);
        else
            out += "null";
    }
    return out + ']';
}

/// The first counts.
optional<string> valueOfKey(string_view keys, string_view values, string_view key)
{
    const QJsonArray names = json::list(keys).value_or(QJsonArray());
    const QJsonArray texts = json::list(values).value_or(QJsonArray());
    for (qsizetype i = 0; i < names.size() && i < texts.size(); ++i) {
        if (sonde::text::trimmed(names.at(i).toString().toStdString()) == key)
            return string(sonde::text::trimmed(texts.at(i).toString().toStdString()));
    }
    return {};
}

constexpr duck::NamedFunction entries[] = {
    {"kql_parse_kv", duck::registerFunction<parseKeyValues>},
    {"kql_value_of_key", duck::registerFunction<valueOfKey>},
};

} // namespace

bool registerKeyValues(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
