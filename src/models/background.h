#pragma once

#include "core/giveway.h"

#include <QFutureWatcher>
#include <QtConcurrent>
#include <type_traits>
#include <utility>

namespace sonde {

/// Runs \a work on a worker thread and hands what it gives to \a done, in the thread of \a context and never
/// at once; not at all where \a context is gone by then. (QFuture::then() of Qt 6.4 crashes in that case.)
template <typename Work, typename Done>
void inBackground(QObject *context, Work work, Done done)
{
    auto *watcher = new QFutureWatcher<std::invoke_result_t<Work>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([work = std::move(work)] {
        giveWayToWindow();
        return work();
    }));
}

} // namespace sonde
