#pragma once

#include "ports/keychain.h"

#include <QHash>
#include <optional>

namespace sonde {

/// A keychain as a test wants it; answers later, as a real one does.
class FakeKeychain final : public Keychain
{
public:
    void read(const QString &id, QObject *context, ReadHandler handler) override
    {
        ++reads;
        Result<QString> outcome = broken                 ? Result<QString>(failure(*broken))
                                  : secrets.contains(id) ? Result<QString>(secrets.value(id))
                                                         : failure(ErrorKind::NotFound, {});
        later(context, [handler = std::move(handler), outcome] { handler(outcome); });
    }
    void write(const QString &id, const QString &secret, QObject *context, DoneHandler handler) override
    {
        const std::optional<Error> error = broken ? broken : brokenWrite;
        if (!error)
            secrets.insert(id, secret);
        Result<void> outcome = error ? Result<void>(failure(*error)) : Result<void>();
        later(context, [handler = std::move(handler), outcome] { handler(outcome); });
    }
    void remove(const QString &id, QObject *context, DoneHandler handler) override
    {
        std::optional<Error> error = broken;
        if (!error && id == brokenRemovalOf) {
            error.emplace();
            error->kind = ErrorKind::Forbidden;
        }
        if (!error)
            secrets.remove(id);
        Result<void> outcome = error ? Result<void>(failure(*error)) : Result<void>();
        later(context, [handler = std::move(handler), outcome] { handler(outcome); });
    }
    void queryState(QObject *context, StateHandler handler) override
    {
        later(context, [handler = std::move(handler), answer = state] { handler(answer); });
    }
    void unlock(QObject *context, DoneHandler handler) override
    {
        ++unlocks;
        later(context, [handler = std::move(handler)] { handler({}); });
    }

    QHash<QString, QString> secrets;
    std::optional<Error> broken;      ///< the answer to everything
    std::optional<Error> brokenWrite; ///< the answer to writing
    QString brokenRemovalOf;          ///< the id that cannot be removed
    KeychainState state = KeychainState::Ready;
    int reads = 0;
    int unlocks = 0;

private:
    static void later(QObject *context, std::function<void()> call)
    {
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }
};

} // namespace sonde
