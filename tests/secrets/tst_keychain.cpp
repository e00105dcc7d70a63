#include "secrets/systemkeychain.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QTest>
#include <csignal>

using namespace sonde;

/// The real Secret Service of a private D-Bus session (tests/support/with-keyring.sh).
class TestKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsAndForgets_data();
    void keepsAndForgets();
    void servicesAreApart();
    void requestsAreAnsweredInOrder();
    void goneContextIsNotCalled();
    void silenceEndsInTime();
    void restartedIsUsedAgain();
    void openNeedsNoUnlocking();
    void withoutADefaultCollection();
    void lockedIsNotMissing();
    void lockedStaysLockedWithoutAScreen();

private:
    static std::optional<Result<void>> unlock(Keychain &store);
    static std::optional<KeychainState> stateOf(Keychain &store);
    static std::optional<Result<QString>> read(Keychain &store, const QString &id);
    std::optional<Result<void>> write(Keychain &store, const QString &id, const QString &secret);
    std::optional<Result<void>> remove(Keychain &store, const QString &id);
};

std::optional<Result<QString>> TestKeychain::read(Keychain &store, const QString &id)
{
    QObject context;
    std::optional<Result<QString>> outcome;
    store.read(id, &context, [&outcome](const Result<QString> &result) { outcome = result; });
    if (outcome) // from within the call
        return {};
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000) ? outcome : std::nullopt;
}

std::optional<Result<void>> TestKeychain::write(Keychain &store, const QString &id, const QString &secret)
{
    std::optional<Result<void>> outcome;
    store.write(id, secret, this, [&outcome](const Result<void> &result) { outcome = result; });
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000) ? outcome : std::nullopt;
}

std::optional<Result<void>> TestKeychain::remove(Keychain &store, const QString &id)
{
    std::optional<Result<void>> outcome;
    store.remove(id, this, [&outcome](const Result<void> &result) { outcome = result; });
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000) ? outcome : std::nullopt;
}

std::optional<Result<void>> TestKeychain::unlock(Keychain &store)
{
    QObject context;
    std::optional<Result<void>> outcome;
    store.unlock(&context, [&outcome](const Result<void> &result) { outcome = result; });
    if (outcome) // from within the call
        return {};
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 60'000) ? outcome : std::nullopt;
}

std::optional<KeychainState> TestKeychain::stateOf(Keychain &store)
{
    QObject context;
    std::optional<KeychainState> answer;
    store.queryState(&context, [&answer](KeychainState state) { answer = state; });
    if (answer)
        return {};
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000) ? answer : std::nullopt;
}

void TestKeychain::initTestCase()
{
    QVERIFY2(QDBusConnection::sessionBus().isConnected(), "run through tests/support/with-keyring.sh");
}

void TestKeychain::keepsAndForgets_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("plain") << QStringLiteral("s3cret");
    QTest::newRow("not ASCII") << QStringLiteral("pässwörd €😀");
    QTest::newRow("odd characters") << QStringLiteral("a'b\"c\\d\n e&f=g");
    QTest::newRow("long") << QString(4000, u'x');
}

void TestKeychain::keepsAndForgets()
{
    QFETCH(QString, secret);
    SystemKeychain store(QStringLiteral("sonde.test"));
    const QString id = QStringLiteral("0b6e7c1e-1111-2222-3333-444444444444");
    QCOMPARE(read(store, id)->error().kind, ErrorKind::NotFound);
    QVERIFY(write(store, id, QStringLiteral("first"))->has_value());
    QVERIFY(write(store, id, secret)->has_value());
    const auto found = read(store, id);
    QVERIFY(found->has_value());
    QCOMPARE(found->value(), secret);
    QVERIFY(remove(store, id)->has_value());
    QCOMPARE(read(store, id)->error().kind, ErrorKind::NotFound);
    QVERIFY(remove(store, id)->has_value()); // what is not there is gone
}

void TestKeychain::servicesAreApart()
{
    SystemKeychain one(QStringLiteral("sonde.test.one"));
    SystemKeychain two(QStringLiteral("sonde.test.two"));
    QVERIFY(write(one, QStringLiteral("id"), QStringLiteral("1"))->has_value());
    QCOMPARE(read(two, QStringLiteral("id"))->error().kind, ErrorKind::NotFound);
    QVERIFY(remove(one, QStringLiteral("id"))->has_value());
}

void TestKeychain::requestsAreAnsweredInOrder()
{
    SystemKeychain store(QStringLiteral("sonde.test"));
    QStringList answers;
    store.write(QStringLiteral("a"), QStringLiteral("1"), this, [&](const Result<void> &result) {
        answers << (result ? QStringLiteral("written") : QString());
    });
    store.read(QStringLiteral("a"), this,
               [&](const Result<QString> &result) { answers << result.value_or(QString()); });
    store.remove(QStringLiteral("a"), this, [&](const Result<void> &result) {
        answers << (result ? QStringLiteral("removed") : QString());
    });
    store.read(QStringLiteral("a"), this, [&](const Result<QString> &result) {
        answers << (result ? *result : errorKindName(result.error().kind));
    });
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(answers,
                              QStringList({QStringLiteral("written"), QStringLiteral("1"),
                                           QStringLiteral("removed"), QStringLiteral("NotFound")}),
                              20'000);
}

void TestKeychain::goneContextIsNotCalled()
{
    SystemKeychain store(QStringLiteral("sonde.test"));
    bool called = false;
    {
        QObject context;
        store.read(QStringLiteral("x"), &context, [&called](const Result<QString> &) { called = true; });
    }
    QVERIFY(read(store, QStringLiteral("y")).has_value());
    QVERIFY(!called);
}

void TestKeychain::silenceEndsInTime()
{
    // No time at all: whatever the keychain says comes too late, and is not taken for the next answer.
    SystemKeychain store(QStringLiteral("sonde.test"), {std::chrono::milliseconds(0), {}});
    for (int i = 0; i < 2; ++i) {
        const auto outcome = read(store, QStringLiteral("x"));
        QCOMPARE(outcome->error().kind, ErrorKind::Forbidden);
        QCOMPARE(outcome->error().message, QStringLiteral("The keychain of this machine did not answer."));
    }
}

void TestKeychain::restartedIsUsedAgain()
{
    SystemKeychain store(QStringLiteral("sonde.test"));
    const QString id = QStringLiteral("restarted");
    QVERIFY(write(store, id, QStringLiteral("before"))->has_value());

    QDBusConnectionInterface *bus = QDBusConnection::sessionBus().interface();
    const QString service = QStringLiteral("org.freedesktop.secrets");
    const uint before = bus->servicePid(service).value();
    QVERIFY(before > 1);
    QCOMPARE(::kill(static_cast<pid_t>(before), SIGKILL), 0);
    QTRY_VERIFY(!bus->isServiceRegistered(service) || bus->servicePid(service).value() != before);
    QProcess daemon;
    daemon.start(
        QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--replace"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    daemon.write("test-password");
    daemon.closeWriteChannel();
    QVERIFY(daemon.waitForFinished(20'000));
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(store) == KeychainState::Ready, 20'000);
    QVERIFY(bus->servicePid(service).value() != before);

    const auto found = read(store, id);
    QVERIFY2(found->has_value(), qPrintable(found->has_value() ? QString() : found->error().detail));
    QCOMPARE(found->value(), QStringLiteral("before"));
    QVERIFY(write(store, id, QStringLiteral("after"))->has_value());
    QCOMPARE(read(store, id)->value(), QStringLiteral("after"));
    QVERIFY(remove(store, id)->has_value());
}

void TestKeychain::openNeedsNoUnlocking()
{
    SystemKeychain store(QStringLiteral("sonde.test"));
    QCOMPARE(stateOf(store), KeychainState::Ready);
    QVERIFY(unlock(store)->has_value());
}

/// A keychain that was never used has no collection yet: it makes one, asking for a password, when something
/// is written. There is no screen here to ask on.
void TestKeychain::withoutADefaultCollection()
{
    const auto setDefault = [](const QString &collection) {
        QDBusMessage call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SetAlias"));
        call << QStringLiteral("default") << QVariant::fromValue(QDBusObjectPath(collection));
        return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
    };
    QVERIFY(setDefault(QStringLiteral("/")));
    SystemKeychain store(QStringLiteral("sonde.test"));
    QCOMPARE(stateOf(store), KeychainState::Ready);
    QVERIFY(unlock(store)->has_value());
    QCOMPARE(read(store, QStringLiteral("never written"))->error().kind, ErrorKind::NotFound);
    const auto written = write(store, QStringLiteral("id"), QStringLiteral("1"));
    QVERIFY(written && !written->has_value());
    QCOMPARE(written->error().kind, ErrorKind::Io); // memory does not stand in unasked
    QVERIFY(!written->error().message.isEmpty() && !written->error().advice.isEmpty());
    QVERIFY(setDefault(QStringLiteral("/org/freedesktop/secrets/collection/login")));
}

void TestKeychain::lockedIsNotMissing()
{
    SystemKeychain store(QStringLiteral("sonde.test"));
    QVERIFY(write(store, QStringLiteral("locked"), QStringLiteral("1"))->has_value());
    QDBusMessage lock = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
    lock << QVariant::fromValue(
        QList<QDBusObjectPath>{QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/aliases/default"))});
    const QDBusMessage locked = QDBusConnection::sessionBus().call(lock);
    QCOMPARE(locked.type(), QDBusMessage::ReplyMessage);
    const auto outcome = read(store, QStringLiteral("locked"));
    QCOMPARE(outcome->error().kind, ErrorKind::Forbidden);
    QCOMPARE(outcome->error().message, QStringLiteral("The keychain of this machine is locked."));
    QVERIFY(!outcome->error().advice.isEmpty());
    QCOMPARE(outcome->error().remedy, Remedy::UnlockKeychain);
    QCOMPARE(write(store, QStringLiteral("locked"), QStringLiteral("2"))->error().kind, ErrorKind::Forbidden);
    QCOMPARE(stateOf(store), KeychainState::Locked);
}

/// The real service asks through a program of the desktop, which there is not: the user is taken to have
/// thought better of it.
void TestKeychain::lockedStaysLockedWithoutAScreen()
{
    SystemKeychain store(QStringLiteral("sonde.test"), {{}, std::chrono::seconds(10)});
    QCOMPARE(stateOf(store), KeychainState::Locked);
    const auto outcome = unlock(store);
    QVERIFY(outcome && !outcome->has_value());
    QCOMPARE(outcome->error().kind, ErrorKind::Forbidden);
    QCOMPARE(outcome->error().message, QStringLiteral("The keychain stayed locked."));
    QCOMPARE(stateOf(store), KeychainState::Locked);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
