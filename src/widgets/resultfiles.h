#pragma once

#include "results/storedresult.h"
#include "widgets/windowservices.h"

#include <QObject>
#include <QPointer>
#include <vector>

class QAction;

namespace sonde {

class QueryPage;
class QueryTabs;
class RecentFiles;
class ResultOpening;
class ResultSaveJob;
struct StoredTable;

/// Opens results from files, each in a tab of its own with its query, and saves the results of pages, with
/// the dialog that asks for a name.
class ResultFiles final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. \a saveAction saves the result of the tab in front, and is enabled where there is
    /// one: that of the table in front. Dialogs open over \a window.
    ResultFiles(const WindowServices &services, QueryTabs &tabs, RecentFiles &recent, QAction *saveAction,
                QWidget *window);

    /// Whether the file is a result by its name; then it is opened, and its tab comes to the front once it
    /// was found to be whole.
    bool open(const QString &path);
    /// Asks for the file to save the result of the tab in front in.
    void askToSave();
    /// Without asking.
    void save(QueryPage *page, const QString &path);

signals:
    /// A file that could not be read.
    void failed(const sonde::Error &error);
    /// A result was saved, or could not be; its page says which.
    void saveEnded();

private:
    void show(ResultOpening *opening, const StoredResult &about);
    void attach(QueryPage *page);
    void updateAction();
    void write(QueryPage *page, StoredResult about, const std::vector<StoredTable> &tables,
               const QString &path);
    static ResultSaveJob *savingOf(const QueryPage *page);
    void follow(QueryPage *page, ResultSaveJob *job);
    void takeSaved(QueryPage *page, ResultSaveJob *job, const std::optional<Error> &failure);
    QString connectionIdFor(const StoredResult &about) const;

    WindowServices m_services;
    QueryTabs &m_tabs;
    RecentFiles &m_recent;
    QAction *m_saveAction;
    QWidget *m_window;
};

} // namespace sonde
