#pragma once

#include "azure/bodyreader.h"
#include "core/cancelstate.h"

#include <QByteArray>
#include <QObject>
#include <QThreadPool>
#include <memory>
#include <optional>

namespace sonde {

/// Takes the bytes of one answer off the network thread: a bounded queue of packed pieces, inflated and read
/// in order by tasks of a thread pool, one at a time. While the queue is empty no thread waits for it.
///
/// The network side pushes while hasRoom(), and goes on when drained() comes: so a slow decoder slows the
/// sender. This object lives in the network thread; deleting it abandons the work without waiting for it.
class DecodeWorker final : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        qint64 queued = 4 * 1024 * 1024;            ///< packed bytes waiting
        qint64 inflated = 2LL * 1024 * 1024 * 1024; ///< bytes of JSON in all
    };

    /// \a encoding as of Content-Encoding. \a pool must outlive the tasks: who owns it waits for them.
    DecodeWorker(std::shared_ptr<BodyReader> reader, const QByteArray &encoding, const Limits &limits,
                 CancelStatePtr cancel, QThreadPool &pool, QObject *parent);
    ~DecodeWorker() override;

    bool hasRoom() const;
    void push(const QByteArray &piece);
    /// No more pieces come. \a whole: the body arrived to its end and is checked to be complete, unless it is
    /// empty.
    void end(bool whole);

    // After finished():
    const std::optional<Error> &error() const;
    bool hadEnough() const; ///< the reader wanted no more
    qint64 inflatedBytes() const;
    QByteArray headBytes() const; ///< the first 64 KiB, inflated

signals:
    /// There is room again after there was none.
    void drained();
    /// All pieces are read, or the reader failed, had enough or was cancelled. Once, asynchronously.
    void finished();

private:
    class State;
    std::shared_ptr<State> m_state;
    QThreadPool &m_pool;
};

} // namespace sonde
