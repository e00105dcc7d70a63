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
class QStackedWidget;
class QTabWidget;

namespace sonde {

class ColumnLayoutStore;
class EmptyState;
class ExportJob;
class Icons;
class MessageBar;
class ProgressLine;
class ResultsView;
class TablePane;
class Theme;

/// The lower half of a page: messages, progress, and the tables of a result, one tab each. Also writes them
/// to files.
class ResultsPane final : public QWidget
{
    Q_OBJECT

public:
    /// All three outlive the pane.
    ResultsPane(const Theme &theme, const Icons &icons, ColumnLayoutStore &layouts,
                QWidget *parent = nullptr);
    ~ResultsPane() override;

    MessageBar &messages() { return *m_messages; }
    ProgressLine &progress() { return *m_progress; }
    ProgressLine &saveProgress() { return *m_saveProgress; }
    EmptyState &emptyState() { return *m_empty; }

    /// Shows that result from now on, and takes it over; the one before it is deleted.
    void setResult(std::unique_ptr<ResultSet> result);
    ResultSet *result() const { return m_result.get(); }
    /// Says above the rows where they come from, until setResult(), and \a details with the mouse over it; an
    /// empty \a note takes that back.
    void setOrigin(const QString &note, const QString &details = {});
    QString originNote() const;
    /// Greys the rows and says from when they are; an empty \a note takes that back.
    void setStale(const QString &note);
    QString staleNote() const;
    /// emptyState() in place of the tables.
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
    /// Writes \a rows, which are of the result that is shown.
    void exportRows(const ExportRequest &request, const Selection &rows);

    /// Puts the selected cells of the table in front on the clipboard; see ResultsView::copyAs().
    void copyAs(CopyForm form);

signals:
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
    void addTable(int index);
    AnswerNotes notes() const;
    void showCopying(CellCopier &copier);
    void sayExported(const ExportJob &job);
    void takeExportOutcome(const std::optional<Error> &failure);

    const Theme &m_theme;
    const Icons &m_icons;
    ColumnLayoutStore &m_layouts;
    CellFormatter m_formatter;
    QByteArray m_ownZone;
    MessageBar *m_messages;
    ProgressLine *m_progress;
    ProgressLine *m_exportProgress;
    ProgressLine *m_saveProgress;
    QLabel *m_origin;
    ProgressLine *m_copyProgress;
    QLabel *m_staleNote;
    QTimer m_staleTimer; ///< the note waits as the progress does, so that quick runs do not move the table
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTabWidget *m_tabs;
    QString m_sendProblem;
    std::unique_ptr<ResultSet> m_result;
    ExportJob *m_export = nullptr;
};

} // namespace sonde
