#include "widgets/queryfiles.h"

#include "widgets/queryfile.h"
#include "widgets/querypage.h"

#include <QFileDialog>

namespace sonde {

namespace {

void saveTo(QueryPage *page, const QString &path)
{
    if (const Result<void> written = writeQueryFile(path, page->query().text))
        page->markSaved(path);
    else
        page->showError(written.error());
}

} // namespace

QueryFiles::QueryFiles(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

void QueryFiles::askForFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a query"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Queries (*.kql *.csl *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &QueryFiles::fileChosen);
    dialog->open();
}

void QueryFiles::save(QueryPage *page, const QString &title)
{
    if (page->filePath().isEmpty())
        saveAs(page, title);
    else
        saveTo(page, page->filePath());
}

void QueryFiles::saveAs(QueryPage *page, const QString &title)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the query"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("kql"));
    dialog->setNameFilters({tr("Queries (*.kql *.csl *.txt)"), tr("All files (*)")});
    dialog->selectFile(page->filePath().isEmpty() ? title : page->filePath());
    connect(dialog, &QFileDialog::fileSelected, page, [page](const QString &path) { saveTo(page, path); });
    dialog->open();
}

} // namespace sonde
