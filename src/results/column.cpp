#include "results/column.h"

#include <array>
#include <limits>
#include <variant>

namespace sonde {

namespace {

constexpr std::array<const char *, 10> typeNames = {"bool", "int",      "long",     "real",   "decimal",
                                                    "guid", "datetime", "timespan", "string", "dynamic"};

/// How many tables in a row lay their texts out one by one before repeated ones are looked for again.
constexpr int buildsBetweenTrials = 7;

/// Gives back what was taken for nothing, unless it is too little to be worth a copy.
template <typename Container>
void fit(Container &cells)
{
    if (cells.capacity() > cells.size() + cells.size() / 8)
        cells.shrink_to_fit();
}

} // namespace

QString columnTypeName(ColumnType type)
{
    return QString::fromLatin1(typeNames.at(static_cast<std::size_t>(type)));
}

std::optional<ColumnType> columnTypeFromName(std::string_view name)
{
    for (std::size_t i = 0; i < typeNames.size(); ++i) {
        if (name == typeNames[i])
            return static_cast<ColumnType>(i);
    }
    if (name == "boolean")
        return ColumnType::Bool;
    if (name == "dateTime")
        return ColumnType::DateTime;
    return {};
}

std::size_t Column::memoryUse() const
{
    if (!m_data)
        return 0;
    const Data &d = *m_data;
    return d.nulls.capacity() * 8 + d.bytes.capacity() + d.words.capacity() * 4 + d.longs.capacity() * 8 +
           d.reals.capacity() * 8 + d.arena.capacity() + d.ends.capacity() * 4 + d.codes.capacity() * 4;
}

/// Finds texts that were stored before: open addressing over slice numbers, so the texts stay in the arena
/// alone.
class ColumnBuilder::Dictionary
{
public:
    Dictionary()
        : m_slots(initialSlots, emptySlot)
    {}

    std::uint32_t codeOf(std::string_view text, Column::Data &data)
    {
        // Logs repeat themselves most of all from one row to the next.
        if (m_used > 0 && data.slice(m_last) == text)
            return m_last;
        if ((m_used + 1) * 2 > m_slots.size())
            grow(data);
        const std::size_t at = find(text, data);
        if (m_slots[at] == emptySlot) {
            m_slots[at] = data.addSlice(text);
            ++m_used;
        }
        m_last = m_slots[at];
        return m_last;
    }

    std::size_t distinct() const { return m_used; }

private:
    static constexpr std::size_t initialSlots = 256;
    static constexpr std::uint32_t emptySlot = std::numeric_limits<std::uint32_t>::max();

    std::size_t find(std::string_view text, const Column::Data &data) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = std::hash<std::string_view>{}(text)&mask;
        while (m_slots[at] != emptySlot && data.slice(m_slots[at]) != text)
            at = (at + 1) & mask;
        return at;
    }

    void grow(const Column::Data &data)
    {
        const std::vector<std::uint32_t> old = std::move(m_slots);
        m_slots.assign(old.size() * 2, emptySlot);
        for (const std::uint32_t code : old) {
            if (code != emptySlot)
                m_slots[find(data.slice(code), data)] = code;
        }
    }

    std::vector<std::uint32_t> m_slots;
    std::size_t m_used = 0;
    std::uint32_t m_last = 0; ///< the code given last
};

ColumnBuilder::ColumnBuilder(QString name, ColumnType type)
    : m_name(std::move(name))
    , m_type(type)
{
    start();
}

ColumnBuilder::~ColumnBuilder() = default;
ColumnBuilder::ColumnBuilder(ColumnBuilder &&) noexcept = default;
ColumnBuilder &ColumnBuilder::operator=(ColumnBuilder &&) noexcept = default;

void ColumnBuilder::start()
{
    m_data = std::make_unique<Column::Data>();
    m_data->name = m_name;
    m_data->type = m_type;
    // A column whose texts all differ goes on like that, mostly; now and then that is looked at again.
    const bool isPlain = m_plainBuilds > 0;
    if (isPlain)
        --m_plainBuilds;
    m_dictionary = isTextType(m_type) && !isPlain ? std::make_unique<Dictionary>() : nullptr;
}

std::size_t ColumnBuilder::size() const
{
    return m_data->size;
}

void ColumnBuilder::appendNull()
{
    m_data->setNull(m_data->size);
    if (isTextType(m_type))
        appendText({});
    else if (m_type == ColumnType::Real)
        appendReal(0);
    else
        appendInteger(0);
}

void ColumnBuilder::appendInteger(std::int64_t value)
{
    switch (m_type) {
    case ColumnType::Bool:
        m_data->bytes.push_back(value != 0);
        break;
    case ColumnType::Int:
        m_data->words.push_back(static_cast<std::int32_t>(value));
        break;
    default:
        m_data->longs.push_back(value);
        break;
    }
    ++m_data->size;
}

void ColumnBuilder::appendReal(double value)
{
    m_data->reals.push_back(value);
    ++m_data->size;
}

void ColumnBuilder::appendText(std::string_view text)
{
    // A chunk is a few megabytes; one cell may still be 30 MB. Offsets of 32 bits hold 4 GB a chunk.
    if (m_dictionary) {
        const std::uint32_t code = m_dictionary->codeOf(text, *m_data);
        m_data->codes.push_back(code);
        ++m_data->size;
        if (m_data->size % 1024 == 0 && m_dictionary->distinct() * 2 > m_data->size)
            abandonDictionary();
        return;
    }
    m_data->addSlice(text);
    ++m_data->size;
}

/// Lays the texts out one slice a row: so many differ that looking them up costs more than it saves.
void ColumnBuilder::abandonDictionary()
{
    Column::Data plain;
    plain.arena.reserve(m_data->arena.size() * 2);
    for (const std::uint32_t code : m_data->codes)
        plain.addSlice(m_data->slice(code));
    m_data->arena = std::move(plain.arena);
    m_data->ends = std::move(plain.ends);
    m_data->codes.clear();
    m_data->codes.shrink_to_fit();
    m_dictionary.reset();
    m_plainBuilds = buildsBetweenTrials;
}

Column ColumnBuilder::build()
{
    Column::Data &d = *m_data;
    fit(d.bytes);
    fit(d.words);
    fit(d.longs);
    fit(d.reals);
    fit(d.arena);
    fit(d.ends);
    fit(d.codes);
    Column column;
    column.m_data = std::shared_ptr<const Column::Data>(std::move(m_data));
    start();
    // Batches are of one size, mostly, so the next table is about as large as this one.
    m_data->reserveLike(*column.m_data);
    return column;
}

} // namespace sonde
