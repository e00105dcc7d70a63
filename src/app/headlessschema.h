#pragma once

#include "core/clock.h"
#include "ports/schemasource.h"
#include "stores/schemacache.h"

#include <QObject>
#include <memory>

namespace sonde {

/// The tables of one connection for a command without a window: what was kept of them while that is not older
/// than a day, else what the workspace lists; where it cannot be asked, what was kept, however old, with a
/// line on standard error.
class HeadlessSchema final : public QObject
{
    Q_OBJECT

public:
    /// \a source and \a clock outlive this.
    HeadlessSchema(SchemaSource &source, SchemaCache cache, const Clock &clock, Connection connection);
    ~HeadlessSchema() override;

    void start();

signals:
    /// Once, and never from within start().
    void found(const sonde::Result<sonde::KqlSchemaPtr> &schema);

private:
    void finish(const Result<KqlSchemaPtr> &listed);

    SchemaSource &m_source;
    const SchemaCache m_cache;
    const Clock &m_clock;
    const Connection m_connection;
    std::optional<KnownSchema> m_known;
    std::unique_ptr<SchemaJob> m_job;
};

} // namespace sonde
