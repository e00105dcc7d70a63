#pragma once

#include "widgets/settingspage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace sonde {

/// What the export dialog begins with.
class SettingsExportPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit SettingsExportPage(QWidget *parent = nullptr);

    void load(const SettingsStore *store) override;
    void save(SettingsStore &store) const override;
    QString problem() const override;

private:
    QString folder() const;
    void browse();

    QLineEdit *m_folder;
    QLabel *m_reason;
    QComboBox *m_format;
    QComboBox *m_separator;
    QCheckBox *m_header;
    QCheckBox *m_byteOrderMark;
    QCheckBox *m_guardFormulas;
    QCheckBox *m_openWhenDone;
};

} // namespace sonde
