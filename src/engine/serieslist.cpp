#include "engine/serieslist.h"

#include "engine/dynamicvalue.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sonde {

using std::optional;

optional<double> seriesNumber(const DynamicValue &item)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (item.is(DynamicValue::Kind::Number))
        return item.real();
    if (!item.is(DynamicValue::Kind::Text))
        return {};
    if (item.text == "NaN")
        return std::nan("");
    if (item.text == "Infinity")
        return infinite;
    return item.text == "-Infinity" ? optional<double>(-infinite) : std::nullopt;
}

optional<Series> Series::parse(std::string_view json)
{
    const optional<DynamicValue> list = DynamicValue::parse(json);
    if (!list || !list->is(DynamicValue::Kind::List))
        return {};
    Series series;
    for (const DynamicValue &item : list->items) {
        series.reals.push_back(seriesNumber(item));
        const optional<std::int64_t> whole = item.whole();
        series.isWhole = series.isWhole && (whole || !series.reals.back());
        series.wholes.push_back(whole.value_or(0));
    }
    return series;
}

bool Series::isNumeric() const
{
    return std::all_of(reals.cbegin(), reals.cend(), [](const auto &value) { return value.has_value(); });
}

void ListText::add(std::string_view item)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += item;
}

} // namespace sonde
