#pragma once

#include "azure/probework.h"
#include "azure/schemawork.h"
#include "azure/searchwork.h"

#include <QHash>
#include <optional>

namespace sonde {

/// All that lives in the network thread, made and deleted there: the one HTTP class, the tokens, the runs.
class NetworkHost final : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        std::shared_ptr<const Clock> clock;
        std::shared_ptr<Scheduler> scheduler;
        HttpClient::Options http;
        DecodeWorker::Limits limits;
        std::function<QString(const QString &)> classicToKql;
    };
    /// May be made in another thread and moved; everything else happens in the network thread.
    NetworkHost(Setup setup, QThreadPool &pool);
    ~NetworkHost() override;

    /// For requests from now on.
    void setAccess(const HttpAccess &access);
    void startSearch(const SearchOrder &order);
    void cancelSearch(quint64 number);
    void startProbe(const ProbeOrder &order);
    void cancelProbe(quint64 number);
    void startSchema(const SchemaOrder &order);
    void cancelSchema(quint64 number);

signals:
    /// The request log switched itself off.
    void warned(const sonde::Error &error);

private:
    void prepare();

    Setup m_setup;
    QThreadPool &m_pool;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<TokenSource> m_tokens;
    std::optional<SearchServices> m_services;
    QHash<quint64, SearchWork *> m_works;
    QHash<quint64, ProbeWork *> m_probes;
    QHash<quint64, SchemaWork *> m_schemas;
};

} // namespace sonde
