#include "widgets/queryfiles.h"

#include "widgets/querydocument.h"
#include "widgets/querypage.h"

#include <QFileDialog>

namespace sonde {

QueryFiles::QueryFiles(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

void QueryFiles::askForFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a query or a result"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Queries and results (*.kql *.csl *.txt *.sonde-result *.json *.json.gz)"),
                            tr("Queries (*.kql *.csl *.txt)"),
                            tr("Results (*.sonde-result *.json *.json.gz)"), tr("All files (*)")});
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
    connect(dialog, &QFileDialog::fileSelected, page,
            [this, page](const QString &path) { saveTo(page, path); });
    dialog->open();
}

void QueryFiles::saveTo(QueryPage *page, const QString &path)
{
    // What is opened from the list of recent files is opened as a file.
    if (page->document().saveTo(path) && !page->document().isFavourite())
        emit fileSaved(path);
}

} // namespace sonde
