#pragma once

#include "azure/connectionaccess.h"
#include "azure/searchwork.h"

namespace sonde {

/// One run in the GUI thread: checks the query, readies the embedded workspace, reads the secret, and then
/// stands between the job and its work in the network thread. Deletes itself when the run has ended.
class SearchRun final : public QObject
{
    Q_OBJECT

public:
    SearchRun(const AccessServices &services, SearchJob *job, Query query, Connection connection,
              QObject *parent);
    /// Ends the job with Cancelled if it has not ended.
    ~SearchRun() override;

    void start();

private:
    void sendOff();
    void cancelAtHost();
    void onCancelRequested();
    void report(SearchProgress::Stage stage);
    void finish(const Result<ResultInfo> &outcome);

    const AccessServices m_services;
    SearchOrder m_order;
    bool m_sent = false;
    bool m_finished = false;
};

} // namespace sonde
