#include "widgets/connectiondialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace sonde;

class TestConnectionDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void newConnectionHasAnId();
    void problemsVanishAsOneTypes();
    void savesWhatWasTyped();
    void nothingIsSavedWithProblems();
    void editingKeepsIdAndWhatIsNotShown();
    void customEndpointsOnlyWithCustom();
    void customRoundTrip();
    void secretField();
    void endpointsLineFillsAll();
    void endpointsLineKeepsIdAndName();
    void endpointsLineIsPastedIntoAnyField();
    void ordinaryPasteIsOrdinary();
    void notAnEndpointsLine_data();
    void notAnEndpointsLine();
    void fieldsHaveNames();
    void fitsASmallScreen();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void type(const char *field, const QString &text) { part<QLineEdit>(field)->setText(text); }
    QPushButton *saveButton() const
    {
        return part<QDialogButtonBox>("buttonBox")->button(QDialogButtonBox::Save);
    }
    static QString guid(int last)
    {
        return QStringLiteral("00000000-0000-4000-8000-%1").arg(last, 12, 10, QLatin1Char('0'));
    }
    static QString endpointsLine();

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

void TestConnectionDialog::init()
{
    m_dialog = std::make_unique<ConnectionDialog>();
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
    QVERIFY(ConnectionDialog().connection().id != id);
}

void TestConnectionDialog::problemsVanishAsOneTypes()
{
    auto *problems = part<QLabel>("problems");
    QVERIFY(!saveButton()->isEnabled());
    QString before = problems->text();
    QVERIFY(before.contains(problemsOf(m_dialog->connection()).constFirst()));
    const QList<std::pair<const char *, QString>> typed{{"name", QStringLiteral("Production")},
                                                        {"tenant", guid(1)},
                                                        {"clientId", guid(2)},
                                                        {"workspaceId", guid(3)}};
    for (const auto &[field, text] : typed) {
        type(field, text);
        QVERIFY(problems->text() != before);
        before = problems->text();
    }
    QVERIFY(problems->text().isEmpty());
    QVERIFY(saveButton()->isEnabled());
    type("workspaceId", QStringLiteral("nonsense"));
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY(!problems->text().isEmpty());
}

void TestConnectionDialog::savesWhatWasTyped()
{
    QSignalSpy saved(m_dialog.get(), &ConnectionDialog::saved);
    type("name", QStringLiteral(" Production "));
    type("tenant", QStringLiteral("example.onmicrosoft.com"));
    type("clientId", guid(2) + QLatin1Char(' '));
    type("subscription", guid(3));
    type("resourceGroup", QStringLiteral("rg"));
    type("workspace", QStringLiteral("ws"));
    type("secret", QStringLiteral(" kept as typed "));
    part<QComboBox>("cloud")->setCurrentIndex(1);
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    QCOMPARE(saved.count(), 1);
    QVERIFY(!m_dialog->isVisible());
    const auto connection = saved.at(0).at(0).value<Connection>();
    QCOMPARE(connection.name, QStringLiteral("Production"));
    QCOMPARE(connection.cloud, Cloud::UsGovernment);
    QCOMPARE(connection.tenant, QStringLiteral("example.onmicrosoft.com"));
    QCOMPARE(connection.clientId, guid(2));
    QCOMPARE(connection.subscription, guid(3));
    QCOMPARE(connection.resourceGroup, QStringLiteral("rg"));
    QCOMPARE(connection.workspace, QStringLiteral("ws"));
    QVERIFY(!connection.embedded);
    const auto secret = saved.at(0).at(1).value<std::optional<QString>>();
    QCOMPARE(secret.value_or(QString()), QStringLiteral(" kept as typed "));
}

void TestConnectionDialog::nothingIsSavedWithProblems()
{
    QSignalSpy saved(m_dialog.get(), &ConnectionDialog::saved);
    m_dialog->accept(); // what Enter does
    QCOMPARE(saved.count(), 0);
    QVERIFY(m_dialog->isVisible());
}

void TestConnectionDialog::editingKeepsIdAndWhatIsNotShown()
{
    Connection connection;
    connection.id = guid(9);
    connection.name = QStringLiteral("Old");
    connection.tenant = guid(1);
    connection.clientId = guid(2);
    connection.workspaceId = guid(3);
    connection.classicApiVersion = QStringLiteral("2015-03-20");
    m_dialog->setConnection(connection);
    QCOMPARE(m_dialog->connection(), connection);
    QVERIFY(m_dialog->windowTitle().contains(QLatin1String("Old")));
    type("name", QStringLiteral("New"));
    connection.name = QStringLiteral("New");
    QCOMPARE(m_dialog->connection(), connection);
    QVERIFY(!m_dialog->secret().has_value());
}

void TestConnectionDialog::customEndpointsOnlyWithCustom()
{
    QVERIFY(!part<QWidget>("customPane")->isVisible());
    part<QComboBox>("cloud")->setCurrentIndex(3);
    QCOMPARE(m_dialog->connection().cloud, Cloud::Custom);
    QVERIFY(part<QWidget>("customPane")->isVisible());
    part<QComboBox>("cloud")->setCurrentIndex(2);
    QCOMPARE(m_dialog->connection().cloud, Cloud::China);
    QVERIFY(!part<QWidget>("customPane")->isVisible());
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
    connection.custom.managementToken = TokenVersion::V2;
    m_dialog->setConnection(connection);
    QCOMPARE(m_dialog->connection(), connection);
    QVERIFY(saveButton()->isEnabled());
    // Plain HTTP leaves this machine nowhere.
    type("logs", QStringLiteral("http://logs.example.com/v1"));
    QVERIFY(!saveButton()->isEnabled());
    type("logs", QStringLiteral("http://localhost:8080/v1"));
    QVERIFY(saveButton()->isEnabled());
}

void TestConnectionDialog::secretField()
{
    auto *secret = part<QLineEdit>("secret");
    auto *note = part<QLabel>("secretNote");
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    QVERIFY(note->text().contains(QLatin1String("keychain")));
    QVERIFY(secret->placeholderText().isEmpty());
    m_dialog->setSecretState(ConnectionDialog::SecretState::Stored);
    QVERIFY(!secret->placeholderText().isEmpty());
    QVERIFY(!m_dialog->secret().has_value());
    secret->setText(QStringLiteral("typed"));
    const QString kept = note->text();
    m_dialog->setSecretState(ConnectionDialog::SecretState::NoKeychain);
    QVERIFY(note->text() != kept);
    QCOMPARE(m_dialog->secret().value_or(QString()), QStringLiteral("typed"));
}

void TestConnectionDialog::endpointsLineFillsAll()
{
    QVERIFY(m_dialog->fillFromJson(endpointsLine() + QLatin1Char('\n')));
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
    QCOMPARE(m_dialog->secret().value_or(QString()), QStringLiteral(" s3cret "));
    QVERIFY(saveButton()->isEnabled());
}

void TestConnectionDialog::endpointsLineKeepsIdAndName()
{
    const QString id = m_dialog->connection().id;
    type("name", QStringLiteral("My lab"));
    QVERIFY(m_dialog->fillFromJson(endpointsLine()));
    QCOMPARE(m_dialog->connection().id, id);
    QCOMPARE(m_dialog->connection().name, QStringLiteral("My lab"));
}

void TestConnectionDialog::endpointsLineIsPastedIntoAnyField()
{
    QGuiApplication::clipboard()->setText(endpointsLine());
    auto *tenant = part<QLineEdit>("tenant");
    tenant->setFocus();
    QTest::keySequence(tenant, QKeySequence(QKeySequence::Paste));
    QCOMPARE(tenant->text(), guid(1));
    QVERIFY(saveButton()->isEnabled());
}

void TestConnectionDialog::ordinaryPasteIsOrdinary()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("just text"));
    auto *name = part<QLineEdit>("name");
    name->setFocus();
    QTest::keySequence(name, QKeySequence(QKeySequence::Paste));
    QCOMPARE(name->text(), QStringLiteral("just text"));
    const QString before = part<QLabel>("problems")->text();
    QTest::mouseClick(part<QPushButton>("pasteButton"), Qt::LeftButton);
    QVERIFY(part<QLabel>("problems")->text() != before); // says that the clipboard holds no such line
    QCOMPARE(name->text(), QStringLiteral("just text"));
}

void TestConnectionDialog::notAnEndpointsLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("text") << QStringLiteral("hello");
    QTest::newRow("array") << QStringLiteral("[1]");
    QTest::newRow("other object") << QStringLiteral("{\"a\":1}");
    QTest::newRow("cut") << endpointsLine().chopped(5);
    QTest::newRow("no client") << QStringLiteral("{\"authority\":\"https://a.example\",\"tenant\":\"t\"}");
}

void TestConnectionDialog::notAnEndpointsLine()
{
    QFETCH(QString, text);
    const Connection before = m_dialog->connection();
    QVERIFY(!m_dialog->fillFromJson(text));
    QCOMPARE(m_dialog->connection(), before);
}

void TestConnectionDialog::fieldsHaveNames()
{
    const QList<QLineEdit *> edits = m_dialog->findChildren<QLineEdit *>();
    QVERIFY(edits.size() >= 11);
    for (const QLineEdit *edit : edits)
        QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
}

void TestConnectionDialog::fitsASmallScreen()
{
    part<QComboBox>("cloud")->setCurrentIndex(3);
    QVERIFY(m_dialog->minimumSizeHint().width() <= 1024);
    QVERIFY(m_dialog->minimumSizeHint().height() <= 660);
    QVERIFY(m_dialog->height() <= 700);
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
