#include "connectiondialogfixture.h"

#include "widgets/messagebar.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUuid>

using namespace sonde;

/// The fields of a connection and its secret: what may be saved, what is said about the rest, and by which
/// keys.
class TestConnectionDialog final : public QObject, private ConnectionDialogFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { install(); }
    void init() { open(); }
    void cleanup() { close(); }
    void newConnectionHasAnId();
    void nothingIsWrongBeforeAnythingIsTyped();
    void reasonsAsOneTypes();
    void reasonsWhenAFieldIsLeft();
    void nothingIsSubmittedWithProblems();
    void submitsWhatWasTyped();
    void editingKeepsIdAndWhatIsNotShown();
    void onlyTheFieldsOfTheChoice();
    void customRoundTrip();
    void failureKeepsWhatWasTyped();
    void secretSaysWhereItIsKept();
    void eyeShowsOnlyWhatWasTyped();
    void onlyForThisRun();
    void unlocking();
    void fieldsHaveNames();
    void tabOrderFollowsTheEye();
    void mnemonicsAreUnique();
    void fitsASmallScreen();
    void pictures();
};

void TestConnectionDialog::newConnectionHasAnId()
{
    const QString id = m_dialog->connection().id;
    QVERIFY(!QUuid::fromString(id).isNull());
    QVERIFY(!id.contains(QLatin1Char('{')));
    QVERIFY(ConnectionDialog(m_probe, m_theme, m_icons).connection().id != id);
}

void TestConnectionDialog::nothingIsWrongBeforeAnythingIsTyped()
{
    QCOMPARE(reasons(), QStringList());
    // Going through the fields is no fault either.
    part<QLineEdit>("tenant")->setFocus();
    part<QLineEdit>("clientId")->setFocus();
    QCOMPARE(reasons(), QStringList());
    QVERIFY(saveButton()->isEnabled());
}

void TestConnectionDialog::reasonsAsOneTypes()
{
    auto *field = part<QLineEdit>("clientId");
    type("clientId", QStringLiteral("0000"));
    QCOMPARE(reason("clientId"), QString()); // it may become one
    QTest::keyClicks(field, QStringLiteral("x"));
    QVERIFY(reason("clientId").contains(QLatin1String("GUID")));
    QCOMPARE(field->accessibleDescription(), reason("clientId"));
    QTest::keyClick(field, Qt::Key_Backspace);
    QCOMPARE(reason("clientId"), QString());
    QCOMPARE(field->accessibleDescription(), QString());
    QCOMPARE(reasons(), QStringList()); // the others were not touched
}

void TestConnectionDialog::reasonsWhenAFieldIsLeft()
{
    type("clientId", QStringLiteral("0000"));
    part<QLineEdit>("tenant")->setFocus();
    QCOMPARE(reasons(), QStringList{QStringLiteral("clientId")});
    type("clientId", guid(2));
    QCOMPARE(reasons(), QStringList());
    type("tenant", QStringLiteral("not a tenant"));
    QCOMPARE(reasons(), QStringList());
    part<QLineEdit>("name")->setFocus();
    QCOMPARE(reasons(), QStringList{QStringLiteral("tenant")});
}

void TestConnectionDialog::nothingIsSubmittedWithProblems()
{
    QSignalSpy submitted(m_dialog.get(), &ConnectionDialog::submitted);
    type("name", QStringLiteral("Production"));
    QTest::keyClick(part<QLineEdit>("name"), Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(reasons(), QStringList({QStringLiteral("tenant"), QStringLiteral("clientId"),
                                     QStringLiteral("workspaceId")}));
    QCOMPARE(m_dialog->focusWidget(), part<QLineEdit>("tenant")); // the first that is wrong
}

void TestConnectionDialog::submitsWhatWasTyped()
{
    QSignalSpy submitted(m_dialog.get(), &ConnectionDialog::submitted);
    part<QCheckBox>("logsService")->setChecked(false);
    part<QCheckBox>("classicService")->setChecked(true);
    part<QComboBox>("cloud")->setCurrentIndex(1);
    part<QComboBox>("colour")->setCurrentIndex(4);
    part<QCheckBox>("keepsHistory")->setChecked(false);
    type("name", QStringLiteral(" Production "));
    type("tenant", QStringLiteral("example.onmicrosoft.com"));
    type("clientId", QLatin1Char('{') + guid(2) + QStringLiteral("} "));
    type("subscription", guid(3));
    type("resourceGroup", QStringLiteral("rg"));
    type("workspace", QStringLiteral("ws"));
    type("secret", QStringLiteral(" kept as typed "));
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
    QVERIFY(m_dialog->isVisible()); // until it is stored
    const auto edit = submitted.at(0).at(0).value<ConnectionEdit>();
    QCOMPARE(edit.connection.name, QStringLiteral("Production"));
    QCOMPARE(edit.connection.cloud, Cloud::UsGovernment);
    QCOMPARE(edit.connection.colour, ColourMark::Green);
    QVERIFY(!edit.connection.keepsHistory);
    QCOMPARE(edit.connection.tenant, QStringLiteral("example.onmicrosoft.com"));
    QCOMPARE(edit.connection.clientId, guid(2));
    QCOMPARE(edit.connection.subscription, guid(3));
    QCOMPARE(edit.connection.resourceGroup, QStringLiteral("rg"));
    QCOMPARE(edit.connection.workspace, QStringLiteral("ws"));
    QCOMPARE(edit.secret.value_or(QString()), QStringLiteral(" kept as typed "));
    QVERIFY(!edit.isForThisRun);
    // While it is being stored, it is not submitted twice and not closed.
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    m_dialog->reject();
    QCOMPARE(submitted.count(), 1);
    QVERIFY(m_dialog->isVisible());
    // Where that takes long, the keychain is waiting for a person.
    QTRY_VERIFY(m_dialog->findChild<MessageBar *>()->isVisible());
    QVERIFY(m_dialog->findChild<MessageBar *>()->message().contains(QLatin1String("Waiting")));
    m_dialog->accept();
    QVERIFY(!m_dialog->isVisible());
}

void TestConnectionDialog::editingKeepsIdAndWhatIsNotShown()
{
    Connection connection;
    connection.id = guid(9);
    connection.name = QStringLiteral("Old");
    connection.colour = ColourMark::Purple;
    connection.keepsHistory = false;
    connection.tenant = guid(1);
    connection.clientId = guid(2);
    connection.workspaceId = guid(3);
    connection.classicApiVersion = QStringLiteral("2015-03-20");
    m_dialog->setConnection(connection);
    QCOMPARE(m_dialog->connection(), connection);
    QCOMPARE(m_dialog->services(), QList<QueryLanguage>{QueryLanguage::Kql});
    QVERIFY(m_dialog->windowTitle().contains(QLatin1String("Old")));
    type("name", QStringLiteral("New"));
    connection.name = QStringLiteral("New");
    QCOMPARE(m_dialog->connection(), connection);
    QVERIFY(!m_dialog->secretField().secret().has_value());
}

void TestConnectionDialog::onlyTheFieldsOfTheChoice()
{
    const auto shown = [this] {
        QStringList names;
        for (const char *field :
             {"workspaceId", "subscription", "resourceGroup", "workspace", "authority", "logs",
              "logsAudience", "logsToken", "management", "managementAudience", "managementToken"}) {
            if (part<QWidget>(field)->isVisible())
                names << QString::fromLatin1(field);
        }
        return names.join(QLatin1Char(' '));
    };
    QCOMPARE(shown(), QStringLiteral("workspaceId"));
    part<QCheckBox>("classicService")->setChecked(true);
    QCOMPARE(shown(), QStringLiteral("workspaceId subscription resourceGroup workspace"));
    part<QComboBox>("cloud")->setCurrentIndex(3);
    part<QCheckBox>("logsService")->setChecked(false);
    QCOMPARE(shown(), QStringLiteral("subscription resourceGroup workspace authority management "
                                     "managementAudience managementToken"));
    part<QCheckBox>("classicService")->setChecked(false);
    QCOMPARE(shown(), QStringLiteral("authority"));
    QCOMPARE(reasons(), QStringList{QStringLiteral("logsService")});
    part<QCheckBox>("logsService")->setChecked(true);
    QCOMPARE(shown(), QStringLiteral("workspaceId authority logs logsAudience logsToken"));
    // What was typed for a service that is not chosen is not saved, and comes back with the service.
    part<QComboBox>("cloud")->setCurrentIndex(0);
    type("workspaceId", guid(3));
    part<QCheckBox>("logsService")->setChecked(false);
    QVERIFY(m_dialog->connection().workspaceId.isEmpty());
    part<QCheckBox>("logsService")->setChecked(true);
    QCOMPARE(m_dialog->connection().workspaceId, guid(3));
}

void TestConnectionDialog::customRoundTrip()
{
    Connection connection;
    connection.id = guid(9);
    connection.name = QStringLiteral("Lab");
    connection.cloud = Cloud::Custom;
    connection.tenant = guid(1);
    connection.clientId = guid(2);
    connection.workspaceId = guid(3);
    connection.custom.authority = QUrl(QStringLiteral("https://login.example.com"));
    connection.custom.logs = QUrl(QStringLiteral("https://logs.example.com/v1"));
    connection.custom.logsAudience = QStringLiteral("https://logs.example.com/");
    connection.custom.logsToken = TokenVersion::V1;
    m_dialog->setConnection(connection);
    QCOMPARE(m_dialog->connection(), connection);
    // Plain HTTP leaves this machine nowhere.
    type("logs", QStringLiteral("http://logs.example.com/v1"));
    part<QLineEdit>("name")->setFocus();
    QCOMPARE(reasons(), QStringList{QStringLiteral("logs")});
    type("logs", QStringLiteral("http://localhost:8080/v1"));
    QCOMPARE(reasons(), QStringList());
}

void TestConnectionDialog::failureKeepsWhatWasTyped()
{
    fillIn();
    type("secret", QStringLiteral("hush"));
    QSignalSpy submitted(m_dialog.get(), &ConnectionDialog::submitted);
    QSignalSpy unlock(m_dialog.get(), &ConnectionDialog::unlockRequested);
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    Error error;
    error.kind = ErrorKind::Forbidden;
    error.message = QStringLiteral("The keychain is locked.");
    error.remedy = Remedy::UnlockKeychain;
    m_dialog->showFailure(error);
    const auto *bar = m_dialog->findChild<MessageBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->message(), error.message);
    QCOMPARE(m_dialog->secretField().secret().value_or(QString()), QStringLiteral("hush"));
    QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("firstRemedy")), Qt::LeftButton);
    QCOMPARE(unlock.count(), 1);
    QVERIFY(!bar->findChild<QPushButton *>(QStringLiteral("secondRemedy"))->isVisible());
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    QCOMPARE(submitted.count(), 2);
    QVERIFY(!bar->isVisible());
}

void TestConnectionDialog::secretSaysWhereItIsKept()
{
    SecretField &field = m_dialog->secretField();
    const auto *unlock = part<QPushButton>("unlock");
    const auto *forThisRun = part<QCheckBox>("forThisRun");
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
    QVERIFY(field.note().contains(QLatin1String("keychain, never in a file")));
    QVERIFY(field.edit()->placeholderText().isEmpty());
    QVERIFY(!unlock->isVisible());
    field.setStored(SecretField::Stored::InKeychain);
    QVERIFY(field.edit()->placeholderText().contains(QLatin1String("Stored")));
    QVERIFY(!field.secret().has_value());
    field.setKeychain(KeychainState::Locked);
    QVERIFY(field.note().contains(QLatin1String("locked")));
    QVERIFY(unlock->isVisible());
    field.edit()->setText(QStringLiteral("typed"));
    field.setKeychain(KeychainState::Missing);
    QVERIFY(field.note().contains(QLatin1String("no keychain")));
    QVERIFY(!unlock->isVisible());
    QVERIFY(field.isForThisRun());
    QVERIFY(forThisRun->isChecked());
    QVERIFY(!forThisRun->isEnabled()); // there is no choice
    QCOMPARE(field.secret().value_or(QString()), QStringLiteral("typed"));
    QCOMPARE(field.edit()->accessibleDescription(), field.note());
}

void TestConnectionDialog::eyeShowsOnlyWhatWasTyped()
{
    SecretField &field = m_dialog->secretField();
    field.setStored(SecretField::Stored::InKeychain);
    auto *eye = m_dialog->findChild<QAction *>(QStringLiteral("showSecret"));
    QVERIFY(!eye->isVisible());
    QTest::keyClicks(field.edit(), QStringLiteral("hush"));
    QVERIFY(eye->isVisible());
    const QString show = eye->toolTip();
    // With the keyboard alone.
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    field.edit()->setFocus();
    QTest::keyClick(field.edit(), Qt::Key_Tab);
    auto *button = qobject_cast<QToolButton *>(QApplication::focusWidget());
    QVERIFY(button != nullptr);
    QCOMPARE(button->defaultAction(), eye);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
    QVERIFY(eye->toolTip() != show);
    field.edit()->clear();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
}

void TestConnectionDialog::onlyForThisRun()
{
    fillIn();
    auto *forThisRun = part<QCheckBox>("forThisRun");
    QVERIFY(!forThisRun->isEnabled()); // nothing is typed yet
    type("secret", QStringLiteral("hush"));
    QVERIFY(forThisRun->isEnabled());
    QTest::mouseClick(forThisRun, Qt::LeftButton, {}, QPoint(8, forThisRun->height() / 2));
    QVERIFY(m_dialog->secretField().note().contains(QLatin1String("memory")));
    QSignalSpy submitted(m_dialog.get(), &ConnectionDialog::submitted);
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    QVERIFY(submitted.at(0).at(0).value<ConnectionEdit>().isForThisRun);
}

void TestConnectionDialog::unlocking()
{
    SecretField &field = m_dialog->secretField();
    field.setKeychain(KeychainState::Locked);
    auto *unlock = part<QPushButton>("unlock");
    QSignalSpy asked(m_dialog.get(), &ConnectionDialog::unlockRequested);
    QTest::mouseClick(unlock, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    field.showUnlocking();
    QVERIFY(!unlock->isEnabled());
    QVERIFY(field.note().contains(QLatin1String("Waiting")));
    Error error;
    error.message = QStringLiteral("The keychain stayed locked.");
    field.showUnlockFailure(error);
    QVERIFY(unlock->isEnabled());
    QVERIFY(field.note().contains(error.message));
    field.setKeychain(KeychainState::Ready);
    QVERIFY(!unlock->isVisible());
}

void TestConnectionDialog::fieldsHaveNames()
{
    const QList<QLineEdit *> edits = m_dialog->findChildren<QLineEdit *>();
    QVERIFY(edits.size() >= 12);
    for (const QLineEdit *edit : edits)
        QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
    const QList<QComboBox *> boxes = m_dialog->findChildren<QComboBox *>();
    for (const QComboBox *box : boxes)
        QVERIFY2(!box->accessibleName().isEmpty(), qPrintable(box->objectName()));
    const auto *colour = part<QComboBox>("colour");
    for (int i = 1; i < colour->count(); ++i) {
        QVERIFY(!colour->itemText(i).isEmpty());
        QVERIFY(!colour->itemIcon(i).isNull());
    }
}

void TestConnectionDialog::tabOrderFollowsTheEye()
{
    part<QComboBox>("cloud")->setCurrentIndex(3);
    part<QCheckBox>("classicService")->setChecked(true);
    m_dialog->secretField().setKeychain(KeychainState::Locked);
    m_dialog->secretField().edit()->setText(QStringLiteral("x"));
    auto *first = part<QPushButton>("pasteButton");
    first->setFocus();
    QStringList visited;
    QWidget *at = first;
    do {
        visited << at->objectName();
        QTest::keyClick(at, Qt::Key_Tab);
        at = m_dialog->focusWidget();
        QVERIFY2(visited.size() < 40, qPrintable(visited.join(QLatin1Char(' '))));
    } while (at != first);
    visited.removeAll(QString()); // the buttons at the foot
    QCOMPARE(visited.mid(0, 24),
             QStringLiteral(
                 "pasteButton name colour cloud logsService classicService tenant clientId secret unlock "
                 "forThisRun workspaceId subscription resourceGroup workspace authority logs "
                 "logsAudience logsToken management managementAudience managementToken keepsHistory test")
                 .split(QLatin1Char(' ')));
}

void TestConnectionDialog::mnemonicsAreUnique()
{
    QSet<QChar> letters;
    const auto check = [&letters](const QString &text) {
        const qsizetype at = text.indexOf(QLatin1Char('&'));
        if (at < 0 || at + 1 >= text.size())
            return true;
        const QChar letter = text.at(at + 1).toLower();
        const bool isNew = !letters.contains(letter);
        letters.insert(letter);
        return isNew;
    };
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy())
            QVERIFY2(check(label->text()), qPrintable(label->text()));
    }
    const QList<QAbstractButton *> buttons = m_dialog->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        QVERIFY2(!button->isVisible() || check(button->text()), qPrintable(button->text()));
}

void TestConnectionDialog::fitsASmallScreen()
{
    part<QComboBox>("cloud")->setCurrentIndex(3);
    part<QCheckBox>("classicService")->setChecked(true);
    QVERIFY(m_dialog->minimumSizeHint().width() <= 1024);
    QVERIFY(m_dialog->minimumSizeHint().height() <= 660);
    QVERIFY(m_dialog->height() <= 700);
}

/// Saves pictures into the folder that SONDE_SCREENSHOTS names, if it is set.
void TestConnectionDialog::pictures()
{
    const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("SONDE_SCREENSHOTS is not set.");
    QDir().mkpath(folder);
    const auto shoot = [this, &folder](const QString &name) {
        // Each layout within a layout takes a turn of the event loop of its own.
        int turns = 0;
        QTimer turn;
        connect(&turn, &QTimer::timeout, m_dialog.get(), [&turns] { ++turns; });
        turn.start(0);
        QVERIFY(QTest::qWaitFor([&turns] { return turns > 10; }));
        m_dialog->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    };
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        const QString suffix = mode == Theme::Mode::Dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        cleanup();
        init();
        shoot(QStringLiteral("connection-empty") + suffix);
        QTest::mouseClick(saveButton(), Qt::LeftButton);
        m_dialog->secretField().setKeychain(KeychainState::Locked);
        shoot(QStringLiteral("connection-reasons") + suffix);
        cleanup();
        init();
        QVERIFY(m_dialog->fillFrom(endpointsLine()));
        part<QComboBox>("colour")->setCurrentIndex(1);
        m_dialog->secretField().setKeychain(KeychainState::Missing);
        QTest::mouseClick(part<QPushButton>("test"), Qt::LeftButton);
        ProbeJob *job = m_probe.last().job;
        emit job->stepChanged(
            step(ProbeStep::Kind::Name, ProbeStep::State::Passed, QStringLiteral("127.0.0.1")));
        emit job->stepChanged(step(ProbeStep::Kind::Secure, ProbeStep::State::Passed,
                                   QStringLiteral("Not encrypted: this machine")));
        ProbeStep failed = step(ProbeStep::Kind::SignIn, ProbeStep::State::Failed);
        failed.error = Error();
        failed.error->message =
            QStringLiteral("The sign-in was refused: the secret is not one of this application.");
        failed.error->advice =
            QStringLiteral("Enter a secret that is still valid; the portal shows only their ids.");
        emit job->stepChanged(failed);
        for (const auto kind : {ProbeStep::Kind::Workspace, ProbeStep::Kind::Permission})
            emit job->stepChanged(step(kind, ProbeStep::State::NotReached));
        ProbeStep running = step(ProbeStep::Kind::Name, ProbeStep::State::Running);
        running.service = QueryLanguage::Classic;
        emit job->stepChanged(running);
        shoot(QStringLiteral("connection-test") + suffix);
        emit job->finished(false);
        shoot(QStringLiteral("connection-tested") + suffix);
    }
    m_theme.setMode(Theme::Mode::System);
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
