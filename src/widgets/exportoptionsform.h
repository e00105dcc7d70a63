#pragma once

#include "results/exportoptions.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace sonde {

/// The choices that a format has: only those are shown. What another format's choices were is kept.
class ExportOptionsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ExportOptionsForm(QWidget *parent = nullptr);

    void setOptions(const ExportOptions &options);
    void setFormat(ExportFormat format);
    ExportOptions options() const;
    /// Why the choices cannot be used; empty where they can.
    QString problem() const;

signals:
    void changed();

private:
    void makeFields();
    QLabel *addField(const QString &label, QWidget *field);
    void showFields();
    char separator() const;

    ExportFormat m_format = ExportFormat::Csv;
    QFormLayout *m_form;
    QComboBox *m_separator;
    QLineEdit *m_otherSeparator;
    QComboBox *m_quoting;
    QComboBox *m_lineEnd;
    QLineEdit *m_nullText;
    QComboBox *m_zone;
    QCheckBox *m_header;
    QCheckBox *m_byteOrderMark;
    QCheckBox *m_decimalComma;
    QCheckBox *m_guardFormulas;
    QLabel *m_guardNote;
    QLabel *m_nothing;
};

} // namespace sonde
