#include "azure/decodeworker.h"

#include "core/giveway.h"
#include "results/inflater.h"

#include <QMutex>
#include <deque>

namespace sonde {

namespace {

constexpr qsizetype headSize = 64 * 1024;

/// Speaks for the state from the pool's threads. Nothing is ever posted to it, so it may die in any thread,
/// and Qt keeps its queued signals apart from a receiver that is going.
class DecodeSignals final : public QObject
{
    Q_OBJECT

signals:
    void drained();
    void finished();
};

} // namespace

class DecodeWorker::State
{
public:
    State(std::shared_ptr<BodyReader> bodyReader, const QByteArray &encoding, const Limits &bounds,
          CancelStatePtr cancelState)
        : limits(bounds)
        , reader(std::move(bodyReader))
        , inflater(encoding, bounds.inflated)
        , cancel(std::move(cancelState))
    {}

    void run();

    const Limits limits;
    DecodeSignals signal;

    QMutex mutex; ///< guards what follows up to `done`
    std::deque<QByteArray> pieces;
    qint64 queued = 0;
    bool full = false;    ///< the network side waits for drained()
    bool running = false; ///< a task has the reader
    bool ended = false;   ///< no more pieces
    bool whole = false;
    bool abandoned = false; ///< nobody listens any more
    bool done = false;

    // Used by the running task, and after `done` by the network thread:
    std::shared_ptr<BodyReader> reader;
    Inflater inflater;
    CancelStatePtr cancel;
    std::optional<Error> error;
    bool enough = false;
    QByteArray head;

private:
    bool takeNext(QByteArray &piece, bool &atEnd);
    bool read(const QByteArray &piece);
    void finish();
    void stop();
};

bool DecodeWorker::State::takeNext(QByteArray &piece, bool &atEnd)
{
    bool nowRoom = false;
    {
        const QMutexLocker lock(&mutex);
        atEnd = false;
        if (abandoned || cancel->isCancelled()) {
            pieces.clear();
            atEnd = true;
            return false;
        }
        if (pieces.empty()) {
            atEnd = ended;
            if (!atEnd)
                running = false;
            return false;
        }
        piece = std::move(pieces.front());
        pieces.pop_front();
        queued -= piece.size();
        nowRoom = full && queued <= limits.queued / 2;
        if (nowRoom)
            full = false;
    }
    if (nowRoom)
        emit signal.drained();
    return true;
}

bool DecodeWorker::State::read(const QByteArray &piece)
{
    const Result<bool> fed =
        inflater.feed({piece.constData(), static_cast<std::size_t>(piece.size())},
                      [this](std::string_view bytes) -> Result<bool> {
                          if (head.size() < headSize) {
                              head.append(bytes.data(), std::min(static_cast<qsizetype>(bytes.size()),
                                                                 headSize - head.size()));
                          }
                          const Result<BodyReader::Appetite> appetite = reader->take(bytes);
                          if (!appetite)
                              return failure(appetite.error());
                          return *appetite == BodyReader::Appetite::More && !cancel->isCancelled();
                      });
    if (!fed) {
        error = fed.error();
        return false;
    }
    enough = !*fed && !cancel->isCancelled();
    return *fed;
}

void DecodeWorker::State::run()
{
    QByteArray piece;
    bool atEnd = false;
    while (takeNext(piece, atEnd)) {
        if (!read(piece)) {
            if (error)
                reader->breakOff();
            stop();
            return;
        }
    }
    if (atEnd)
        finish();
}

void DecodeWorker::State::finish()
{
    // `whole` no longer changes once `ended` was seen.
    if (whole && !cancel->isCancelled()) {
        Result<void> ending = inflater.finish();
        // What an empty body means depends on the service, so that is for who asked.
        if (ending && inflater.outputSize() > 0)
            ending = reader->end();
        if (!ending) {
            error = ending.error();
            reader->breakOff();
        }
    } else if (!cancel->isCancelled()) {
        reader->breakOff();
    }
    stop();
}

void DecodeWorker::State::stop()
{
    {
        const QMutexLocker lock(&mutex);
        done = true;
        running = false;
        pieces.clear();
    }
    emit signal.finished();
}

DecodeWorker::DecodeWorker(std::shared_ptr<BodyReader> reader, const QByteArray &encoding,
                           const Limits &limits, CancelStatePtr cancel, QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<State>(std::move(reader), encoding, limits, std::move(cancel)))
    , m_pool(pool)
{
    connect(&m_state->signal, &DecodeSignals::drained, this, &DecodeWorker::drained, Qt::QueuedConnection);
    connect(&m_state->signal, &DecodeSignals::finished, this, &DecodeWorker::finished, Qt::QueuedConnection);
}

DecodeWorker::~DecodeWorker()
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->abandoned = true;
}

bool DecodeWorker::hasRoom() const
{
    const QMutexLocker lock(&m_state->mutex);
    if (!m_state->full)
        m_state->full = m_state->queued >= m_state->limits.queued;
    return !m_state->full && !m_state->done;
}

void DecodeWorker::push(const QByteArray &piece)
{
    const QMutexLocker lock(&m_state->mutex);
    if (m_state->done || m_state->ended)
        return;
    m_state->queued += piece.size();
    m_state->pieces.push_back(piece);
    if (!m_state->running) {
        m_state->running = true;
        m_pool.start([state = m_state] {
            giveWayToWindow();
            state->run();
        });
    }
}

void DecodeWorker::end(bool whole)
{
    const QMutexLocker lock(&m_state->mutex);
    if (m_state->done || m_state->ended)
        return;
    m_state->ended = true;
    m_state->whole = whole;
    if (!m_state->running) {
        m_state->running = true;
        m_pool.start([state = m_state] {
            giveWayToWindow();
            state->run();
        });
    }
}

const std::optional<Error> &DecodeWorker::error() const
{
    return m_state->error;
}

bool DecodeWorker::hadEnough() const
{
    return m_state->enough;
}

qint64 DecodeWorker::inflatedBytes() const
{
    return m_state->inflater.outputSize();
}

QByteArray DecodeWorker::headBytes() const
{
    return m_state->head;
}

} // namespace sonde

#include "decodeworker.moc"
