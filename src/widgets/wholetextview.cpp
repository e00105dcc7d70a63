#include "widgets/wholetextview.h"

#include "models/background.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPlainTextDocumentLayout>
#include <QPointer>
#include <QTextBlock>
#include <QTextDocument>
#include <QThread>

namespace sonde {

namespace {

/// A line is laid out as a whole, so none may be long.
constexpr qsizetype longestLine = 1000;
/// A text edit goes through all of its paragraphs whenever its width changes, and lays out whole ones: so
/// many characters are few enough for the latter and make few enough of them for the former.
constexpr qsizetype paragraphSize = 4000;
/// Further ones are shown, but not muted.
constexpr qsizetype mostMutedMarks = 20'000;

/// Lines become paragraphs of several lines.
QString inParagraphs(QString text)
{
    qsizetype begin = 0;
    for (qsizetype at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1)) {
        if (at - begin < paragraphSize)
            text[at] = QChar::LineSeparator;
        else
            begin = at + 1;
    }
    return text;
}

void muteMarks(QTextDocument &document, const QList<VisibleText::Mark> &marks, const QColor &muted)
{
    QTextCharFormat format;
    format.setForeground(muted);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    qsizetype count = 0;
    for (const VisibleText::Mark &mark : marks) {
        const QChar first = document.characterAt(static_cast<int>(mark.at));
        if (first == QChar::ParagraphSeparator || first == QChar::LineSeparator || first == u'\t')
            continue;
        if (++count > mostMutedMarks)
            break;
        cursor.setPosition(static_cast<int>(mark.at));
        cursor.setPosition(static_cast<int>(mark.at + mark.length), QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
    cursor.endEditBlock();
}

} // namespace

/// What a worker thread hands over.
struct WholeTextView::Made
{
    std::shared_ptr<const QString> source;
    QList<VisibleText::Mark> marks;
    bool hasBrokenLines = false;
    std::unique_ptr<QTextDocument> document; ///< of the GUI thread
};

WholeTextView::WholeTextView(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setFont(theme.editorFont());
    connect(&theme, &Theme::fontsChanged, this, [this] { setFont(m_theme.editorFont()); });
    // What is muted is so in the document.
    connect(&theme, &Theme::changed, this, [this] {
        if (m_read)
            showText(m_read);
    });
}

WholeTextView::~WholeTextView()
{
    if (m_cancel)
        m_cancel->cancel();
}

void WholeTextView::showText(const Read &read)
{
    if (m_cancel)
        m_cancel->cancel();
    m_read = read;
    m_cancel = std::make_shared<CancelState>();
    const QColor muted = m_theme.color(ColorRole::MutedText);
    inBackground(
        this,
        [read, muted, font = font(), gui = thread(), cancel = m_cancel] {
            auto made = std::make_shared<Made>();
            made->source = read(*cancel);
            if (!made->source || cancel->isCancelled())
                return made;
            VisibleText visible = makeVisible(*made->source, LineBreaks::Keep);
            const qsizetype marks = visible.marks.size();
            visible = breakLongLines(std::move(visible), longestLine);
            made->hasBrokenLines = visible.marks.size() > marks;
            made->document = std::make_unique<QTextDocument>();
            made->document->setUndoRedoEnabled(false);
            made->document->setDefaultFont(font);
            made->document->setPlainText(inParagraphs(std::move(visible.text)));
            muteMarks(*made->document, visible.marks, muted);
            made->document->setDocumentLayout(new QPlainTextDocumentLayout(made->document.get()));
            made->marks = std::move(visible.marks);
            made->document->moveToThread(gui);
            return made;
        },
        [this, cancel = m_cancel](const std::shared_ptr<Made> &made) {
            if (cancel == m_cancel && made->document)
                take(made);
        });
}

void WholeTextView::take(const std::shared_ptr<Made> &made)
{
    m_cancel.reset();
    m_source = made->source;
    m_places.marks = std::move(made->marks);
    m_hasBrokenLines = made->hasBrokenLines;
    const QPointer<QTextDocument> before = document(); // the view's own goes by itself
    QTextDocument *text = made->document.release();
    text->setParent(this);
    setDocument(text);
    if (before)
        before->deleteLater();
    emit shown();
}

void WholeTextView::select(qsizetype at, qsizetype length)
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(m_places.fromSource(at)));
    cursor.setPosition(static_cast<int>(m_places.fromSource(at + length)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

void WholeTextView::copyAll() const
{
    if (m_source)
        QApplication::clipboard()->setText(*m_source);
}

QMimeData *WholeTextView::createMimeDataFromSelection() const
{
    if (!m_source)
        return QPlainTextEdit::createMimeDataFromSelection();
    auto *copied = new QMimeData;
    copied->setText(selectedPart().text);
    return copied;
}

TextPart WholeTextView::selectedPart() const
{
    if (!m_source || !textCursor().hasSelection())
        return {};
    const qsizetype from = m_places.toSource(textCursor().selectionStart());
    const qsizetype to = m_places.toSource(textCursor().selectionEnd());
    return {m_source->mid(from, to - from), from > 0 ? m_source->at(from - 1) : QChar(),
            to < m_source->size() ? m_source->at(to) : QChar()};
}

} // namespace sonde
