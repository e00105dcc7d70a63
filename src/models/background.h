#pragma once

#include "core/giveway.h"

#include <QFutureWatcher>
#include <QtConcurrent>
#include <utility>

namespace sonde {

/// Hands what \a future gives to \a done, in the thread of \a context and never at once; not at all where \a
/// context is gone by then, or the future was cancelled. (QFuture::then() of Qt 6.4 crashes in the first
/// case.)
template <typename Value, typename Done>
void whenDone(QObject *context, const QFuture<Value> &future, Done done)
{
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(future);
}

/// Runs \a work on a worker thread and hands what it gives to \a done, as whenDone() does.
template <typename Work, typename Done>
void inBackground(QObject *context, Work work, Done done)
{
    whenDone(context, QtConcurrent::run([work = std::move(work)] {
                 giveWayToWindow();
                 return work();
             }),
             std::move(done));
}

} // namespace sonde
