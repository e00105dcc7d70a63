#include "settingsdialogfixture.h"

#include "widgets/programfacts.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <algorithm>

namespace sonde {

void SettingsDialogFixture::install()
{
    m_theme.setMode(Theme::Mode::Light);
    m_theme.install();
}

void SettingsDialogFixture::makeStore()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("sonde.ini")));
    m_secrets = FakeSecretStore();
}

void SettingsDialogFixture::open(SecretStore *secrets)
{
    m_dialog =
        std::make_unique<SettingsDialog>(*m_store, secrets != nullptr ? *secrets : m_secrets, m_icons,
                                         ProgramFacts{{},
                                                      {QStringLiteral("en"), QStringLiteral("nl")},
                                                      m_folder->filePath(QStringLiteral("requests.log"))});
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void SettingsDialogFixture::useProxy() const
{
    choose("proxy", NetworkSettings::Proxy::Manual);
    part<QLineEdit>("proxyHost")->setText(QStringLiteral("proxy.example"));
}

QPushButton *SettingsDialogFixture::button(QDialogButtonBox::StandardButton which) const
{
    return m_dialog->findChild<QDialogButtonBox *>()->button(which);
}

void SettingsDialogFixture::pressOk() const
{
    QTest::mouseClick(button(QDialogButtonBox::Ok), Qt::LeftButton);
}

bool SettingsDialogFixture::hasReason(const QString &words) const
{
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&words](const QLabel *label) { return label->text().contains(words); });
}

QByteArray SettingsDialogFixture::fileText() const
{
    QFile file(m_folder->filePath(QStringLiteral("sonde.ini")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace sonde
