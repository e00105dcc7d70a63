#pragma once

#include "azure/searchwork.h"
#include "ports/connectionprobe.h"

#include <QList>

namespace sonde {

class ReachJob;

/// Where a probe's work speaks to the GUI thread, as SearchOutlet does for a run.
class ProbeOutlet final : public QObject
{
    Q_OBJECT

signals:
    void stepChanged(const sonde::ProbeStep &step);
    void finished(bool passed);
};

/// One probe as it is handed to the network thread.
struct ProbeOrder
{
    quint64 number = 0;
    Connection connection;
    Result<QString> secret; ///< the secret, or why it is not known
    std::shared_ptr<ProbeOutlet> outlet;
};

/// One probe in the network thread: the steps of one service after the other, each only if the one before it
/// passed. Deleting it ends what is under way.
class ProbeWork final : public QObject
{
    Q_OBJECT

public:
    ProbeWork(const SearchServices &services, ProbeOrder order, QObject *parent);
    ~ProbeWork() override;
    /// Called once.
    void start();

signals:
    /// The outcome is with the outlet; the work may be deleted.
    void done();

private:
    void startNextService();
    void lookUpNames();
    void reachHosts();
    void judgeHosts(const QList<ReachJob *> &jobs);
    void signIn();
    void search();
    void searchLogs();
    void searchClassic();
    void onSearched(const std::optional<Error> &error);

    /// The two addresses of a service; one where they are the same host and port.
    QList<QUrl> addresses() const;
    void begin(ProbeStep::Kind kind);
    void pass(const QString &detail = {});
    void fail(const Error &error);
    void report(ProbeStep::State state, const QString &detail, const std::optional<Error> &error = {});
    /// For what a step waits for: calls \a action unless the step has ended meanwhile.
    template <typename Action>
    auto whileInStep(Action action)
    {
        return [this, action = std::move(action), steps = m_steps](auto &&...arguments) {
            if (steps == m_steps)
                action(arguments...);
        };
    }

    const SearchServices &m_services;
    const ProbeOrder m_order;
    QList<QueryLanguage> m_left;
    QueryLanguage m_service = QueryLanguage::Kql;
    ProbeStep::Kind m_kind = ProbeStep::Kind::Name;
    int m_steps = 0; ///< begun and ended so far
    bool m_passed = true;
    QByteArray m_token;
    CancelStatePtr m_cancel = std::make_shared<CancelState>();
};

} // namespace sonde
