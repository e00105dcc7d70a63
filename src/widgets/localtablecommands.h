#pragma once

#include "ports/localtables.h"
#include "widgets/windowservices.h"

#include <QObject>

namespace sonde {

class Actions;
class ConnectionChooser;
class QueryPage;
class QueryTabs;
class TablesDock;

/// What makes a person's own tables in one window: files opened as tables, and the rows in front queried
/// again. Each opens a tab with a first query on them.
class LocalTableCommands final : public QObject
{
    Q_OBJECT

public:
    struct Place
    {
        QueryTabs &tabs;
        ConnectionChooser &chooser;
        TablesDock &dock;
    };

    /// All outlive this. Without LocalTables in \a services the actions are hidden.
    LocalTableCommands(const WindowServices &services, const Place &place, const Actions &actions,
                       QWidget *window);

    /// Whether such a file has rows and no query, by its name.
    static bool isTableFile(const QString &path);

    /// Asks which files.
    void askForFiles();
    /// Shows what they were taken for.
    void openFiles(const QStringList &paths);
    /// The rows in front, as they are shown.
    void queryRows();

signals:
    /// A file that opens as a table whenever it is opened was.
    void fileOpened(const QString &path);
    /// Run the page in front.
    void runRequested();

private:
    void takeRows(QueryPage *page, const Result<LocalTablesAdded> &outcome);
    /// What is to be known of the tables stands above the query, as comments.
    void openTab(const LocalTablesAdded &added);

    WindowServices m_services;
    Place m_place;
    QWidget *m_window;
};

} // namespace sonde
