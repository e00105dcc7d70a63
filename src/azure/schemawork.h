#pragma once

#include "azure/metadatajob.h"
#include "azure/searchwork.h"

namespace sonde {

/// Where the work speaks to the GUI thread, as SearchOutlet does for a run.
class SchemaOutlet final : public QObject
{
    Q_OBJECT

signals:
    void finished(const sonde::Result<sonde::KqlSchemaPtr> &outcome);
};

/// One reading of a workspace's tables as it is handed to the network thread.
struct SchemaOrder
{
    quint64 number = 0;
    Connection connection; ///< with real addresses
    QString secret;
    std::shared_ptr<SchemaOutlet> outlet;
};

/// One reading in the network thread: a token, the request, and its one repetition after a refused token or a
/// wait that the service asked for. Deleting it ends what is under way.
class SchemaWork final : public QObject
{
    Q_OBJECT

public:
    SchemaWork(const SearchServices &services, SchemaOrder order, QObject *parent);
    ~SchemaWork() override;
    /// Called once.
    void start();

signals:
    /// The outcome is with the outlet; the work may be deleted.
    void done();

private:
    TokenRequest tokenRequest() const;
    void signIn();
    void ask(const QByteArray &token);
    void onAnswered(const MetadataJob &job);
    bool repeats(const MetadataJob &job);
    void finish(const Result<KqlSchemaPtr> &outcome);

    const SearchServices &m_services;
    const SchemaOrder m_order;
    QByteArray m_token;
    bool m_signedInAgain = false;
    bool m_waited = false;
    CancelStatePtr m_cancel = std::make_shared<CancelState>();
};

} // namespace sonde
