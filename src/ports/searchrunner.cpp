#include "ports/searchrunner.h"

namespace sonde {

SearchJob::SearchJob(quint64 number, QObject *parent)
    : QObject(parent)
    , m_number(number)
    , m_cancelState(std::make_shared<CancelState>())
{}

SearchJob::~SearchJob()
{
    if (!m_finished) {
        m_finished = true;
        m_cancelState->cancel();
        emit cancelRequested();
    }
}

void SearchJob::cancel()
{
    if (m_finished || m_cancelState->isCancelled())
        return;
    m_cancelState->cancel();
    emit cancelRequested();
}

void SearchJob::reportProgress(const SearchProgress &progress)
{
    if (!m_finished)
        emit progressed(progress);
}

void SearchJob::deliver(const ResultChunk &chunk)
{
    if (!m_finished && !m_cancelState->isCancelled())
        emit chunkReady(chunk);
}

void SearchJob::finish(const Result<ResultInfo> &outcome)
{
    if (m_finished)
        return;
    m_finished = true;
    emit finished(outcome);
}

} // namespace sonde
