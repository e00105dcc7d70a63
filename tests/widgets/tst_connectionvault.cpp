#include "widgets/connectionvault.h"

#include "stores/connectionstore.h"
#include "support/fakesecretstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

const QString id = QStringLiteral("00000000-0000-4000-8000-000000000001");

Connection connection()
{
    Connection made;
    made.id = id;
    made.name = QStringLiteral("One");
    made.tenant = QStringLiteral("contoso.example");
    return made;
}

} // namespace

/// A connection and its secret change together, without any dialog.
class TestConnectionVault final : public QObject
{
    Q_OBJECT

private slots:
    void theSecretGoesBeforeItsConnectionChanges_data();
    void theSecretGoesBeforeItsConnectionChanges();
};

void TestConnectionVault::theSecretGoesBeforeItsConnectionChanges_data()
{
    QTest::addColumn<bool>("isForThisRun");
    QTest::newRow("in the keychain") << false;
    QTest::newRow("for this run") << true;
}

/// At no moment does a connection that signs in elsewhere have a secret that is not meant for it.
void TestConnectionVault::theSecretGoesBeforeItsConnectionChanges()
{
    QFETCH(bool, isForThisRun);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("connections.json"));
    ConnectionStore store(path);
    FakeSecretStore secrets;
    if (isForThisRun) {
        QVERIFY(store.add(connection()));
        secrets.keepForThisRun(id, QStringLiteral("first"));
    } else {
        QVERIFY(store.add(connection()));
        bool isWritten = false;
        secrets.write(id, QStringLiteral("first"), this,
                      [&isWritten](const Result<void> &) { isWritten = true; });
        QTRY_VERIFY(isWritten);
    }
    Connection theirs = connection();
    theirs.tenant = QStringLiteral("elsewhere.example");
    ConnectionVault vault(store, secrets);
    bool hadSecret = false;
    connect(&store, &ConnectionStore::changed, &vault, [&store, &secrets, &theirs, &hadSecret] {
        hadSecret = hadSecret || (store.find(id) == theirs && secrets.secrets().contains(id));
    });
    const auto replace = [&vault, &theirs] {
        std::optional<Result<void>> outcome;
        vault.replace(theirs.id, theirs, true, [&outcome](const Result<void> &result) { outcome = result; });
        return QTest::qWaitFor([&outcome] { return outcome.has_value(); }) && outcome->has_value();
    };
    // Refused by the keychain: both stay.
    secrets.refusal = Error{};
    secrets.refusal->kind = ErrorKind::Forbidden;
    QVERIFY(!replace());
    QCOMPARE(store.find(id), connection());
    QCOMPARE(secrets.secrets().value(id), QStringLiteral("first"));
    secrets.refusal.reset();
    // Refused by the disk: the secret is put back where it was.
    const QString aside = folder.filePath(QStringLiteral("aside.json"));
    QVERIFY(QFile::rename(path, aside));
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("connections.json/in the way")));
    QVERIFY(!replace());
    QCOMPARE(secrets.secrets().value(id), QStringLiteral("first"));
    QCOMPARE(secrets.isForThisRun(id), isForThisRun);
    QVERIFY(QDir(path).removeRecursively());
    QVERIFY(QFile::rename(aside, path));
    QVERIFY(replace());
    QCOMPARE(store.find(id), theirs);
    QVERIFY(secrets.secrets().isEmpty());
    QVERIFY(!hadSecret);
}

QTEST_GUILESS_MAIN(TestConnectionVault)
#include "tst_connectionvault.moc"
