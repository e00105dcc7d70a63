#include "secrets/systemkeychain.h"

#include "secrets/keychainstate.h"
#include "secrets/keychainunlock.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

#ifdef SONDE_SECRET_SERVICE
#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QLibrary>
#endif

namespace sonde {

struct SystemKeychain::Task
{
    enum class Kind { Read, Write, Remove };
    Kind kind = Kind::Read;
    QString connectionId;
    QString secret;
    QPointer<QObject> context;
    ReadHandler handler;
};

namespace {

/// The outcome of writing and removing, which have no value.
Keychain::ReadHandler withoutValue(Keychain::DoneHandler handler)
{
    return [handler = std::move(handler)](const Result<QString> &outcome) {
        handler(outcome ? Result<void>() : failure(outcome.error()));
    };
}

#ifdef SONDE_SECRET_SERVICE

/// libsecret, which Qt Keychain loads, holds on to its session with a Secret Service that is no more: every
/// further request fails with “The session does not exist”.
void forgetSecretSession()
{
    const auto disconnect = reinterpret_cast<void (*)()>(
        QLibrary::resolve(QStringLiteral("secret-1"), 0, "secret_service_disconnect"));
    if (disconnect)
        disconnect();
}

#endif

Error noKeychain(const QString &detail = {})
{
    Error error;
    error.kind = ErrorKind::NoKeychain;
    error.message = SystemKeychain::tr("This machine has no keychain.");
    error.advice = SystemKeychain::tr(
        "Start a session with a Secret Service or KWallet; until then secrets are kept in memory only.");
    error.detail = detail;
    return error;
}

Error lockedKeychain()
{
    Error error;
    error.kind = ErrorKind::Forbidden;
    error.message = SystemKeychain::tr("The keychain of this machine is locked.");
    error.advice = SystemKeychain::tr(
        "Unlock it, or enter the secret in the connection and keep it until Sonde is closed.");
    error.remedy = Remedy::UnlockKeychain;
    return error;
}

} // namespace

SystemKeychain::SystemKeychain(QString service)
    : SystemKeychain(std::move(service), Limits{})
{}

SystemKeychain::SystemKeychain(QString service, Limits limits, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_limits(limits)
{}

SystemKeychain::~SystemKeychain() = default;

void SystemKeychain::read(const QString &connectionId, QObject *context, ReadHandler handler)
{
    enqueue(std::make_shared<Task>(Task{Task::Kind::Read, connectionId, {}, context, std::move(handler)}));
}

void SystemKeychain::write(const QString &connectionId, const QString &secret, QObject *context,
                           DoneHandler handler)
{
    enqueue(std::make_shared<Task>(
        Task{Task::Kind::Write, connectionId, secret, context, withoutValue(std::move(handler))}));
}

void SystemKeychain::remove(const QString &connectionId, QObject *context, DoneHandler handler)
{
    enqueue(std::make_shared<Task>(
        Task{Task::Kind::Remove, connectionId, {}, context, withoutValue(std::move(handler))}));
}

void SystemKeychain::queryState(QObject *context, StateHandler handler)
{
    queryKeychainState(context, std::move(handler));
}

void SystemKeychain::unlock(QObject *context, DoneHandler handler)
{
    m_unlockWaiters.push_back({context, std::move(handler)});
    if (m_unlock)
        return;
    m_unlock = new KeychainUnlock(m_limits.unlock, this);
    connect(m_unlock, &KeychainUnlock::finished, this, &SystemKeychain::onUnlockFinished);
    m_unlock->start();
}

void SystemKeychain::onUnlockFinished()
{
    KeychainUnlock *unlock = std::exchange(m_unlock, nullptr);
    unlock->deleteLater();
    const Result<void> outcome = unlock->outcome();
    // A handler may ask for more, or delete this.
    const std::vector<Waiter> waiters = std::exchange(m_unlockWaiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.handler(outcome);
    }
}

void SystemKeychain::watchForRestarts()
{
    if (std::exchange(m_watching, true))
        return;
#ifdef SONDE_SECRET_SERVICE
    auto *watcher =
        new QDBusServiceWatcher(QStringLiteral("org.freedesktop.secrets"), QDBusConnection::sessionBus(),
                                QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &forgetSecretSession);
#endif
}

void SystemKeychain::enqueue(std::shared_ptr<Task> task)
{
    watchForRestarts();
    m_queue.push_back(std::move(task));
    if (!m_current)
        startNext();
}

void SystemKeychain::startNext()
{
    if (m_queue.empty())
        return;
    m_current = std::move(m_queue.front());
    m_queue.pop_front();
    QTimer::singleShot(m_limits.answer, this, [this, task = std::weak_ptr<Task>(m_current)] {
        if (task.lock() != m_current || !m_current)
            return;
        finish(failure(ErrorKind::Forbidden, tr("The keychain of this machine did not answer."),
                       tr("Answer its question if it asks one, and try again.")));
    });
    queryKeychainState(this, [this, task = std::weak_ptr<Task>(m_current)](KeychainState state) {
        if (task.lock() != m_current || !m_current)
            return;
        switch (state) {
        case KeychainState::Missing:
            finish(failure(noKeychain()));
            break;
        case KeychainState::Locked:
            finish(failure(lockedKeychain()));
            break;
        case KeychainState::Ready:
            startJob();
            break;
        }
    });
}

void SystemKeychain::startJob()
{
    QKeychain::Job *job = nullptr;
    switch (m_current->kind) {
    case Task::Kind::Read:
        job = new QKeychain::ReadPasswordJob(m_service, this);
        break;
    case Task::Kind::Write: {
        auto *writing = new QKeychain::WritePasswordJob(m_service, this);
        writing->setTextData(m_current->secret);
        job = writing;
        break;
    }
    case Task::Kind::Remove:
        job = new QKeychain::DeletePasswordJob(m_service, this);
        break;
    }
    job->setKey(m_current->connectionId);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    connect(job, &QKeychain::Job::finished, this,
            [this, task = std::weak_ptr<Task>(m_current)](QKeychain::Job *ended) {
                if (m_current && task.lock() == m_current)
                    onJobFinished(ended);
            });
    job->start();
}

void SystemKeychain::onJobFinished(QKeychain::Job *job)
{
    const QString detail = job->errorString();
    switch (job->error()) {
    case QKeychain::NoError: {
        const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job);
        finish(reading ? reading->textData() : QString());
        return;
    }
    case QKeychain::EntryNotFound:
        if (m_current->kind == Task::Kind::Remove) {
            finish(QString());
            return;
        }
        finish(failure(ErrorKind::NotFound, tr("No secret is stored for this connection."),
                       tr("Enter it in the connection."), detail));
        return;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        finish(failure(ErrorKind::Forbidden, tr("The keychain of this machine did not give access."),
                       tr("Allow it when the keychain asks, and try again."), detail));
        return;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        finish(failure(noKeychain(detail)));
        return;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        // On Linux "other" is also what a service looks like that went away (error 7, "Cannot autolaunch
        // D-Bus"). A read then finds as little as on a machine without a keychain. A write is no such thing:
        // the keychain was there a moment ago, and the user was told that it keeps the secret.
        if (m_current->kind == Task::Kind::Write) {
            finish(failure(ErrorKind::Io, tr("The keychain of this machine could not keep the secret."),
                           tr("Try again, or keep the secret only until Sonde is closed."), detail));
            return;
        }
        finish(failure(m_current->kind == Task::Kind::Remove ? ErrorKind::Io : ErrorKind::NoKeychain,
                       tr("The keychain of this machine could not be used."),
                       tr("Check that a Secret Service or KWallet is running."), detail));
        return;
    }
}

void SystemKeychain::finish(const Result<QString> &outcome)
{
    const std::shared_ptr<Task> task = std::exchange(m_current, nullptr);
    // The handler may ask for more, or delete this.
    const QPointer<SystemKeychain> self(this);
    if (task->context)
        task->handler(outcome);
    if (self && !m_current)
        startNext();
}

} // namespace sonde
