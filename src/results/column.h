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
bool isTextType(ColumnType type);

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

} // namespace sonde
