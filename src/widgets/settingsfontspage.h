#pragma once

#include "widgets/settingspage.h"
#include "widgets/theme.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace sonde {

/// The theme, and the fonts of editor and tables.
class SettingsFontsPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit SettingsFontsPage(QWidget *parent = nullptr);

    void load(const SettingsStore *store) override;
    void save(SettingsStore &store) const override;

private:
    Theme::Fonts fonts() const;
    void updateSample();

    QComboBox *m_theme;
    QComboBox *m_family;
    QSpinBox *m_size;
    QCheckBox *m_fixedCells;
    QLabel *m_sample;
};

} // namespace sonde
