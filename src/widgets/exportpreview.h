#pragma once

#include "results/writers.h"

#include <QFutureWatcher>
#include <QPlainTextEdit>

namespace sonde {

/// The first lines of a file that is about to be written, as they will be in it; of a workbook, a table. They
/// are made on a worker thread, since a cell may be large.
class ExportPreview final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ExportPreview(QWidget *parent = nullptr);
    ~ExportPreview() override;

    /// \a rows have some rows at most; the newest request replaces the one before.
    void show(Selection rows, const ExportOptions &options);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void take();

    CancelStatePtr m_cancel;
    QFutureWatcher<QString> m_watcher;
};

} // namespace sonde
