#include "ports/movesecret.h"

namespace sonde {

namespace {

struct Move
{
    SecretStore &store;
    QString from;
    QString to;
    QObject *context;
    SecretStore::DoneHandler handler;

    static bool isNone(const Error &error)
    {
        return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::NoKeychain;
    }

    void removeOld() const
    {
        store.remove(from, context, [move = *this](const Result<void> &removed) {
            if (removed || isNone(removed.error())) {
                move.handler({});
                return;
            }
            move.store.remove(move.to, move.context,
                              [move, removed](const Result<void> &) { move.handler(removed); });
        });
    }

    void onRead(const Result<QString> &secret) const
    {
        if (!secret && isNone(secret.error())) {
            handler({});
        } else if (!secret) {
            handler(failure(secret.error()));
        } else if (store.isForThisRun(from)) {
            // The keychain, which may hold an older one, is asked before anything is changed.
            store.remove(from, context, [move = *this, secret = *secret](const Result<void> &removed) {
                if (!removed && !isNone(removed.error())) {
                    move.handler(removed);
                    return;
                }
                move.store.keepForThisRun(move.to, secret);
                move.handler({});
            });
        } else {
            store.write(to, *secret, context, [move = *this](const Result<void> &written) {
                if (written)
                    move.removeOld();
                else
                    move.handler(written);
            });
        }
    }
};

} // namespace

void moveSecret(SecretStore &store, const QString &from, const QString &to, QObject *context,
                SecretStore::DoneHandler handler)
{
    if (from == to) {
        QMetaObject::invokeMethod(
            context, [handler = std::move(handler)] { handler({}); }, Qt::QueuedConnection);
        return;
    }
    const Move move{store, from, to, context, std::move(handler)};
    store.read(from, context, [move](const Result<QString> &secret) { move.onRead(secret); });
}

} // namespace sonde
