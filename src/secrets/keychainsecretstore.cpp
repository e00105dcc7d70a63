#include "secrets/keychainsecretstore.h"

#include "secrets/keychainstate.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace sonde {

struct KeychainSecretStore::Task
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
SecretStore::ReadHandler withoutValue(SecretStore::DoneHandler handler)
{
    return [handler = std::move(handler)](const Result<QString> &outcome) {
        handler(outcome ? Result<void>() : failure(outcome.error()));
    };
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, std::chrono::milliseconds timeLimit,
                                         QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_timeLimit(timeLimit)
{}

KeychainSecretStore::~KeychainSecretStore() = default;

void KeychainSecretStore::read(const QString &connectionId, QObject *context, ReadHandler handler)
{
    enqueue(std::make_shared<Task>(Task{Task::Kind::Read, connectionId, {}, context, std::move(handler)}));
}

void KeychainSecretStore::write(const QString &connectionId, const QString &secret, QObject *context,
                                DoneHandler handler)
{
    enqueue(std::make_shared<Task>(
        Task{Task::Kind::Write, connectionId, secret, context, withoutValue(std::move(handler))}));
}

void KeychainSecretStore::remove(const QString &connectionId, QObject *context, DoneHandler handler)
{
    enqueue(std::make_shared<Task>(
        Task{Task::Kind::Remove, connectionId, {}, context, withoutValue(std::move(handler))}));
}

void KeychainSecretStore::enqueue(std::shared_ptr<Task> task)
{
    m_queue.push_back(std::move(task));
    if (!m_current)
        startNext();
}

void KeychainSecretStore::startNext()
{
    if (m_queue.empty())
        return;
    m_current = std::move(m_queue.front());
    m_queue.pop_front();
    QTimer::singleShot(m_timeLimit, this, [this, task = std::weak_ptr<Task>(m_current)] {
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
            finish(
                failure(ErrorKind::NoKeychain, tr("This machine has no keychain."),
                        tr("Start a session with a Secret Service or KWallet; until then secrets are kept in "
                           "memory only.")));
            break;
        case KeychainState::Locked:
            finish(failure(ErrorKind::Forbidden, tr("The keychain of this machine is locked."),
                           tr("Unlock it in the password manager of your desktop and try again.")));
            break;
        case KeychainState::Ready:
            startJob();
            break;
        }
    });
}

void KeychainSecretStore::startJob()
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

void KeychainSecretStore::onJobFinished(QKeychain::Job *job)
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
        finish(failure(
            ErrorKind::NoKeychain, tr("This machine has no keychain."),
            tr("Start a session with a Secret Service or KWallet; until then secrets are kept in memory "
               "only."),
            detail));
        return;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        // On Linux "other" is what a missing or unreachable service looks like (error 7, "Cannot autolaunch
        // D-Bus").
        finish(failure(m_current->kind == Task::Kind::Remove ? ErrorKind::Io : ErrorKind::NoKeychain,
                       tr("The keychain of this machine could not be used."),
                       tr("Check that a Secret Service or KWallet is running."), detail));
        return;
    }
}

void KeychainSecretStore::finish(const Result<QString> &outcome)
{
    const std::shared_ptr<Task> task = std::exchange(m_current, nullptr);
    // The handler may ask for more, or delete this.
    const QPointer<KeychainSecretStore> self(this);
    if (task->context)
        task->handler(outcome);
    if (self && !m_current)
        startNext();
}

} // namespace sonde
