#include "widgets/settingsnetworkpage.h"

#include "stores/settingsstore.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QUrl>

namespace sonde {

namespace {

/// A bundle of all the world's authorities has a fifth of this.
constexpr qint64 searchedBytes = 1024 * 1024;

QLayout *rowOf(QWidget *wide, QWidget *narrow)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(wide, 1);
    row->addWidget(narrow);
    return row;
}

/// A name or an address alone: nothing in it can be a user or a password.
bool isHost(const QString &text)
{
    static const QRegularExpression notInHosts(QStringLiteral("[/@?#\\s]"));
    if (text.contains(notInHosts))
        return false;
    if (!text.contains(QLatin1Char(':')))
        return true;
    // Colons are in IPv6 addresses only.
    static const QRegularExpression address(QStringLiteral("^\\[?[0-9a-fA-F:.]+(%[0-9A-Za-z]+)?\\]?$"));
    return address.match(text).hasMatch() && text.count(QLatin1Char(':')) > 1;
}

} // namespace

SettingsNetworkPage::SettingsNetworkPage(SecretStore &secrets, QWidget *parent)
    : SettingsPage(tr("Network"), QLatin1StringView("globe"), parent)
    , m_secrets(secrets)
    , m_proxy(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_forget(new QPushButton(tr("For&get"), this))
    , m_caFile(new QLineEdit(this))
{
    m_proxy->setObjectName(QStringLiteral("proxy"));
    m_host->setObjectName(QStringLiteral("proxyHost"));
    m_port->setObjectName(QStringLiteral("proxyPort"));
    m_user->setObjectName(QStringLiteral("proxyUser"));
    m_password->setObjectName(QStringLiteral("proxyPassword"));
    m_forget->setObjectName(QStringLiteral("forgetPassword"));
    m_caFile->setObjectName(QStringLiteral("caFile"));
    addProxyFields();
    addGap();
    addCertificatesField();

    connect(m_proxy, &QComboBox::currentIndexChanged, this, &SettingsNetworkPage::updateFields);
    connect(m_host, &QLineEdit::textChanged, this, &SettingsNetworkPage::updateFields);
    connect(m_host, &QLineEdit::editingFinished, this, &SettingsNetworkPage::splitHost);
    connect(m_caFile, &QLineEdit::textChanged, this, &SettingsNetworkPage::checkCertificates);
    connect(m_forget, &QPushButton::clicked, this, &SettingsNetworkPage::forgetPassword);
}

void SettingsNetworkPage::addProxyFields()
{
    using Proxy = NetworkSettings::Proxy;
    m_proxy->addItem(tr("As the system"), QVariant::fromValue(Proxy::System));
    m_proxy->addItem(tr("None", "proxy"), QVariant::fromValue(Proxy::None));
    m_proxy->addItem(tr("This HTTP proxy"), QVariant::fromValue(Proxy::Manual));
    addField(tr("&Proxy"), m_proxy, tr("Never used to reach this machine itself."));

    m_port->setRange(settings::proxyPort.least, settings::proxyPort.most);
    m_port->setGroupSeparatorShown(false);
    m_port->setAccessibleName(tr("Port of the proxy"));
    m_port->setToolTip(tr("The port, from 1 to 65535"));
    m_host->setPlaceholderText(QStringLiteral("proxy.example.com"));
    addField(tr("&Host and port"), rowOf(m_host, m_port), m_host, {});
    m_hostReason = addReason();
    m_user->setPlaceholderText(tr("Only where the proxy asks for one"));
    addField(tr("&User"), m_user);
    m_password->setEchoMode(QLineEdit::Password);
    m_forget->setAutoDefault(false);
    m_forget->setToolTip(tr("Remove the stored password when OK is pressed"));
    m_forget->hide();
    addField(tr("Pass&word"), rowOf(m_password, m_forget), m_password, {});
    m_passwordNote = addNote({});
    m_passwordNote->setObjectName(QStringLiteral("passwordNote"));
    showPasswordState(KeychainState::Ready);
}

void SettingsNetworkPage::addCertificatesField()
{
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    browseButton->setAutoDefault(false);
    browseButton->setToolTip(tr("Choose the file of certificates"));
    m_caFile->setPlaceholderText(tr("None", "additional certificates"));
    addField(tr("&Certificates"), rowOf(m_caFile, browseButton), m_caFile,
             tr("A PEM file of authorities to trust besides those of the machine, such as your company’s."));
    m_caReason = addReason();
    connect(browseButton, &QPushButton::clicked, this, &SettingsNetworkPage::browse);
}

bool SettingsNetworkPage::isManual() const
{
    return m_proxy->currentData().value<NetworkSettings::Proxy>() == NetworkSettings::Proxy::Manual;
}

QString SettingsNetworkPage::hostProblem() const
{
    if (!isManual())
        return {};
    const QString host = m_host->text().trimmed();
    if (host.isEmpty())
        return tr("Type the name or the address of the proxy.");
    if (!isHost(host))
        return tr("Only the name or the address belongs here, such as proxy.example.com.");
    return {};
}

QString SettingsNetworkPage::certificatesProblem() const
{
    const QString path = QDir::fromNativeSeparators(m_caFile->text().trimmed());
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    if (info.isRelative())
        return tr("Type the whole path of the file, or choose it with Browse.");
    if (!info.exists())
        return tr("There is no file of that name.");
    if (!info.isFile())
        return tr("This is a folder. Choose a file in it.");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("The file cannot be read. Check that you may read it.");
    if (!file.read(searchedBytes).contains("-----BEGIN CERTIFICATE-----"))
        return tr("No certificate in PEM form is in this file.");
    return {};
}

QString SettingsNetworkPage::problem() const
{
    return m_hostReason->text().isEmpty() ? m_caReason->text() : m_hostReason->text();
}

void SettingsNetworkPage::updateFields()
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_host, m_port, m_user, m_password, m_forget})
        field->setEnabled(isManual());
    // Whoever has no use for a proxy is not asked to open a keychain for it.
    if (isManual() && !m_asked)
        askKeychain();
    m_hostReason->setText(hostProblem());
    m_host->setAccessibleDescription(hostProblem());
    emit problemChanged();
}

void SettingsNetworkPage::checkCertificates()
{
    m_caReason->setText(certificatesProblem());
    emit problemChanged();
}

/// An address pasted whole fills the fields that it speaks of. What is before the last @ is user and
/// password, whatever is in them: a password with a # or a / in it stays no part of the host.
void SettingsNetworkPage::splitHost()
{
    const QString typed = m_host->text().trimmed();
    if (isHost(typed))
        return;
    const qsizetype scheme = typed.indexOf(QLatin1String("://"));
    QString rest = scheme < 0 ? typed : typed.mid(scheme + 3);
    if (const qsizetype at = rest.lastIndexOf(QLatin1Char('@')); at >= 0) {
        const QString before = rest.left(at);
        rest = rest.mid(at + 1);
        const qsizetype colon = before.indexOf(QLatin1Char(':'));
        const auto decoded = [](const QString &text) { return QUrl::fromPercentEncoding(text.toUtf8()); };
        m_user->setText(decoded(before.left(colon)));
        if (colon >= 0 && colon + 1 < before.size())
            m_password->setText(decoded(before.mid(colon + 1)));
    }
    const QUrl url(QLatin1String("http://") + rest);
    if (url.isValid() && !url.host().isEmpty()) {
        if (url.port() > 0)
            m_port->setValue(url.port());
        rest = url.host();
    }
    m_host->setText(rest);
}

void SettingsNetworkPage::askKeychain()
{
    m_asked = true;
    m_secrets.queryState(this, [this](KeychainState state) {
        m_keychain = state;
        showPasswordState(state);
        if (state == KeychainState::Locked)
            return;
        m_secrets.read(proxySecretId, this, [this, state](const Result<QString> &password) {
            if (!password || m_forgets)
                return;
            m_forget->show();
            m_password->setPlaceholderText(state == KeychainState::Missing
                                               ? tr("Known; type a new one to replace it")
                                               : tr("Stored; type a new one to replace it"));
        });
    });
}

void SettingsNetworkPage::showPasswordState(KeychainState state)
{
    switch (state) {
    case KeychainState::Ready:
        m_passwordNote->setText(tr("Kept in the system’s keychain, never in a file."));
        break;
    case KeychainState::Locked:
        m_passwordNote->setText(
            tr("Kept in the system’s keychain, which is locked: it asks to be opened when OK is pressed."));
        break;
    case KeychainState::Missing:
        m_passwordNote->setText(tr("This machine has no keychain: the password is kept until Sonde closes, "
                                   "and never in a file."));
        break;
    }
    m_password->setAccessibleDescription(m_passwordNote->text());
}

void SettingsNetworkPage::forgetPassword()
{
    m_forgets = true;
    m_password->clear();
    m_password->setPlaceholderText(tr("Forgotten when OK is pressed"));
    m_password->setFocus();
    m_forget->hide();
}

void SettingsNetworkPage::storePassword()
{
    const bool hasPassword = isManual() && !m_password->text().isEmpty();
    if (!hasPassword && !m_forgets) {
        QMetaObject::invokeMethod(this, &SettingsNetworkPage::passwordStored, Qt::QueuedConnection);
    } else if (hasPassword && m_keychain == KeychainState::Missing) {
        keepPasswordForThisRun();
    } else if (m_keychain == KeychainState::Locked) {
        m_secrets.unlock(this, [this](const Result<void> &opened) {
            if (!opened) {
                emit passwordFailed(opened.error());
                return;
            }
            m_keychain = KeychainState::Ready;
            showPasswordState(m_keychain);
            writePassword();
        });
    } else {
        writePassword();
    }
}

void SettingsNetworkPage::writePassword()
{
    const auto handler = [this](const Result<void> &outcome) { takeOutcome(outcome); };
    if (m_password->text().isEmpty())
        m_secrets.remove(proxySecretId, this, handler);
    else
        m_secrets.write(proxySecretId, m_password->text(), this, handler);
}

void SettingsNetworkPage::takeOutcome(const Result<void> &outcome)
{
    if (outcome)
        emit passwordStored();
    else
        emit passwordFailed(outcome.error());
}

void SettingsNetworkPage::keepPasswordForThisRun()
{
    m_secrets.keepForThisRun(proxySecretId, m_password->text());
    QMetaObject::invokeMethod(this, &SettingsNetworkPage::passwordStored, Qt::QueuedConnection);
}

void SettingsNetworkPage::browse()
{
    auto *dialog = new QFileDialog(this, tr("Certificates to trust"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    const QFileInfo now(QDir::fromNativeSeparators(m_caFile->text().trimmed()));
    dialog->setDirectory(now.isAbsolute() && now.dir().exists() ? now.absolutePath() : QDir::homePath());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_caFile->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void SettingsNetworkPage::load(const SettingsStore *store)
{
    m_host->setText(valueOf(store, settings::proxyHost));
    m_port->setValue(valueOf(store, settings::proxyPort));
    m_user->setText(valueOf(store, settings::proxyUser));
    m_caFile->setText(QDir::toNativeSeparators(valueOf(store, settings::caFile)));
    m_proxy->setCurrentIndex(m_proxy->findData(QVariant::fromValue(valueOf(store, settings::proxy))));
    updateFields();
}

void SettingsNetworkPage::save(SettingsStore &store) const
{
    store.set(settings::proxy, m_proxy->currentData().value<NetworkSettings::Proxy>());
    // In the other modes anything may stand there, also an address with its password, which goes to no file.
    const QString host = m_host->text().trimmed();
    if (isHost(host))
        store.set(settings::proxyHost, host);
    store.set(settings::proxyPort, m_port->value());
    store.set(settings::proxyUser, m_user->text().trimmed());
    store.set(settings::caFile, QDir::fromNativeSeparators(m_caFile->text().trimmed()));
}

} // namespace sonde
