#include "azure/metadatajob.h"

#include "azure/answererror.h"
#include "azure/metadataanswer.h"

#include <QLocale>

namespace sonde {

namespace {

/// The service gathers the list before it sends the first byte, which takes it some seconds.
constexpr auto inactivityLimit = std::chrono::seconds(120);
constexpr auto timeToReceive = std::chrono::minutes(10);
/// Twenty times what 1 500 tables with 60 000 described columns take: more is no list of tables.
constexpr qsizetype largestBody = 256 * 1024 * 1024;

/// Of a workspace that lists nothing, and so says nothing of what it does not have.
KqlSchemaPtr schemaOfNothing()
{
    auto schema = std::make_shared<KqlSchema>();
    schema->isOpen = true;
    return schema;
}

} // namespace

Result<BodyReader::Appetite> MetadataReader::take(std::string_view bytes)
{
    if (m_body.size() + static_cast<qsizetype>(bytes.size()) > largestBody) {
        return failure(
            ErrorKind::Decode,
            //: %1: a size, such as “256 MB”
            MetadataJob::tr("The workspace’s list of tables is longer than %1.")
                .arg(QLocale().formattedDataSize(largestBody, 0, QLocale::DataSizeTraditionalFormat)),
            MetadataJob::tr("The built-in tables are used in its place."));
    }
    m_body.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return Appetite::More;
}

Result<void> MetadataReader::end()
{
    auto schema = schemaFromMetadata(m_body);
    m_body.clear();
    if (!schema)
        return failure(schema.error());
    m_schema = *schema;
    return {};
}

MetadataJob::MetadataJob(const AnswerSetup &setup, const Connection &connection, QObject *parent)
    : AnswerJob(setup, parent)
    , m_connection(connection)
    , m_reader(std::make_shared<MetadataReader>())
{}

void MetadataJob::start(const QByteArray &token)
{
    HttpRequest http;
    const QByteArray address = baseOf(m_connection.endpoints().logs) + "/workspaces/" +
                               QUrl::toPercentEncoding(m_connection.workspaceId) + "/metadata";
    http.url = QUrl::fromEncoded(address);
    http.bearer = token;
    http.inactivityTimeout = inactivityLimit;
    http.deadline = inactivityLimit + timeToReceive;
    AnswerJob::start(std::move(http), m_reader);
}

void MetadataJob::onAnswered(const std::optional<Error> &error)
{
    if (error)
        m_outcome = failure(*error);
    else if (m_reader->schema())
        m_outcome = m_reader->schema();
    else
        m_outcome = schemaOfNothing();
    emit finished();
}

Error MetadataJob::refusal(const QByteArray &body) const
{
    return answerError(ServiceKind::Metadata, head(), body, 0);
}

Error MetadataJob::emptyAnswer() const
{
    return emptyAnswerError();
}

} // namespace sonde
