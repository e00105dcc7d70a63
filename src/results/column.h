#pragma once

#include "core/ticks.h"

#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonde {

/// The types of the logs query service (columns[].type). Classic records are given the narrowest that fits.
enum class ColumnType : std::uint8_t {
    Bool,
    Int,
    Long,
    Real,
    Decimal,
    Guid,
    DateTime,
    TimeSpan,
    String,
    Dynamic
};

/// The service's word for a type: bool int long real decimal guid datetime timespan string dynamic.
QString columnTypeName(ColumnType type);
/// Reads the words of the query API and those of the tables API (boolean, dateTime); nothing for any other
/// word.
std::optional<ColumnType> columnTypeFromName(std::string_view name);
/// Whether cells are kept as UTF-8 text: Decimal, Guid, String and Dynamic.
inline bool isTextType(ColumnType type)
{
    return type == ColumnType::Decimal || type == ColumnType::Guid || type == ColumnType::String ||
           type == ColumnType::Dynamic;
}

/// One column of a Table: typed cells, repeated texts stored once where that is smaller, immutable, shared
/// when copied. Rows count from 0; a row out of range is undefined. May be read from any thread.
class Column
{
public:
    Column() = default;
    const QString &name() const;
    ColumnType type() const;
    std::size_t size() const;
    bool isNull(std::size_t row) const;
    bool hasNulls() const;

    /// Bool (0 or 1), Int, Long, DateTime and TimeSpan (100 ns ticks). Undefined where null.
    std::int64_t integer(std::size_t row) const;
    /// Real only. Undefined where null.
    double real(std::size_t row) const;
    /// Text types only, UTF-8; valid as long as any copy of the column lives. Empty where null.
    std::string_view text(std::size_t row) const;

    /// Text types only: repeated texts are stored once, so what is true of a text need be found out only
    /// once. Every row has the number of its text, below textCount(). A null has that of some text.
    std::size_t textCount() const;
    std::uint32_t textNumber(std::size_t row) const;
    /// As text(), by number.
    std::string_view textAt(std::uint32_t number) const;

    /// Bytes of memory the cells take.
    std::size_t memoryUse() const;

private:
    friend class ColumnBuilder;
    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// Fills one column row by row on one thread; build() hands it over and starts anew.
class ColumnBuilder
{
public:
    ColumnBuilder(QString name, ColumnType type);
    ~ColumnBuilder();
    ColumnBuilder(ColumnBuilder &&) noexcept;
    ColumnBuilder &operator=(ColumnBuilder &&) noexcept;

    const QString &name() const { return m_name; }
    ColumnType type() const { return m_type; }
    std::size_t size() const;

    void appendNull();
    /// Bool, Int, Long, DateTime, TimeSpan.
    void appendInteger(std::int64_t value);
    /// Real.
    void appendReal(double value);
    /// Decimal, Guid, String, Dynamic; well-formed UTF-8.
    void appendText(std::string_view text);

    Column build();

private:
    class Dictionary;
    void start();
    void abandonDictionary();

    QString m_name;
    ColumnType m_type;
    std::unique_ptr<Column::Data> m_data;
    std::unique_ptr<Dictionary> m_dictionary; ///< while repeated texts still pay
    int m_plainBuilds = 0;                    ///< so many tables still do without
};

// Read for every cell that is written, sorted or filtered, so it all stands here.

/// The cells by storage class. Nulls are a bit mask that exists only once there is one; a null cell also has
/// a zero or an empty text in its place, so that rows keep their numbers.
struct Column::Data
{
    QString name;
    ColumnType type = ColumnType::String;
    std::size_t size = 0;
    std::vector<std::uint64_t> nulls;

    std::vector<std::uint8_t> bytes; ///< Bool
    std::vector<std::int32_t> words; ///< Int
    std::vector<std::int64_t> longs; ///< Long, DateTime, TimeSpan
    std::vector<double> reals;       ///< Real

    // Text: either one slice per row (codes empty), or one slice per distinct text and a code per row.
    std::string arena;
    std::vector<std::uint32_t> ends; ///< where each slice ends in the arena
    std::vector<std::uint32_t> codes;

    bool isNull(std::size_t row) const
    {
        const std::size_t word = row / 64;
        return word < nulls.size() && (nulls[word] >> (row % 64) & 1) != 0;
    }

    void setNull(std::size_t row)
    {
        if (nulls.size() <= row / 64)
            nulls.resize(row / 64 + 1);
        nulls[row / 64] |= std::uint64_t(1) << (row % 64);
    }

    void reserveLike(const Data &other)
    {
        const auto reserve = [](auto &mine, const auto &theirs) {
            mine.reserve(theirs.size() + theirs.size() / 16);
        };
        reserve(bytes, other.bytes);
        reserve(words, other.words);
        reserve(longs, other.longs);
        reserve(reals, other.reals);
        reserve(arena, other.arena);
        reserve(ends, other.ends);
        reserve(codes, other.codes);
    }

    std::string_view slice(std::uint32_t index) const
    {
        const std::uint32_t begin = index == 0 ? 0 : ends[index - 1];
        return std::string_view(arena).substr(begin, ends[index] - begin);
    }

    std::uint32_t addSlice(std::string_view text)
    {
        arena.append(text);
        ends.push_back(static_cast<std::uint32_t>(arena.size()));
        return static_cast<std::uint32_t>(ends.size() - 1);
    }
};

inline const QString &Column::name() const
{
    return m_data->name;
}

inline ColumnType Column::type() const
{
    return m_data->type;
}

inline std::size_t Column::size() const
{
    return m_data ? m_data->size : 0;
}

inline bool Column::isNull(std::size_t row) const
{
    return m_data->isNull(row);
}

inline bool Column::hasNulls() const
{
    return !m_data->nulls.empty();
}

inline std::int64_t Column::integer(std::size_t row) const
{
    switch (m_data->type) {
    case ColumnType::Bool:
        return m_data->bytes[row];
    case ColumnType::Int:
        return m_data->words[row];
    default:
        return m_data->longs[row];
    }
}

inline double Column::real(std::size_t row) const
{
    return m_data->reals[row];
}

inline std::string_view Column::text(std::size_t row) const
{
    return textAt(textNumber(row));
}

inline std::size_t Column::textCount() const
{
    return m_data->ends.size();
}

inline std::uint32_t Column::textNumber(std::size_t row) const
{
    return m_data->codes.empty() ? static_cast<std::uint32_t>(row) : m_data->codes[row];
}

inline std::string_view Column::textAt(std::uint32_t number) const
{
    return m_data->slice(number);
}

} // namespace sonde
