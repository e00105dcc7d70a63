#pragma once

#include <QObject>
#include <QPointer>

namespace sonde {

class QueryPage;
class StatusLine;

/// Tells the status line how the page in front stands, and which of its cells are selected.
class PageStatus final : public QObject
{
    Q_OBJECT

public:
    /// \a line outlives this.
    explicit PageStatus(StatusLine &line, QObject *parent = nullptr);

    /// Nothing: no page is in front.
    void follow(QueryPage *page);

private:
    void showStatus();
    void showFacts();
    void showPlace();
    void showProblems();

    StatusLine &m_line;
    QPointer<QueryPage> m_page;
};

} // namespace sonde
