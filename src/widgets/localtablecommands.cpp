#include "widgets/localtablecommands.h"

#include "core/kqltext.h"
#include "stores/settingsstore.h"
#include "widgets/actions.h"
#include "widgets/connectionchooser.h"
#include "widgets/messagebar.h"
#include "widgets/opentabledialog.h"
#include "widgets/progressline.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/shownanswer.h"
#include "widgets/tablesdock.h"

#include <QFileDialog>
#include <QFileInfo>

namespace sonde {

namespace {

constexpr int shownRows = 100;

/// As lines that a query may have above it, whatever is in them.
QString asComments(const QStringList &lines)
{
    QString out;
    for (const QString &line : lines)
        out += u"// " + line.simplified() + u'\n';
    return out;
}

bool isMaking(const QueryPage &page)
{
    return page.findChild<LocalTablesJob *>(QString(), Qt::FindDirectChildrenOnly) != nullptr;
}

} // namespace

LocalTableCommands::LocalTableCommands(const WindowServices &services, const Place &place,
                                       const Actions &actions, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_place(place)
    , m_window(window)
{
    const bool isAble = services.tables != nullptr;
    actions.file.openTable->setVisible(isAble);
    actions.file.openTable->setEnabled(isAble);
    actions.results.queryRows->setVisible(isAble);
    if (!isAble)
        return;
    connect(actions.file.openTable, &QAction::triggered, this, &LocalTableCommands::askForFiles);
    connect(actions.results.queryRows, &QAction::triggered, this, &LocalTableCommands::queryRows);
    connect(&place.dock, &TablesDock::openTableRequested, this, &LocalTableCommands::askForFiles);
    connect(&place.dock, &TablesDock::removeRequested, this,
            [this](const QString &table) { m_services.tables->remove(table); });
    connect(&place.dock, &TablesDock::undoRemoveRequested, services.tables, &LocalTables::undoRemove);
    connect(&place.dock, &TablesDock::removedForGood, services.tables, &LocalTables::forgetRemoved);
}

bool LocalTableCommands::isTableFile(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return QStringList{QStringLiteral("csv"),     QStringLiteral("tsv"),     QStringLiteral("jsonl"),
                       QStringLiteral("ndjson"),  QStringLiteral("parquet"), QStringLiteral("sqlite"),
                       QStringLiteral("sqlite3"), QStringLiteral("db")}
        .contains(suffix);
}

void LocalTableCommands::askForFiles()
{
    auto *dialog = new QFileDialog(m_window, tr("Open files as tables"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Files with rows (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.parquet "
                               "*.sqlite *.db *.sonde-result *.gz)"),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &LocalTableCommands::openFiles);
    dialog->open();
}

void LocalTableCommands::openFiles(const QStringList &paths)
{
    if (paths.isEmpty() || m_services.tables == nullptr)
        return;
    // One after the other, as on the command line: all in one dialog.
    const QList<OpenTableDialog *> dialogs = m_window->findChildren<OpenTableDialog *>();
    for (OpenTableDialog *open : dialogs) {
        if (open->isVisible() && !open->isReading()) {
            open->addFiles(paths);
            return;
        }
    }
    auto *dialog = new OpenTableDialog(*m_services.tables, m_services.theme, m_services.icons, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OpenTableDialog::opened, this, [this, dialog](const LocalTablesAdded &added) {
        openTab(added);
        for (const QString &path : dialog->paths()) {
            if (isTableFile(path))
                emit fileOpened(path);
        }
    });
    dialog->addFiles(paths);
    dialog->open();
}

void LocalTableCommands::queryRows()
{
    QueryPage *page = m_place.tabs.current();
    if (page == nullptr || !page->hasRows() || isMaking(*page))
        return;
    const Selection rows = page->pane().exportableRows().all;
    const QString connection = page->pane().answerInFront().origin.about.connection;
    const QString origin = connection.isEmpty() ? m_place.tabs.titleOf(page) : connection;
    LocalTablesJob *job = m_services.tables->addRows(m_services.tables->nextResultName(), rows, origin);
    job->setParent(page);
    ProgressLine &progress = page->pane().saveProgress();
    progress.start(tr("Making a table of the rows"));
    connect(job, &LocalTablesJob::progressed, &progress, &ProgressLine::setPermille);
    connect(&progress, &ProgressLine::stopRequested, job, &LocalTablesJob::cancel);
    connect(job, &LocalTablesJob::added, this, [this, job, page](const Result<LocalTablesAdded> &outcome) {
        job->setParent(nullptr); // another may be made now
        job->deleteLater();
        takeRows(page, outcome);
    });
}

void LocalTableCommands::takeRows(QueryPage *page, const Result<LocalTablesAdded> &outcome)
{
    page->pane().saveProgress().finish();
    if (outcome)
        openTab(*outcome);
    else if (outcome.error().kind == ErrorKind::Cancelled)
        page->pane().messages().showMessage(MessageBar::Level::Info, tr("No table was made of the rows."));
    else
        page->pane().messages().showError(outcome.error());
}

void LocalTableCommands::openTab(const LocalTablesAdded &added)
{
    QStringList notes;
    const KqlSchemaPtr schema = m_services.tables->schema();
    for (const KqlTable &table : schema->tables) {
        if (added.names.contains(table.name))
            //: %1: a table; %2: what is in it, as: 1 200 rows from export.csv
            notes += tr("%1: %2, until Sonde is closed").arg(table.name, table.description);
    }
    Query query;
    query.text = asComments(notes + added.remarks) + kqlName(added.names.first()) +
                 QStringLiteral("\n| take %1").arg(shownRows);
    query.serverTimeoutSeconds = m_services.settings.get(settings::serverTimeout);
    m_place.chooser.setCurrent(localConnectionId);
    m_place.tabs.open(query, localConnectionId, added.names.first());
    emit runRequested();
}

} // namespace sonde
