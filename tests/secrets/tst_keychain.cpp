#include "secrets/keychainsecretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QTest>

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
    void lockedIsNotMissing();

private:
    static std::optional<Result<QString>> read(SecretStore &store, const QString &id);
    std::optional<Result<void>> write(SecretStore &store, const QString &id, const QString &secret);
    std::optional<Result<void>> remove(SecretStore &store, const QString &id);
};

std::optional<Result<QString>> TestKeychain::read(SecretStore &store, const QString &id)
{
    QObject context;
    std::optional<Result<QString>> outcome;
    store.read(id, &context, [&outcome](const Result<QString> &result) { outcome = result; });
    if (outcome) // from within the call
        return {};
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000) ? outcome : std::nullopt;
}

std::optional<Result<void>> TestKeychain::write(SecretStore &store, const QString &id, const QString &secret)
{
    std::optional<Result<void>> outcome;
    store.write(id, secret, this, [&outcome](const Result<void> &result) { outcome = result; });
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000) ? outcome : std::nullopt;
}

std::optional<Result<void>> TestKeychain::remove(SecretStore &store, const QString &id)
{
    std::optional<Result<void>> outcome;
    store.remove(id, this, [&outcome](const Result<void> &result) { outcome = result; });
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000) ? outcome : std::nullopt;
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
    KeychainSecretStore store(QStringLiteral("io.github.sonde.test"));
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
    KeychainSecretStore one(QStringLiteral("io.github.sonde.test.one"));
    KeychainSecretStore two(QStringLiteral("io.github.sonde.test.two"));
    QVERIFY(write(one, QStringLiteral("id"), QStringLiteral("1"))->has_value());
    QCOMPARE(read(two, QStringLiteral("id"))->error().kind, ErrorKind::NotFound);
    QVERIFY(remove(one, QStringLiteral("id"))->has_value());
}

void TestKeychain::requestsAreAnsweredInOrder()
{
    KeychainSecretStore store(QStringLiteral("io.github.sonde.test"));
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
    KeychainSecretStore store(QStringLiteral("io.github.sonde.test"));
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
    KeychainSecretStore store(QStringLiteral("io.github.sonde.test"), std::chrono::milliseconds(0));
    for (int i = 0; i < 2; ++i) {
        const auto outcome = read(store, QStringLiteral("x"));
        QCOMPARE(outcome->error().kind, ErrorKind::Forbidden);
        QCOMPARE(outcome->error().message, QStringLiteral("The keychain of this machine did not answer."));
    }
}

void TestKeychain::lockedIsNotMissing()
{
    KeychainSecretStore store(QStringLiteral("io.github.sonde.test"));
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
    QCOMPARE(write(store, QStringLiteral("locked"), QStringLiteral("2"))->error().kind, ErrorKind::Forbidden);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
