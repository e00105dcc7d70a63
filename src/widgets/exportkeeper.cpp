#include "widgets/exportkeeper.h"

#include "stores/settingsstore.h"
#include "widgets/exportdialog.h"
#include "widgets/favouritekeeper.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/shownanswer.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace sonde {

namespace {

QString suggestedPath(const ExportRequest &choices, const QString &title, const ShownAnswer &answer)
{
    static const QRegularExpression unfit(QStringLiteral("[\\\\/:*?\"<>|]"));
    const QString folder = choices.path.isEmpty() ? QDir::homePath() : choices.path;
    QString name = title.section(u'.', 0, 0);
    if (answer.isEarlier)
        name += u' ' + nameOf(answer); // beside the file of the last answer
    name.replace(unfit, QStringLiteral("_"));
    return QDir(folder).filePath(name + u'.' + exportFormatSuffix(choices.options.format));
}

} // namespace

ExportKeeper::ExportKeeper(SettingsStore &settings, FavouriteKeeper &favourites, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_favourites(favourites)
    , m_window(window)
{}

void ExportKeeper::ask(QueryPage *page, const QString &title)
{
    if (page == nullptr || !page->hasRows() || page->pane().isExporting())
        return;
    const QList<ExportProfile> profiles = exportProfilesFromText(m_settings.get(settings::exportProfiles));
    ExportRequest initial = loadExportChoices(m_settings);
    // Rows that were pinned may be another query's.
    const FavouriteFile *favourite =
        page->pane().answerInFront().isEarlier ? nullptr : m_favourites.favouriteOf(*page);
    const ExportProfile *kept =
        favourite != nullptr ? findProfile(profiles, favourite->favourite.exportProfile) : nullptr;
    if (kept != nullptr)
        initial.options = kept->options;
    initial.path = suggestedPath(initial, title, page->pane().answerInFront());
    auto *dialog = new ExportDialog(initial, page->pane().exportableRows(), profiles, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (favourite != nullptr)
        dialog->offerToKeepProfile(favourite->favourite.name, kept != nullptr ? kept->name : QString());
    connect(dialog, &ExportDialog::profilesChanged, this, [this](const QList<ExportProfile> &changed) {
        m_settings.set(settings::exportProfiles, toText(changed));
    });
    // While the dialog is open, another answer can come to the front.
    connect(dialog, &ExportDialog::exportRequested, page,
            [this, page, dialog, notes = page->pane().notes()](const ExportRequest &request,
                                                               const Selection &rows) {
                begin(*page, *dialog, request, rows, notes);
            });
    dialog->open();
}

void ExportKeeper::begin(QueryPage &page, const ExportDialog &dialog, const ExportRequest &request,
                         const Selection &rows, const AnswerNotes &notes)
{
    ExportRequest choices = request;
    choices.path = QFileInfo(request.path).absolutePath();
    saveExportChoices(m_settings, choices);
    page.pane().exportRows(request, rows, notes);
    // Its failure is said beside the export's.
    if (const auto profile = dialog.profileToKeep())
        m_favourites.keepExportProfile(page, *profile);
    emit started();
}

} // namespace sonde
