#include "widgets/resultspane.h"

#include "models/resultsmodel.h"
#include "widgets/columnkeeper.h"
#include "widgets/emptystate.h"
#include "widgets/exportjob.h"
#include "widgets/keeptranslated.h"
#include "widgets/messagebar.h"
#include "widgets/progressline.h"
#include "widgets/resultsview.h"
#include "widgets/resulttabs.h"
#include "widgets/rowcomparing.h"
#include "widgets/showinfolder.h"
#include "widgets/tablepane.h"
#include "widgets/zonedialog.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>
#include <limits>

namespace sonde {

namespace {

constexpr int staleNoteDelayMs = 300;

} // namespace

ResultsPane::ResultsPane(const Theme &theme, const Icons &icons, ColumnLayoutStore &layouts,
                         const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_layouts(layouts)
    , m_clock(clock)
    , m_messages(new MessageBar(theme, icons, this))
    , m_progress(new ProgressLine(this))
    , m_exportProgress(new ProgressLine(this))
    , m_saveProgress(new ProgressLine(this))
    , m_compareProgress(new ProgressLine(this))
    , m_origin(new QLabel(this))
    , m_copyProgress(new ProgressLine(this))
    , m_staleNote(new QLabel(this))
    , m_tabs(new ResultTabs(
          icons, [this](QWidget *parentOfTable) { return makeTable(parentOfTable); }, this))
    , m_comparing(new RowComparing({theme, icons, *m_tabs, *m_compareProgress, *m_messages}, this))
{
    m_origin->setContentsMargins(8, 4, 8, 4);
    m_origin->setWordWrap(true);
    m_origin->setTextFormat(Qt::PlainText); // a file may be called anything
    m_origin->hide();
    m_staleNote->setForegroundRole(QPalette::PlaceholderText);
    m_staleNote->setContentsMargins(8, 4, 8, 4);
    m_staleNote->hide();
    m_staleTimer.setInterval(staleNoteDelayMs);
    m_staleTimer.setSingleShot(true);
    connect(&m_staleTimer, &QTimer::timeout, this, &ResultsPane::showStaleNote);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_progress);
    layout->addWidget(m_exportProgress);
    layout->addWidget(m_saveProgress);
    layout->addWidget(m_compareProgress);
    layout->addWidget(m_origin);
    layout->addWidget(m_copyProgress);
    layout->addWidget(m_staleNote);
    layout->addWidget(m_tabs, 1);

    keepTranslated(this, [this] { retranslate(); });
    connect(&emptyState(), &EmptyState::actionTriggered, this, &ResultsPane::emptyActionTriggered);
    connect(m_tabs, &ResultTabs::currentChanged, this, [this] {
        if (!m_staleTimer.isActive())
            showStaleNote();
        emit answerInFrontChanged();
        emit currentRecordChanged();
        emit filterChanged();
        emit selectionFactsChanged();
    });
    connect(m_tabs, &ResultTabs::pinsChanged, this, &ResultsPane::answerInFrontChanged);
    connect(m_exportProgress, &ProgressLine::stopRequested, this, [this] {
        if (m_export != nullptr)
            m_export->cancel();
    });
}

ResultsPane::~ResultsPane()
{
    // The tables still speak while their rows go, and who listens would ask for what is gone.
    blockSignals(true);
    delete m_tabs;
}

void ResultsPane::retranslate()
{
    m_progress->setStopText(tr("Stop"));
    m_exportProgress->setStopText(tr("Cancel"));
    m_saveProgress->setStopText(tr("Cancel"));
    m_compareProgress->setStopText(tr("Cancel"));
    m_copyProgress->setStopText(tr("Cancel"));
}

EmptyState &ResultsPane::emptyState()
{
    return m_tabs->emptyState();
}

void ResultsPane::setResult(std::unique_ptr<ResultSet> result)
{
    setStale({});
    setOrigin({});
    m_tabs->setResult(std::move(result));
}

ResultSet *ResultsPane::result() const
{
    return answer().result.get();
}

ShownAnswer &ResultsPane::answer()
{
    return m_tabs->answer();
}

const ShownAnswer &ResultsPane::answer() const
{
    return std::as_const(*m_tabs).answer();
}

const ShownAnswer &ResultsPane::answerInFront() const
{
    return m_tabs->front();
}

TablePane *ResultsPane::makeTable(QWidget *parent)
{
    auto *pane = new TablePane(m_theme, m_icons, m_layouts, m_clock, parent);
    ResultsView *view = &pane->view();
    view->setFormatter(formatter());
    pane->setSendProblem(m_sendProblem);
    connect(pane, &TablePane::filterChanged, this, &ResultsPane::filterChanged);
    connect(pane, &TablePane::selectionFactsChanged, this, &ResultsPane::selectionFactsChanged);
    connect(pane, &TablePane::sendFilterRequested, this, &ResultsPane::sendFilterRequested);
    connect(view, &ResultsView::currentRecordChanged, this, &ResultsPane::currentRecordChanged);
    connect(view, &ResultsView::detailsRequested, this, &ResultsPane::detailsRequested);
    connect(view, &ResultsView::wholeCellRequested, this, &ResultsPane::wholeCellRequested);
    connect(view, &ResultsView::cellsToQueryRequested, this, &ResultsPane::cellsToQueryRequested);
    connect(view, &ResultsView::copied, this, &ResultsPane::copied);
    connect(view, &ResultsView::copyAsRequested, this, &ResultsPane::copyAs);
    showCopying(view->copier());
    return pane;
}

void ResultsPane::setOrigin(const QString &note, const QString &details)
{
    m_origin->setText(note);
    // A file may be called as tags are.
    const QString lines = details.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    m_origin->setToolTip(lines.isEmpty() ? QString() : QString(QLatin1String("<p>") + lines));
    m_origin->setVisible(!note.isEmpty());
}

QString ResultsPane::originNote() const
{
    return m_origin->text();
}

void ResultsPane::setStale(const QString &note)
{
    m_staleNote->setText(note);
    if (note.isEmpty()) {
        m_staleTimer.stop();
        m_staleNote->hide();
    } else if (!m_staleNote->isVisible()) {
        m_staleTimer.start();
    }
    for (TablePane *table : m_tabs->panesOf(answer()))
        table->view().setStale(!note.isEmpty());
}

void ResultsPane::showStaleNote()
{
    m_staleNote->setVisible(!staleNote().isEmpty() && !answerInFront().isEarlier);
}

QString ResultsPane::staleNote() const
{
    return m_staleNote->text();
}

void ResultsPane::showEmptyState()
{
    m_tabs->setEmptyShown(true);
}

void ResultsPane::showTables()
{
    m_tabs->setEmptyShown(false);
}

void ResultsPane::setFormatter(const CellFormatter &formatter)
{
    m_formatter = formatter;
    showZone();
}

void ResultsPane::setOwnZone(const QByteArray &zone)
{
    if (zone == m_ownZone)
        return;
    m_ownZone = zone;
    showZone();
}

CellFormatter ResultsPane::formatter() const
{
    const QTimeZone zone(m_ownZone);
    return !m_ownZone.isEmpty() && zone.isValid() ? CellFormatter(zone) : m_formatter;
}

void ResultsPane::showZone()
{
    for (ResultsView *view : views())
        view->setFormatter(formatter());
    emit zoneChanged();
    emit currentRecordChanged(); // it is written otherwise
}

void ResultsPane::askForZone(const QDateTime &nowUtc)
{
    auto *dialog = new ZoneDialog(m_icons, m_ownZone, m_formatter.zoneName(), nowUtc, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ZoneDialog::zoneChosen, this, &ResultsPane::setOwnZone);
    dialog->open();
}

void ResultsPane::forgetArrangement()
{
    for (TablePane *table : m_tabs->panesOf(answer()))
        table->forgetArrangement();
    m_comparing->forget();
}

void ResultsPane::setSendProblem(const QString &problem)
{
    m_sendProblem = problem;
    for (TablePane *table : m_tabs->panes())
        table->setSendProblem(problem);
}

TablePane *ResultsPane::currentTable() const
{
    return m_tabs->currentPane();
}

QStringList ResultsPane::selectionFacts() const
{
    const TablePane *table = currentTable();
    return table != nullptr ? table->selectionFacts() : QStringList();
}

ResultsView *ResultsPane::currentView() const
{
    TablePane *pane = currentTable();
    return pane != nullptr ? &pane->view() : nullptr;
}

QList<ResultsView *> ResultsPane::views() const
{
    QList<ResultsView *> all;
    for (TablePane *table : m_tabs->panes())
        all.append(&table->view());
    return all;
}

AnswerNotes ResultsPane::notes() const
{
    return notesOf(answerInFront());
}

void ResultsPane::copyAs(CopyForm form)
{
    if (ResultsView *view = currentView(); view != nullptr && answerInFront().result)
        view->copyAs(form, notes());
}

void ResultsPane::showCopying(CellCopier &copier)
{
    connect(&copier, &CellCopier::started, this, [this, &copier] {
        m_copying = &copier;
        m_copyProgress->start(tr("Copying"));
    });
    connect(&copier, &CellCopier::progressed, m_copyProgress, &ProgressLine::setPermille);
    connect(&copier, &CellCopier::finished, m_copyProgress, &ProgressLine::finish);
    connect(&copier, &CellCopier::failed, m_messages, &MessageBar::showError);
    connect(m_copyProgress, &ProgressLine::stopRequested, &copier, &CellCopier::cancel);
    // It goes with its table, and never finishes then.
    connect(&copier, &QObject::destroyed, m_copyProgress, [this](const QObject *gone) {
        if (gone == m_copying)
            m_copyProgress->finish();
    });
}

ExportRows ResultsPane::exportableRows() const
{
    TablePane *table = currentTable();
    if (table == nullptr)
        return {};
    const ResultsView &view = table->view();
    return {view.allRows(), view.selectedRows(), view.resultsModel().isFiltered(),
            table->columns().shownColumns()};
}

void ResultsPane::exportRows(const ExportRequest &request, const Selection &rows, const AnswerNotes &notes)
{
    if (m_export != nullptr)
        return;
    m_messages->clear();
    m_export = new ExportJob(rows, request, notes, this);
    //: %1: a file’s name
    m_exportProgress->start(tr("Writing “%1”").arg(QFileInfo(request.path).fileName()));
    connect(m_export, &ExportJob::progressed, m_exportProgress, &ProgressLine::setPermille);
    connect(m_export, &ExportJob::finished, this, &ResultsPane::takeExportOutcome);
}

void ResultsPane::sayExported(const ExportJob &job)
{
    const auto pluralOf = [](qint64 count) {
        return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
    };
    const QStringList paths = job.paths();
    const QString first = QDir::toNativeSeparators(paths.first());
    QString message;
    if (paths.size() == 1) {
        //: %L1: how many; %2: a file’s name
        message = tr("%L1 rows were written to “%2”.", nullptr, pluralOf(job.rowCount()));
        message = message.arg(job.rowCount()).arg(first);
    } else {
        //: %L1 and %2: how many rows and files; %3: the name of the first file
        message = tr("%L1 rows were written to %2 files; the first is “%3”.");
        message = message.arg(job.rowCount()).arg(paths.size()).arg(first);
    }
    QString cut;
    if (job.cutCells() > 0)
        cut =
            tr("%n cell(s) had more than 32,767 characters, all that a workbook has room for, and were cut.",
               nullptr, pluralOf(job.cutCells()));
    const QUrl file = QUrl::fromLocalFile(paths.first());
    m_messages->showChoices(
        cut.isEmpty() ? MessageBar::Level::Info : MessageBar::Level::Warning, message, cut,
        {{tr("&Open file"), [file] { QDesktopServices::openUrl(file); }},
         {tr("Sho&w in folder"), [this, path = paths.first()] { showInFolder(path, this); }}});
}

void ResultsPane::takeExportOutcome(const std::optional<Error> &failure)
{
    ExportJob *job = std::exchange(m_export, nullptr);
    job->deleteLater();
    m_exportProgress->finish();
    if (!failure) {
        sayExported(*job);
        if (job->request().openWhenDone)
            QDesktopServices::openUrl(QUrl::fromLocalFile(job->paths().first()));
    } else if (failure->kind == ErrorKind::Cancelled) {
        m_messages->showMessage(MessageBar::Level::Info, tr("The export was cancelled."),
                                tr("No file was written; an older file of that name is as it was."));
    } else {
        m_messages->showError(*failure);
    }
    emit exportFinished();
}

} // namespace sonde
