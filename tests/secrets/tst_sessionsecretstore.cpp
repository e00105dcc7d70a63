#include "secrets/sessionsecretstore.h"

#include <QHash>
#include <QTest>

using namespace sonde;

namespace {

/// A keychain as a test wants it.
class FakeStore final : public QObject, public SecretStore
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
        if (!broken)
            secrets.insert(id, secret);
        Result<void> outcome = broken ? Result<void>(failure(*broken)) : Result<void>();
        later(context, [handler = std::move(handler), outcome] { handler(outcome); });
    }
    void remove(const QString &id, QObject *context, DoneHandler handler) override
    {
        secrets.remove(id);
        later(context, [handler = std::move(handler)] { handler({}); });
    }

    QHash<QString, QString> secrets;
    std::optional<Error> broken;
    int reads = 0;

private:
    static void later(QObject *context, std::function<void()> call)
    {
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }
};

std::optional<Result<QString>> readOf(SecretStore &store, const QString &id)
{
    QObject context;
    std::optional<Result<QString>> outcome;
    store.read(id, &context, [&outcome](const Result<QString> &result) { outcome = result; });
    if (outcome) // from within the call
        return {};
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }) ? outcome : std::nullopt;
}

std::optional<Result<void>> writeTo(SecretStore &store, const QString &id, const QString &secret)
{
    QObject context;
    std::optional<Result<void>> outcome;
    store.write(id, secret, &context, [&outcome](const Result<void> &result) { outcome = result; });
    if (outcome)
        return {};
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }) ? outcome : std::nullopt;
}

const QString id = QStringLiteral("id");
const QString secret = QStringLiteral("secret");

} // namespace

/// Secrets in memory, alone and in front of a keychain.
class TestSessionSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void aloneItKeepsAndForgets();
    void behindComesFirstForWriting();
    void keptSecretsNeverReachBehind();
    void standsInForAMissingKeychain();
    void otherFailuresAreNotHidden();
    void goneContextIsNotCalled();
};

void TestSessionSecretStore::aloneItKeepsAndForgets()
{
    SessionSecretStore store;
    QCOMPARE(readOf(store, id)->error().kind, ErrorKind::NotFound);
    QVERIFY(writeTo(store, id, secret)->has_value());
    QCOMPARE(readOf(store, id)->value(), secret);
    QObject context;
    bool removed = false;
    store.remove(id, &context, [&removed](const Result<void> &result) { removed = result.has_value(); });
    QTRY_VERIFY(removed);
    QCOMPARE(readOf(store, id)->error().kind, ErrorKind::NotFound);
}

void TestSessionSecretStore::behindComesFirstForWriting()
{
    FakeStore behind;
    SessionSecretStore store(&behind);
    store.keep(id, QStringLiteral("old"));
    QVERIFY(writeTo(store, id, secret)->has_value());
    QCOMPARE(behind.secrets.value(id), secret);
    QCOMPARE(readOf(store, id)->value(), secret);
    QCOMPARE(behind.reads, 1);
}

void TestSessionSecretStore::keptSecretsNeverReachBehind()
{
    FakeStore behind;
    SessionSecretStore store(&behind);
    store.keep(id, secret);
    QCOMPARE(readOf(store, id)->value(), secret);
    QCOMPARE(behind.reads, 0);
    QVERIFY(behind.secrets.isEmpty());
}

void TestSessionSecretStore::standsInForAMissingKeychain()
{
    FakeStore behind;
    behind.broken = Error{};
    behind.broken->kind = ErrorKind::NoKeychain;
    behind.broken->message = QStringLiteral("none");
    SessionSecretStore store(&behind);
    const auto outcome = writeTo(store, id, secret);
    QCOMPARE(outcome->error().kind, ErrorKind::NoKeychain);
    QCOMPARE(outcome->error().advice, QStringLiteral("The secret is kept in memory until Sonde is closed."));
    QCOMPARE(readOf(store, id)->value(), secret);
    QCOMPARE(readOf(store, QStringLiteral("other"))->error().kind, ErrorKind::NoKeychain);
}

void TestSessionSecretStore::otherFailuresAreNotHidden()
{
    FakeStore behind;
    behind.broken = Error{};
    behind.broken->kind = ErrorKind::Forbidden;
    SessionSecretStore store(&behind);
    QCOMPARE(writeTo(store, id, secret)->error().kind, ErrorKind::Forbidden);
    QCOMPARE(readOf(store, id)->error().kind, ErrorKind::Forbidden);
}

void TestSessionSecretStore::goneContextIsNotCalled()
{
    FakeStore behind;
    SessionSecretStore store(&behind);
    bool called = false;
    {
        QObject context;
        store.keep(QStringLiteral("kept"), secret);
        store.read(QStringLiteral("kept"), &context, [&called](const Result<QString> &) { called = true; });
        store.read(id, &context, [&called](const Result<QString> &) { called = true; });
        store.write(id, secret, &context, [&called](const Result<void> &) { called = true; });
    }
    QTRY_COMPARE(behind.secrets.value(id), secret); // written all the same
    QCOMPARE(readOf(store, id)->value(), secret);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestSessionSecretStore)
#include "tst_sessionsecretstore.moc"
