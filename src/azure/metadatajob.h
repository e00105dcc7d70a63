#pragma once

#include "azure/answerjob.h"
#include "core/connection.h"
#include "kql/kqlschema.h"

namespace sonde {

/// Collects the body of one `/metadata` answer, and reads it as a whole on the decode worker.
class MetadataReader final : public BodyReader
{
public:
    Result<Appetite> take(std::string_view bytes) override;
    Result<void> end() override;

    /// Set once the answer was read to its end.
    const KqlSchemaPtr &schema() const { return m_schema; }

private:
    QByteArray m_body;
    KqlSchemaPtr m_schema;
};

/// One `GET {base}/workspaces/{id}/metadata`.
class MetadataJob final : public AnswerJob
{
    Q_OBJECT

public:
    MetadataJob(const AnswerSetup &setup, const Connection &connection, QObject *parent = nullptr);
    void start(const QByteArray &token);

    /// After finished(). Where nothing came (204), a schema without tables.
    const Result<KqlSchemaPtr> &outcome() const { return m_outcome; }

signals:
    void finished();

protected:
    void onAnswered(const std::optional<Error> &error) override;
    Error refusal(const QByteArray &body) const override;
    Error emptyAnswer() const override;

private:
    const Connection m_connection;
    std::shared_ptr<MetadataReader> m_reader;
    Result<KqlSchemaPtr> m_outcome;
};

} // namespace sonde
