#include "results/alphabet.h"

#include "results/orderedtasks.h"

#include <QCollator>
#include <QThreadPool>
#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace sonde {

namespace {

/// Keys are as long as their texts, and cells can have millions of characters.
constexpr std::size_t longestCompared = 2000;
/// Texts that are worth a thread.
constexpr std::size_t smallestBlock = 2048;

using Texts = std::vector<std::string_view>;
using Places = std::vector<std::uint32_t>;

struct Cancelled
{};

QCollator collatorOf(const QString &language)
{
    QCollator collator{QLocale(language)};
    collator.setNumericMode(true);
    return collator;
}

QString beginningOf(std::string_view text)
{
    std::size_t size = std::min(text.size(), longestCompared);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(size));
}

/// Texts that are different, and what they are compared by.
class SortedTexts
{
    auto less() const
    {
        return [this, comparisons = std::size_t(0)](std::uint32_t a, std::uint32_t b) mutable {
            // The only way out of a standard sort is an exception.
            if ((++comparisons & 0xFFF) == 0 && m_cancel.isCancelled())
                throw Cancelled();
            const int order = m_keys[a]->compare(*m_keys[b]);
            return order != 0 ? order < 0 : m_texts[a] < m_texts[b];
        };
    }

public:
    SortedTexts(Texts texts, const CancelState &cancel)
        : m_texts(std::move(texts))
        , m_keys(m_texts.size())
        , m_order(m_texts.size())
        , m_cancel(cancel)
    {
        std::iota(m_order.begin(), m_order.end(), 0);
    }

    /// False once cancelled.
    bool sort(const QString &language)
    {
        const auto threads =
            static_cast<std::size_t>(std::max(1, QThreadPool::globalInstance()->maxThreadCount()));
        const std::size_t wanted = (m_texts.size() + smallestBlock - 1) / smallestBlock;
        const std::size_t count = std::clamp<std::size_t>(wanted, 1, threads);
        const auto border = [&](std::size_t block) {
            return m_order.begin() + static_cast<std::ptrdiff_t>(m_texts.size() * block / count);
        };
        OrderedTasks tasks(*QThreadPool::globalInstance(), count, count,
                           [&](std::size_t block) { sortBlock(language, border(block), border(block + 1)); });
        try {
            for (std::size_t block = 0; block < count; ++block) {
                tasks.waitFor(block);
                tasks.release(block);
                if (m_cancel.isCancelled())
                    return false;
                std::inplace_merge(m_order.begin(), border(block), border(block + 1), less());
            }
        } catch (const Cancelled &) {
            return false;
        }
        return !m_cancel.isCancelled();
    }

    /// By number of the text.
    Places places() const
    {
        Places places(m_order.size());
        for (std::size_t place = 0; place < m_order.size(); ++place)
            places[m_order[place]] = static_cast<std::uint32_t>(place);
        return places;
    }

private:
    /// Each block has a collator of its own: they are not for several threads.
    void sortBlock(const QString &language, Places::iterator begin, Places::iterator end)
    {
        const QCollator collator = collatorOf(language);
        for (auto text = begin; text != end; ++text) {
            if ((*text & 0xFFU) == 0 && m_cancel.isCancelled())
                return;
            m_keys[*text] = collator.sortKey(beginningOf(m_texts[*text]));
        }
        try {
            std::sort(begin, end, less());
        } catch (const Cancelled &) {
            return; // whoever waits looks at the cancel state
        }
    }

    Texts m_texts;
    std::vector<std::optional<QCollatorSortKey>> m_keys;
    Places m_order;
    const CancelState &m_cancel;
};

} // namespace

bool knowsAlphabets()
{
    const QCollator collator = collatorOf(QStringLiteral("en_US"));
    return collator.compare(QStringLiteral("a"), QStringLiteral("B")) < 0 &&
           collator.compare(QStringLiteral("B"), QStringLiteral("c")) < 0;
}

QLocale alphabetLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

std::optional<std::vector<Places>> alphabeticalPlaces(const ChunkedTable &table, int column,
                                                      const QString &language, const CancelState &cancel)
{
    // A text that is in many chunks is compared once.
    std::unordered_map<std::string_view, std::uint32_t> known;
    Texts texts;
    std::vector<Places> all;
    for (const Table &chunk : table.chunks()) {
        Places &numbers = all.emplace_back();
        if (column >= chunk.columnCount())
            continue;
        const Column &cells = chunk.column(column);
        for (std::uint32_t number = 0; number < cells.textCount(); ++number) {
            if ((number & 0xFFFU) == 0 && cancel.isCancelled())
                return {};
            const std::string_view text = cells.textAt(number);
            const auto [entry, isNew] = known.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
            if (isNew)
                texts.push_back(text);
            numbers.push_back(entry->second);
        }
    }
    SortedTexts sorted(std::move(texts), cancel);
    if (!sorted.sort(language))
        return {};
    const Places places = sorted.places();
    for (Places &numbers : all) {
        for (std::uint32_t &number : numbers)
            number = places[number];
    }
    return all;
}

} // namespace sonde
