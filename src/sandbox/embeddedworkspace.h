#pragma once

#include "ports/localworkspace.h"
#include "sandbox/sandboxserver.h"

#include <QPointer>
#include <QThread>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sonde {

/// The sandbox inside the program: started on a thread of its own when it is first asked for.
class EmbeddedWorkspace final : public LocalWorkspace
{
public:
    /// \a service outlives the workspace.
    EmbeddedWorkspace(KqlService &service, SandboxServer::Options options);
    /// Stops the server and waits for the thread.
    ~EmbeddedWorkspace() override;

    void whenReady(QObject *context, Handler handler) override;

private:
    using Access = Result<LocalWorkspaceAccess>;
    void start();
    void answerAll(const Access &access);
    static void answerLater(QObject *context, const Handler &handler, const Access &access);

    KqlService &m_kql;
    SandboxServer::Options m_options;
    QObject m_context; ///< of the GUI thread: where the start reports to
    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<QThread> m_thread;
    std::optional<Access> m_access; ///< once the start ended
    std::vector<std::pair<QPointer<QObject>, Handler>> m_waiting;
};

} // namespace sonde
