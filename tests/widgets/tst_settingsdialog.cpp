#include "stores/settingsstore.h"
#include "support/fakesecretstore.h"
#include "widgets/icons.h"
#include "widgets/programfacts.h"
#include "widgets/settingsdialog.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
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

class TestSettingsDialog final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsWhatIsStored();
    void tabGoesThroughThePageToTheButtons();
    void okWritesEverything();
    void cancelWritesNothing();
    void defaultsOfOnePage();
    void proxyNeedsAHost();
    void pastedProxyIsTakenApart();
    void oddPasswordsStayOutOfTheHost_data();
    void oddPasswordsStayOutOfTheHost();
    void noPasswordReachesTheFile();
    void certificatesAreChecked_data();
    void certificatesAreChecked();
    void problemOfAnotherPageIsNamed();
    void passwordGoesToTheKeychainOnly();
    void passwordOfALockedKeychain();
    void lockedKeychainThatStaysLocked();
    void passwordWithoutKeychain();
    void refusedPasswordCanBeKeptForTheRun();
    void storedPasswordIsForgotten();
    void keychainIsNotAskedWithoutAProxy();
    void unknownLanguageIsTheSystems();
    void settingsThatCannotBeWritten();
    void everyFieldHasAName();
    void tabFollowsTheEye();
    void mnemonicsAreUnique();
    void fitsAndLooks();

private:
    void open(SecretStore *secrets = nullptr);
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    template <typename Value>
    void choose(const char *name, Value value) const
    {
        auto *box = part<QComboBox>(name);
        box->setCurrentIndex(box->findData(QVariant::fromValue(value)));
    }
    void useProxy() const
    {
        choose("proxy", NetworkSettings::Proxy::Manual);
        part<QLineEdit>("proxyHost")->setText(QStringLiteral("proxy.example"));
    }
    QPushButton *button(QDialogButtonBox::StandardButton which) const
    {
        return m_dialog->findChild<QDialogButtonBox *>()->button(which);
    }
    void pressOk() const { QTest::mouseClick(button(QDialogButtonBox::Ok), Qt::LeftButton); }
    bool hasReason(const QString &words) const;
    QByteArray fileText() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsStore> m_store;
    FakeSecretStore m_secrets;
    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::initTestCase()
{
    m_theme.setMode(Theme::Mode::Light);
    m_theme.install();
}

void TestSettingsDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("sonde.ini")));
    m_secrets = FakeSecretStore();
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
}

void TestSettingsDialog::open(SecretStore *secrets)
{
    m_dialog =
        std::make_unique<SettingsDialog>(*m_store, secrets != nullptr ? *secrets : m_secrets, m_icons,
                                         ProgramFacts{{},
                                                      {QStringLiteral("en"), QStringLiteral("nl")},
                                                      m_folder->filePath(QStringLiteral("requests.log"))});
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

bool TestSettingsDialog::hasReason(const QString &words) const
{
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&words](const QLabel *label) { return label->text().contains(words); });
}

QByteArray TestSettingsDialog::fileText() const
{
    QFile file(m_folder->filePath(QStringLiteral("sonde.ini")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSettingsDialog::showsWhatIsStored()
{
    m_store->set(settings::language, QStringLiteral("nl"));
    m_store->set(settings::displayZone, DisplayZone::Local);
    m_store->set(settings::serverTimeout, 42);
    m_store->set(settings::theme, ThemeChoice::Dark);
    m_store->set(settings::fontFamily, QStringLiteral("Lost Mono"));
    m_store->set(settings::fontSize, 14);
    m_store->set(settings::proxy, NetworkSettings::Proxy::None);
    m_store->set(settings::proxyHost, QStringLiteral("old.example"));
    m_store->set(settings::exportFormat, ExportChoice::JsonLines);
    m_store->set(settings::csvSeparator, CsvSeparator::Tab);
    m_store->set(settings::logsRequests, true);
    open();
    QCOMPARE(part<QComboBox>("language")->currentText(), QStringLiteral("Nederlands"));
    QCOMPARE(part<QComboBox>("zone")->currentIndex(), 1);
    QCOMPARE(part<QSpinBox>("serverTimeout")->value(), 42);
    QCOMPARE(part<QComboBox>("theme")->currentText(), QStringLiteral("Dark"));
    QVERIFY(part<QComboBox>("fontFamily")->currentText().contains(QStringLiteral("not installed")));
    QCOMPARE(part<QSpinBox>("fontSize")->value(), 14);
    QCOMPARE(part<QComboBox>("proxy")->currentText(), QStringLiteral("None"));
    QVERIFY(!part<QLineEdit>("proxyHost")->isEnabled());
    QCOMPARE(part<QLineEdit>("proxyHost")->text(), QStringLiteral("old.example"));
    QCOMPARE(part<QComboBox>("format")->currentText(), QStringLiteral("JSON Lines"));
    QCOMPARE(part<QComboBox>("separator")->currentText(), QStringLiteral("Tab"));
    QVERIFY(part<QCheckBox>("logsRequests")->isChecked());
    // What was only looked at is as it was.
    QSignalSpy changed(m_store.get(), &SettingsStore::changed);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(changed.count(), 0);
}

void TestSettingsDialog::tabGoesThroughThePageToTheButtons()
{
    open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    auto *list = m_dialog->findChild<QListWidget *>();
    auto *stack = m_dialog->findChild<QStackedWidget *>();
    list->setFocus();
    QTRY_VERIFY(list->hasFocus());
    bool wasInPage = false;
    QStringList after;
    for (int steps = 0; steps < 40 && after.size() < 3; ++steps) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *focused = QApplication::focusWidget();
        if (stack->isAncestorOf(focused)) {
            QVERIFY2(after.isEmpty(), "a field after the buttons");
            wasInPage = true;
        } else if (auto *button = qobject_cast<QPushButton *>(focused)) {
            after.append(button->text().remove(u'&'));
        }
    }
    QVERIFY(wasInPage);
    QCOMPARE(after, (QStringList{QStringLiteral("Restore defaults"), QStringLiteral("OK"),
                                 QStringLiteral("Cancel")}));
}

void TestSettingsDialog::okWritesEverything()
{
    open();
    choose("language", QStringLiteral("nl"));
    choose("zone", DisplayZone::Local);
    part<QSpinBox>("serverTimeout")->setValue(600);
    choose("theme", ThemeChoice::Dark);
    part<QSpinBox>("fontSize")->setValue(16);
    part<QCheckBox>("fixedCells")->setChecked(true);
    useProxy();
    part<QSpinBox>("proxyPort")->setValue(3128);
    part<QLineEdit>("proxyUser")->setText(QStringLiteral(" me "));
    part<QLineEdit>("folder")->setText(QDir::toNativeSeparators(m_folder->path()));
    choose("format", ExportChoice::JsonLines);
    choose("separator", CsvSeparator::Semicolon);
    part<QCheckBox>("logsRequests")->setChecked(true);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    QCOMPARE(m_store->get(settings::theme), ThemeChoice::System);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_store->get(settings::language), QStringLiteral("nl"));
    QCOMPARE(m_store->get(settings::displayZone), DisplayZone::Local);
    QCOMPARE(m_store->get(settings::serverTimeout), 600);
    QCOMPARE(m_store->get(settings::theme), ThemeChoice::Dark);
    QCOMPARE(m_store->get(settings::fontSize), 16);
    QCOMPARE(m_store->get(settings::fixedCells), true);
    QCOMPARE(m_store->get(settings::csvFolder), m_folder->path());
    QCOMPARE(m_store->get(settings::exportFormat), ExportChoice::JsonLines);
    QCOMPARE(m_store->get(settings::csvSeparator), CsvSeparator::Semicolon);
    NetworkSettings network;
    network.proxy = NetworkSettings::Proxy::Manual;
    network.proxyHost = QStringLiteral("proxy.example");
    network.proxyPort = 3128;
    network.proxyUser = QStringLiteral("me");
    network.requestLogFile = QStringLiteral("/x/requests.log");
    QCOMPARE(networkSettings(*m_store, QStringLiteral("/x/requests.log")), network);
}

void TestSettingsDialog::cancelWritesNothing()
{
    open();
    choose("theme", ThemeChoice::Dark);
    useProxy();
    part<QLineEdit>("proxyPassword")->setText(QStringLiteral("s3cret"));
    QSignalSpy changed(m_store.get(), &SettingsStore::changed);
    QTest::mouseClick(button(QDialogButtonBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_secrets.secrets().isEmpty());
}

void TestSettingsDialog::defaultsOfOnePage()
{
    m_store->set(settings::serverTimeout, 42);
    m_store->set(settings::fontSize, 20);
    open();
    m_dialog->showPage(SettingsDialog::General);
    QTest::mouseClick(button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QCOMPARE(part<QSpinBox>("serverTimeout")->value(), 180);
    QCOMPARE(part<QSpinBox>("fontSize")->value(), 20);
    QCOMPARE(m_store->get(settings::serverTimeout), 42);
    m_dialog->showPage(SettingsDialog::Fonts);
    QTest::mouseClick(button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(m_store->get(settings::fontSize), 0);
    QCOMPARE(m_store->get(settings::serverTimeout), 180);
}

void TestSettingsDialog::proxyNeedsAHost()
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

void TestSettingsDialog::pastedProxyIsTakenApart()
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

void TestSettingsDialog::oddPasswordsStayOutOfTheHost_data()
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

void TestSettingsDialog::oddPasswordsStayOutOfTheHost()
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
void TestSettingsDialog::noPasswordReachesTheFile()
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

void TestSettingsDialog::certificatesAreChecked_data()
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

void TestSettingsDialog::certificatesAreChecked()
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

void TestSettingsDialog::problemOfAnotherPageIsNamed()
{
    open();
    m_dialog->showPage(SettingsDialog::Network);
    choose("proxy", NetworkSettings::Proxy::Manual);
    QVERIFY(!part<QLabel>("note")->isVisible());
    m_dialog->showPage(SettingsDialog::Export);
    QVERIFY(part<QLabel>("note")->isVisible());
    QVERIFY(part<QLabel>("note")->text().startsWith(QStringLiteral("Network: ")));
    m_dialog->accept();
    QVERIFY(m_dialog->isVisible());
}

void TestSettingsDialog::passwordGoesToTheKeychainOnly()
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

void TestSettingsDialog::passwordOfALockedKeychain()
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

void TestSettingsDialog::lockedKeychainThatStaysLocked()
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

void TestSettingsDialog::passwordWithoutKeychain()
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

void TestSettingsDialog::refusedPasswordCanBeKeptForTheRun()
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

void TestSettingsDialog::storedPasswordIsForgotten()
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

void TestSettingsDialog::keychainIsNotAskedWithoutAProxy()
{
    m_secrets.state = KeychainState::Locked;
    open();
    m_dialog->showPage(SettingsDialog::Network);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(m_secrets.state, KeychainState::Locked);
}

void TestSettingsDialog::unknownLanguageIsTheSystems()
{
    m_store->set(settings::language, QStringLiteral("tlh"));
    open();
    QCOMPARE(part<QComboBox>("language")->currentIndex(), 0);
}

void TestSettingsDialog::settingsThatCannotBeWritten()
{
    QFile blocker(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    m_store = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("file/sonde.ini")));
    open();
    choose("theme", ThemeChoice::Dark);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_VERIFY(
        part<QLabel>("note")->text().startsWith(QStringLiteral("The settings could not be written.")));
    QVERIFY(part<QLabel>("note")->isVisible());
    QVERIFY(part<QPushButton>("keepForThisRun")->isHidden());
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(applied.count(), 0);
    m_dialog.reset();
}

void TestSettingsDialog::everyFieldHasAName()
{
    open();
    const QList<QWidget *> widgets = m_dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        // The list of a combo box is a window of its own; from Qt 6.8 on it is there before it is opened.
        if (widget->window() != m_dialog.get() || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
            qobject_cast<const QAbstractButton *>(widget) ||
            widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

void TestSettingsDialog::tabFollowsTheEye()
{
    open();
    choose("proxy", NetworkSettings::Proxy::Manual);
    for (int page = SettingsDialog::General; page <= SettingsDialog::Privacy; ++page) {
        m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QPoint before(0, -1);
        int fields = 0;
        QWidget *widget = m_dialog->findChild<QListWidget *>();
        for (QWidget *next = widget->nextInFocusChain(); next != widget; next = next->nextInFocusChain()) {
            if (!next->isVisible() || (next->focusPolicy() & Qt::TabFocus) == 0 ||
                next->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            // The middle of a field: those of one line differ in height.
            const QPoint at = next->mapTo(m_dialog.get(), next->rect().center());
            if (next->parentWidget() == m_dialog.get() ||
                qobject_cast<QDialogButtonBox *>(next->parentWidget()))
                continue;
            QVERIFY2(at.y() > before.y() + 3 || at.x() > before.x(), qPrintable(next->accessibleName()));
            before = at;
            ++fields;
        }
        QVERIFY(fields > 0);
    }
}

void TestSettingsDialog::mnemonicsAreUnique()
{
    open();
    for (int page = SettingsDialog::General; page <= SettingsDialog::Privacy; ++page) {
        m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
        QHash<QChar, QString> taken;
        const auto take = [&taken](const QString &text) {
            const qsizetype at = text.indexOf(u'&');
            if (at < 0)
                return true;
            const QChar key = text.at(at + 1).toLower();
            const bool isFree = !taken.contains(key);
            taken.insert(key, text);
            return isFree;
        };
        const QList<QWidget *> widgets = m_dialog->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible())
                continue;
            if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                QVERIFY2(take(label->text()), qPrintable(label->text()));
            if (const auto *pressed = qobject_cast<const QAbstractButton *>(widget))
                QVERIFY2(take(pressed->text()), qPrintable(pressed->text()));
        }
    }
}

void TestSettingsDialog::fitsAndLooks()
{
    const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
    m_store->set(settings::proxy, NetworkSettings::Proxy::Manual);
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        open();
        part<QLineEdit>("caFile")->setText(QStringLiteral("/no/such/file.pem"));
        for (int page = SettingsDialog::General; page <= SettingsDialog::Privacy; ++page) {
            m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
            QVERIFY(m_dialog->sizeHint().width() <= 1024 && m_dialog->sizeHint().height() <= 640);
            QTRY_COMPARE(m_dialog->palette().color(QPalette::Window), m_theme.color(ColorRole::Window));
            if (!folder.isEmpty()) {
                QDir().mkpath(folder);
                QVERIFY(m_dialog->grab().save(
                    QStringLiteral("%1/settings-%2-%3.png")
                        .arg(folder)
                        .arg(page)
                        .arg(m_theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"))));
            }
        }
        m_dialog.reset();
    }
    m_theme.setMode(Theme::Mode::Light);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
