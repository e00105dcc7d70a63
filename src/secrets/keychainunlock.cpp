#include "secrets/keychainunlock.h"

#include "secrets/keychainstate.h"

#include <QTimer>

#ifdef SONDE_SECRET_SERVICE
#include "secrets/secretprompt.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#endif

namespace sonde {

KeychainUnlock::KeychainUnlock(std::chrono::milliseconds timeLimit, QObject *parent)
    : QObject(parent)
    , m_timeLimit(timeLimit)
{}

KeychainUnlock::~KeychainUnlock() = default;

void KeychainUnlock::finish(const Result<void> &outcome)
{
    if (m_finished)
        return;
    m_finished = true;
    m_outcome = outcome;
    emit finished();
}

tl::unexpected<Error> KeychainUnlock::stayedLocked(const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Forbidden;
    error.message = tr("The keychain stayed locked.");
    error.advice = tr(
        "Unlock it when it asks, or enter the secret in the connection and keep it until Sonde is closed.");
    error.detail = detail;
    error.remedy = Remedy::UnlockKeychain;
    return failure(std::move(error));
}

#ifdef SONDE_SECRET_SERVICE

namespace {

const QString secretService = QStringLiteral("org.freedesktop.secrets");

QDBusMessage serviceCall(const QString &service, const char *method)
{
    return QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
                                          QStringLiteral("org.freedesktop.Secret.Service"),
                                          QLatin1String(method));
}

/// Calls \a answer with the call once it has been answered.
void callLater(const QDBusPendingCall &pending, QObject *context,
               std::function<void(const QDBusPendingCall &)> answer)
{
    auto *watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [answer = std::move(answer)](QDBusPendingCallWatcher *call) {
                         call->deleteLater();
                         answer(*call);
                     });
}

} // namespace

void KeychainUnlock::start()
{
    QTimer::singleShot(m_timeLimit, this, [this] { onTimeOver(); });
    queryKeychainState(this, [this](KeychainState state) {
        switch (state) {
        case KeychainState::Missing:
            finish(failure(ErrorKind::NoKeychain, tr("This machine has no keychain."),
                           tr("Enter the secret in the connection; it is kept until Sonde is closed.")));
            break;
        case KeychainState::Locked:
            findCollection();
            break;
        case KeychainState::Ready:
            finish({});
            break;
        }
    });
}

void KeychainUnlock::findCollection()
{
    QDBusMessage call = serviceCall(secretService, "ReadAlias");
    call << QStringLiteral("default");
    callLater(QDBusConnection::sessionBus().asyncCall(call), this, [this](const QDBusPendingCall &answered) {
        const QDBusPendingReply<QDBusObjectPath> reply = answered;
        if (reply.isError())
            finish(stayedLocked(reply.error().message()));
        else if (reply.value().path() == QLatin1String("/"))
            finish({}); // gone meanwhile; the next write makes a new one
        else
            findOwner(reply.value().path());
    });
}

void KeychainUnlock::findOwner(const QString &collection)
{
    // Only this owner may show and answer the question. Answers name their sender in Qt 6.4, but not in 6.8.
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetNameOwner"));
    call << secretService;
    callLater(QDBusConnection::sessionBus().asyncCall(call), this,
              [this, collection](const QDBusPendingCall &answered) {
                  const QDBusPendingReply<QString> reply = answered;
                  if (reply.isError())
                      finish(stayedLocked(reply.error().message()));
                  else
                      askToUnlock(reply.value(), collection);
              });
}

void KeychainUnlock::askToUnlock(const QString &owner, const QString &collection)
{
    QDBusMessage call = serviceCall(owner, "Unlock");
    call << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(collection)});
    callLater(QDBusConnection::sessionBus().asyncCall(call), this,
              [this, owner](const QDBusPendingCall &answered) {
                  const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> reply = answered;
                  if (reply.isError())
                      finish(stayedLocked(reply.error().message()));
                  else if (const QString prompt = reply.argumentAt<1>().path(); prompt == QLatin1String("/"))
                      verify();
                  else
                      ask(owner, prompt);
              });
}

void KeychainUnlock::ask(const QString &owner, const QString &prompt)
{
    if (m_finished)
        return;
    // A keychain that is closed or restarted takes its question with it.
    auto *watcher = new QDBusServiceWatcher(secretService, QDBusConnection::sessionBus(),
                                            QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        Error error;
        error.kind = ErrorKind::Forbidden;
        error.message = tr("The keychain of this machine was closed or restarted while it was asked.");
        error.advice = tr("Unlock it again.");
        error.remedy = Remedy::UnlockKeychain;
        finish(failure(std::move(error)));
    });
    m_prompt = new SecretPrompt(owner, prompt, QDBusConnection::sessionBus(), this);
    connect(m_prompt, &SecretPrompt::Completed, this, [this](bool dismissed) {
        if (dismissed)
            finish(stayedLocked());
        else
            verify();
    });
    callLater(m_prompt->prompt(QString()), this, [this](const QDBusPendingCall &answered) {
        if (answered.isError())
            finish(stayedLocked(answered.error().message()));
    });
}

void KeychainUnlock::verify()
{
    queryKeychainState(this, [this](KeychainState state) {
        if (state == KeychainState::Ready)
            finish({});
        else
            finish(stayedLocked());
    });
}

void KeychainUnlock::onTimeOver()
{
    if (m_finished)
        return;
    if (m_prompt)
        m_prompt->dismiss();
    finish(stayedLocked(tr("Its question was not answered in time.")));
}

#else

void KeychainUnlock::start()
{
    QTimer::singleShot(0, this, [this] { finish({}); });
}

#endif

} // namespace sonde
