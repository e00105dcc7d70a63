#pragma once

#include "results/table.h"

#include <QString>
#include <optional>

namespace sonde {

/// How severe the event of a row is, in the words that all services share.
enum class Severity { None, Verbose, Information, Warning, Error, Critical };

/// The word for it; empty for None.
QString severityName(Severity severity);

/// Reads the severity of rows from the column that says it, where a table has one of the well-known names:
/// Level, SeverityLevel, LogLevel, AlertSeverity, EventLevelName and their like. Words are understood as the
/// services write them (Informational, crit, Sev2, High), numbers where their scale is known from the column.
class SeverityScale
{
public:
    /// Nothing where no column says it.
    static std::optional<SeverityScale> of(const QList<ColumnHeader> &headers);

    int column() const { return m_column; }
    /// None for a null, and for what is not understood: nothing is marked by a guess.
    Severity read(const CellRef &cell) const;

private:
    /// What numbers mean.
    enum class Numbers {
        Unknown,
        Windows,    ///< 1 critical to 5 verbose, 0 always
        Insights,   ///< 0 verbose to 4 critical
        Telemetry,  ///< OpenTelemetry's, 1 to 24
        CommonEvent ///< of the Common Event Format, 0 to 10
    };

    SeverityScale(int column, Numbers numbers)
        : m_column(column)
        , m_numbers(numbers)
    {}
    Severity ofNumber(std::int64_t number) const;

    int m_column;
    Numbers m_numbers;
};

} // namespace sonde
