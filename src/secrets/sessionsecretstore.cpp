#include "secrets/sessionsecretstore.h"

#include <QPointer>

namespace sonde {

namespace {

template <typename Handler, typename Outcome>
void answerLater(QObject *context, Handler handler, Outcome outcome)
{
    QMetaObject::invokeMethod(
        context, [handler = std::move(handler), outcome = std::move(outcome)] { handler(outcome); },
        Qt::QueuedConnection);
}

} // namespace

SessionSecretStore::SessionSecretStore(SecretStore *behind, QObject *parent)
    : QObject(parent)
    , m_behind(behind)
{}

void SessionSecretStore::keep(const QString &connectionId, const QString &secret)
{
    m_secrets.insert(connectionId, secret);
}

void SessionSecretStore::read(const QString &connectionId, QObject *context, ReadHandler handler)
{
    const auto found = m_secrets.constFind(connectionId);
    if (found != m_secrets.constEnd()) {
        answerLater(context, std::move(handler), Result<QString>(*found));
    } else if (m_behind) {
        m_behind->read(connectionId, context, std::move(handler));
    } else {
        answerLater(context, std::move(handler),
                    Result<QString>(failure(ErrorKind::NotFound, tr("No secret is kept for this connection."),
                                            tr("Enter it in the connection."))));
    }
}

void SessionSecretStore::write(const QString &connectionId, const QString &secret, QObject *context,
                               DoneHandler handler)
{
    if (!m_behind) {
        keep(connectionId, secret);
        answerLater(context, std::move(handler), Result<void>());
        return;
    }
    // `this` is the context: the secret must be kept even if who asked is gone meanwhile.
    m_behind->write(connectionId, secret, this,
                    [this, connectionId, secret, asker = QPointer<QObject>(context),
                     handler = std::move(handler)](Result<void> outcome) {
                        if (outcome) {
                            m_secrets.remove(connectionId);
                        } else if (outcome.error().kind == ErrorKind::NoKeychain) {
                            keep(connectionId, secret);
                            Error error = outcome.error();
                            error.advice = tr("The secret is kept in memory until Sonde is closed.");
                            outcome = failure(std::move(error));
                        }
                        if (asker)
                            handler(std::move(outcome));
                    });
}

void SessionSecretStore::remove(const QString &connectionId, QObject *context, DoneHandler handler)
{
    m_secrets.remove(connectionId);
    if (m_behind)
        m_behind->remove(connectionId, context, std::move(handler));
    else
        answerLater(context, std::move(handler), Result<void>());
}

} // namespace sonde
