#include "widgets/pagerunner.h"

#include "widgets/pageparameters.h"
#include "widgets/parameterstrip.h"
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
    connect(&page.parameters(), &PageParameters::runRequested, this, &PageRunner::resume);
    // Who goes back to the query has something else in mind.
    connect(&page.parameters().strip(), &ParameterStrip::leaveRequested, this, [this] { m_waiting.reset(); });
    connect(&page.editor(), &QsciScintilla::textChanged, this, [this] { m_waiting.reset(); });
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

void PageRunner::request(Part part)
{
    m_part = part;
    emit m_page.runRequested();
    m_part = Part::AtPlace; // also where nobody could run it
}

void PageRunner::resume()
{
    request(m_waiting.value_or(Part::AtPlace));
}

void PageRunner::run(const Connection &connection, RunCause cause)
{
    if (cause == RunCause::Repeated) {
        repeat(connection);
        return;
    }
    const Part part = std::exchange(m_part, Part::AtPlace);
    // Before anything is stopped or sent: what runs goes on while a value is missing, and no sequence is to
    // stop half way for want of one.
    std::vector<Filled> queries;
    for (const SentQuery &query : queriesOf(part)) {
        auto filled = fill(query);
        if (!filled) {
            m_waiting = part;
            return;
        }
        queries.push_back(std::move(*filled));
    }
    stop();
    m_waiting.reset();
    m_ran = part;
    if (part == Part::Preview) {
        SentQuery all = parts().atPlace();
        m_page.parameters().fillQuietly(all.text);
        m_all = all.query;
        m_all.text = all.text.text();
    }
    if (part == Part::All)
        m_page.pane().tabs().closeSeveral();
    const Filled first = queries.front();
    if (queries.size() > 1)
        m_sequence = Sequence{std::move(queries), 0, connection};
    send(first, connection, cause);
}

std::vector<SentQuery> PageRunner::queriesOf(Part part) const
{
    switch (part) {
    case Part::All:
        return parts().all();
    case Part::Preview:
        return {parts().preview()};
    case Part::AtPlace:
        break;
    }
    return {parts().atPlace()};
}

void PageRunner::repeat(const Connection &connection)
{
    const auto sent = again(m_sent.query);
    if (!sent)
        return;
    stop();
    m_ran = Part::AtPlace;
    send({m_asked, *sent}, connection, RunCause::Repeated);
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
