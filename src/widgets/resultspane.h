#pragma once

#include "models/cellformatter.h"
#include "results/resultset.h"
#include "widgets/cellcopier.h"
#include "widgets/exportdialog.h"

#include <QList>
#include <QTimer>
#include <QWidget>
#include <memory>

class QLabel;

namespace sonde {

class Clock;
class ColumnLayoutStore;
class EmptyState;
class ExportJob;
class Icons;
class MessageBar;
class ProgressLine;
class ResultTabs;
class ResultsView;
class RowComparing;
class TablePane;
class Theme;

struct ShownAnswer;

/// The lower half of a page: messages, progress, and the tables of results, one tab each. Also writes them to
/// files.
class ResultsPane final : public QWidget
{
    Q_OBJECT

public:
    /// All four outlive the pane.
    ResultsPane(const Theme &theme, const Icons &icons, ColumnLayoutStore &layouts, const Clock &clock,
                QWidget *parent = nullptr);
    ~ResultsPane() override;

    MessageBar &messages() { return *m_messages; }
    ProgressLine &progress() { return *m_progress; }
    ProgressLine &saveProgress() { return *m_saveProgress; }
    EmptyState &emptyState();
    /// The tables of the last answer and of the pinned ones.
    ResultTabs &tabs() { return *m_tabs; }
    const ResultTabs &tabs() const { return *m_tabs; }

    /// Of the last answer with a pinned one.
    RowComparing &comparing() { return *m_comparing; }

    /// Shows that result from now on, and takes it over; the one before it is deleted unless it is pinned.
    void setResult(std::unique_ptr<ResultSet> result);
    /// Of the last answer, whichever table is in front.
    ResultSet *result() const;
    ShownAnswer &answer();
    const ShownAnswer &answer() const;
    /// The answer whose table is in front: the last one, or an earlier one that was pinned.
    const ShownAnswer &answerInFront() const;
    /// Says above the rows in front where they come from, and \a details with the mouse over it; an empty
    /// \a note takes that back.
    void setOrigin(const QString &note, const QString &details = {});
    QString originNote() const;
    /// Greys the rows of the last answer and says from when they are; an empty \a note takes that back. Those
    /// of a pinned one are never stale.
    void setStale(const QString &note);
    QString staleNote() const;
    /// emptyState() in place of the tables of the last answer.
    void showEmptyState();
    void showTables();

    /// How cells are written where the pane has no zone of its own.
    void setFormatter(const CellFormatter &formatter);
    /// The zone of this pane's datetimes, an IANA name; empty, or a zone that this machine does not know: the
    /// formatter's.
    void setOwnZone(const QByteArray &zone);
    const QByteArray &ownZone() const { return m_ownZone; }
    /// With that zone.
    CellFormatter formatter() const;
    /// \a nowUtc is the instant whose offsets are shown beside the zones.
    void askForZone(const QDateTime &nowUtc);
    /// The table in front; null where no table is shown.
    ResultsView *currentView() const;
    QList<ResultsView *> views() const;
    /// The table in front with its filters; null where no table is shown.
    TablePane *currentTable() const;
    /// What the selected cells of the table in front come to, a few words each.
    QStringList selectionFacts() const;
    /// The next result is neither sorted nor filtered as this one is.
    void forgetArrangement();
    /// What stands in the way of sending filters to the query; empty: nothing.
    void setSendProblem(const QString &problem);

    /// A second export waits for no one: it is refused while one is being written.
    bool isExporting() const { return m_export != nullptr; }
    /// Of the table in front.
    ExportRows exportableRows() const;
    /// What is told of the rows in front beside them.
    AnswerNotes notes() const;
    /// Writes \a rows; \a notes are of the answer that they are from.
    void exportRows(const ExportRequest &request, const Selection &rows, const AnswerNotes &notes);

    /// Puts the selected cells of the table in front on the clipboard; see ResultsView::copyAs().
    void copyAs(CopyForm form);

signals:
    /// answerInFront() is another one.
    void answerInFrontChanged();
    /// formatter() is another.
    void zoneChanged();
    void currentRecordChanged();
    void detailsRequested();
    void wholeCellRequested();
    void copied(qint64 rows);
    void emptyActionTriggered();
    void exportFinished();
    /// Of the table in front, or it is another table.
    void filterChanged();
    void selectionFactsChanged();
    void sendFilterRequested();
    void cellsToQueryRequested(bool isKept);

private:
    void retranslate();
    void showZone();
    TablePane *makeTable(QWidget *parent);
    void showStaleNote();
    void showCopying(CellCopier &copier);
    void sayExported(const ExportJob &job);
    void takeExportOutcome(const std::optional<Error> &failure);

    const Theme &m_theme;
    const Icons &m_icons;
    ColumnLayoutStore &m_layouts;
    const Clock &m_clock;
    CellFormatter m_formatter;
    QByteArray m_ownZone;
    MessageBar *m_messages;
    ProgressLine *m_progress;
    ProgressLine *m_exportProgress;
    ProgressLine *m_saveProgress;
    ProgressLine *m_compareProgress;
    QLabel *m_origin;
    ProgressLine *m_copyProgress;
    const QObject *m_copying = nullptr; ///< whose progress that is; may be gone
    QLabel *m_staleNote;
    QTimer m_staleTimer; ///< the note waits as the progress does, so that quick runs do not move the table
    ResultTabs *m_tabs;
    RowComparing *m_comparing;
    QString m_sendProblem;
    ExportJob *m_export = nullptr;
};

} // namespace sonde
