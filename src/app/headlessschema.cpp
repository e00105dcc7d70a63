#include "app/headlessschema.h"

#include "app/headlessquery.h"

#include <cstdio>

namespace sonde {

namespace {

constexpr qint64 secondsUntilOld = 24 * 60 * 60;

void say(const QString &line)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
}

} // namespace

HeadlessSchema::HeadlessSchema(SchemaSource &source, SchemaCache cache, const Clock &clock,
                               Connection connection)
    : m_source(source)
    , m_cache(std::move(cache))
    , m_clock(clock)
    , m_connection(std::move(connection))
{}

HeadlessSchema::~HeadlessSchema() = default;

void HeadlessSchema::start()
{
    m_known = m_cache.read(m_connection);
    const QDateTime now = m_clock.nowUtc();
    if (m_known && m_known->fetched <= now && m_known->fetched.secsTo(now) < secondsUntilOld) {
        QMetaObject::invokeMethod(
            this, [this] { emit found(m_known->schema); }, Qt::QueuedConnection);
        return;
    }
    m_job.reset(m_source.read(m_connection));
    connect(m_job.get(), &SchemaJob::finished, this, &HeadlessSchema::finish);
}

void HeadlessSchema::finish(const Result<KqlSchemaPtr> &listed)
{
    m_job.release()->deleteLater(); // it is this one that speaks
    if (!listed && m_known) {
        say(listed.error().message);
        //: %1: a date
        say(tr("The tables are those of %1.").arg(QLocale().toString(m_known->fetched.toLocalTime().date())));
        emit found(m_known->schema);
        return;
    }
    if (listed) {
        const auto written = m_cache.write(m_connection, {*listed, m_clock.nowUtc()});
        if (!written)
            printError(written.error());
    }
    emit found(listed);
}

} // namespace sonde
