#include "widgets/exportdialog.h"

#include "ui_exportdialog.h"
#include "widgets/dialogsize.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <algorithm>
#include <array>

namespace sonde {

namespace {

QString suffixOf(ExportFormat format)
{
    return format == ExportFormat::JsonLines ? QStringLiteral("jsonl") : QStringLiteral("csv");
}

/// The order of the separator box in the form.
constexpr std::array separators{',', ';', '\t'};

} // namespace

ExportDialog::ExportDialog(const ExportRequest &initial, qint64 allRows, qint64 selectedRows, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    m_export = m_ui->buttonBox->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    m_ui->guardNote->setForegroundRole(QPalette::PlaceholderText);
    // Room for two lines, so that the dialog does not jump while one types.
    m_ui->note->setMinimumHeight(2 * fontMetrics().lineSpacing() + 2);
    m_ui->note->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_ui->guardFormulas->setAccessibleDescription(m_ui->guardNote->text());
    fill(initial, allRows, selectedRows);

    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(m_ui->path, &QLineEdit::textChanged, this, &ExportDialog::updatePath);
    connect(m_ui->browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    updateOptions();
    updatePath();
    giveSize(*this, {560, 0});
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::sayFiltered(qint64 rows)
{
    //: %1: how many, as 1,204
    m_ui->allRows->setText(tr("&All rows that the filters show (%1)").arg(QLocale().toString(rows)));
}

void ExportDialog::fill(const ExportRequest &initial, qint64 allRows, qint64 selectedRows)
{
    const QLocale locale;
    //: %1: how many, as 1,204
    m_ui->allRows->setText(tr("&All rows (%1)").arg(locale.toString(allRows)));
    //: %1: how many, as 1,204
    m_ui->selectedRows->setText(tr("The &selected rows (%1)").arg(locale.toString(selectedRows)));
    m_ui->selectedRows->setEnabled(selectedRows > 0);
    const bool selection = initial.selectionOnly && selectedRows > 0;
    m_ui->allRows->setChecked(!selection);
    m_ui->selectedRows->setChecked(selection);
    m_ui->format->setCurrentIndex(initial.format == ExportFormat::JsonLines ? 1 : 0);
    m_ui->path->setText(QDir::toNativeSeparators(initial.path));
    giveSuffix();
    m_ui->header->setChecked(initial.header);
    const auto *separator = std::find(separators.begin(), separators.end(), initial.separator);
    m_ui->separator->setCurrentIndex(separator == separators.end() ? 0 : int(separator - separators.begin()));
    m_ui->byteOrderMark->setChecked(initial.byteOrderMark);
    m_ui->guardFormulas->setChecked(initial.guardFormulas);
    m_ui->openWhenDone->setChecked(initial.openWhenDone);
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    const QString typed = QDir::fromNativeSeparators(m_ui->path->text().trimmed());
    request.path = typed.isEmpty() ? QString() : QDir::cleanPath(QDir::home().absoluteFilePath(typed));
    request.format = m_ui->format->currentIndex() == 1 ? ExportFormat::JsonLines : ExportFormat::Csv;
    request.selectionOnly = m_ui->selectedRows->isChecked();
    request.header = m_ui->header->isChecked();
    request.separator = separators.at(static_cast<std::size_t>(m_ui->separator->currentIndex()));
    request.byteOrderMark = m_ui->byteOrderMark->isChecked();
    request.guardFormulas = m_ui->guardFormulas->isChecked();
    request.openWhenDone = m_ui->openWhenDone->isChecked();
    return request;
}

void ExportDialog::accept()
{
    updatePath();
    if (!m_export->isEnabled())
        return;
    emit exportRequested(request());
    QDialog::accept();
}

void ExportDialog::browse()
{
    const ExportRequest now = request();
    auto *dialog = new QFileDialog(this, tr("Export to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(now.format));
    dialog->setNameFilters(
        {now.format == ExportFormat::JsonLines ? tr("JSON Lines (*.jsonl)") : tr("CSV (*.csv)"),
         tr("All files (*)")});
    // This dialog says itself that a file will be replaced.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    const QFileInfo file(now.path);
    dialog->setDirectory(file.dir().exists() ? file.absolutePath() : QDir::homePath());
    dialog->selectFile(file.fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_ui->path->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void ExportDialog::changeFormat()
{
    giveSuffix();
    updateOptions();
}

void ExportDialog::giveSuffix()
{
    // The name follows the format as long as it ends as the other format would.
    const ExportRequest now = request();
    const ExportFormat other = now.format == ExportFormat::Csv ? ExportFormat::JsonLines : ExportFormat::Csv;
    const QString old = QLatin1Char('.') + suffixOf(other);
    QString path = m_ui->path->text();
    if (path.endsWith(old, Qt::CaseInsensitive))
        m_ui->path->setText(path.chopped(old.size()) + QLatin1Char('.') + suffixOf(now.format));
}

void ExportDialog::updateOptions()
{
    const bool csv = request().format == ExportFormat::Csv;
    m_ui->separatorLabel->setEnabled(csv);
    m_ui->separator->setEnabled(csv);
    m_ui->header->setEnabled(csv);
    m_ui->byteOrderMark->setEnabled(csv);
    m_ui->guardFormulas->setEnabled(csv);
    m_ui->guardNote->setEnabled(csv);
}

void ExportDialog::updatePath()
{
    const QString path = request().path;
    const QFileInfo file(path);
    bool possible = false;
    bool replaces = false;
    QString note;
    if (path.isEmpty())
        note = tr("Type a file name, or choose one with Browse.");
    else if (file.isDir())
        note = tr("“%1” is a folder. Add a file name to it.").arg(QDir::toNativeSeparators(path));
    else if (!file.dir().exists())
        note = tr("The folder “%1” does not exist. Choose another one.")
                   .arg(QDir::toNativeSeparators(file.absolutePath()));
    else {
        possible = true;
        replaces = file.exists();
        if (replaces)
            note = tr("“%1” is there already and will be replaced.").arg(file.fileName());
    }
    m_export->setEnabled(possible);
    m_export->setText(replaces ? tr("&Replace") : tr("&Export"));
    m_ui->note->setText(note);
    m_ui->path->setAccessibleDescription(note);
}

} // namespace sonde
