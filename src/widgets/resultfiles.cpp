#include "widgets/resultfiles.h"

#include "core/clock.h"
#include "ports/resultopening.h"
#include "results/openresult.h"
#include "stores/connectionstore.h"
#include "stores/settingsstore.h"
#include "widgets/messagebar.h"
#include "widgets/pagelistener.h"
#include "widgets/progressline.h"
#include "widgets/querytabs.h"
#include "widgets/recentfiles.h"
#include "widgets/resultsavejob.h"
#include "widgets/resultspane.h"
#include "widgets/shownanswer.h"

#include <QAction>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace sonde {

namespace {

/// The result in front, if it can be saved: one that was pinned, or whatever came of a run that has ended.
bool canSave(const QueryPage *page)
{
    if (page == nullptr)
        return false;
    const ShownAnswer &answer = page->pane().answerInFront();
    return answer.result && (answer.isEarlier || !page->isRunning());
}

QString fileNameFor(const ShownAnswer &answer, QString title)
{
    if (answer.origin.file.endsWith(QLatin1String(".sonde-result")))
        return answer.origin.file;
    static const QRegularExpression unfit(QStringLiteral("[\\\\/:*?\"<>|]"));
    if (title.endsWith(QLatin1String(".kql"), Qt::CaseInsensitive))
        title.chop(4);
    if (answer.isEarlier)
        title += u' ' + nameOf(answer); // beside the file of the last answer
    return title.replace(unfit, QStringLiteral("_")) + QStringLiteral(".sonde-result");
}

/// The name of a file without what says that it is a result.
QString titleFrom(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    for (const char *ending : {".sonde-result", ".gz", ".json"}) {
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            name.chop(QLatin1String(ending).size());
    }
    return name;
}

} // namespace

ResultFiles::ResultFiles(const WindowServices &services, QueryTabs &tabs, RecentFiles &recent,
                         QAction *saveAction, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_tabs(tabs)
    , m_recent(recent)
    , m_saveAction(saveAction)
    , m_window(window)
{
    connect(m_saveAction, &QAction::triggered, this, &ResultFiles::askToSave);
    connect(&m_tabs, &QueryTabs::pageAdded, this, &ResultFiles::attach);
    connect(&m_tabs, &QueryTabs::pageReleased, this,
            [this](const QueryPage *page) { stopListening(*page, *this); });
    connect(&m_tabs, &QueryTabs::currentChanged, this, &ResultFiles::updateAction);
    updateAction();
}

void ResultFiles::attach(QueryPage *page)
{
    connect(page, &QueryPage::statusChanged, this, &ResultFiles::updateAction);
    // Of a page that comes from another window.
    if (ResultSaveJob *job = savingOf(page))
        follow(page, job);
}

/// What is still being written of the page's rows; goes with it to another window.
ResultSaveJob *ResultFiles::savingOf(const QueryPage *page)
{
    return page != nullptr ? page->findChild<ResultSaveJob *>(QString(), Qt::FindDirectChildrenOnly)
                           : nullptr;
}

void ResultFiles::updateAction()
{
    QueryPage *page = m_tabs.current();
    m_saveAction->setEnabled(canSave(page) && savingOf(page) == nullptr);
}

bool ResultFiles::open(const QString &path)
{
    if (!isResultFileName(path))
        return false;
    if (QueryPage *page = m_tabs.pageOfFile(path)) {
        m_tabs.setCurrent(page);
        m_recent.add(path);
        return true;
    }
    auto *opening = new ResultOpening(path, this);
    connect(opening, &ResultOpening::opened, this,
            [this, opening](const StoredResult &about) { show(opening, about); });
    connect(opening->job(), &SearchJob::finished, opening,
            [this, opening](const Result<ResultInfo> &outcome) {
                opening->deleteLater();
                m_recent.remove(opening->path());
                if (!outcome)
                    emit failed(outcome.error());
            });
    return true;
}

/// The connection of that name where there is one; else the chooser's takes its place.
QString ResultFiles::connectionIdFor(const StoredResult &about) const
{
    for (const Connection &builtIn : builtInConnections()) {
        if (about.connection == builtIn.name)
            return builtIn.id;
    }
    const auto found = m_services.connections.findByName(about.connection);
    return found ? found->id : QString();
}

void ResultFiles::show(ResultOpening *opening, const StoredResult &about)
{
    SearchJob *job = opening->takeJob();
    disconnect(job, nullptr, opening, nullptr);
    opening->deleteLater();
    m_recent.add(opening->path());
    Query query = about.query.value_or(Query());
    query.serverTimeoutSeconds = m_services.settings.get(settings::serverTimeout);
    // Run asks again what was asked then.
    if (const auto range = TimeRange::between(about.info.range.start, about.info.range.end);
        range && about.info.range.start.isValid())
        query.range = *range;
    QueryPage *page = m_tabs.open(query, connectionIdFor(about), titleFrom(opening->path()));
    page->showStored(job, {about, {}, QFileInfo(opening->path()).absoluteFilePath(), {}});
}

void ResultFiles::askToSave()
{
    QueryPage *page = m_tabs.current();
    if (!canSave(page) || savingOf(page) != nullptr)
        return;
    auto *dialog = new QFileDialog(m_window, tr("Save the result"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("sonde-result"));
    dialog->setNameFilters({tr("Results (*.sonde-result)")});
    dialog->selectFile(fileNameFor(page->pane().answerInFront(), m_tabs.titleOf(page)));
    // While the dialog is open, another answer can come to the front.
    const ShownAnswer &answer = page->pane().answerInFront();
    connect(dialog, &QFileDialog::fileSelected, page,
            [this, page, about = storedResultOf(answer),
             tables = tablesOf(*answer.result)](const QString &path) { write(page, about, tables, path); });
    dialog->open();
}

void ResultFiles::save(QueryPage *page, const QString &path)
{
    if (!canSave(page) || savingOf(page) != nullptr)
        return;
    const ShownAnswer &answer = page->pane().answerInFront();
    write(page, storedResultOf(answer), tablesOf(*answer.result), path);
}

void ResultFiles::write(QueryPage *page, StoredResult about, const std::vector<StoredTable> &tables,
                        const QString &path)
{
    if (savingOf(page) != nullptr)
        return;
    about.savedAt = m_services.clock.nowUtc();
    page->pane().messages().clear();
    auto *job = new ResultSaveJob(about, tables, path, page);
    ProgressLine &progress = page->pane().saveProgress();
    //: %1: a file’s name
    progress.start(tr("Saving “%1”").arg(QFileInfo(path).fileName()));
    connect(job, &ResultSaveJob::progressed, &progress, &ProgressLine::setPermille);
    connect(&progress, &ProgressLine::stopRequested, job, &ResultSaveJob::cancel);
    follow(page, job);
    updateAction();
}

void ResultFiles::follow(QueryPage *page, ResultSaveJob *job)
{
    connect(job, &ResultSaveJob::finished, this,
            [this, page, job](const std::optional<Error> &failure) { takeSaved(page, job, failure); });
}

void ResultFiles::takeSaved(QueryPage *page, ResultSaveJob *job, const std::optional<Error> &failure)
{
    job->setParent(nullptr); // another may be saved now
    job->deleteLater();
    page->pane().saveProgress().finish();
    MessageBar &messages = page->pane().messages();
    if (!failure) {
        const QUrl folder = QUrl::fromLocalFile(QFileInfo(job->path()).absolutePath());
        messages.showChoices(MessageBar::Level::Info,
                             //: %1: a file’s path
                             tr("The result was saved in “%1”.").arg(QDir::toNativeSeparators(job->path())),
                             {}, {{tr("Sho&w folder"), [folder] { QDesktopServices::openUrl(folder); }}});
        m_recent.add(job->path());
    } else if (failure->kind == ErrorKind::Cancelled) {
        messages.showMessage(MessageBar::Level::Info, tr("The result was not saved."),
                             tr("No file was written; an older file of that name is as it was."));
    } else {
        messages.showError(*failure);
    }
    updateAction();
    emit saveEnded();
}

} // namespace sonde
