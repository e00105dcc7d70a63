#pragma once

#include "widgets/settingspage.h"

#include <QStringList>

class QComboBox;
class QSpinBox;

namespace sonde {

/// Language, the zone of the times shown, and how long a query may take.
class SettingsGeneralPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// \a languages are the codes of the translations there are, such as "nl".
    explicit SettingsGeneralPage(const QStringList &languages, QWidget *parent = nullptr);

    void load(const SettingsStore *store) override;
    void save(SettingsStore &store) const override;

private:
    QComboBox *m_language;
    QComboBox *m_zone;
    QSpinBox *m_serverTimeout;
};

} // namespace sonde
