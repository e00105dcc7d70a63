#include "widgets/exportpreview.h"

#include <QFontDatabase>
#include <QStringList>
#include <QtConcurrent>

namespace sonde {

namespace {

constexpr int shownLines = 6;
constexpr qsizetype longestLine = 1000;
constexpr qsizetype longestText = 20'000;

/// What is too long to be looked at is cut: the widget measures whole lines.
QString shortened(QString text)
{
    text.truncate(longestText);
    text.remove(QChar(QChar::ByteOrderMark));
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (line.size() > longestLine)
            line = line.left(longestLine) + u'…';
    }
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

} // namespace

ExportPreview::ExportPreview(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("preview"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    setFont(fixed);
    setAccessibleName(tr("The first lines"));
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportPreview::take);
}

ExportPreview::~ExportPreview()
{
    if (m_cancel)
        m_cancel->cancel();
}

void ExportPreview::show(Selection rows, const ExportOptions &options)
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel = std::make_shared<CancelState>();
    m_watcher.setFuture(QtConcurrent::run([rows = std::move(rows), options, cancel = m_cancel] {
        ExportOptions shown = options;
        if (shown.format == ExportFormat::Xlsx || shown.format == ExportFormat::Parquet)
            shown.format = ExportFormat::TextTable;
        MemorySink sink;
        const auto written = writeRows(rows, shown, sink, *cancel);
        // Four bytes are one character at least.
        const auto size = std::min(sink.bytes().size(), static_cast<std::size_t>(longestText) * 4);
        return written ? shortened(QString::fromUtf8(sink.bytes().data(), static_cast<qsizetype>(size)))
                       : written.error().message;
    }));
}

void ExportPreview::take()
{
    if (m_cancel && !m_cancel->isCancelled() && m_watcher.future().resultCount() > 0)
        setPlainText(m_watcher.result());
}

QSize ExportPreview::sizeHint() const
{
    const int frame = 2 * (frameWidth() + static_cast<int>(document()->documentMargin()));
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * shownLines + frame};
}

QSize ExportPreview::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().lineSpacing() * 3};
}

} // namespace sonde
