#pragma once

#include "core/connection.h"
#include "core/query.h"
#include "stores/draft.h"
#include "widgets/pagerunner.h"
#include "widgets/rowsorigin.h"
#include "widgets/runstatus.h"
#include "widgets/windowservices.h"

#include <QTimer>
#include <QWidget>
#include <memory>

class QSplitter;

namespace sonde {

class CellFormatter;
class FindBar;
class KqlAssistant;
class PageParameters;
class ProblemsList;
class QueryBar;
class QueryDocument;
class QueryEditor;
class ResultsPane;
class ResultsView;
class RowsToQuery;

/// One tab: a query above, what came of it below. Owns its run; a second run cancels the first.
class QueryPage final : public QWidget
{
    Q_OBJECT

public:
    explicit QueryPage(const WindowServices &services, QWidget *parent = nullptr);
    ~QueryPage() override;

    /// Text, language, limits and range as they stand.
    Query query() const;
    void setQuery(const Query &query);
    const TimeRange &range() const { return m_range; }
    void setRange(const TimeRange &range);
    /// Which connection the page runs on; kept here for the window, which knows the connections. Rows of
    /// another one are greyed.
    const QString &connectionId() const { return m_connectionId; }
    void setConnectionId(const QString &id);
    /// The query's title and file.
    QueryDocument &document() { return *m_document; }
    const QueryDocument &document() const { return *m_document; }
    /// Empty where the query is in no file.
    const QString &filePath() const;
    /// Whether the text differs from what the file, or setQuery(), brought.
    bool isModified() const;

    /// The tab as it is to come back after a crash.
    Draft draft() const;
    void restore(const Draft &draft);
    /// Whether draftChanged() is on its way.
    bool hasPendingChange() const { return m_changeTimer.isActive(); }

    /// Runs the query at the caret; in answer to a requestRun(), what that asks for.
    void run(const Connection &connection, RunCause cause = RunCause::Asked);
    /// Asks for a run of that, by runRequested(), which is answered before this returns.
    void requestRun(PageRunner::Part part);
    /// For the runner: a run of just that.
    void send(const Query &query, const Connection &connection, RunCause cause);
    PageRunner &runner() { return *m_runner; }
    RowsToQuery &toQuery() { return *m_toQuery; }
    /// Shows the rows of a file in place of a run's; takes \a job over.
    void showStored(SearchJob *job, const RowsOrigin &origin);
    /// Of the rows of the last answer, if there are any.
    const RowsOrigin &rowsOrigin() const;
    /// Says that the page's connection is no longer there, in place of a run.
    void refuseRun();
    void stop();
    /// Also between the runs of several queries, and while the rows behind a preview are counted.
    bool isRunning() const;
    const RunStatus &status() const { return m_status; }

    QueryBar &bar() { return *m_bar; }
    QueryEditor &editor() { return *m_editor; }
    FindBar &findBar() { return *m_findBar; }
    PageParameters &parameters() { return *m_parameters; }
    const PageParameters &parameters() const { return *m_parameters; }
    KqlAssistant &assistant() { return *m_assistant; }
    ProblemsList &problems() { return *m_problems; }
    ResultsPane &pane() { return *m_pane; }
    const ResultsPane &pane() const { return *m_pane; }
    /// The table in front; null while none is shown.
    ResultsView *currentView() const;
    /// Whether the answer in front has any.
    bool hasRows() const;
    /// Whether the table in front is filtered.
    bool hasFilter() const;

    void setFormatter(const CellFormatter &formatter);
    /// Shows a failure that is not a run's, such as that of a file.
    void showError(const Error &error);
    /// From the table if it has the focus, else from the editor.
    void copy(bool withHeaders);
    void selectAll();
    /// Between editor and results: the rows, or what stands in their place.
    void moveFocus();
    /// Between editor and the line above it.
    void moveFocusUp();
    /// Closes what is open, else stops the run.
    void escape();

signals:
    /// What draft() gives is another than before: soon after the first change, and once for those meanwhile.
    void draftChanged();
    void statusChanged();
    /// A run was sent off; runEnded() follows unless another run or the page's end comes first.
    void runStarted(const sonde::Query &query, const sonde::Connection &connection, sonde::RunCause cause);
    /// status() tells how.
    void runEnded();
    void titleChanged();
    /// A button asks for what F5 does.
    void runRequested();
    void rangeRequested();
    void editConnectionRequested(const QString &connectionId);
    void settingsRequested();
    void currentRecordChanged();
    void detailsRequested();
    void copied(qint64 rows);

private:
    /// What is said where no rows are.
    enum class Empty { BeforeRun, Awaiting, NoMatch };
    enum class RowsAre { OfLastRun, Awaited, OfEarlierRun };

    QWidget *makeEditorPart();
    void connectParts();
    void connectChanges();
    void noteChange();
    void noteCaret();
    void speakWithin(int delayMs);
    void retranslate();
    void showEmptyState(Empty state);
    void sayEmptyState();
    void updateStale();
    void begin(const RowsOrigin &origin);
    void attach(SearchJob *job);
    void dropJob();
    void keepStatus(); ///< beside the rows of the run, once it has brought any: they may outlive it, pinned
    void showIncoming();
    void sayOrigin();
    void takeProgress(const SearchProgress &progress);
    void takeChunk(const ResultChunk &chunk);
    void takeOutcome(const Result<ResultInfo> &outcome);
    void showInfo(const ResultInfo &info);
    void showFailure(const Error &failure);
    void applyRemedy(Remedy remedy);
    void unlockKeychain();

    WindowServices m_services;
    QueryBar *m_bar;
    QueryEditor *m_editor;
    PageParameters *m_parameters;
    FindBar *m_findBar;
    KqlAssistant *m_assistant;
    ProblemsList *m_problems;
    ResultsPane *m_pane;
    QSplitter *m_splitter;

    TimeRange m_range;
    QString m_connectionId;
    QueryDocument *m_document;
    PageRunner *m_runner;
    RowsToQuery *m_toQuery;
    QTimer m_changeTimer; ///< from the first change to draftChanged()
    SearchJob *m_job = nullptr;
    std::unique_ptr<ResultSet> m_incoming; ///< of the running job, until its first rows come
    RunStatus m_status;
    qint64 m_startedMs = 0;
    RowsOrigin m_run; ///< of the last run, or the last file
    RowsAre m_rowsAre = RowsAre::OfLastRun;
    Empty m_empty = Empty::BeforeRun;
    QString m_suggestedQuery;
};

} // namespace sonde
