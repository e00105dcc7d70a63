#include "fakesecretservice.h"
#include "secrets/systemkeychain.h"

#include <QTest>

using namespace sonde;

Q_DECLARE_METATYPE(FakeSecretService::Answer)

/// How the keychain is asked to open, against a Secret Service that refuses everything else
/// (tests/support/with-bus.sh: nobody else is on the bus).
class TestKeychainUnlock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nobodyIsMissing();
    void stateIsAsked();
    void answers_data();
    void answers();
    void silenceIsTakenBack();
    void goneServiceIsSaid();
    void strangersAreNotHeard();
    void callersShareOneQuestion();
    void goneContextIsNotCalled();

private:
    struct Bench
    {
        explicit Bench(FakeSecretService::Answer answer,
                       std::chrono::milliseconds limit = std::chrono::minutes(1))
            : service(answer)
            , keychain(QStringLiteral("sonde.test"), {std::chrono::seconds(10), limit})
        {}
        void unlock()
        {
            keychain.unlock(&context, [this](const Result<void> &result) { outcomes << result; });
        }
        FakeSecretService service;
        SystemKeychain keychain;
        QList<Result<void>> outcomes;
        QObject context;
    };
    static std::optional<KeychainState> stateOf(Keychain &keychain);
};

std::optional<KeychainState> TestKeychainUnlock::stateOf(Keychain &keychain)
{
    QObject context;
    std::optional<KeychainState> answer;
    keychain.queryState(&context, [&answer](KeychainState state) { answer = state; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? answer : std::nullopt;
}

void TestKeychainUnlock::initTestCase()
{
    QVERIFY2(QDBusConnection::sessionBus().isConnected(), "run through tests/support/with-bus.sh");
}

void TestKeychainUnlock::nobodyIsMissing()
{
    SystemKeychain keychain(QStringLiteral("sonde.test"));
    QCOMPARE(stateOf(keychain), KeychainState::Missing);
    std::optional<Result<void>> unlocked;
    std::optional<Result<QString>> read;
    keychain.unlock(this, [&unlocked](const Result<void> &result) { unlocked = result; });
    keychain.read(QStringLiteral("id"), this, [&read](const Result<QString> &result) { read = result; });
    QTRY_VERIFY(unlocked && read);
    QCOMPARE(unlocked->error().kind, ErrorKind::NoKeychain);
    QCOMPARE(read->error().kind, ErrorKind::NoKeychain);

    // KWallet may be there under a name of its own.
    QVERIFY(QDBusConnection::sessionBus().registerService(QStringLiteral("org.kde.kwalletd5")));
    QCOMPARE(stateOf(keychain), KeychainState::Ready);
    QVERIFY(QDBusConnection::sessionBus().unregisterService(QStringLiteral("org.kde.kwalletd5")));
}

void TestKeychainUnlock::stateIsAsked()
{
    Bench bench(FakeSecretService::Answer::Silence);
    QCOMPARE(stateOf(bench.keychain), KeychainState::Locked);
    bench.service.locked = false;
    QCOMPARE(stateOf(bench.keychain), KeychainState::Ready);
    bench.service.hasCollection = false; // the first write makes it
    QCOMPARE(stateOf(bench.keychain), KeychainState::Ready);
    bench.unlock();
    QTRY_COMPARE(bench.outcomes.size(), 1);
    QVERIFY(bench.outcomes.first().has_value());
    QCOMPARE(bench.service.problems, QStringList());
}

void TestKeychainUnlock::answers_data()
{
    using Answer = FakeSecretService::Answer;
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("opens");
    QTest::addColumn<int>("prompts");
    QTest::newRow("unlocked") << Answer::Unlock << true << 1;
    QTest::newRow("dismissed") << Answer::Dismiss << false << 1;
    QTest::newRow("cannot ask") << Answer::Fail << false << 1;
    QTest::newRow("opens by itself") << Answer::NoQuestion << true << 0;
    QTest::newRow("locked all the same") << Answer::Wrong << false << 1;
}

void TestKeychainUnlock::answers()
{
    QFETCH(FakeSecretService::Answer, answer);
    QFETCH(bool, opens);
    QFETCH(int, prompts);
    Bench bench(answer);
    bench.unlock();
    QVERIFY(bench.outcomes.isEmpty());
    QTRY_COMPARE(bench.outcomes.size(), 1);
    const Result<void> &outcome = bench.outcomes.first();
    QCOMPARE(outcome.has_value(), opens);
    if (!opens) {
        QCOMPARE(outcome.error().kind, ErrorKind::Forbidden);
        QCOMPARE(outcome.error().message, QStringLiteral("The keychain stayed locked."));
        QCOMPARE(outcome.error().advice, QStringLiteral("Unlock it when it asks, or enter the secret in the "
                                                        "connection and keep it until Sonde is closed."));
        QCOMPARE(outcome.error().remedy, Remedy::UnlockKeychain);
    }
    QCOMPARE(bench.service.prompts, prompts);
    QCOMPARE(bench.service.problems, QStringList());
}

void TestKeychainUnlock::silenceIsTakenBack()
{
    Bench bench(FakeSecretService::Answer::Silence, std::chrono::milliseconds(300));
    bench.unlock();
    QTRY_COMPARE(bench.outcomes.size(), 1);
    QCOMPARE(bench.outcomes.first().error().message, QStringLiteral("The keychain stayed locked."));
    QTRY_COMPARE(bench.service.dismissals, 1);
    // An answer that comes too late changes nothing, and the next attempt asks anew.
    bench.service.complete(false);
    bench.unlock();
    QTRY_COMPARE(bench.outcomes.size(), 2);
    QCOMPARE(bench.service.prompts, 2);
    QCOMPARE(bench.service.problems, QStringList());
}

void TestKeychainUnlock::goneServiceIsSaid()
{
    Bench bench(FakeSecretService::Answer::Silence);
    bench.unlock();
    QTRY_COMPARE(bench.service.prompts, 1);
    bench.service.leave();
    QTRY_COMPARE(bench.outcomes.size(), 1);
    QCOMPARE(bench.outcomes.first().error().kind, ErrorKind::Forbidden);
    QCOMPARE(bench.outcomes.first().error().message,
             QStringLiteral("The keychain of this machine was closed or restarted while it was asked."));
    QCOMPARE(bench.outcomes.first().error().remedy, Remedy::UnlockKeychain);
}

void TestKeychainUnlock::strangersAreNotHeard()
{
    Bench bench(FakeSecretService::Answer::Silence);
    bench.unlock();
    QTRY_COMPARE(bench.service.prompts, 1);
    // A dismissal in the name of the prompt, from somebody else; the true answer comes after it.
    QDBusConnection stranger =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("stranger"));
    QVERIFY(stranger.send(FakeSecretService::completed(true)));
    // The bus has passed it on once it answers the stranger's next question.
    QVERIFY(stranger
                .call(QDBusMessage::createMethodCall(
                    QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                    QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId")))
                .type() == QDBusMessage::ReplyMessage);
    bench.service.locked = false;
    bench.service.complete(false);
    QTRY_COMPARE(bench.outcomes.size(), 1);
    QVERIFY(bench.outcomes.first().has_value());
    QDBusConnection::disconnectFromBus(QStringLiteral("stranger"));
}

void TestKeychainUnlock::callersShareOneQuestion()
{
    Bench bench(FakeSecretService::Answer::Unlock);
    bench.unlock();
    bench.unlock();
    QTRY_COMPARE(bench.outcomes.size(), 2);
    QVERIFY(bench.outcomes[0].has_value() && bench.outcomes[1].has_value());
    QCOMPARE(bench.service.prompts, 1);
}

void TestKeychainUnlock::goneContextIsNotCalled()
{
    Bench bench(FakeSecretService::Answer::Unlock);
    bool called = false;
    {
        QObject context;
        bench.keychain.unlock(&context, [&called](const Result<void> &) { called = true; });
    }
    bench.unlock();
    QTRY_COMPARE(bench.outcomes.size(), 1);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestKeychainUnlock)
#include "tst_keychainunlock.moc"
