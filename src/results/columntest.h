#pragma once

#include "results/datetimetext.h"
#include "results/formattedcells.h"
#include "results/rowfilter.h"

#include <QRegularExpression>
#include <functional>

namespace sonde {

/// One condition made ready for columns of one type. Internal to the row filter; for one thread at a time.
class ColumnTest
{
public:
    /// Fails with Usage where the type has no such comparison, or the text is none of its values.
    static Result<ColumnTest> make(const ColumnCondition &condition, ColumnType type,
                                   const CellDisplay &display);

    /// Why the cells could not be looked at to their end; then keep() was false without being cancelled.
    const std::optional<Error> &problem() const { return m_problem; }

    /// Clears the entries of rows whose cells fail; those that are clear are not looked at. \a column is null
    /// where the chunk lacks it. False once \a cancel was raised, or where there is a problem().
    bool keep(const Column *column, RowMask &mask, const CancelState &cancel);

private:
    using TextTest = std::function<bool(std::string_view)>;

    ColumnTest() = default;
    Result<void> prepareText(const ColumnCondition &condition, ColumnType type);
    Result<void> prepareGuid(const ColumnCondition &condition);
    Result<void> prepareTyped(const ColumnCondition &condition, ColumnType type,
                              const std::optional<QTimeZone> &zone);
    bool matchesExpression();
    bool matchesShown(const Column &column, std::size_t row);
    bool holdsShown();
    bool isCellKept(const Column &column, std::size_t row);
    void appendShown(const Column &column, std::size_t row);

    bool m_keepsNull = false;
    bool m_keepsOthers = false; ///< where there is no test at all
    bool m_looksAtShown = true;
    std::size_t m_lookEvery = 4096; ///< rows between two looks at the cancel state
    std::optional<Error> m_problem;
    TextTest m_text; ///< of what is displayed, or of the texts themselves
    std::optional<QRegularExpression> m_expression;
    std::function<bool(std::int64_t)> m_integer;
    std::function<bool(double)> m_real;
    DateTimeText m_dateTime;
    std::optional<FormattedCells> m_formatted; ///< what is displayed is this as well as the value
    std::string m_shown;
    std::vector<std::uint8_t> m_verdicts; ///< by text number: 0 not looked at, 1 fails, 2 kept
};

} // namespace sonde
