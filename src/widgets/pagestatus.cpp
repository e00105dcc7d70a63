#include "widgets/pagestatus.h"

#include "widgets/caretplace.h"
#include "widgets/keeptranslated.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/shownanswer.h"
#include "widgets/statusline.h"

namespace sonde {

PageStatus::PageStatus(StatusLine &line, QObject *parent)
    : QObject(parent)
    , m_line(line)
{
    keepTranslated(&m_line, [this] { showPlace(); });
}

void PageStatus::follow(QueryPage *page)
{
    if (page != m_page) {
        if (m_page) {
            disconnect(m_page, nullptr, this, nullptr);
            disconnect(&m_page->pane(), nullptr, this, nullptr);
            disconnect(&m_page->editor(), nullptr, this, nullptr);
        }
        m_page = page;
        if (page != nullptr) {
            connect(page, &QueryPage::statusChanged, this, &PageStatus::showStatus);
            connect(page, &QueryPage::copied, this,
                    [this](qint64 rows) { m_line.showNote(describeCopied(rows)); });
            connect(&page->pane(), &ResultsPane::selectionFactsChanged, this, &PageStatus::showFacts);
            connect(&page->editor(), &QsciScintilla::cursorPositionChanged, this, &PageStatus::showPlace);
            connect(&page->editor(), &QsciScintilla::selectionChanged, this, &PageStatus::showPlace);
        }
    }
    showStatus();
    showFacts();
    showPlace();
}

void PageStatus::showPlace()
{
    m_line.setPlace(m_page ? describePlace(m_page->editor()) : QString());
}

void PageStatus::showStatus()
{
    if (!m_page) {
        m_line.setStatus({});
        return;
    }
    // Pinned rows stand as their own run left them.
    const ShownAnswer &front = m_page->pane().answerInFront();
    m_line.setStatus(front.isEarlier ? front.status : m_page->status());
}

void PageStatus::showFacts()
{
    m_line.setSelectionFacts(m_page ? m_page->pane().selectionFacts() : QStringList());
}

} // namespace sonde
