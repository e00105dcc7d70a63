#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonde {

struct DynamicValue;

/// An element of a series; nothing where it is no number. The texts NaN, Infinity and -Infinity are the
/// numbers that JSON lacks.
std::optional<double> seriesNumber(const DynamicValue &item);

/// A list of numbers as it is calculated with. One real among whole numbers makes reals of them all. Internal
/// to the engine.
struct Series
{
    std::vector<std::optional<double>> reals; ///< nothing where an element is no number
    std::vector<std::int64_t> wholes;         ///< the same numbers where isWhole
    bool isWhole = true;

    /// Nothing where \a json is no list.
    static std::optional<Series> parse(std::string_view json);

    std::size_t size() const { return reals.size(); }
    bool isNumeric() const;
};

/// The text of a list, item by item.
class ListText
{
public:
    void add(std::string_view item);
    std::string end() { return std::move(m_text) + ']'; }

private:
    std::string m_text = "[";
};

} // namespace sonde
