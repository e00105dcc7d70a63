#include "widgets/exportkeeper.h"

#include "models/resultsmodel.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/windowsettings.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace sonde {

namespace {

QString suggestedPath(const ExportRequest &choices, const QString &title)
{
    static const QRegularExpression unfit(QStringLiteral("[\\\\/:*?\"<>|]"));
    const QString folder = choices.path.isEmpty() ? QDir::homePath() : choices.path;
    QString name = title.section(u'.', 0, 0);
    name.replace(unfit, QStringLiteral("_"));
    const bool isCsv = choices.format == ExportFormat::Csv;
    return QDir(folder).filePath(name + (isCsv ? QStringLiteral(".csv") : QStringLiteral(".jsonl")));
}

} // namespace

ExportKeeper::ExportKeeper(SettingsStore &settings, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
{}

void ExportKeeper::ask(QueryPage *page, const QString &title)
{
    if (page == nullptr || !page->hasRows() || page->pane().isExporting())
        return;
    const ResultsView *view = page->currentView();
    ExportRequest initial = loadExportChoices(m_settings);
    initial.path = suggestedPath(initial, title);
    auto *dialog =
        new ExportDialog(initial, view->resultsModel().rowCount(), view->selectedRowCount(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (view->resultsModel().isFiltered())
        dialog->sayFiltered(view->resultsModel().rowCount());
    connect(dialog, &ExportDialog::exportRequested, page, [this, page](const ExportRequest &request) {
        ExportRequest choices = request;
        choices.path = QFileInfo(request.path).absolutePath();
        saveExportChoices(m_settings, choices);
        page->pane().exportRows(request);
        emit started();
    });
    dialog->open();
}

} // namespace sonde
