#include "results/resultfilerows.h"

#include "results/resultfileformat.h"

#include <QtEndian>
#include <limits>
#include <simdjson.h>

namespace sonde::resultfile {

namespace {

// How a column is laid out.
constexpr std::uint8_t hasNullsFlag = 1;
constexpr std::uint8_t isSharedFlag = 2; ///< texts: each distinct one once, and a number per row
constexpr std::uint8_t knownFlags = hasNullsFlag | isSharedFlag;

template <typename Number>
void putNumbers(std::string &out, const std::vector<Number> &numbers)
{
    const std::size_t at = out.size();
    out.resize(at + numbers.size() * sizeof(Number));
    qToLittleEndian<Number>(numbers.data(), static_cast<qsizetype>(numbers.size()), out.data() + at);
}

template <typename Number>
std::vector<Number> takeNumbers(ByteReader &reader, std::size_t count)
{
    const std::string_view bytes = reader.take(count * sizeof(Number));
    std::vector<Number> numbers(bytes.size() / sizeof(Number));
    qFromLittleEndian<Number>(bytes.data(), static_cast<qsizetype>(numbers.size()), numbers.data());
    return numbers;
}

void putNulls(std::string &out, const Column &column, std::size_t begin, std::size_t end)
{
    std::string mask((end - begin + 7) / 8, '\0');
    for (std::size_t row = begin; row < end; ++row) {
        if (column.isNull(row))
            mask[(row - begin) / 8] = static_cast<char>(mask[(row - begin) / 8] | 1 << (row - begin) % 8);
    }
    out += mask;
}

/// The distinct texts of some rows, numbered in the order in which they come.
struct SharedTexts
{
    std::vector<std::uint32_t> lengths;
    std::string arena;
    std::vector<std::uint32_t> numbers; ///< one for each row

    SharedTexts(const Column &column, std::size_t begin, std::size_t end)
    {
        constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
        std::vector<std::uint32_t> seen(column.textCount(), unseen);
        numbers.reserve(end - begin);
        for (std::size_t row = begin; row < end; ++row) {
            std::uint32_t &number = seen[column.textNumber(row)];
            if (number == unseen) {
                const std::string_view text = column.text(row);
                number = static_cast<std::uint32_t>(lengths.size());
                lengths.push_back(static_cast<std::uint32_t>(text.size()));
                arena += text;
            }
            numbers.push_back(number);
        }
    }

    bool pays() const { return lengths.size() <= numbers.size() / 2; }
};

void putPlainTexts(std::string &out, const Column &column, std::size_t begin, std::size_t end)
{
    std::vector<std::uint32_t> lengths;
    lengths.reserve(end - begin);
    for (std::size_t row = begin; row < end; ++row)
        lengths.push_back(static_cast<std::uint32_t>(column.text(row).size()));
    putNumbers(out, lengths);
    for (std::size_t row = begin; row < end; ++row)
        out += column.text(row);
}

template <typename Number, typename Read>
void putFixed(std::string &out, std::size_t begin, std::size_t end, Read read)
{
    std::vector<Number> numbers;
    numbers.reserve(end - begin);
    for (std::size_t row = begin; row < end; ++row)
        numbers.push_back(static_cast<Number>(read(row)));
    putNumbers(out, numbers);
}

void putColumn(std::string &out, const Column &column, std::size_t begin, std::size_t end)
{
    std::optional<SharedTexts> shared;
    if (isTextType(column.type()) && column.textCount() < column.size())
        shared.emplace(column, begin, end);
    const bool isShared = shared && shared->pays();
    put(out,
        static_cast<std::uint8_t>((column.hasNulls() ? hasNullsFlag : 0) | (isShared ? isSharedFlag : 0)));
    if (column.hasNulls())
        putNulls(out, column, begin, end);
    const auto integer = [&column](std::size_t row) { return column.integer(row); };
    if (isShared) {
        put(out, static_cast<std::uint32_t>(shared->lengths.size()));
        putNumbers(out, shared->lengths);
        out += shared->arena;
        putNumbers(out, shared->numbers);
    } else if (isTextType(column.type())) {
        putPlainTexts(out, column, begin, end);
    } else if (column.type() == ColumnType::Real) {
        putFixed<double>(out, begin, end, [&column](std::size_t row) { return column.real(row); });
    } else if (column.type() == ColumnType::Bool) {
        putFixed<std::uint8_t>(out, begin, end, integer);
    } else if (column.type() == ColumnType::Int) {
        putFixed<std::int32_t>(out, begin, end, integer);
    } else {
        putFixed<std::int64_t>(out, begin, end, integer);
    }
}

/// One column's cells on their way in.
class ColumnReader
{
public:
    ColumnReader(ByteReader &bytes, const ColumnHeader &header, std::size_t rows)
        : m_bytes(bytes)
        , m_builder(header.name, header.type)
        , m_rows(rows)
    {}

    std::optional<Column> read()
    {
        const auto flags = m_bytes.take<std::uint8_t>();
        if ((flags & ~knownFlags) != 0)
            return {};
        if ((flags & hasNullsFlag) != 0) {
            m_nulls = m_bytes.take((m_rows + 7) / 8);
            if (m_bytes.failed())
                return {};
        }
        return readCells((flags & isSharedFlag) != 0) && !m_bytes.failed() ? std::optional(m_builder.build())
                                                                           : std::nullopt;
    }

private:
    bool isNull(std::size_t row) const
    {
        return !m_nulls.empty() && (static_cast<unsigned char>(m_nulls[row / 8]) >> (row % 8) & 1) != 0;
    }

    bool readCells(bool isShared)
    {
        switch (m_builder.type()) {
        case ColumnType::Bool:
            return readIntegers<std::uint8_t>(0, 1);
        case ColumnType::Int:
            return readIntegers<std::int32_t>(std::numeric_limits<std::int32_t>::min(),
                                              std::numeric_limits<std::int32_t>::max());
        case ColumnType::DateTime:
            return readIntegers<std::int64_t>(0, maxDateTimeTicks);
        case ColumnType::Long:
        case ColumnType::TimeSpan:
            return readIntegers<std::int64_t>(std::numeric_limits<std::int64_t>::min(),
                                              std::numeric_limits<std::int64_t>::max());
        case ColumnType::Real:
            return readReals();
        default:
            return isShared ? readSharedTexts() : readPlainTexts();
        }
    }

    template <typename Number>
    bool readIntegers(std::int64_t least, std::int64_t most)
    {
        const std::vector<Number> numbers = takeNumbers<Number>(m_bytes, m_rows);
        if (numbers.size() != m_rows)
            return false;
        for (std::size_t row = 0; row < m_rows; ++row) {
            const std::int64_t number = numbers[row];
            if (isNull(row))
                m_builder.appendNull();
            else if (number < least || number > most)
                return false;
            else
                m_builder.appendInteger(number);
        }
        return true;
    }

    bool readReals()
    {
        const std::vector<double> numbers = takeNumbers<double>(m_bytes, m_rows);
        if (numbers.size() != m_rows)
            return false;
        for (std::size_t row = 0; row < m_rows; ++row) {
            if (isNull(row))
                m_builder.appendNull();
            else
                m_builder.appendReal(numbers[row]);
        }
        return true;
    }

    /// \a count texts; nothing where they are no UTF-8 or their lengths are not theirs.
    std::optional<std::vector<std::string_view>> takeTexts(std::size_t count)
    {
        const std::vector<std::uint32_t> lengths = takeNumbers<std::uint32_t>(m_bytes, count);
        if (lengths.size() != count)
            return {};
        std::uint64_t sum = 0;
        for (const std::uint32_t length : lengths)
            sum += length;
        const std::string_view arena = m_bytes.take(static_cast<std::size_t>(sum));
        if (m_bytes.failed() || !simdjson::validate_utf8(arena.data(), arena.size()))
            return {};
        std::vector<std::string_view> texts;
        texts.reserve(count);
        std::size_t at = 0;
        for (const std::uint32_t length : lengths) {
            // All of it is UTF-8, so a text is where it begins with a character.
            if (at < arena.size() && (static_cast<unsigned char>(arena[at]) & 0xC0) == 0x80)
                return {};
            texts.push_back(arena.substr(at, length));
            at += length;
        }
        return texts;
    }

    bool readPlainTexts()
    {
        const auto texts = takeTexts(m_rows);
        for (std::size_t row = 0; texts && row < m_rows; ++row)
            appendText(row, (*texts)[row]);
        return texts.has_value();
    }

    bool readSharedTexts()
    {
        const auto count = m_bytes.take<std::uint32_t>();
        const auto texts = takeTexts(count);
        if (!texts)
            return false;
        const std::vector<std::uint32_t> numbers = takeNumbers<std::uint32_t>(m_bytes, m_rows);
        if (numbers.size() != m_rows)
            return false;
        for (std::size_t row = 0; row < m_rows; ++row) {
            if (numbers[row] >= texts->size())
                return false;
            appendText(row, (*texts)[numbers[row]]);
        }
        return true;
    }

    void appendText(std::size_t row, std::string_view text)
    {
        if (isNull(row))
            m_builder.appendNull();
        else
            m_builder.appendText(text);
    }

    ByteReader &m_bytes;
    ColumnBuilder m_builder;
    std::size_t m_rows;
    std::string_view m_nulls;
};

} // namespace

std::string rowsToBytes(const Table &table, std::size_t begin, std::size_t end)
{
    std::string bytes;
    put(bytes, static_cast<std::uint32_t>(end - begin));
    put(bytes, static_cast<std::uint32_t>(table.columnCount()));
    for (const Column &column : table.columns())
        putColumn(bytes, column, begin, end);
    return bytes;
}

std::optional<Table> rowsFromBytes(std::string_view bytes, const QList<ColumnHeader> &headers)
{
    ByteReader reader(bytes);
    const auto rows = reader.take<std::uint32_t>();
    const auto columns = reader.take<std::uint32_t>();
    if (reader.failed() || rows > mostBlockRows || columns > static_cast<std::uint64_t>(headers.size()))
        return {};
    QList<Column> read;
    for (std::uint32_t i = 0; i < columns; ++i) {
        std::optional<Column> column = ColumnReader(reader, headers.at(i), rows).read();
        if (!column)
            return {};
        read.append(std::move(*column));
    }
    if (!reader.isAtEnd())
        return {};
    return Table(read, rows);
}

} // namespace sonde::resultfile
