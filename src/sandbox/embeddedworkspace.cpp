#include "sandbox/embeddedworkspace.h"

#include <QMetaObject>

namespace sonde {

EmbeddedWorkspace::EmbeddedWorkspace(KqlService &service, SandboxServer::Options options)
    : m_kql(service)
    , m_options(std::move(options))
{}

EmbeddedWorkspace::~EmbeddedWorkspace()
{
    if (m_thread)
        m_thread->wait();
    if (m_server)
        m_server->stop();
}

void EmbeddedWorkspace::whenReady(QObject *context, Handler handler)
{
    if (m_access) {
        answerLater(context, handler, *m_access);
        return;
    }
    m_waiting.emplace_back(context, std::move(handler));
    if (!m_thread)
        start();
}

void EmbeddedWorkspace::start()
{
    m_server = std::make_unique<SandboxServer>(m_kql, m_options);
    m_thread.reset(QThread::create([this, server = m_server.get()] {
        const Access access = server->start().map([server] {
            return LocalWorkspaceAccess{server->endpoints().toConnection(), server->endpoints().clientSecret};
        });
        QMetaObject::invokeMethod(
            &m_context, [this, access] { answerAll(access); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void EmbeddedWorkspace::answerAll(const Access &access)
{
    m_access = access;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[context, handler] : waiting) {
        if (context)
            handler(access);
    }
}

void EmbeddedWorkspace::answerLater(QObject *context, const Handler &handler, const Access &access)
{
    QMetaObject::invokeMethod(
        context, [handler, access] { handler(access); }, Qt::QueuedConnection);
}

} // namespace sonde
