#include "widgets/settingsexportpage.h"

#include "stores/settingsstore.h"
#include "widgets/exportrequest.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

namespace sonde {

SettingsExportPage::SettingsExportPage(QWidget *parent)
    : SettingsPage(tr("Export"), QLatin1StringView("file-down"), parent)
    , m_folder(new QLineEdit(this))
    , m_format(new QComboBox(this))
    , m_separator(new QComboBox(this))
    , m_header(new QCheckBox(tr("&Header row with the names of the columns"), this))
    , m_byteOrderMark(new QCheckBox(tr("Byte or&der mark, so that Excel reads accents"), this))
    , m_guardFormulas(new QCheckBox(tr("&Guard cells that a spreadsheet would run as a formula"), this))
    , m_openWhenDone(new QCheckBox(tr("&Open when done"), this))
{
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setPlaceholderText(QDir::toNativeSeparators(QDir::homePath()));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_folder, 1);
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    browseButton->setToolTip(tr("Choose the folder"));
    row->addWidget(browseButton);
    addField(tr("&Folder"), row, m_folder, {});
    m_reason = addReason();

    m_format->setObjectName(QStringLiteral("format"));
    for (const ExportFormat format : fileFormats())
        m_format->addItem(exportFormatLabel(format), exportFormatName(format));
    addField(tr("For&mat"), m_format);
    addWide(m_openWhenDone);
    addGap();

    m_separator->setObjectName(QStringLiteral("separator"));
    m_separator->addItem(tr("By language"), settings::csvSeparator.standard);
    for (const char separator : {',', ';', '\t', '|'})
        m_separator->addItem(separatorLabel(separator), settingOfSeparator(separator));
    addField(tr("CSV &separator"), m_separator,
             tr("As spreadsheets of this language read it: a semicolon where numbers have a decimal comma."));
    addWide(m_header);
    addWide(m_byteOrderMark);
    addWide(m_guardFormulas, tr("An apostrophe is put before text that begins with = + - or @."));

    const QList<QWidget *> order{m_folder, browseButton, m_format, m_openWhenDone, m_separator};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    connect(browseButton, &QPushButton::clicked, this, &SettingsExportPage::browse);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        m_reason->setText(problem());
        m_folder->setAccessibleDescription(problem());
        emit problemChanged();
    });
}

QString SettingsExportPage::folder() const
{
    const QString typed = QDir::fromNativeSeparators(m_folder->text().trimmed());
    return typed.isEmpty() ? QString() : QDir::cleanPath(QDir::home().absoluteFilePath(typed));
}

QString SettingsExportPage::problem() const
{
    if (folder().isEmpty() || QFileInfo(folder()).isDir())
        return {};
    return tr("There is no folder “%1”. Choose another one.").arg(QDir::toNativeSeparators(folder()));
}

void SettingsExportPage::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder of exports"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(problem().isEmpty() && !folder().isEmpty() ? folder() : QDir::homePath());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_folder->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void SettingsExportPage::load(const SettingsStore *store)
{
    m_folder->setText(QDir::toNativeSeparators(valueOf(store, settings::csvFolder)));
    m_format->setCurrentIndex(std::max(0, m_format->findData(valueOf(store, settings::exportFormat))));
    // One that was chosen for an export is not among the usual ones.
    const QString separator = valueOf(store, settings::csvSeparator);
    if (m_separator->findData(separator) < 0 &&
        settingOfSeparator(separatorOfSetting(separator)) == separator)
        m_separator->addItem(separator, separator);
    m_separator->setCurrentIndex(std::max(0, m_separator->findData(separator)));
    m_header->setChecked(valueOf(store, settings::csvHeader));
    m_byteOrderMark->setChecked(valueOf(store, settings::csvByteOrderMark));
    m_guardFormulas->setChecked(valueOf(store, settings::guardFormulas));
    m_openWhenDone->setChecked(valueOf(store, settings::openWhenDone));
}

void SettingsExportPage::save(SettingsStore &store) const
{
    store.set(settings::csvFolder, folder());
    store.set(settings::exportFormat, m_format->currentData().toString());
    store.set(settings::csvSeparator, m_separator->currentData().toString());
    store.set(settings::csvHeader, m_header->isChecked());
    store.set(settings::csvByteOrderMark, m_byteOrderMark->isChecked());
    store.set(settings::guardFormulas, m_guardFormulas->isChecked());
    store.set(settings::openWhenDone, m_openWhenDone->isChecked());
}

} // namespace sonde
