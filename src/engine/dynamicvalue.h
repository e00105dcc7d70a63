#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonde {

/// A value of type dynamic, taken apart: JSON whose keys stay in their order. A number is its digits: 1
/// and 1.0 are two. Internal to the engine.
struct DynamicValue
{
    enum class Kind : unsigned char { Null, Bool, Number, Text, List, Bag };

    Kind kind = Kind::Null;
    bool truth = false;
    std::string text;                ///< of a Text, or the digits of a Number
    std::vector<DynamicValue> items; ///< of a List or a Bag
    std::vector<std::string> keys;   ///< of a Bag, one for each item; no key twice

    static DynamicValue ofNumber(std::int64_t value);
    static DynamicValue ofText(std::string text);
    static DynamicValue ofList(std::vector<DynamicValue> items);
    /// Nothing where it is no JSON.
    static std::optional<DynamicValue> parse(std::string_view json);

    bool is(Kind other) const { return kind == other; }
    bool isWhole() const; ///< a number without a fraction or an exponent
    /// Such a number where it is one of 64 bits.
    std::optional<std::int64_t> whole() const;
    /// Of a number; 0 otherwise.
    double real() const;
    /// Of a bag: the place of a key, or nothing.
    std::optional<std::size_t> find(std::string_view key) const;
    /// Of a bag; the value that a key has already is replaced.
    void set(const std::string &key, DynamicValue value);
    /// Of a bag; nothing happens where there is no such key.
    void remove(std::string_view key);

    /// Compact.
    std::string toJson() const;
    void appendJson(std::string &json) const;
    bool operator==(const DynamicValue &other) const;
};

/// \a text in quotes, as JSON writes it.
std::string jsonText(std::string_view text);
/// \a value with a fraction or an exponent; NaN and the infinite ones, which JSON lacks, as texts.
std::string jsonReal(double value);

} // namespace sonde
