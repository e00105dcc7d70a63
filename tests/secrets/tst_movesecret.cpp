#include "fakekeychain.h"
#include "ports/movesecret.h"
#include "secrets/sessionsecretstore.h"

#include <QTest>

using namespace sonde;

namespace {

const QString from = QStringLiteral("old id");
const QString to = QStringLiteral("new id");
const QString secret = QStringLiteral("s3cret");

Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

} // namespace

/// A secret follows its connection to another id, and is never under none.
class TestMoveSecret : public QObject
{
    Q_OBJECT

private slots:
    void moves();
    void sameIdChangesNothing();
    void nothingToMove();
    void failedReadIsSaid();
    void failedWriteKeepsTheOld();
    void failedRemovalTakesTheNewBack();
    void withoutAKeychainThereIsNothing();
    void forThisRunStaysSo();
    void forThisRunIsNotLostToALockedKeychain();

private:
    static std::optional<Result<void>> move(SecretStore &store, const QString &source, const QString &target)
    {
        QObject context;
        std::optional<Result<void>> outcome;
        moveSecret(store, source, target, &context,
                   [&outcome](const Result<void> &result) { outcome = result; });
        if (outcome) // from within the call
            return {};
        return QTest::qWaitFor([&outcome] { return outcome.has_value(); }) ? outcome : std::nullopt;
    }
    FakeKeychain m_keychain;
    SessionSecretStore m_store{&m_keychain};

private slots:
    void init()
    {
        m_keychain.broken.reset();
        m_keychain.brokenWrite.reset();
        m_keychain.brokenRemovalOf.clear();
        m_keychain.secrets = {{from, secret}};
    }
};

void TestMoveSecret::moves()
{
    QVERIFY(move(m_store, from, to)->has_value());
    QCOMPARE(m_keychain.secrets, (QHash<QString, QString>{{to, secret}}));
}

void TestMoveSecret::sameIdChangesNothing()
{
    QVERIFY(move(m_store, from, from)->has_value());
    QCOMPARE(m_keychain.secrets, (QHash<QString, QString>{{from, secret}}));
}

void TestMoveSecret::nothingToMove()
{
    m_keychain.secrets = {{to, QStringLiteral("other")}};
    QVERIFY(move(m_store, from, to)->has_value());
    QCOMPARE(m_keychain.secrets.value(to), QStringLiteral("other"));
}

void TestMoveSecret::failedReadIsSaid()
{
    m_keychain.broken = errorOf(ErrorKind::Forbidden);
    QCOMPARE(move(m_store, from, to)->error().kind, ErrorKind::Forbidden);
    QCOMPARE(m_keychain.secrets, (QHash<QString, QString>{{from, secret}}));
}

void TestMoveSecret::failedWriteKeepsTheOld()
{
    m_keychain.brokenWrite = errorOf(ErrorKind::Forbidden);
    QCOMPARE(move(m_store, from, to)->error().kind, ErrorKind::Forbidden);
    QCOMPARE(m_keychain.secrets, (QHash<QString, QString>{{from, secret}}));
}

void TestMoveSecret::failedRemovalTakesTheNewBack()
{
    m_keychain.brokenRemovalOf = from;
    QCOMPARE(move(m_store, from, to)->error().kind, ErrorKind::Forbidden);
    QCOMPARE(m_keychain.secrets, (QHash<QString, QString>{{from, secret}}));
}

void TestMoveSecret::withoutAKeychainThereIsNothing()
{
    m_keychain.broken = errorOf(ErrorKind::NoKeychain);
    QVERIFY(move(m_store, from, to)->has_value());
}

void TestMoveSecret::forThisRunStaysSo()
{
    m_keychain.secrets.clear();
    m_store.keepForThisRun(from, secret);
    QVERIFY(move(m_store, from, to)->has_value());
    QVERIFY(m_store.isForThisRun(to));
    QVERIFY(!m_store.isForThisRun(from));
    QVERIFY(m_keychain.secrets.isEmpty());
}

void TestMoveSecret::forThisRunIsNotLostToALockedKeychain()
{
    SessionSecretStore store(&m_keychain);
    store.keepForThisRun(from, secret);
    m_keychain.broken = errorOf(ErrorKind::Forbidden);
    QCOMPARE(move(store, from, to)->error().kind, ErrorKind::Forbidden);
    QVERIFY(store.isForThisRun(from));
    QVERIFY(!store.isForThisRun(to));
}

QTEST_GUILESS_MAIN(TestMoveSecret)
#include "tst_movesecret.moc"
