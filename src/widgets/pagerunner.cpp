#include "widgets/pagerunner.h"

#include "widgets/pageparameters.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/resulttabs.h"

namespace sonde {

namespace {

/// The number in the answer to a query that counts.
std::optional<qint64> countIn(const ResultChunk &chunk)
{
    if (chunk.rows.rowCount() == 0 || chunk.rows.columnCount() == 0)
        return std::nullopt;
    const Column &column = chunk.rows.column(0);
    if ((column.type() != ColumnType::Long && column.type() != ColumnType::Int) || column.isNull(0))
        return std::nullopt;
    return column.integer(0);
}

} // namespace

PageRunner::PageRunner(QueryPage &page, SearchRunner &runner)
    : QObject(&page)
    , m_page(page)
    , m_runner(runner)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PageRunner::sendNext);
    connect(&page, &QueryPage::runEnded, this, &PageRunner::noteEnd);
}

QueryParts PageRunner::parts() const
{
    return QueryParts(m_page.query(), m_page.editor().place());
}

bool PageRunner::canRepeat(const Query &sent) const
{
    return again(sent).has_value();
}

/// The text with the values of its parameters stands nowhere: the one without them is looked for.
std::optional<SentQuery> PageRunner::again(const Query &sent) const
{
    auto query = parts().again(sent == m_sent.query ? m_asked : sent);
    if (!query || !m_page.parameters().fillQuietly(query->text))
        return std::nullopt;
    query->query.text = query->text.text();
    return query->query == sent ? query : std::nullopt;
}

std::optional<PageRunner::Filled> PageRunner::fill(SentQuery query)
{
    Filled filled{query.query, query};
    if (!m_page.parameters().fill(filled.sent.text))
        return std::nullopt;
    filled.sent.query.text = filled.sent.text.text();
    return filled;
}

void PageRunner::run(const Connection &connection, RunCause cause)
{
    stop();
    m_ran = std::exchange(m_part, Part::AtPlace);
    if (cause == RunCause::Repeated) {
        m_ran = Part::AtPlace;
        if (const auto sent = again(m_sent.query))
            send({m_asked, *sent}, connection, cause);
        return;
    }
    switch (m_ran) {
    case Part::AtPlace:
        sendFilled(parts().atPlace(), connection, cause);
        break;
    case Part::Preview: {
        SentQuery all = parts().atPlace();
        m_page.parameters().fillQuietly(all.text);
        m_all = all.query;
        m_all.text = all.text.text();
        sendFilled(parts().preview(), connection, cause);
        break;
    }
    case Part::All:
        runAll(connection, cause);
        break;
    }
}

void PageRunner::runAll(const Connection &connection, RunCause cause)
{
    // Before the first one is sent: none of them is to stop half way for want of a value.
    std::vector<Filled> all;
    for (const SentQuery &query : parts().all()) {
        const auto filled = fill(query);
        if (!filled)
            return;
        all.push_back(*filled);
    }
    m_page.pane().tabs().closeSeveral();
    const Filled first = all.front();
    if (all.size() > 1)
        m_sequence = Sequence{std::move(all), 0, connection};
    send(first, connection, cause);
}

void PageRunner::sendFilled(SentQuery query, const Connection &connection, RunCause cause)
{
    if (const auto filled = fill(std::move(query)))
        send(*filled, connection, cause);
}

void PageRunner::send(const Filled &query, const Connection &connection, RunCause cause)
{
    m_sent = query.sent;
    m_asked = query.asked;
    m_connection = connection;
    m_page.send(query.sent.query, connection, cause);
}

void PageRunner::sendNext()
{
    if (m_sequence)
        send(m_sequence->queries[m_sequence->at], m_sequence->connection, RunCause::Asked);
}

void PageRunner::stop()
{
    m_sequence.reset();
    m_next.stop();
    dropCount();
}

void PageRunner::noteEnd()
{
    const bool isDone = m_page.status().state == RunStatus::State::Done;
    if (!isDone)
        m_sequence.reset();
    else if (m_sequence)
        goOn();
    else if (m_ran == Part::Preview)
        notePreview();
}

void PageRunner::goOn()
{
    const QString text = m_sequence->queries[m_sequence->at].asked.text;
    const auto number = ++m_sequence->at;
    const std::size_t count = m_sequence->queries.size();
    QString name = shortNameOf(text);
    if (name.isEmpty()) {
        //: %1: which one; %2: how many there are
        const QString numbered = tr("Query %1 of %2");
        name = numbered.arg(number).arg(count);
    }
    m_page.pane().tabs().keepAnswer(name);
    if (number == count)
        m_sequence.reset();
    else
        m_next.start(0);
}

QString PageRunner::describe(const QString &stage) const
{
    if (!m_sequence)
        return stage;
    //: %1: which one; %2: how many there are; %3: what is being waited for
    const QString numbered = tr("Query %1 of %2: %3");
    return numbered.arg(m_sequence->at + 1).arg(m_sequence->queries.size()).arg(stage);
}

Error PageRunner::explain(Error error) const
{
    if (error.position)
        error.position = m_sent.text.inDocument(*error.position);
    if (!m_sequence)
        return error;
    const std::size_t count = m_sequence->queries.size();
    //: %1: which one; %2: how many there are
    QString which = tr("This was query %1 of %2, the last one.");
    if (m_sequence->at + 1 < count) {
        //: %1: which one; %2: how many there are
        which = tr("This was query %1 of %2; those after it were not run.");
    }
    which = which.arg(m_sequence->at + 1).arg(count);
    error.advice = error.advice.isEmpty() ? which : QString(error.advice + u' ' + which);
    return error;
}

void PageRunner::notePreview()
{
    ShownAnswer &answer = m_page.pane().answer();
    PreviewFacts facts;
    // A classic answer says itself how many there are, and one that is not full is all there is.
    if (m_page.status().total)
        facts.total = m_page.status().total;
    else if (answer.rowCount() < QueryParts::previewRows)
        facts.total = answer.rowCount();
    answer.preview = facts;
    if (!facts.total && m_sent.query.language == QueryLanguage::Kql) {
        answer.preview->isCounting = true;
        m_count = m_runner.run(countingQuery(m_all), m_connection);
        m_count->setParent(this);
        auto total = std::make_shared<std::optional<qint64>>();
        connect(m_count, &SearchJob::chunkReady, this, [total](const ResultChunk &chunk) {
            if (!total->has_value())
                *total = countIn(chunk);
        });
        connect(m_count, &SearchJob::finished, this,
                [this, total](const Result<ResultInfo> &outcome) { takeCount(outcome, *total); });
        emit busyChanged();
    }
    emit answerNoted();
}

void PageRunner::takeCount(const Result<ResultInfo> &outcome, const std::optional<qint64> &total)
{
    m_count->deleteLater();
    m_count = nullptr;
    if (std::optional<PreviewFacts> &facts = m_page.pane().answer().preview) {
        facts->isCounting = false;
        if (outcome)
            facts->total = total;
        else
            facts->problem = outcome.error().message;
    }
    emit answerNoted();
    emit busyChanged();
}

void PageRunner::dropCount()
{
    if (m_count == nullptr)
        return;
    disconnect(m_count, nullptr, this, nullptr);
    m_count->cancel();
    m_count->deleteLater();
    m_count = nullptr;
    if (std::optional<PreviewFacts> &facts = m_page.pane().answer().preview)
        facts->isCounting = false;
    emit answerNoted();
    emit busyChanged();
}

} // namespace sonde
