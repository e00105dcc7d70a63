#include "secrets/sessionsecretstore.h"

#include <QPointer>
#include <optional>

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

SessionSecretStore::SessionSecretStore(Keychain *behind, QObject *parent)
    : QObject(parent)
    , m_behind(behind)
{}

void SessionSecretStore::keepForThisRun(const QString &connectionId, const QString &secret)
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
        keepForThisRun(connectionId, secret);
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
                            keepForThisRun(connectionId, secret);
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
    std::optional<QString> kept;
    if (m_secrets.contains(connectionId))
        kept = m_secrets.take(connectionId);
    if (!m_behind) {
        answerLater(context, std::move(handler), Result<void>());
        return;
    }
    // `this` is the context: what is not removed must come back even if who asked is gone meanwhile.
    m_behind->remove(connectionId, this,
                     [this, connectionId, kept, asker = QPointer<QObject>(context),
                      handler = std::move(handler)](Result<void> outcome) {
                         // A machine without a keychain has nothing left to remove.
                         if (!outcome && outcome.error().kind == ErrorKind::NoKeychain)
                             outcome = {};
                         // Unless a newer one came in between.
                         if (!outcome && kept && !m_secrets.contains(connectionId))
                             m_secrets.insert(connectionId, *kept);
                         if (asker)
                             handler(std::move(outcome));
                     });
}

void SessionSecretStore::queryState(QObject *context, StateHandler handler)
{
    if (m_behind)
        m_behind->queryState(context, std::move(handler));
    else
        answerLater(context, std::move(handler), KeychainState::Missing);
}

void SessionSecretStore::unlock(QObject *context, DoneHandler handler)
{
    if (m_behind) {
        m_behind->unlock(context, std::move(handler));
    } else {
        answerLater(context, std::move(handler),
                    Result<void>(failure(ErrorKind::NoKeychain, tr("This machine has no keychain."),
                                         tr("Secrets are kept in memory until Sonde is closed."))));
    }
}

} // namespace sonde
