#pragma once

#include "core/query.h"
#include "widgets/windowservices.h"

#include <QList>
#include <QStackedWidget>

class QTabWidget;

namespace sonde {

class QueryPage;
class WelcomePage;

/// The middle of the window: the query pages as tabs, or the welcome page while there are none.
class QueryTabs final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit QueryTabs(const WindowServices &services, QWidget *parent = nullptr);
    ~QueryTabs() override;

    WelcomePage &welcomePage() { return *m_welcome; }
    /// Null while the welcome page is shown.
    QueryPage *current() const;
    QList<QueryPage *> pages() const;

    /// Whether closing all would lose text that is in no file.
    bool hasUnsavedText() const;
    /// A new tab in front. An empty \a title gives it a number.
    QueryPage *open(const Query &query, const QString &connectionId, const QString &title = {});
    void closeCurrent();
    /// The tab that was closed last, with its text.
    void reopen();
    bool canReopen() const { return !m_closed.isEmpty(); }
    /// \a step tabs to the right, around the end.
    void move(int step);
    /// As it stands on the tab, without the mark of a change.
    QString titleOf(const QueryPage *page) const;

signals:
    /// Before it is in front.
    void pageAdded(sonde::QueryPage *page);
    /// Another page, or none, is in front.
    void currentChanged(sonde::QueryPage *page);

private:
    struct Closed
    {
        Query query;
        QString connectionId;
        QString filePath;
        QString title;
    };

    void close(int index);
    void updateTitle(QueryPage *page);

    WindowServices m_services;
    WelcomePage *m_welcome;
    QTabWidget *m_tabs;
    QList<Closed> m_closed;
    int m_lastNumber = 0;
};

} // namespace sonde
