#pragma once

#include "ports/connectionprobe.h"

#include <QList>
#include <QPointer>

namespace sonde {

/// A probe that does nothing by itself: the test plays the steps through the jobs' signals.
class FakeConnectionProbe final : public ConnectionProbe
{
public:
    struct Probe
    {
        Connection connection;
        std::optional<QString> secret;
        QPointer<ProbeJob> job;
    };

    ProbeJob *probe(const Connection &connection, const std::optional<QString> &secret) override
    {
        auto *job = new ProbeJob;
        m_probes.append({connection, secret, job});
        return job;
    }

    const QList<Probe> &probes() const { return m_probes; }
    const Probe &last() const { return m_probes.last(); }

private:
    QList<Probe> m_probes;
};

} // namespace sonde
