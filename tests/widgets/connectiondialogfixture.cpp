#include "connectiondialogfixture.h"

#include "widgets/proberow.h"

#include <QDialogButtonBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace sonde {

ConnectionDialogFixture::ConnectionDialogFixture() = default;
ConnectionDialogFixture::~ConnectionDialogFixture() = default;

void ConnectionDialogFixture::open()
{
    m_dialog = std::make_unique<ConnectionDialog>(m_probe, m_theme, m_icons);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void ConnectionDialogFixture::type(const char *field, const QString &text) const
{
    auto *edit = part<QLineEdit>(field);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void ConnectionDialogFixture::fillIn() const
{
    type("name", QStringLiteral("Production"));
    type("tenant", guid(1));
    type("clientId", guid(2));
    type("workspaceId", guid(3));
}

QString ConnectionDialogFixture::reason(const char *field) const
{
    auto *note = part<QWidget>(QByteArray(QByteArray(field) + "Note").constData());
    return note->isVisibleTo(m_dialog.get()) ? note->findChild<QLabel *>(QStringLiteral("sentence"))->text()
                                             : QString();
}

QStringList ConnectionDialogFixture::reasons() const
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

QPushButton *ConnectionDialogFixture::saveButton() const
{
    return part<QDialogButtonBox>("buttonBox")->button(QDialogButtonBox::Save);
}

ProbeRow *ConnectionDialogFixture::row(int number) const
{
    return m_dialog->findChildren<ProbeRow *>().value(number);
}

QString ConnectionDialogFixture::resourceId()
{
    return QStringLiteral("/subscriptions/%1/resourceGroups/contoso-operations/providers/"
                          "Microsoft.OperationalInsights/workspaces/contoso-logs")
        .arg(guid(7));
}

QString ConnectionDialogFixture::endpointsLine()
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

ProbeStep ConnectionDialogFixture::step(ProbeStep::Kind kind, ProbeStep::State state, const QString &detail)
{
    ProbeStep made;
    made.kind = kind;
    made.state = state;
    made.detail = detail;
    return made;
}

} // namespace sonde
