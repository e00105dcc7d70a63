#pragma once

#include "results/columnformat.h"
#include "results/numbertext.h"
#include "results/table.h"

namespace sonde {

/// Writes the cells of one column in its format, in the words of the language that is spoken. A value, made
/// once for many cells; may be used from any thread.
class FormattedCells
{
public:
    /// \a now is what a relative time is relative to.
    FormattedCells(const ColumnFormat &format, const QLocale &locale, Ticks now = 0);

    const ColumnFormat &format() const { return m_format; }
    void setNow(Ticks now) { m_now = now; }

    /// Puts the cell behind \a out. False, and nothing is put there, where the format says nothing of it, so
    /// that it stands as it came: a null, a number that is none, one of hundreds of digits.
    bool append(std::string &out, const CellRef &cell) const;

private:
    bool appendInteger(std::string &out, std::int64_t value, ColumnType type) const;
    bool appendReal(std::string &out, double value) const;
    bool appendDecimal(std::string &out, std::string_view text) const;
    bool appendBytes(std::string &out, double value) const;
    bool appendDuration(std::string &out, double seconds) const;
    void appendTotalSeconds(std::string &out, Ticks ticks) const;
    void appendRelative(std::string &out, Ticks ticks) const;

    ColumnFormat m_format;
    NumberText m_numbers;
    Ticks m_now = 0;
};

} // namespace sonde
