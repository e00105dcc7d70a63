#pragma once

#include "core/result.h"
#include "core/ticks.h"
#include "engine/database.h"

#include <QString>
#include <memory>
#include <string_view>

namespace sonde {

/// Fills one table of the sample file, cell by cell in the order of its stored columns. A failure is kept and
/// told by finish(). One thread.
class SampleAppender
{
public:
    SampleAppender(const Database &database, const QString &table);
    ~SampleAppender();
    SampleAppender(const SampleAppender &) = delete;
    SampleAppender &operator=(const SampleAppender &) = delete;

    /// A time, as ticks before the moment the data is looked at.
    SampleAppender &age(Ticks ticks) { return integer(ticks); }
    SampleAppender &integer(std::int64_t value);
    SampleAppender &real(double value);
    SampleAppender &boolean(bool value);
    SampleAppender &text(std::string_view utf8);
    SampleAppender &null();
    void endRow();

    qint64 rowCount() const { return m_rows; }
    /// Io with DuckDB's words if any cell or row was refused.
    Result<void> finish();

private:
    class Private;
    std::unique_ptr<Private> d;
    qint64 m_rows = 0;
};

} // namespace sonde
