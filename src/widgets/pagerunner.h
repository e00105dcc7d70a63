#pragma once

#include "core/connection.h"
#include "widgets/queryparts.h"
#include "widgets/runstatus.h"

#include <QObject>
#include <QTimer>

namespace sonde {

class QueryPage;

/// What of a page's text a run sends, and what follows on it: the next query, where all of them are run one
/// after the other, and the count of all rows behind a preview. GUI thread.
class PageRunner final : public QObject
{
    Q_OBJECT

public:
    enum class Part {
        AtPlace, ///< the selection, or the query at the caret
        All,     ///< every query of the text, one after the other, a tab of results for each
        Preview  ///< as AtPlace, its first rows
    };

    /// A child of \a page; \a runner outlives it.
    PageRunner(QueryPage &page, SearchRunner &runner);

    /// Has the page ask for a run of \a part.
    void request(Part part);
    /// Sends what request() asks for, else AtPlace. Where a value is missing the page says so, and whatever
    /// runs goes on.
    void run(const Connection &connection, RunCause cause);
    /// No more queries, and no counting; the page itself ends its run.
    void stop();
    /// Whether something is still to be done that the page itself does not know of.
    bool isBusy() const { return m_next.isActive() || m_count != nullptr; }
    /// Whether \a sent could be sent again as it was: its text is still there, and nothing else is asked.
    bool canRepeat(const Query &sent) const;

    /// What is being waited for, with which of the queries it is where there are several.
    QString describe(const QString &stage) const;
    /// An error of the last run: its place is one in the editor, and it says which query it is of.
    Error explain(Error error) const;

signals:
    /// isBusy() is another.
    void busyChanged();
    /// What is told of the answer beside its rows is another.
    void answerNoted();

private:
    /// A query before the values of its parameters are in it, and as it is sent.
    struct Filled
    {
        Query asked;
        SentQuery sent;
    };
    struct Sequence
    {
        std::vector<Filled> queries;
        std::size_t at = 0;
        Connection connection;
    };

    QueryParts parts() const;
    /// Nothing where a value is missing or wrong; the page says so then.
    std::optional<Filled> fill(SentQuery query);
    std::optional<SentQuery> again(const Query &sent) const;
    std::vector<SentQuery> queriesOf(Part part) const;
    void repeat(const Connection &connection);
    void resume();
    void send(const Filled &query, const Connection &connection, RunCause cause);
    void sendNext();
    void noteEnd();
    void goOn();
    void notePreview();
    void dropCount();
    void takeCount(const Result<ResultInfo> &outcome, const std::optional<qint64> &total);

    QueryPage &m_page;
    SearchRunner &m_runner;
    Part m_part = Part::AtPlace;
    Part m_ran = Part::AtPlace;
    std::optional<Part> m_waiting; ///< for a value, that Enter in its field brings
    SentQuery m_sent;              ///< the last one, with the values of its parameters
    Query m_asked;                 ///< the same without them
    Query m_all;                   ///< of a preview: what it is the beginning of
    Connection m_connection;
    std::optional<Sequence> m_sequence;
    QTimer m_next{this}; ///< so that everybody hears of the end of a run before the next one begins
    SearchJob *m_count = nullptr;
};

} // namespace sonde
