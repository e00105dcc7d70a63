#pragma once

#include "core/connection.h"
#include "core/query.h"
#include "widgets/windowservices.h"
#include "widgets/windowsettings.h"

#include <QMainWindow>

namespace sonde {

class Actions;
class ConnectionChooser;
class ConnectionKeeper;
class QueryFiles;
class QueryPage;
class QueryTabs;
class RowDetailsDock;
class StatusLine;
class TimeRangePicker;
struct SampleQuery;

/// The program's window: composes toolbar, tabs, docks and status line, and connects them.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A new tab with \a query on the chooser's connection; \a run starts it at once.
    QueryPage *openQuery(const Query &query, bool run, const QString &title = {});
    /// A new tab on the embedded workspace, started at once.
    QueryPage *runSample(const SampleQuery &sample);
    /// A new tab with the query of a file.
    void openFile(const QString &path);
    /// The page in front; null while the welcome page is shown.
    QueryPage *currentPage() const;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeToolBar();
    void connectFileActions();
    void connectEditActions();
    void connectQueryActions();
    void connectChoosers();
    void connectPage(QueryPage *page);
    void showPage(QueryPage *page);
    void updateActions();
    void updateStatus();
    void updateDetails();
    void updateZone(TimeRange::Zone zone);
    void runCurrent();
    void askForExport();
    void copy();
    void askToClose();

    WindowServices m_services;
    WindowSettings m_settings;
    Actions *m_actions;
    ConnectionKeeper *m_keeper;
    QueryFiles *m_files;
    ConnectionChooser *m_chooser;
    TimeRangePicker *m_picker;
    QueryTabs *m_tabs;
    RowDetailsDock *m_details;
    StatusLine *m_status;
    bool m_mayClose = false; ///< the question about unsaved text was answered
};

} // namespace sonde
