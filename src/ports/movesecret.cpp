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

    void onRead(const Result<QString> &secret) const
    {
        if (!secret && secret.error().kind == ErrorKind::NotFound) {
            handler({});
        } else if (!secret) {
            handler(failure(secret.error()));
        } else if (store.isForThisRun(from)) {
            store.keepForThisRun(to, *secret);
            store.remove(from, context, handler);
        } else {
            store.write(to, *secret, context, [move = *this](const Result<void> &written) {
                if (written)
                    move.store.remove(move.from, move.context, move.handler);
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
