#pragma once

#include "stores/settingsstore.h"
#include "support/fakesecretstore.h"
#include "widgets/icons.h"
#include "widgets/settingsdialog.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QTemporaryDir>
#include <memory>

class QPushButton;

namespace sonde {

/// The dialog of the settings, over a file of its own.
class SettingsDialogFixture
{
protected:
    void install();
    /// Fresh settings, and a keychain with nothing in it.
    void makeStore();
    /// A new dialog, over these secrets or the fixture's own.
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
    void useProxy() const;
    QPushButton *button(QDialogButtonBox::StandardButton which) const;
    void pressOk() const;
    bool hasReason(const QString &words) const;
    QByteArray fileText() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsStore> m_store;
    FakeSecretStore m_secrets;
    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<SettingsDialog> m_dialog;
};

} // namespace sonde
