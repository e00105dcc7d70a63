#pragma once

#include "core/connection.h"
#include "core/query.h"
#include "widgets/focuschain.h"
#include "widgets/runstatus.h"
#include "widgets/windowservices.h"
#include "widgets/windowsettings.h"

#include <QMainWindow>

namespace sonde {

class Actions;
class ConnectionChooser;
class ConnectionKeeper;
class DetailsCommands;
class ExportKeeper;
class KeptQueries;
class LocalTableCommands;
class PageStatus;
class QueryFiles;
class QueryPage;
class QueryTabs;
class RecentFiles;
class ResultFiles;
class TimeRangePicker;
class WindowDialogs;
class WindowDocks;
struct SampleQuery;

/// The program's window: composes toolbar, tabs, docks and status line, and connects them.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What a new tab begins with: no text, and the range of the picker.
    Query newQuery() const;
    /// A new tab with \a query on the chooser's connection; \a run starts it at once.
    QueryPage *openQuery(const Query &query, bool run, const QString &title = {});
    /// A new tab on the embedded workspace, started at once.
    QueryPage *runSample(const SampleQuery &sample);
    /// A new tab with the query of a file.
    void openFile(const QString &path);
    /// The page in front; null while the welcome page is shown.
    QueryPage *currentPage() const;
    /// For who keeps the session.
    QueryTabs &tabs() { return *m_tabs; }

signals:
    /// Another window beside this one.
    void newWindowRequested();
    /// The settings dialog wrote settings, or the proxy's password.
    void settingsApplied();

protected:
    bool focusNextPrevChild(bool next) override
    {
        return focusNextSeen(*this, next) || QMainWindow::focusNextPrevChild(next);
    }
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void connectFileActions();
    void connectTabActions();
    void connectViewActions();
    void connectConnections();
    void connectChoosers();
    void connectWelcomePage();
    void connectPage(QueryPage *page);
    void disconnectPage(QueryPage *page);
    void showPage(QueryPage *page);
    void updateTitle();
    void updateActions();
    void showZone(TimeRange::Zone zone);
    void runCurrent() { run(RunCause::Asked); }
    void run(RunCause cause);
    void save();
    void showFailure(const Error &error);

    WindowServices m_services;
    WindowSettings m_settings;
    TimeRange::Zone m_zone = TimeRange::Zone::Utc;
    Actions *m_actions;
    WindowDocks *m_docks = nullptr;
    KeptQueries *m_kept = nullptr;
    DetailsCommands *m_details = nullptr;
    WindowDialogs *m_dialogs;
    ConnectionKeeper *m_keeper;
    QueryFiles *m_files;
    RecentFiles *m_recent;
    ResultFiles *m_results;
    LocalTableCommands *m_ownTables = nullptr;
    ExportKeeper *m_exports = nullptr;
    ConnectionChooser *m_chooser;
    TimeRangePicker *m_picker;
    QueryTabs *m_tabs;
    PageStatus *m_status;
    bool m_mayClose = false; ///< the question about unsaved text was answered
};

} // namespace sonde
