#include "widgets/textsearch.h"

#include "models/background.h"
#include "widgets/keeptranslated.h"
#include "widgets/wholetextview.h"

#include <QStringMatcher>

namespace sonde {

namespace {

/// More are not gone through one by one.
constexpr qsizetype mostFound = 100'000;
/// Characters between two looks at the cancel state.
constexpr qsizetype pieceSize = 1 << 20;

QList<qsizetype> findAll(const QString &text, const QString &needle, const CancelState &cancel)
{
    const QStringMatcher matcher(needle, Qt::CaseInsensitive);
    QList<qsizetype> found;
    for (qsizetype piece = 0; piece < text.size() && !cancel.isCancelled(); piece += pieceSize) {
        // A match may begin in this piece and end in the next.
        const QStringView part = QStringView(text).mid(piece, pieceSize + needle.size() - 1);
        qsizetype at = matcher.indexIn(part);
        while (at >= 0 && at < pieceSize && found.size() < mostFound) {
            if (found.isEmpty() || piece + at >= found.constLast() + needle.size())
                found.append(piece + at);
            at = matcher.indexIn(part, at + needle.size());
        }
    }
    return found;
}

} // namespace

TextSearch::TextSearch(WholeTextView &view, const Icons &icons, QWidget *parent)
    : SearchStrip(icons, parent)
    , m_view(view)
{
    keepTranslated(this, [this] { setPlaceholder(tr("Find in the value")); });
    connect(&m_view, &WholeTextView::shown, this, [this] { searchAgain(true); });
}

TextSearch::~TextSearch()
{
    cancelSearch();
}

void TextSearch::cancelSearch()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
    m_found.clear();
}

void TextSearch::search()
{
    if (!m_view.source())
        return; // shown() comes back here
    m_cancel = std::make_shared<CancelState>();
    inBackground(
        this,
        [source = m_view.source(), text = text(), cancel = m_cancel] {
            return findAll(*source, text, *cancel);
        },
        [this, cancel = m_cancel](const QList<qsizetype> &found) {
            if (cancel != m_cancel)
                return;
            m_cancel.reset();
            m_found = found;
            setFound(m_found.size(), m_found.size() >= mostFound);
        });
}

void TextSearch::goTo(qsizetype place)
{
    m_view.select(m_found.at(place), text().size());
}

QWidget *TextSearch::target()
{
    return &m_view;
}

} // namespace sonde
