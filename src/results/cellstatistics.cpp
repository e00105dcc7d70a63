#include "results/cellstatistics.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_set>

namespace sonde {

namespace {

constexpr std::size_t rowsBetweenLooks = 4096;

/// A sum of whole numbers as long as it fits, and beside it one of doubles that does not lose small ones
/// among large ones (Neumaier).
class Sum
{
public:
    void add(std::int64_t value)
    {
        std::int64_t next = 0;
        if (m_fits && !__builtin_add_overflow(m_whole, value, &next))
            m_whole = next;
        else
            m_fits = false;
        addReal(static_cast<double>(value));
    }
    void add(double value)
    {
        m_isWhole = false;
        addReal(value);
    }
    std::optional<std::int64_t> whole() const
    {
        return m_isWhole && m_fits ? std::optional(m_whole) : std::nullopt;
    }
    double real() const
    {
        if (const auto exact = whole())
            return static_cast<double>(*exact);
        // The correction of an infinite sum is not a number.
        return std::isfinite(m_real) ? m_real + m_correction : m_real;
    }

private:
    void addReal(double value)
    {
        const double next = m_real + value;
        m_correction +=
            std::abs(m_real) >= std::abs(value) ? (m_real - next) + value : (value - next) + m_real;
        m_real = next;
    }

    std::int64_t m_whole = 0;
    bool m_fits = true;
    bool m_isWhole = true;
    double m_real = 0;
    double m_correction = 0;
};

/// The smallest and the largest of what it is told.
template <typename Value>
class Bounds
{
public:
    void add(Value value)
    {
        if (!m_smallest || value < *m_smallest)
            m_smallest = value;
        if (!m_largest || *m_largest < value)
            m_largest = value;
    }
    const std::optional<Value> &smallest() const { return m_smallest; }
    const std::optional<Value> &largest() const { return m_largest; }

private:
    std::optional<Value> m_smallest;
    std::optional<Value> m_largest;
};

enum class Measure { None, Numbers, TimeSpans, DateTimes };

Measure measureOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::Real:
    case ColumnType::Decimal:
        return Measure::Numbers;
    case ColumnType::TimeSpan:
        return Measure::TimeSpans;
    case ColumnType::DateTime:
        return Measure::DateTimes;
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    return Measure::None;
}

double toReal(std::string_view decimal)
{
    double value = std::numeric_limits<double>::quiet_NaN();
    std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
    return value;
}

class Counter
{
public:
    Counter(Measure measure, bool countsDistinct)
        : m_measure(measure)
        , m_countsDistinct(countsDistinct)
    {}

    void take(const CellRef &cell)
    {
        ++m_result.cells;
        if (cell.isNull()) {
            ++m_result.empty;
            return;
        }
        const Column &column = *cell.column;
        if (isTextType(column.type())) {
            takeText(column, cell.row);
        } else if (column.type() == ColumnType::Real) {
            const double value = column.real(cell.row);
            takeReal(value);
            if (m_countsDistinct)
                m_reals.push_back(value);
        } else {
            takeWhole(column.integer(cell.row));
        }
    }

    CellStatistics finish()
    {
        if (m_countsDistinct)
            m_result.distinct = countDistinct();
        const std::uint64_t values = m_values + m_notNumbers;
        if (values == 0)
            return m_result;
        switch (m_measure) {
        case Measure::Numbers:
            m_result.numbers = numbers(static_cast<double>(values));
            break;
        case Measure::TimeSpans:
            m_result.timeSpans = CellStatistics::TimeSpans{m_sum.whole(), meanOfWhole(), *m_wholes.smallest(),
                                                           *m_wholes.largest()};
            break;
        case Measure::DateTimes:
            m_result.dateTimes = CellStatistics::DateTimes{*m_wholes.smallest(), *m_wholes.largest()};
            break;
        case Measure::None:
            break;
        }
        return m_result;
    }

private:
    void takeText(const Column &column, std::size_t row)
    {
        const std::string_view text = column.text(row);
        if (text.empty()) {
            ++m_result.empty;
            return;
        }
        if (column.type() == ColumnType::Decimal)
            takeReal(toReal(text));
        if (m_countsDistinct && (m_lastText.data() != text.data() || m_lastText.size() != text.size())) {
            m_texts.insert(text);
            m_lastText = text; // repeated texts are stored once, so many need no second look
        }
    }
    void takeReal(double value)
    {
        m_sum.add(value);
        if (std::isnan(value)) {
            ++m_notNumbers;
            return;
        }
        ++m_values;
        m_realBounds.add(value);
    }
    void takeWhole(std::int64_t value)
    {
        ++m_values;
        if (m_measure != Measure::DateTimes)
            m_sum.add(value);
        m_wholes.add(value);
        if (m_countsDistinct)
            m_distinctWholes.push_back(value);
    }

    std::uint64_t countDistinct()
    {
        const auto countOf = [](auto &values) {
            std::sort(values.begin(), values.end());
            return static_cast<std::uint64_t>(
                std::distance(values.begin(), std::unique(values.begin(), values.end())));
        };
        // Sorting needs an order, which NaN has not; all of them are one value.
        const auto firstNan =
            std::partition(m_reals.begin(), m_reals.end(), [](double value) { return !std::isnan(value); });
        const bool hasNan = firstNan != m_reals.end();
        m_reals.erase(firstNan, m_reals.end());
        return m_texts.size() + countOf(m_distinctWholes) + countOf(m_reals) + (hasNan ? 1 : 0);
    }

    /// Of ticks, without an overflow on the way.
    Ticks meanOfWhole() const
    {
        if (const auto sum = m_sum.whole())
            return *sum / static_cast<Ticks>(m_values);
        return static_cast<Ticks>(m_sum.real() / static_cast<double>(m_values));
    }

    CellStatistics::Numbers numbers(double values) const
    {
        CellStatistics::Numbers result;
        result.mean = m_sum.real() / values;
        if (const auto whole = m_sum.whole())
            result.sum = *whole;
        else
            result.sum = m_sum.real();
        result.smallest = bound(m_wholes.smallest(), m_realBounds.smallest(), true);
        result.largest = bound(m_wholes.largest(), m_realBounds.largest(), false);
        return result;
    }
    static StatisticNumber bound(const std::optional<std::int64_t> &whole, const std::optional<double> &real,
                                 bool isSmallest)
    {
        if (whole && real) {
            const bool isWhole = (static_cast<double>(*whole) < *real) == isSmallest;
            return isWhole ? StatisticNumber(*whole) : StatisticNumber(*real);
        }
        if (whole)
            return *whole;
        return real.value_or(std::numeric_limits<double>::quiet_NaN());
    }

    Measure m_measure;
    bool m_countsDistinct;
    CellStatistics m_result;
    Sum m_sum;
    std::uint64_t m_values = 0;
    std::uint64_t m_notNumbers = 0; ///< NaN
    Bounds<std::int64_t> m_wholes;
    Bounds<double> m_realBounds;
    std::string_view m_lastText;
    std::unordered_set<std::string_view> m_texts;
    std::vector<std::int64_t> m_distinctWholes;
    std::vector<double> m_reals;
};

Measure commonMeasure(const ChunkedTable &table, const std::vector<ColumnCells> &cells)
{
    std::optional<Measure> common;
    for (const ColumnCells &column : cells) {
        const Measure measure = measureOf(table.headers().at(column.column).type);
        if (common && *common != measure)
            return Measure::None;
        common = measure;
    }
    return common.value_or(Measure::None);
}

} // namespace

std::optional<CellStatistics> statisticsOf(const Selection &rows, const std::vector<ColumnCells> &cells,
                                           const CancelState &cancel)
{
    Counter counter(commonMeasure(rows.table, cells), cells.size() == 1);
    std::size_t looked = 0;
    for (const ColumnCells &column : cells) {
        for (const auto &[first, last] : column.ranges) {
            for (std::size_t place = first; place <= last; ++place) {
                if (looked++ % rowsBetweenLooks == 0 && cancel.isCancelled())
                    return std::nullopt;
                counter.take(rows.table.cell(rows.rows ? (*rows.rows)[place] : place, column.column));
            }
        }
    }
    return counter.finish();
}

} // namespace sonde
