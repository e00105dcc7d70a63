#include "fakekeychain.h"
#include "secrets/sessionsecretstore.h"

#include <QTest>

using namespace sonde;

namespace {

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
    void stateAndUnlockingAreBehinds();
    void removingWithoutAKeychainSucceeds();
    void refusedRemovalKeepsWhatIsInMemory();
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
    FakeKeychain behind;
    SessionSecretStore store(&behind);
    store.keepForThisRun(id, QStringLiteral("old"));
    QVERIFY(writeTo(store, id, secret)->has_value());
    QCOMPARE(behind.secrets.value(id), secret);
    QCOMPARE(readOf(store, id)->value(), secret);
    QCOMPARE(behind.reads, 1);
}

void TestSessionSecretStore::keptSecretsNeverReachBehind()
{
    FakeKeychain behind;
    SessionSecretStore store(&behind);
    store.keepForThisRun(id, secret);
    QCOMPARE(readOf(store, id)->value(), secret);
    QCOMPARE(behind.reads, 0);
    QVERIFY(behind.secrets.isEmpty());
}

void TestSessionSecretStore::standsInForAMissingKeychain()
{
    FakeKeychain behind;
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
    FakeKeychain behind;
    behind.broken = Error{};
    behind.broken->kind = ErrorKind::Forbidden;
    SessionSecretStore store(&behind);
    QCOMPARE(writeTo(store, id, secret)->error().kind, ErrorKind::Forbidden);
    QCOMPARE(readOf(store, id)->error().kind, ErrorKind::Forbidden);
}

void TestSessionSecretStore::stateAndUnlockingAreBehinds()
{
    FakeKeychain behind;
    behind.state = KeychainState::Locked;
    SessionSecretStore store(&behind);
    std::optional<KeychainState> state;
    std::optional<Result<void>> unlocked;
    store.queryState(this, [&state](KeychainState answer) { state = answer; });
    store.unlock(this, [&unlocked](const Result<void> &result) { unlocked = result; });
    QVERIFY(!state && !unlocked);
    QTRY_VERIFY(state && unlocked);
    QCOMPARE(*state, KeychainState::Locked);
    QVERIFY(unlocked->has_value());
    QCOMPARE(behind.unlocks, 1);

    SessionSecretStore alone;
    state.reset();
    unlocked.reset();
    alone.queryState(this, [&state](KeychainState answer) { state = answer; });
    alone.unlock(this, [&unlocked](const Result<void> &result) { unlocked = result; });
    QTRY_VERIFY(state && unlocked);
    QCOMPARE(*state, KeychainState::Missing);
    QCOMPARE(unlocked->error().kind, ErrorKind::NoKeychain);
}

void TestSessionSecretStore::removingWithoutAKeychainSucceeds()
{
    FakeKeychain behind;
    behind.broken = Error{};
    SessionSecretStore store(&behind);
    for (const ErrorKind kind : {ErrorKind::NoKeychain, ErrorKind::Forbidden}) {
        behind.broken->kind = kind;
        store.keepForThisRun(id, secret);
        std::optional<Result<void>> outcome;
        store.remove(id, this, [&outcome](const Result<void> &result) { outcome = result; });
        QTRY_VERIFY(outcome);
        // A locked keychain may hold an older one.
        QCOMPARE(outcome->has_value(), kind == ErrorKind::NoKeychain);
        QCOMPARE(store.isForThisRun(id), kind == ErrorKind::Forbidden);
    }
}

void TestSessionSecretStore::refusedRemovalKeepsWhatIsInMemory()
{
    FakeKeychain behind;
    behind.broken = Error{};
    behind.broken->kind = ErrorKind::Forbidden;
    SessionSecretStore store(&behind);
    store.keepForThisRun(id, secret);
    std::optional<Result<void>> outcome;
    store.remove(id, this, [&outcome](const Result<void> &result) { outcome = result; });
    QTRY_VERIFY(outcome);
    QCOMPARE(readOf(store, id)->value(), secret);
    // Also where nobody waits for the answer any more.
    {
        QObject context;
        store.remove(id, &context, [](const Result<void> &) {});
    }
    QTRY_VERIFY(store.isForThisRun(id));
    // And never over a newer one.
    outcome.reset();
    store.remove(id, this, [&outcome](const Result<void> &result) { outcome = result; });
    store.keepForThisRun(id, QStringLiteral("newer"));
    QTRY_VERIFY(outcome);
    QCOMPARE(readOf(store, id)->value(), QStringLiteral("newer"));
}

void TestSessionSecretStore::goneContextIsNotCalled()
{
    FakeKeychain behind;
    SessionSecretStore store(&behind);
    bool called = false;
    {
        QObject context;
        store.keepForThisRun(QStringLiteral("kept"), secret);
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
