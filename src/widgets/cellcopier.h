#pragma once

#include "results/writers.h"

#include <QFutureWatcher>
#include <QObject>

namespace sonde {

/// Puts cells on the clipboard, as text that a worker thread writes.
///
/// The newest copy wins: one that is still being written is given up for it. GUI thread only.
class CellCopier final : public QObject
{
    Q_OBJECT

public:
    explicit CellCopier(QObject *parent = nullptr);
    /// Gives up what is still being written.
    ~CellCopier() override;

    /// Puts the cells of \a selection on the clipboard as tab-separated text, soon.
    void copy(Selection selection, bool withHeaders);

signals:
    /// The text is on the clipboard.
    void copied(qint64 rows);

private:
    void takeCopy();

    CancelStatePtr m_cancel; ///< set while text is written
    qint64 m_rows = 0;
    QFutureWatcher<QString> m_watcher;
};

} // namespace sonde
