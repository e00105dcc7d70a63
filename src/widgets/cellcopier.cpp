#include "widgets/cellcopier.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QtConcurrent>

namespace sonde {

CellCopier::CellCopier(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &CellCopier::takeCopy);
}

CellCopier::~CellCopier()
{
    if (m_cancel)
        m_cancel->cancel();
}

void CellCopier::copy(Selection selection, bool withHeaders)
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel = std::make_shared<CancelState>();
    m_rows = static_cast<qint64>(selection.rows->size());
    ExportOptions options;
    options.header = withHeaders;
    options.separator = '\t';
    options.crlf = false;
    m_watcher.setFuture(QtConcurrent::run([selection = std::move(selection), options, cancel = m_cancel] {
        MemorySink sink;
        if (!writeCsv(selection, options, sink, *cancel))
            return QString();
        QString text = QString::fromStdString(sink.bytes());
        // A line break behind the last row would add an empty row wherever it is pasted.
        if (text.endsWith(u'\n'))
            text.chop(1);
        return text;
    }));
}

void CellCopier::takeCopy()
{
    if (!m_cancel || m_cancel->isCancelled() || m_watcher.future().resultCount() == 0)
        return;
    m_cancel.reset();
    QGuiApplication::clipboard()->setText(m_watcher.result());
    emit copied(m_rows);
}

} // namespace sonde
