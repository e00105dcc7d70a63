#include "models/schemasearch.h"

#include "models/namematch.h"

#include <QHash>
#include <algorithm>
#include <vector>

namespace sonde {

namespace {

/// One word of a search against the names of a schema, of which most come many times.
class WordMatcher
{
public:
    explicit WordMatcher(QString word)
        : m_word(std::move(word))
    {}

    NameMatch match(const QString &name)
    {
        // Who reads a schema makes one string of equal names; where not, it costs another look.
        auto known = m_known.find(name.constData());
        if (known == m_known.end())
            known = m_known.insert(name.constData(), matchName(name, m_word));
        return *known;
    }

private:
    const QString m_word;
    QHash<const QChar *, NameMatch> m_known;
};

/// All words of a search against one name after the other.
class WordsMatcher
{
public:
    explicit WordsMatcher(const QStringList &words)
        : m_inTable(static_cast<std::size_t>(words.size()))
    {
        for (const QString &word : words)
            m_words.emplace_back(word);
    }

    /// How well the name of a table or function fits all words; None where one is not in it.
    NameMatch match(const QString &name)
    {
        std::transform(m_words.begin(), m_words.end(), m_inTable.begin(),
                       [&name](WordMatcher &word) { return word.match(name); });
        return *std::max_element(m_inTable.begin(), m_inTable.end());
    }

    /// Whether a column of the table that was matched last has the words that are not in its table's name.
    bool matchColumn(const QString &name)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (m_inTable[i] == NameMatch::None && m_words[i].match(name) == NameMatch::None)
                return false;
        }
        return true;
    }

private:
    std::vector<WordMatcher> m_words;
    std::vector<NameMatch> m_inTable;
};

} // namespace

QList<FoundName> findInSchema(const KqlSchema &schema, const QStringList &words)
{
    if (words.isEmpty())
        return {};
    WordsMatcher matcher(words);
    std::vector<std::pair<NameMatch, FoundName>> all;
    for (qsizetype i = 0; i < schema.tables.size(); ++i) {
        const KqlTable &table = schema.tables[i];
        FoundName found{false, i, {}};
        const NameMatch match = matcher.match(table.name);
        if (match == NameMatch::None) {
            for (qsizetype j = 0; j < table.columns.size(); ++j) {
                if (matcher.matchColumn(table.columns[j].name))
                    found.columns << static_cast<int>(j);
            }
        }
        if (match != NameMatch::None || !found.columns.isEmpty())
            all.emplace_back(match, found);
    }
    for (qsizetype i = 0; i < schema.functions.size(); ++i) {
        const NameMatch match = matcher.match(schema.functions[i].name);
        if (match != NameMatch::None)
            all.emplace_back(match, FoundName{true, i, {}});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    QList<FoundName> names;
    names.reserve(static_cast<qsizetype>(all.size()));
    for (const auto &[match, found] : all)
        names << found;
    return names;
}

} // namespace sonde
