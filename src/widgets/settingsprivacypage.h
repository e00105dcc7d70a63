#pragma once

#include "widgets/settingspage.h"

class QCheckBox;

namespace sonde {

/// What is written down about the user's work, and where.
class SettingsPrivacyPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// \a requestLogFile is where requests are written if they are.
    explicit SettingsPrivacyPage(const QString &requestLogFile, QWidget *parent = nullptr);

    void load(const SettingsStore *store) override;
    void save(SettingsStore &store) const override;

private:
    void openFolder() const;

    QString m_requestLogFile;
    QCheckBox *m_keepsFirstRows;
    QCheckBox *m_logsRequests;
};

} // namespace sonde
