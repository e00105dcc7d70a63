#include "secrets/sessionsecretstore.h"
#include "secrets/systemkeychain.h"

#include <QTest>

using namespace sonde;

/// A machine without a keychain: no D-Bus session can be reached.
class TestNoKeychain : public QObject
{
    Q_OBJECT

private slots:
    void saysSo();
    void memoryStandsIn();
};

void TestNoKeychain::saysSo()
{
    SystemKeychain store(QStringLiteral("sonde.test"));
    std::optional<Result<QString>> read;
    std::optional<Result<void>> written;
    store.read(QStringLiteral("id"), this, [&read](const Result<QString> &result) { read = result; });
    store.write(QStringLiteral("id"), QStringLiteral("s"), this,
                [&written](const Result<void> &result) { written = result; });
    QVERIFY(!read);
    QTRY_VERIFY(read && written);
    QCOMPARE(read->error().kind, ErrorKind::NoKeychain);
    QCOMPARE(read->error().message, QStringLiteral("This machine has no keychain."));
    QCOMPARE(written->error().kind, ErrorKind::NoKeychain);
}

void TestNoKeychain::memoryStandsIn()
{
    SystemKeychain keychain(QStringLiteral("sonde.test"));
    SessionSecretStore store(&keychain);
    std::optional<Result<void>> written;
    store.write(QStringLiteral("id"), QStringLiteral("s"), this,
                [&written](const Result<void> &result) { written = result; });
    QTRY_VERIFY(written);
    QCOMPARE(written->error().advice, QStringLiteral("The secret is kept in memory until Sonde is closed."));
    std::optional<Result<QString>> read;
    store.read(QStringLiteral("id"), this, [&read](const Result<QString> &result) { read = result; });
    QTRY_VERIFY(read);
    QCOMPARE(read->value(), QStringLiteral("s"));
}

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
