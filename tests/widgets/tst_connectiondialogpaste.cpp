#include "connectiondialogfixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace sonde;

/// A link of the portal or a line of endpoints fills the fields, wherever it is pasted.
class TestConnectionDialogPaste final : public QObject, private ConnectionDialogFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { install(); }
    void init() { open(); }
    void cleanup() { close(); }
    void endpointsLineFillsAll();
    void endpointsLineKeepsIdAndName();
    void pasteInAnyField_data();
    void pasteInAnyField();
    void droppedTextFillsToo();
    void portalLinkSaysWhatItLacks();
    void ordinaryPasteIsOrdinary();
    void notAReference_data();
    void notAReference();
};

void TestConnectionDialogPaste::endpointsLineFillsAll()
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

void TestConnectionDialogPaste::endpointsLineKeepsIdAndName()
{
    const QString id = m_dialog->connection().id;
    type("name", QStringLiteral("My lab"));
    part<QComboBox>("colour")->setCurrentIndex(2);
    QVERIFY(m_dialog->fillFrom(endpointsLine()));
    QCOMPARE(m_dialog->connection().id, id);
    QCOMPARE(m_dialog->connection().name, QStringLiteral("My lab"));
    QCOMPARE(m_dialog->connection().colour, ColourMark::Orange);
}

void TestConnectionDialogPaste::pasteInAnyField_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"name", "tenant", "clientId", "secret", "workspaceId"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestConnectionDialogPaste::pasteInAnyField()
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

void TestConnectionDialogPaste::droppedTextFillsToo()
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

void TestConnectionDialogPaste::portalLinkSaysWhatItLacks()
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

void TestConnectionDialogPaste::ordinaryPasteIsOrdinary()
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

void TestConnectionDialogPaste::notAReference_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("text") << QStringLiteral("hello");
    QTest::newRow("array") << QStringLiteral("[1]");
    QTest::newRow("other object") << QStringLiteral("{\"a\":1}");
    QTest::newRow("cut") << endpointsLine().chopped(5);
    QTest::newRow("no client") << QStringLiteral("{\"authority\":\"https://a.example\",\"tenant\":\"t\"}");
}

void TestConnectionDialogPaste::notAReference()
{
    QFETCH(QString, text);
    const Connection before = m_dialog->connection();
    QVERIFY(!m_dialog->fillFrom(text));
    QCOMPARE(m_dialog->connection(), before);
}

QTEST_MAIN(TestConnectionDialogPaste)
#include "tst_connectiondialogpaste.moc"
