#include "sandbox/sampleappender.h"

#include <QCoreApplication>

#include <duckdb.h>

namespace sonde {

class SampleAppender::Private
{
public:
    void note(duckdb_state state)
    {
        if (state == DuckDBSuccess || failed)
            return;
        failed = true;
        const char *words = appender == nullptr ? nullptr : duckdb_appender_error(appender);
        problem = words == nullptr ? QString() : QString::fromUtf8(words);
    }

    duckdb_connection connection = nullptr;
    duckdb_appender appender = nullptr;
    bool failed = false;
    QString problem;
};

SampleAppender::SampleAppender(const Database &database, const QString &table)
    : d(std::make_unique<Private>())
{
    // The handle is DuckDB's, passed as void* so that its header stays out of the engine's.
    d->note(duckdb_connect(static_cast<duckdb_database>(database.handle()), &d->connection));
    if (!d->failed)
        d->note(duckdb_appender_create(d->connection, nullptr, table.toUtf8().constData(), &d->appender));
}

SampleAppender::~SampleAppender()
{
    duckdb_appender_destroy(&d->appender);
    duckdb_disconnect(&d->connection);
}

SampleAppender &SampleAppender::integer(std::int64_t value)
{
    if (!d->failed)
        d->note(duckdb_append_int64(d->appender, value));
    return *this;
}

SampleAppender &SampleAppender::real(double value)
{
    if (!d->failed)
        d->note(duckdb_append_double(d->appender, value));
    return *this;
}

SampleAppender &SampleAppender::boolean(bool value)
{
    if (!d->failed)
        d->note(duckdb_append_bool(d->appender, value));
    return *this;
}

SampleAppender &SampleAppender::text(std::string_view utf8)
{
    if (!d->failed)
        d->note(duckdb_append_varchar_length(d->appender, utf8.data(), utf8.size()));
    return *this;
}

SampleAppender &SampleAppender::null()
{
    if (!d->failed)
        d->note(duckdb_append_null(d->appender));
    return *this;
}

void SampleAppender::endRow()
{
    if (!d->failed)
        d->note(duckdb_appender_end_row(d->appender));
    ++m_rows;
}

Result<void> SampleAppender::finish()
{
    if (!d->failed)
        d->note(duckdb_appender_close(d->appender));
    if (!d->failed)
        return {};
    return failure(ErrorKind::Io,
                   QCoreApplication::translate("SampleData", "The sample data could not be written."),
                   QCoreApplication::translate("SampleData", "Check that there is room in the cache folder."),
                   d->problem);
}

} // namespace sonde
