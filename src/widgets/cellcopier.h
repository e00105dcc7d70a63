#pragma once

#include "results/answernotes.h"
#include "results/writers.h"

#include <QFutureWatcher>
#include <QObject>

class QMimeData;

namespace sonde {

/// In which form cells go to the clipboard.
enum class CopyForm {
    Cells,           ///< separated by tabs, without the names of the columns
    CellsWithHeader, ///< with them
    Csv,
    Tsv,
    Markdown,
    Html, ///< the text is the HTML's source
    Json,
    KqlTable,
    InList,         ///< of the first column
    QueryWithResult ///< for a mail
};

/// Puts cells on the clipboard: as text and, where that is a table for a person, as HTML too, as long as
/// other programs take it. Both are made on a worker thread.
///
/// The newest copy wins: one that is still being written is given up for it. GUI thread only.
class CellCopier final : public QObject
{
    Q_OBJECT

public:
    explicit CellCopier(QObject *parent = nullptr);
    /// Gives up what is still being written.
    ~CellCopier() override;

    /// Puts the cells of \a selection on the clipboard, soon. \a notes are for QueryWithResult.
    void copy(Selection selection, CopyForm form, const AnswerNotes &notes = {});
    /// The clipboard stays as it is. finished() follows.
    void cancel();

signals:
    void started();
    /// In thousandths of all rows.
    void progressed(int permille);
    /// The last copy ended, in whatever way.
    void finished();
    /// The text is on the clipboard.
    void copied(qint64 rows);
    void failed(const sonde::Error &error);

private:
    struct Copy
    {
        std::optional<Error> error;
        QString text;
        QString html; ///< empty: none
    };
    static Copy make(const Selection &selection, CopyForm form, const AnswerNotes &notes,
                     const CancelState &cancel, const WriteProgress &progress);
    void takeCopy();

    CancelStatePtr m_cancel; ///< set while text is written
    qint64 m_rows = 0;
    QFutureWatcher<Copy> m_watcher;
};

} // namespace sonde
