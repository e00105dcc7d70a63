#include "settingsdialogfixture.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

using namespace sonde;

namespace {

/// Keeps nothing, as a keychain that denies.
class DenyingSecretStore final : public SecretStore
{
public:
    void read(const QString &, QObject *context, ReadHandler handler) override
    {
        QTimer::singleShot(0, context,
                           [handler] { handler(failure(ErrorKind::NotFound, QStringLiteral("Nothing."))); });
    }
    void write(const QString &, const QString &, QObject *context, DoneHandler handler) override
    {
        QTimer::singleShot(0, context, [handler] {
            handler(failure(ErrorKind::Forbidden, QStringLiteral("The keychain refused."),
                            QStringLiteral("Allow Sonde to use it.")));
        });
    }
    void queryState(QObject *context, StateHandler handler) override
    {
        QTimer::singleShot(0, context, [handler] { handler(KeychainState::Ready); });
    }
    void unlock(QObject *, DoneHandler) override {}
    void keepForThisRun(const QString &id, const QString &secret) override { kept = {id, secret}; }
    bool isForThisRun(const QString &id) const override { return kept.value(0) == id; }
    void remove(const QString &, QObject *, DoneHandler) override {}

    QStringList kept;
};

} // namespace

/// The page of the network: the proxy, the certificates, and the password that only the keychain gets.
class TestSettingsDialogNetwork final : public QObject, private SettingsDialogFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { install(); }
    void init() { makeStore(); }
    void cleanup() { m_dialog.reset(); }
    void proxyNeedsAHost();
    void pastedProxyIsTakenApart();
    void oddPasswordsStayOutOfTheHost_data();
    void oddPasswordsStayOutOfTheHost();
    void noPasswordReachesTheFile();
    void certificatesAreChecked_data();
    void certificatesAreChecked();
    void passwordGoesToTheKeychainOnly();
    void passwordOfALockedKeychain();
    void lockedKeychainThatStaysLocked();
    void passwordWithoutKeychain();
    void refusedPasswordCanBeKeptForTheRun();
    void storedPasswordIsForgotten();
    void keychainIsNotAskedWithoutAProxy();
};

void TestSettingsDialogNetwork::proxyNeedsAHost()
{
    open();
    m_dialog->showPage(SettingsDialog::Network);
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
    choose("proxy", NetworkSettings::Proxy::Manual);
    QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(hasReason(QStringLiteral("Type the name or the address of the proxy.")));
    part<QLineEdit>("proxyHost")->setText(QStringLiteral("two words"));
    QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(hasReason(QStringLiteral("Only the name or the address")));
    part<QLineEdit>("proxyHost")->setText(QStringLiteral("10.0.0.1"));
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
    part<QLineEdit>("proxyHost")->clear();
    choose("proxy", NetworkSettings::Proxy::System);
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
}

void TestSettingsDialogNetwork::pastedProxyIsTakenApart()
{
    open();
    m_dialog->showPage(SettingsDialog::Network);
    choose("proxy", NetworkSettings::Proxy::Manual);
    auto *host = part<QLineEdit>("proxyHost");
    host->setText(QStringLiteral("http://me:pw@proxy.example:3128/"));
    emit host->editingFinished();
    QCOMPARE(host->text(), QStringLiteral("proxy.example"));
    QCOMPARE(part<QSpinBox>("proxyPort")->value(), 3128);
    QCOMPARE(part<QLineEdit>("proxyUser")->text(), QStringLiteral("me"));
    QCOMPARE(part<QLineEdit>("proxyPassword")->text(), QStringLiteral("pw"));
    host->setText(QStringLiteral("other:8081"));
    emit host->editingFinished();
    QCOMPARE(host->text(), QStringLiteral("other"));
    QCOMPARE(part<QSpinBox>("proxyPort")->value(), 8081);
    host->setText(QStringLiteral("fe80::1"));
    emit host->editingFinished();
    QCOMPARE(host->text(), QStringLiteral("fe80::1"));
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
}

void TestSettingsDialogNetwork::oddPasswordsStayOutOfTheHost_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const QString alice = QStringLiteral("alice");
    QTest::newRow("hash") << QStringLiteral("alice:pa#ss@proxy.example:8080") << alice
                          << QStringLiteral("pa#ss");
    QTest::newRow("slash") << QStringLiteral("http://alice:pa/ss@proxy.example:8080") << alice
                           << QStringLiteral("pa/ss");
    QTest::newRow("question mark") << QStringLiteral("http://alice:pa?ss@proxy.example:8080/") << alice
                                   << QStringLiteral("pa?ss");
    QTest::newRow("at") << QStringLiteral("alice:p@ss@proxy.example:8080") << alice << QStringLiteral("p@ss");
    QTest::newRow("colon") << QStringLiteral("alice:pa:ss@proxy.example:8080") << alice
                           << QStringLiteral("pa:ss");
    QTest::newRow("encoded") << QStringLiteral("http://alice:pa%23ss@proxy.example:8080") << alice
                             << QStringLiteral("pa#ss");
    QTest::newRow("no password") << QStringLiteral("alice@proxy.example:8080") << alice << QString();
}

void TestSettingsDialogNetwork::oddPasswordsStayOutOfTheHost()
{
    QFETCH(QString, pasted);
    open();
    m_dialog->showPage(SettingsDialog::Network);
    choose("proxy", NetworkSettings::Proxy::Manual);
    auto *host = part<QLineEdit>("proxyHost");
    host->setText(pasted);
    emit host->editingFinished();
    QCOMPARE(host->text(), QStringLiteral("proxy.example"));
    QCOMPARE(part<QSpinBox>("proxyPort")->value(), 8080);
    QTEST(part<QLineEdit>("proxyUser")->text(), "user");
    QTEST(part<QLineEdit>("proxyPassword")->text(), "password");
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
}

/// What is in a field that does not count is not checked, and is not written either.
void TestSettingsDialogNetwork::noPasswordReachesTheFile()
{
    m_store->set(settings::proxyHost, QStringLiteral("old.example"));
    for (const char *pasted : {"alice:pa#ss@proxy.example.com:8080", "alice:pass", "http://alice:pass@["}) {
        open();
        m_dialog->showPage(SettingsDialog::Network);
        choose("proxy", NetworkSettings::Proxy::Manual);
        // The key that leaves the field has not been pressed.
        part<QLineEdit>("proxyHost")->setText(QLatin1String(pasted));
        QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
        choose("proxy", NetworkSettings::Proxy::None);
        QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
        pressOk();
        QTRY_COMPARE(applied.count(), 1);
        QCOMPARE(m_store->get(settings::proxyHost), QStringLiteral("old.example"));
        QVERIFY(!fileText().contains("pa#ss"));
        QVERIFY(!fileText().contains("pass"));
    }
    // An empty field takes the old one away.
    open();
    part<QLineEdit>("proxyHost")->clear();
    pressOk();
    QTRY_COMPARE(m_store->get(settings::proxyHost), QString());
}

void TestSettingsDialogNetwork::certificatesAreChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    const QByteArray certificate("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    QTest::newRow("good") << QStringLiteral("ca.pem") << certificate << QString();
    QTest::newRow("none") << QString() << QByteArray() << QString();
    QTest::newRow("missing") << QStringLiteral("no.pem") << QByteArray()
                             << QStringLiteral("There is no file");
    QTest::newRow("folder") << QStringLiteral(".") << QByteArray() << QStringLiteral("This is a folder");
    QTest::newRow("binary") << QStringLiteral("ca.der") << QByteArray("\x30\x82\x01", 3)
                            << QStringLiteral("No certificate in PEM form");
    QTest::newRow("a key") << QStringLiteral("key.pem") << QByteArray("-----BEGIN PRIVATE KEY-----\n")
                           << QStringLiteral("No certificate in PEM form");
    QTest::newRow("late") << QStringLiteral("late.pem") << QByteArray(300'000, '#') + certificate
                          << QString();
}

void TestSettingsDialogNetwork::certificatesAreChecked()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    const QString path = name.isEmpty() ? QString() : m_folder->filePath(name);
    if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    open();
    m_dialog->showPage(SettingsDialog::Network);
    part<QLineEdit>("caFile")->setText(path);
    QCOMPARE(button(QDialogButtonBox::Ok)->isEnabled(), reason.isEmpty());
    QVERIFY(reason.isEmpty() || hasReason(reason));
    part<QLineEdit>("caFile")->setText(QStringLiteral("ca.pem"));
    QVERIFY(hasReason(QStringLiteral("Type the whole path")));
}

void TestSettingsDialogNetwork::passwordGoesToTheKeychainOnly()
{
    open();
    useProxy();
    QCOMPARE(part<QLineEdit>("proxyPassword")->echoMode(), QLineEdit::Password);
    QVERIFY(part<QLabel>("passwordNote")->text().contains(QStringLiteral("never in a file")));
    part<QLineEdit>("proxyPassword")->setText(QStringLiteral("s3cret"));
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(m_secrets.secrets().value(proxySecretId), QStringLiteral("s3cret"));
    QVERIFY(!fileText().contains("s3cret"));
    QVERIFY(fileText().contains("proxy.example"));
}

void TestSettingsDialogNetwork::passwordOfALockedKeychain()
{
    m_secrets.state = KeychainState::Locked;
    open();
    useProxy();
    QTRY_VERIFY(part<QLabel>("passwordNote")->text().contains(QStringLiteral("locked")));
    part<QLineEdit>("proxyPassword")->setText(QStringLiteral("s3cret"));
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(button(QDialogButtonBox::Cancel)->isEnabled());
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(m_secrets.secrets().value(proxySecretId), QStringLiteral("s3cret"));
}

void TestSettingsDialogNetwork::lockedKeychainThatStaysLocked()
{
    m_secrets.state = KeychainState::Locked;
    m_secrets.mayUnlock = false;
    open();
    useProxy();
    QTRY_VERIFY(part<QLabel>("passwordNote")->text().contains(QStringLiteral("locked")));
    part<QLineEdit>("proxyPassword")->setText(QStringLiteral("s3cret"));
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_VERIFY(part<QLabel>("note")->text().contains(QStringLiteral("stayed locked")));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
    QCOMPARE(applied.count(), 0);
    QCOMPARE(m_store->get(settings::proxy), NetworkSettings::Proxy::System);
    QTest::mouseClick(part<QPushButton>("keepForThisRun"), Qt::LeftButton);
    QTRY_COMPARE(applied.count(), 1);
    QVERIFY(m_secrets.isForThisRun(proxySecretId));
}

void TestSettingsDialogNetwork::passwordWithoutKeychain()
{
    m_secrets.state = KeychainState::Missing;
    open();
    useProxy();
    QTRY_VERIFY(part<QLabel>("passwordNote")->text().contains(QStringLiteral("no keychain")));
    part<QLineEdit>("proxyPassword")->setText(QStringLiteral("s3cret"));
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QVERIFY(m_secrets.isForThisRun(proxySecretId));
}

void TestSettingsDialogNetwork::refusedPasswordCanBeKeptForTheRun()
{
    DenyingSecretStore secrets;
    open(&secrets);
    useProxy();
    part<QLineEdit>("proxyPassword")->setText(QStringLiteral("s3cret"));
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(part<QLabel>("note")->text(),
                 QStringLiteral("The keychain refused. Allow Sonde to use it."));
    QTest::mouseClick(part<QPushButton>("keepForThisRun"), Qt::LeftButton);
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(secrets.kept, QStringList({QString(proxySecretId), QStringLiteral("s3cret")}));
    m_dialog.reset();
}

void TestSettingsDialogNetwork::storedPasswordIsForgotten()
{
    m_secrets.write(proxySecretId, QStringLiteral("old"), this, [](const Result<void> &) {});
    QTRY_VERIFY(!m_secrets.secrets().isEmpty());
    m_store->set(settings::proxy, NetworkSettings::Proxy::Manual);
    m_store->set(settings::proxyHost, QStringLiteral("proxy.example"));
    open();
    m_dialog->showPage(SettingsDialog::Network);
    QTRY_VERIFY(part<QPushButton>("forgetPassword")->isVisible());
    QVERIFY(part<QLineEdit>("proxyPassword")->placeholderText().startsWith(QStringLiteral("Stored")));
    QTest::mouseClick(part<QPushButton>("forgetPassword"), Qt::LeftButton);
    QVERIFY(!m_secrets.secrets().isEmpty());
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QVERIFY(m_secrets.secrets().isEmpty());
}

void TestSettingsDialogNetwork::keychainIsNotAskedWithoutAProxy()
{
    m_secrets.state = KeychainState::Locked;
    open();
    m_dialog->showPage(SettingsDialog::Network);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(m_secrets.state, KeychainState::Locked);
}

QTEST_MAIN(TestSettingsDialogNetwork)
#include "tst_settingsdialognetwork.moc"
