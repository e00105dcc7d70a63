#include "widgets/cellcopier.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPromise>
#include <QtConcurrent>
#include <algorithm>

namespace sonde {

namespace {

/// Mail programs and spreadsheets take seconds for more, or stop to answer.
constexpr std::size_t mostHtmlBytes = 2'000'000;

/// Takes no more than there is a use for.
class BoundedSink final : public ByteSink
{
public:
    Result<void> write(std::string_view bytes) override
    {
        if (m_bytes.size() + bytes.size() > mostHtmlBytes)
            return failure(ErrorKind::Io, {});
        m_bytes.append(bytes);
        return {};
    }
    const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

ExportFormat formatOf(CopyForm form)
{
    switch (form) {
    case CopyForm::Csv:
        return ExportFormat::Csv;
    case CopyForm::Cells:
    case CopyForm::CellsWithHeader:
    case CopyForm::Tsv:
        break;
    case CopyForm::Markdown:
        return ExportFormat::Markdown;
    case CopyForm::Html:
        return ExportFormat::Html;
    case CopyForm::Json:
        return ExportFormat::Json;
    case CopyForm::KqlTable:
        return ExportFormat::KqlTable;
    case CopyForm::InList:
        return ExportFormat::InList;
    case CopyForm::QueryWithResult:
        return ExportFormat::TextTable;
    }
    return ExportFormat::Tsv;
}

/// Code is pasted as code, also where a table would be taken.
bool hasHtml(CopyForm form)
{
    return form == CopyForm::Cells || form == CopyForm::CellsWithHeader || form == CopyForm::Tsv ||
           form == CopyForm::Html || form == CopyForm::QueryWithResult;
}

/// Where the rows are from, one line each, and the query.
QString headOf(const AnswerNotes &notes)
{
    QStringList lines;
    for (const QString &line : {notes.connection, notes.range, notes.completeness}) {
        if (!line.isEmpty())
            lines << line;
    }
    return lines.join(QStringLiteral(" · "));
}

/// Before the table of the page.
void insertNotes(std::string &page, const AnswerNotes &notes)
{
    constexpr std::string_view body("<body>\n");
    const std::size_t at = page.find(body);
    if (at == std::string::npos)
        return;
    const QString head = QStringLiteral("<p>") + headOf(notes).toHtmlEscaped() +
                         QStringLiteral("</p>\n<pre>") + notes.query.trimmed().toHtmlEscaped() +
                         QStringLiteral("</pre>\n");
    page.insert(at + body.size(), head.toStdString());
}

} // namespace

CellCopier::CellCopier(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &CellCopier::progressed);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &CellCopier::takeCopy);
}

CellCopier::~CellCopier()
{
    if (m_cancel)
        m_cancel->cancel();
}

CellCopier::Copy CellCopier::make(const Selection &selection, CopyForm form, const AnswerNotes &notes,
                                  const CancelState &cancel, const WriteProgress &progress)
{
    ExportOptions options;
    options.format = formatOf(form);
    options.header = form != CopyForm::Cells;
    options.crlf = false;
    Copy copy;
    MemorySink sink;
    if (const auto written = writeRows(selection, options, sink, cancel, progress); !written) {
        copy.error = written.error();
        return copy;
    }
    copy.text = QString::fromStdString(sink.bytes());
    // A line break behind the last row would add an empty row wherever it is pasted.
    if (copy.text.endsWith(u'\n'))
        copy.text.chop(1);
    if (form == CopyForm::QueryWithResult)
        copy.text = headOf(notes) + u"\n\n" + notes.query.trimmed() + u"\n\n" + copy.text;
    if (!hasHtml(form))
        return copy;
    options.format = ExportFormat::Html;
    BoundedSink html;
    if (!writeRows(selection, options, html, cancel))
        return copy;
    std::string page = html.bytes();
    if (form == CopyForm::QueryWithResult)
        insertNotes(page, notes);
    copy.html = QString::fromStdString(page);
    return copy;
}

void CellCopier::copy(Selection selection, CopyForm form, const AnswerNotes &notes)
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel = std::make_shared<CancelState>();
    const std::size_t rows = selection.rows ? selection.rows->size() : selection.table.rowCount();
    m_rows = static_cast<qint64>(rows);
    m_watcher.setFuture(QtConcurrent::run(
        [selection = std::move(selection), form, notes, rows, cancel = m_cancel](QPromise<Copy> &promise) {
            promise.setProgressRange(0, 1000);
            promise.addResult(make(selection, form, notes, *cancel, [&promise, rows](std::size_t done) {
                promise.setProgressValue(static_cast<int>(done * 1000 / std::max<std::size_t>(rows, 1)));
            }));
        }));
    emit started();
}

void CellCopier::cancel()
{
    if (m_cancel)
        m_cancel->cancel();
}

void CellCopier::takeCopy()
{
    if (!m_cancel || m_watcher.future().resultCount() == 0)
        return;
    const bool isCancelled = m_cancel->isCancelled();
    m_cancel.reset();
    const Copy copy = m_watcher.result();
    if (!isCancelled && !copy.error) {
        auto *data = new QMimeData;
        data->setText(copy.text);
        if (!copy.html.isEmpty())
            data->setHtml(copy.html);
        QGuiApplication::clipboard()->setMimeData(data);
    }
    emit finished();
    if (!isCancelled && copy.error)
        emit failed(*copy.error);
    else if (!isCancelled)
        emit copied(m_rows);
}

} // namespace sonde
