#include "widgets/connectiondialog.h"

#include "support/fakeconnectionprobe.h"
#include "widgets/messagebar.h"
#include "widgets/proberow.h"
#include "widgets/probeview.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
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

class TestConnectionDialog final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
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
    void endpointsLineFillsAll();
    void endpointsLineKeepsIdAndName();
    void pasteInAnyField_data();
    void pasteInAnyField();
    void droppedTextFillsToo();
    void portalLinkSaysWhatItLacks();
    void ordinaryPasteIsOrdinary();
    void notAReference_data();
    void notAReference();
    void testShowsTheSteps();
    void testNamesTheFault();
    void testStops();
    void changesOutdateTheTest();
    void testNeedsCompleteFields();
    void fieldsHaveNames();
    void tabOrderFollowsTheEye();
    void mnemonicsAreUnique();
    void fitsASmallScreen();
    void pictures();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void type(const char *field, const QString &text) const
    {
        auto *edit = part<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void fillIn() const
    {
        type("name", QStringLiteral("Production"));
        type("tenant", guid(1));
        type("clientId", guid(2));
        type("workspaceId", guid(3));
    }
    /// What is said below that field.
    QString reason(const char *field) const
    {
        auto *note = part<QWidget>(QByteArray(QByteArray(field) + "Note").constData());
        return note->isVisibleTo(m_dialog.get())
                   ? note->findChild<QLabel *>(QStringLiteral("sentence"))->text()
                   : QString();
    }
    QStringList reasons() const
    {
        QStringList all;
        for (const char *field :
             {"name", "logsService", "tenant", "clientId", "workspaceId", "subscription", "resourceGroup",
              "workspace", "authority", "logs", "logsAudience", "management", "managementAudience"}) {
            if (!reason(field).isEmpty())
                all << QString::fromLatin1(field);
        }
        return all;
    }
    QPushButton *saveButton() const
    {
        return part<QDialogButtonBox>("buttonBox")->button(QDialogButtonBox::Save);
    }
    ProbeRow *row(int number) const { return m_dialog->findChildren<ProbeRow *>().value(number); }
    static QString guid(int last)
    {
        return QStringLiteral("00000000-0000-4000-8000-%1").arg(last, 12, 10, QLatin1Char('0'));
    }
    static QString resourceId()
    {
        return QStringLiteral("/subscriptions/%1/resourceGroups/contoso-operations/providers/"
                              "Microsoft.OperationalInsights/workspaces/contoso-logs")
            .arg(guid(7));
    }
    static QString endpointsLine();
    static ProbeStep step(ProbeStep::Kind kind, ProbeStep::State state, const QString &detail = {})
    {
        ProbeStep made;
        made.kind = kind;
        made.state = state;
        made.detail = detail;
        return made;
    }

    Theme m_theme;
    Icons m_icons{m_theme};
    FakeConnectionProbe m_probe;
    std::unique_ptr<ConnectionDialog> m_dialog;
};

QString TestConnectionDialog::endpointsLine()
{
    const QJsonObject object{
        {QStringLiteral("authority"), QStringLiteral("http://127.0.0.1:4001")},
        {QStringLiteral("management"), QStringLiteral("http://127.0.0.1:4002")},
        {QStringLiteral("logs"), QStringLiteral("http://127.0.0.1:4003/v1")},
        {QStringLiteral("tenant"), guid(1)},
        {QStringLiteral("clientId"), guid(2)},
        {QStringLiteral("clientSecret"), QStringLiteral(" s3cret ")},
        {QStringLiteral("subscription"), guid(3)},
        {QStringLiteral("resourceGroup"), QStringLiteral("group")},
        {QStringLiteral("workspace"), QStringLiteral("demo")},
        {QStringLiteral("workspaceId"), guid(4)},
        {QStringLiteral("logsScope"), QStringLiteral("https://logs.example.com/.default")},
        {QStringLiteral("managementResource"), QStringLiteral("https://management.example.com/")}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void TestConnectionDialog::initTestCase()
{
    m_theme.install();
}

void TestConnectionDialog::init()
{
    m_dialog = std::make_unique<ConnectionDialog>(m_probe, m_theme, m_icons);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestConnectionDialog::cleanup()
{
    m_dialog.reset();
}

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

void TestConnectionDialog::endpointsLineFillsAll()
{
    QVERIFY(m_dialog->fillFrom(endpointsLine() + QLatin1Char('\n')));
    const Connection c = m_dialog->connection();
    QCOMPARE(c.cloud, Cloud::Custom);
    QCOMPARE(c.name, QStringLiteral("demo"));
    QCOMPARE(c.custom.authority, QUrl(QStringLiteral("http://127.0.0.1:4001")));
    QCOMPARE(c.custom.management, QUrl(QStringLiteral("http://127.0.0.1:4002")));
    QCOMPARE(c.custom.logs, QUrl(QStringLiteral("http://127.0.0.1:4003/v1")));
    QCOMPARE(c.custom.logsAudience, QStringLiteral("https://logs.example.com/.default"));
    QCOMPARE(c.custom.managementAudience, QStringLiteral("https://management.example.com/"));
    QCOMPARE(c.custom.managementToken, TokenVersion::V1);
    QCOMPARE(c.custom.logsToken, TokenVersion::V2);
    QCOMPARE(c.tenant, guid(1));
    QCOMPARE(c.clientId, guid(2));
    QCOMPARE(c.subscription, guid(3));
    QCOMPARE(c.resourceGroup, QStringLiteral("group"));
    QCOMPARE(c.workspace, QStringLiteral("demo"));
    QCOMPARE(c.workspaceId, guid(4));
    QCOMPARE(m_dialog->secretField().secret().value_or(QString()), QStringLiteral(" s3cret "));
    QCOMPARE(reasons(), QStringList());
}

void TestConnectionDialog::endpointsLineKeepsIdAndName()
{
    const QString id = m_dialog->connection().id;
    type("name", QStringLiteral("My lab"));
    part<QComboBox>("colour")->setCurrentIndex(2);
    QVERIFY(m_dialog->fillFrom(endpointsLine()));
    QCOMPARE(m_dialog->connection().id, id);
    QCOMPARE(m_dialog->connection().name, QStringLiteral("My lab"));
    QCOMPARE(m_dialog->connection().colour, ColourMark::Orange);
}

void TestConnectionDialog::pasteInAnyField_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"name", "tenant", "clientId", "secret", "workspaceId"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestConnectionDialog::pasteInAnyField()
{
    QFETCH(QString, field);
    auto *edit = m_dialog->findChild<QLineEdit *>(field);
    edit->setFocus();
    QGuiApplication::clipboard()->setText(endpointsLine());
    QTest::keySequence(edit, QKeySequence(QKeySequence::Paste));
    QCOMPARE(m_dialog->connection().tenant, guid(1));
    QCOMPARE(m_dialog->connection().workspace, QStringLiteral("demo"));
    QGuiApplication::clipboard()->setText(QStringLiteral("https://portal.azure.us/#@contoso.us/resource") +
                                          resourceId());
    QTest::keySequence(edit, QKeySequence(QKeySequence::Paste));
    const Connection c = m_dialog->connection();
    QCOMPARE(c.cloud, Cloud::UsGovernment);
    QCOMPARE(c.tenant, QStringLiteral("contoso.us"));
    QCOMPARE(c.workspace, QStringLiteral("contoso-logs"));
    QVERIFY(!edit->text().contains(QLatin1String("portal")));
}

void TestConnectionDialog::droppedTextFillsToo()
{
    // As the context menu, the middle mouse button and a drop do it.
    auto *tenant = part<QLineEdit>("tenant");
    tenant->setFocus();
    QTest::keyClicks(tenant, QStringLiteral("a.example"));
    tenant->selectAll();
    tenant->insert(resourceId());
    QCOMPARE(tenant->text(), QStringLiteral("a.example"));
    QCOMPARE(m_dialog->connection().subscription, guid(7));
    tenant->selectAll();
    tenant->insert(QStringLiteral("b.example"));
    QCOMPARE(tenant->text(), QStringLiteral("b.example"));
}

void TestConnectionDialog::portalLinkSaysWhatItLacks()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("https://portal.azure.com/#@contoso.com/resource") +
                                          resourceId());
    QTest::mouseClick(part<QPushButton>("pasteButton"), Qt::LeftButton);
    const auto *note = part<QWidget>("pasteNote")->findChild<QLabel *>(QStringLiteral("sentence"));
    QVERIFY(note->isVisible());
    QVERIFY(note->text().contains(QLatin1String("tenant")));
    QVERIFY(note->text().contains(QLatin1String("Overview")));
    QCOMPARE(m_dialog->services(), QList<QueryLanguage>({QueryLanguage::Kql, QueryLanguage::Classic}));
    QCOMPARE(m_dialog->connection().name, QStringLiteral("contoso-logs"));
    // A GUID on the clipboard is the workspace id, where the button and not a field is used.
    QGuiApplication::clipboard()->setText(guid(5));
    part<QCheckBox>("classicService")->setChecked(false);
    QTest::mouseClick(part<QPushButton>("pasteButton"), Qt::LeftButton);
    QCOMPARE(m_dialog->connection().workspaceId, guid(5));
}

void TestConnectionDialog::ordinaryPasteIsOrdinary()
{
    const auto paste = [this](const char *field, const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        auto *edit = part<QLineEdit>(field);
        edit->setFocus();
        QTest::keySequence(edit, QKeySequence(QKeySequence::Paste));
        return edit->text();
    };
    QCOMPARE(paste("name", QStringLiteral("just text")), QStringLiteral("just text"));
    QCOMPARE(paste("tenant", guid(1)), guid(1));
    QCOMPARE(paste("clientId", guid(2)), guid(2));
    QVERIFY(m_dialog->connection().workspaceId.isEmpty());
    QGuiApplication::clipboard()->setText(QStringLiteral("just text"));
    QTest::mouseClick(part<QPushButton>("pasteButton"), Qt::LeftButton);
    QVERIFY(part<QWidget>("pasteNote")->isVisible()); // says that the clipboard holds nothing of use
    QCOMPARE(part<QLineEdit>("name")->text(), QStringLiteral("just text"));
}

void TestConnectionDialog::notAReference_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("text") << QStringLiteral("hello");
    QTest::newRow("array") << QStringLiteral("[1]");
    QTest::newRow("other object") << QStringLiteral("{\"a\":1}");
    QTest::newRow("cut") << endpointsLine().chopped(5);
    QTest::newRow("no client") << QStringLiteral("{\"authority\":\"https://a.example\",\"tenant\":\"t\"}");
}

void TestConnectionDialog::notAReference()
{
    QFETCH(QString, text);
    const Connection before = m_dialog->connection();
    QVERIFY(!m_dialog->fillFrom(text));
    QCOMPARE(m_dialog->connection(), before);
}

void TestConnectionDialog::testShowsTheSteps()
{
    fillIn();
    type("secret", QStringLiteral("hush"));
    QTest::mouseClick(part<QPushButton>("test"), Qt::LeftButton);
    const FakeConnectionProbe::Probe &probe = m_probe.last();
    QCOMPARE(probe.connection, m_dialog->connection());
    QCOMPARE(probe.secret.value_or(QString()), QStringLiteral("hush"));
    QCOMPARE(m_dialog->findChildren<ProbeRow *>().size(), 5); // logs query only
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("Waiting")));
    emit probe.job->stepChanged(step(ProbeStep::Kind::Name, ProbeStep::State::Running));
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("Running")));
    emit probe.job->stepChanged(
        step(ProbeStep::Kind::Name, ProbeStep::State::Passed, QStringLiteral("10.0.0.1")));
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("Passed")));
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("10.0.0.1")));
    for (const auto kind : {ProbeStep::Kind::Secure, ProbeStep::Kind::SignIn, ProbeStep::Kind::Workspace,
                            ProbeStep::Kind::Permission})
        emit probe.job->stepChanged(step(kind, ProbeStep::State::Passed));
    const QPointer<ProbeJob> job = probe.job;
    emit job->finished(true);
    const auto *view = m_dialog->findChild<ProbeView *>();
    QVERIFY(view->summary().contains(QLatin1String("in order")));
    QVERIFY(!view->isRunning());
    QTRY_VERIFY(!job);
}

void TestConnectionDialog::testNamesTheFault()
{
    fillIn();
    part<QCheckBox>("classicService")->setChecked(true);
    QVERIFY(m_dialog->fillFrom(resourceId()));
    part<QLineEdit>("workspaceId")->setText(guid(3));
    QTest::mouseClick(part<QPushButton>("test"), Qt::LeftButton);
    QCOMPARE(m_dialog->findChildren<ProbeRow *>().size(), 10);
    ProbeStep failed = step(ProbeStep::Kind::SignIn, ProbeStep::State::Failed);
    failed.service = QueryLanguage::Classic;
    failed.error = Error();
    failed.error->message = QStringLiteral("The secret is wrong.");
    failed.error->advice = QStringLiteral("Enter another one.");
    emit m_probe.last().job->stepChanged(failed);
    emit m_probe.last().job->stepChanged(step(ProbeStep::Kind::Workspace, ProbeStep::State::NotReached));
    emit m_probe.last().job->finished(false);
    QVERIFY(row(7)->accessibleName().contains(QLatin1String("Failed")));
    QVERIFY(row(7)->accessibleName().contains(failed.error->message));
    QVERIFY(row(7)->accessibleName().contains(failed.error->advice));
    QVERIFY(!row(2)->accessibleName().contains(QLatin1String("Failed"))); // the other service's
    QVERIFY(row(3)->accessibleName().contains(QLatin1String("Not run")));
    QVERIFY(m_dialog->findChild<ProbeView *>()->summary().contains(QLatin1String("does not work")));
}

void TestConnectionDialog::testStops()
{
    fillIn();
    auto *button = part<QPushButton>("test");
    const QString test = button->text();
    QTest::mouseClick(button, Qt::LeftButton);
    const QPointer<ProbeJob> job = m_probe.last().job;
    QVERIFY(button->text() != test);
    emit job->stepChanged(step(ProbeStep::Kind::Name, ProbeStep::State::Running));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!job);
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("Stopped")));
    QVERIFY(m_dialog->findChild<ProbeView *>()->summary().contains(QLatin1String("stopped")));
    // A dialog that goes takes its test with it.
    QTest::mouseClick(button, Qt::LeftButton);
    const QPointer<ProbeJob> second = m_probe.last().job;
    m_dialog.reset();
    QTRY_VERIFY(!second);
}

void TestConnectionDialog::changesOutdateTheTest()
{
    fillIn();
    auto *button = part<QPushButton>("test");
    QTest::mouseClick(button, Qt::LeftButton);
    const QPointer<ProbeJob> job = m_probe.last().job;
    const auto *view = m_dialog->findChild<ProbeView *>();
    type("name", QStringLiteral("Another name"));
    QVERIFY(view->isRunning()); // the name has nothing to do with it
    type("secret", QStringLiteral("x"));
    QVERIFY(!view->isRunning());
    QTRY_VERIFY(!job);
    QVERIFY(view->summary().contains(QLatin1String("changed")));
    QVERIFY(!row(0)->isEnabled());
    const auto count = m_probe.probes().size();
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_probe.probes().size(), count + 1);
    QCOMPARE(m_probe.last().secret.value_or(QString()), QStringLiteral("x"));
    QVERIFY(row(0)->isEnabled());
}

void TestConnectionDialog::testNeedsCompleteFields()
{
    const auto count = m_probe.probes().size();
    auto *button = part<QPushButton>("test");
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_probe.probes().size(), count);
    QVERIFY(reasons().contains(QLatin1String("tenant")));
    QVERIFY(!m_dialog->findChild<ProbeView *>()->summary().isEmpty());
    fillIn();
    type("name", QStringLiteral(" ")); // not needed for a test
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_probe.probes().size(), count + 1);
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
