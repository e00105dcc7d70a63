#include "widgets/querypage.h"

#include "core/clock.h"
#include "ports/secretstore.h"
#include "stores/settingsstore.h"
#include "widgets/editorrefactoring.h"
#include "widgets/emptystate.h"
#include "widgets/findbar.h"
#include "widgets/focuschain.h"
#include "widgets/keeptranslated.h"
#include "widgets/kqlassistant.h"
#include "widgets/messagebar.h"
#include "widgets/missingrows.h"
#include "widgets/pageparameters.h"
#include "widgets/parameterstrip.h"
#include "widgets/problemslist.h"
#include "widgets/progressline.h"
#include "widgets/querybar.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/resulttabs.h"
#include "widgets/rowstoquery.h"
#include "widgets/tablepane.h"
#include "widgets/wordwrap.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace sonde {

namespace {

/// The longest that the service may be told to work on a query (`Prefer: wait`).
constexpr int longestServerTimeout = 600;
/// What is typed is on the disk within a second of the key; this is the page's share of it.
constexpr int changeDelayMs = 300;
/// A caret that moves is worth less than writing the whole text for it again and again.
constexpr int caretDelayMs = 3000;

} // namespace

QueryPage::QueryPage(const WindowServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_bar(new QueryBar(this))
    , m_editor(new QueryEditor(services.theme, services.icons, this))
    , m_parameters(new PageParameters(*m_editor, *m_bar, services, this))
    , m_findBar(new FindBar(*m_editor, services.icons, this))
    , m_assistant(new KqlAssistant(*m_editor, services))
    , m_problems(new ProblemsList(*m_editor, m_assistant->examination(), m_assistant->problems(),
                                  services.icons, this))
    , m_pane(new ResultsPane(services.theme, services.icons, services.layouts, services.clock, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_document(new QueryDocument(*m_editor, m_pane->messages(), this))
    , m_runner(new PageRunner(*this, services.runner))
    , m_toQuery(new RowsToQuery(*m_editor, *m_bar, *m_pane, this))
{
    m_splitter->addWidget(makeEditorPart());
    m_splitter->addWidget(m_pane);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({200, 400});
    m_splitter->restoreState(services.settings.get(settings::splitter));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    keepTranslated(this, [this] { retranslate(); });
    connectParts();
    connectChanges();
}

QueryPage::~QueryPage()
{
    dropJob();
}

QWidget *QueryPage::makeEditorPart()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(&m_parameters->strip());
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_problems);
    layout->addWidget(m_findBar);
    m_editor->setMinimumHeight(72);
    followWordWrap(*m_editor, m_services.settings);
    return part;
}

void QueryPage::connectParts()
{
    connect(m_bar, &QueryBar::languageChanged, m_editor, &QueryEditor::setQueryLanguage);
    connect(m_editor, &QueryEditor::languageStepped, m_bar, &QueryBar::setLanguage);
    connect(m_bar, &QueryBar::languageChanged, m_assistant, &KqlAssistant::setLanguage);
    connect(m_assistant, &KqlAssistant::refused, this, &QueryPage::showError);
    connect(m_document, &QueryDocument::titleChanged, this, &QueryPage::titleChanged);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_services.settings.set(settings::splitter, m_splitter->saveState()); });
    connect(&m_pane->messages(), &MessageBar::remedyChosen, this, &QueryPage::applyRemedy);
    connect(&m_pane->progress(), &ProgressLine::stopRequested, this, &QueryPage::stop);
    connect(m_pane, &ResultsPane::emptyActionTriggered, this, [this] {
        // Before the first run the empty state offers the run, after one without rows another range.
        if (m_status.state == RunStatus::State::Done)
            emit rangeRequested();
        else
            emit runRequested();
    });
    connect(m_pane, &ResultsPane::answerInFrontChanged, this, &QueryPage::sayOrigin);
    connect(m_pane, &ResultsPane::answerInFrontChanged, this, &QueryPage::statusChanged);
    connect(m_pane, &ResultsPane::currentRecordChanged, this, &QueryPage::currentRecordChanged);
    connect(m_pane, &ResultsPane::detailsRequested, this, &QueryPage::detailsRequested);
    connect(m_pane, &ResultsPane::copied, this, &QueryPage::copied);
    connect(m_pane, &ResultsPane::filterChanged, this, &QueryPage::statusChanged);
    connect(m_runner, &PageRunner::busyChanged, this, &QueryPage::statusChanged);
    connect(m_runner, &PageRunner::answerNoted, this, &QueryPage::sayOrigin);
}

void QueryPage::connectChanges()
{
    m_changeTimer.setSingleShot(true);
    connect(&m_changeTimer, &QTimer::timeout, this, [this] {
        m_document->checkTitle();
        emit draftChanged();
    });
    connect(m_editor, &QsciScintilla::textChanged, this, &QueryPage::noteChange);
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &QueryPage::noteCaret);
    connect(m_bar, &QueryBar::changed, this, &QueryPage::noteChange);
    connect(m_parameters, &PageParameters::changed, this, &QueryPage::noteChange);
    connect(m_document, &QueryDocument::titleChanged, this, &QueryPage::noteChange);
    connect(m_pane, &ResultsPane::zoneChanged, this, &QueryPage::noteChange);
}

void QueryPage::noteChange()
{
    speakWithin(changeDelayMs);
}

void QueryPage::noteCaret()
{
    speakWithin(caretDelayMs);
}

void QueryPage::speakWithin(int delayMs)
{
    // From the first change: who types without a pause is kept up with all the same.
    if (!m_changeTimer.isActive() || m_changeTimer.remainingTime() > delayMs)
        m_changeTimer.start(delayMs);
}

void QueryPage::setRange(const TimeRange &range)
{
    if (range == m_range)
        return;
    m_range = range;
    noteChange();
}

void QueryPage::setConnectionId(const QString &id)
{
    if (id == m_connectionId)
        return;
    m_connectionId = id;
    m_assistant->setConnectionId(id);
    updateStale();
    noteChange();
}

void QueryPage::retranslate()
{
    sayEmptyState();
    updateStale();
    sayOrigin();
    if (m_job != nullptr)
        m_pane->progress().setText(m_runner->describe(describeStage(m_status.progress)));
}

void QueryPage::showEmptyState(Empty state)
{
    m_empty = state;
    sayEmptyState();
    m_pane->showEmptyState();
}

void QueryPage::sayEmptyState()
{
    switch (m_empty) {
    case Empty::BeforeRun:
        m_pane->emptyState().say(tr("The rows of the query appear here."), tr("Run query"));
        break;
    case Empty::Awaiting:
        m_pane->emptyState().say(tr("The rows appear here as they come."));
        break;
    case Empty::NoMatch:
        m_pane->emptyState().say(tr("No rows match the query in this time range."),
                                 tr("Change the time range"));
        break;
    }
}

/// Rows that are not what the query would bring are greyed, with the reason.
void QueryPage::updateStale()
{
    const ShownAnswer &answer = m_pane->answer();
    const auto since = [&answer] { return clockTime(answer.cameAt); };
    switch (m_rowsAre) {
    case RowsAre::Awaited:
        m_pane->setStale(tr("Rows from %1, until new ones come.").arg(since()));
        return;
    case RowsAre::OfEarlierRun:
        m_pane->setStale(tr("Rows from %1, of an earlier run.").arg(since()));
        return;
    case RowsAre::OfLastRun:
        break;
    }
    // Stored ones are of no connection here.
    const RowsOrigin &origin = answer.origin;
    if (answer.rowCount() > 0 && !origin.isStored() && origin.connectionId != m_connectionId)
        m_pane->setStale(
            tr("Rows of “%1”, from before another connection was chosen.").arg(origin.about.connection));
    else
        m_pane->setStale({});
}

Query QueryPage::query() const
{
    Query query;
    query.text = m_editor->queryText();
    query.language = m_bar->language();
    query.range = m_range;
    query.top = m_bar->top();
    query.serverTimeoutSeconds = m_bar->serverTimeoutSeconds();
    return query;
}

void QueryPage::setQuery(const Query &query)
{
    m_bar->setLanguage(query.language);
    m_bar->setTop(query.top);
    m_bar->setServerTimeoutSeconds(query.serverTimeoutSeconds);
    m_editor->setQueryLanguage(query.language);
    m_editor->setQueryText(query.text);
    m_range = query.range;
    if (!m_editor->readOnlyReason().isEmpty())
        m_pane->messages().showMessage(MessageBar::Level::Info, m_editor->readOnlyReason());
}

const QString &QueryPage::filePath() const
{
    return m_document->filePath();
}

bool QueryPage::isModified() const
{
    return m_document->isModified();
}

Draft QueryPage::draft() const
{
    Draft draft;
    m_document->describe(draft);
    draft.query = query();
    draft.parameters = m_parameters->values();
    draft.connectionId = m_connectionId;
    draft.zone = m_pane->ownZone();
    m_editor->getCursorPosition(&draft.caretLine, &draft.caretColumn);
    return draft;
}

void QueryPage::restore(const Draft &draft)
{
    setQuery(draft.query);
    setConnectionId(draft.connectionId);
    m_parameters->restoreValues(draft.parameters);
    m_pane->setOwnZone(draft.zone);
    m_document->restore(draft);
    m_editor->setCursorPosition(draft.caretLine, draft.caretColumn);
    m_changeTimer.stop();
}

void QueryPage::run(const Connection &connection, RunCause cause)
{
    m_runner->run(connection, cause);
}

void QueryPage::requestRun(PageRunner::Part part)
{
    m_runner->request(part);
}

void QueryPage::send(const Query &query, const Connection &connection, RunCause cause)
{
    setConnectionId(connection.id);
    begin(originOfRun(query, connection, m_services.clock.nowUtc()));
    if (cause == RunCause::Asked)
        m_pane->tabs().showAnswer();
    attach(m_services.runner.run(query, connection));
    emit runStarted(query, connection, cause);
    emit statusChanged();
}

void QueryPage::showStored(SearchJob *job, const RowsOrigin &origin)
{
    m_runner->stop();
    begin(origin);
    attach(job);
    emit statusChanged();
}

void QueryPage::begin(const RowsOrigin &origin)
{
    dropJob();
    const QString text = origin.about.query ? origin.about.query->text : QString();
    const bool isOther = !m_run.about.query || text.simplified() != m_run.about.query->text.simplified();
    m_run = origin;
    m_pane->messages().clear();
    m_editor->clearError();
    m_suggestedQuery.clear();
    m_startedMs = m_services.clock.monotonicMs();
    m_status = RunStatus();
    m_status.state = RunStatus::State::Running;
    if (const ResolvedRange &range = origin.about.info.range; range.start.isValid())
        m_status.range = range;
    m_incoming = std::make_unique<ResultSet>();
    m_incoming->setOrigin({text, origin.about.connection});
    // A sort by hand is of that query; another one has an order of its own.
    if (isOther)
        m_pane->forgetArrangement();
    if (m_pane->answer().rowCount() > 0) {
        m_rowsAre = RowsAre::Awaited;
        updateStale();
    } else {
        showEmptyState(Empty::Awaiting);
    }
    m_pane->progress().start(m_runner->describe(describeStage({})));
}

void QueryPage::attach(SearchJob *job)
{
    m_job = job;
    m_job->setParent(this);
    connect(m_job, &SearchJob::progressed, this, &QueryPage::takeProgress);
    connect(m_job, &SearchJob::chunkReady, this, &QueryPage::takeChunk);
    connect(m_job, &SearchJob::finished, this, &QueryPage::takeOutcome);
}

void QueryPage::refuseRun()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = tr("The connection of this tab is no longer there.");
    error.advice = tr("Choose another one and run the query.");
    m_pane->messages().showError(error);
}

bool QueryPage::isRunning() const
{
    return m_job != nullptr || m_runner->isBusy();
}

void QueryPage::stop()
{
    m_runner->stop();
    if (m_job != nullptr)
        m_job->cancel();
}

void QueryPage::dropJob()
{
    if (m_job == nullptr)
        return;
    keepStatus();
    disconnect(m_job, nullptr, this, nullptr);
    m_job->cancel();
    m_job->deleteLater();
    m_job = nullptr;
}

void QueryPage::keepStatus()
{
    if (!m_incoming)
        m_pane->answer().status = m_status;
}

void QueryPage::takeProgress(const SearchProgress &progress)
{
    m_status.progress = progress;
    m_pane->progress().setText(m_runner->describe(describeStage(progress)));
    if (progress.stage == SearchProgress::Stage::ReadingFile)
        m_pane->progress().setPermille(progress.permille);
    emit statusChanged();
}

void QueryPage::takeChunk(const ResultChunk &chunk)
{
    if (m_incoming) {
        showIncoming();
        m_pane->showTables();
    }
    m_pane->result()->apply(chunk);
    m_pane->answer().cameAt = m_services.clock.nowUtc();
    updateStale();
    m_status.rows = m_pane->result()->rowCount();
    emit statusChanged();
}

void QueryPage::sayOrigin()
{
    const ShownAnswer &answer = m_pane->answerInFront();
    m_pane->setOrigin(describeOrigin(answer, m_services.clock.nowUtc()), describeOriginInFull(answer));
}

void QueryPage::showIncoming()
{
    m_pane->setResult(std::move(m_incoming));
    m_pane->answer().origin = m_run;
    m_pane->answer().cameAt = m_services.clock.nowUtc();
    m_rowsAre = RowsAre::OfLastRun;
    sayOrigin();
}

void QueryPage::takeOutcome(const Result<ResultInfo> &outcome)
{
    m_job->deleteLater();
    m_job = nullptr;
    m_pane->progress().finish();
    m_status.progress.reset();
    m_status.elapsedMs = m_services.clock.monotonicMs() - m_startedMs;
    if (outcome)
        showInfo(*outcome);
    else
        showFailure(outcome.error());
    keepStatus();
    m_incoming.reset();
    emit statusChanged();
    emit runEnded();
}

void QueryPage::showInfo(const ResultInfo &info)
{
    // An answer without any chunk is an answer all the same: the rows before it are not its.
    if (m_incoming)
        showIncoming();
    m_pane->result()->finish(info);
    m_pane->answer().origin.about.info = info;
    sayOrigin();
    m_status.rows = m_pane->result()->rowCount();
    finishStatus(m_status, info);
    if (!m_pane->answer().origin.rowsOfPast) // of these the line above them says it
        sayWhatIsMissing(m_pane->messages(), info);
    if (m_pane->result()->rowCount() == 0)
        showEmptyState(Empty::NoMatch);
}

void QueryPage::showFailure(const Error &failure)
{
    const Error error = m_runner->explain(failure);
    const bool hasOldRows = m_incoming && m_pane->answer().rowCount() > 0;
    if (hasOldRows) {
        m_rowsAre = RowsAre::OfEarlierRun;
        updateStale();
    } else if (m_status.rows == 0) {
        showEmptyState(Empty::BeforeRun);
    }
    if (error.kind == ErrorKind::Cancelled) {
        m_status.state = RunStatus::State::Stopped;
        return;
    }
    m_status.state = RunStatus::State::Failed;
    m_status.error = error;
    m_suggestedQuery = error.suggestedQuery;
    m_pane->messages().showError(error);
    if (error.position)
        m_editor->showError(*error.position, error.message);
}

void QueryPage::applyRemedy(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return;
    case Remedy::RunAgain:
        break;
    case Remedy::RaiseServerTimeout:
        m_bar->setServerTimeoutSeconds(longestServerTimeout);
        break;
    case Remedy::RunAsKql:
        m_editor->replaceQuery(m_suggestedQuery, QueryLanguage::Kql);
        break;
    case Remedy::EditConnection:
        emit editConnectionRequested(m_connectionId);
        return;
    case Remedy::UnlockKeychain:
        unlockKeychain();
        return;
    case Remedy::OpenSettings:
        emit settingsRequested();
        return;
    }
    emit runRequested();
}

void QueryPage::unlockKeychain()
{
    m_pane->messages().showMessage(MessageBar::Level::Info, tr("Waiting for the keychain to be unlocked."));
    m_services.secrets.unlock(this, [this](const Result<void> &unlocked) {
        if (unlocked)
            emit runRequested();
        else
            m_pane->messages().showError(unlocked.error());
    });
}

ResultsView *QueryPage::currentView() const
{
    return m_pane->currentView();
}

bool QueryPage::hasRows() const
{
    return m_pane->answerInFront().rowCount() > 0;
}

const RowsOrigin &QueryPage::rowsOrigin() const
{
    return m_pane->answer().origin;
}

bool QueryPage::hasFilter() const
{
    const TablePane *table = m_pane->currentTable();
    return table != nullptr && !table->filter().isEmpty();
}

void QueryPage::setFormatter(const CellFormatter &formatter)
{
    m_pane->setFormatter(formatter);
}

void QueryPage::showError(const Error &error)
{
    m_pane->messages().showError(error);
}

void QueryPage::copy(bool withHeaders)
{
    ResultsView *view = currentView();
    if (view != nullptr && (withHeaders || !m_editor->hasFocus()))
        view->copySelection(withHeaders);
    else
        m_editor->copy();
}

void QueryPage::selectAll()
{
    ResultsView *view = currentView();
    if (view != nullptr && view->hasFocus())
        view->selectAll();
    else
        m_editor->selectAll();
}

void QueryPage::moveFocus()
{
    ResultsView *view = currentView();
    if (!m_editor->hasFocus())
        m_editor->setFocus(Qt::ShortcutFocusReason);
    else if (view != nullptr && view->isVisible())
        view->setFocus(Qt::ShortcutFocusReason);
    else if (QWidget *stop = firstStopOf(*m_pane))
        stop->setFocus(Qt::ShortcutFocusReason);
    else
        focusNextChild(); // the editor takes Tab for itself, and nobody is to be stuck in it
}

void QueryPage::moveFocusUp()
{
    QWidget *stop = m_editor->hasFocus() ? m_parameters->stopAbove(*m_bar) : m_editor;
    stop->setFocus(Qt::ShortcutFocusReason);
}

void QueryPage::escape()
{
    if (m_editor->hasFocus() && (m_editor->commands().dropCarets() || m_assistant->refactoring().stop()))
        return;
    if (m_findBar->isVisible())
        m_findBar->close();
    else if (isRunning())
        stop();
    else
        m_pane->messages().clear();
}

} // namespace sonde
