#include "widgets/exportkeeper.h"

#include "stores/settingsstore.h"
#include "widgets/exportdialog.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"

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
    return QDir(folder).filePath(name + u'.' + exportFormatSuffix(choices.options.format));
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
    ExportRequest initial = loadExportChoices(m_settings);
    initial.path = suggestedPath(initial, title);
    auto *dialog =
        new ExportDialog(initial, page->pane().exportableRows(),
                         exportProfilesFromText(m_settings.get(settings::exportProfiles)), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::profilesChanged, this, [this](const QList<ExportProfile> &profiles) {
        m_settings.set(settings::exportProfiles, toText(profiles));
    });
    connect(dialog, &ExportDialog::exportRequested, page,
            [this, page](const ExportRequest &request, const Selection &rows) {
                ExportRequest choices = request;
                choices.path = QFileInfo(request.path).absolutePath();
                saveExportChoices(m_settings, choices);
                page->pane().exportRows(request, rows);
                emit started();
            });
    dialog->open();
}

} // namespace sonde
