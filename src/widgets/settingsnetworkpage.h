#pragma once

#include "core/result.h"
#include "ports/secretstore.h"
#include "widgets/settingspage.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace sonde {

/// The proxy, its password, and certificates that are trusted besides the machine's.
///
/// The password goes to the SecretStore under proxySecretId and nowhere else, by storePassword().
class SettingsNetworkPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// \a secrets outlives the page.
    explicit SettingsNetworkPage(SecretStore &secrets, QWidget *parent = nullptr);

    void load(const SettingsStore *store) override;
    void save(SettingsStore &store) const override;
    QString problem() const override;

    /// Puts the typed password away, or forgets the stored one where that was asked for, and opens the
    /// keychain first if it is locked. One of the two signals follows, always later.
    void storePassword();
    /// As storePassword(), without the keychain.
    void keepPasswordForThisRun();

signals:
    void passwordStored();
    /// Nothing was stored; keepPasswordForThisRun() is the way on.
    void passwordFailed(const sonde::Error &error);

private:
    bool isManual() const;
    QString hostProblem() const;
    QString certificatesProblem() const;
    void addProxyFields();
    void addCertificatesField();
    void updateFields();
    void checkCertificates();
    void splitHost();
    void askKeychain();
    void showPasswordState(KeychainState state);
    void forgetPassword();
    void writePassword();
    void takeOutcome(const Result<void> &outcome);
    void browse();

    SecretStore &m_secrets;
    QComboBox *m_proxy;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLabel *m_hostReason = nullptr;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QPushButton *m_forget;
    QLabel *m_passwordNote = nullptr;
    QLineEdit *m_caFile;
    QLabel *m_caReason = nullptr;
    KeychainState m_keychain = KeychainState::Ready;
    bool m_asked = false;   ///< the keychain, about the password
    bool m_forgets = false; ///< the stored password goes with the next storePassword()
};

} // namespace sonde
