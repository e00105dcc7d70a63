#include "widgets/pagerange.h"

#include "core/clock.h"
#include "widgets/editorblocks.h"
#include "widgets/editorexamination.h"
#include "widgets/kqlassistant.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"

namespace sonde {

namespace {

constexpr int soonMs = 100;
constexpr int passingMs = 60'000;

} // namespace

PageRange::PageRange(QueryPage &page, const Clock &clock)
    : m_page(page)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &PageRange::update);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&page.editor(), &QsciScintilla::cursorPositionChanged, this, soon);
    connect(&page.assistant().examination(), &EditorExamination::examined, this, soon);
    connect(&page.assistant().examination(), &EditorExamination::problemsChanged, this, soon);
    connect(&page, &QueryPage::draftChanged, this, soon);
    connect(&m_passing, &QTimer::timeout, this, &PageRange::update);
    m_passing.start(passingMs);
    update();
}

void PageRange::update()
{
    const EditorExamination &examination = m_page.assistant().examination();
    EffectiveRange range;
    if (examination.isWanted() && m_page.connectionId() != localConnectionId) {
        const QDateTime now = m_clock.nowUtc();
        const QueryBlock block = m_page.editor().blocks().current();
        const QString text = m_page.editor().text().mid(block.start, block.length);
        const KqlExamination *known = examination.examinationOf(text);
        // While a query is being typed the last that was known of it stays, instead of flickering at every
        // key.
        if (known == nullptr && !examination.isComplete() && !m_range.text.isEmpty())
            return;
        std::optional<QueryTimes> times;
        if (known != nullptr)
            times = timesOf(known->reads, m_page.range(), now);
        range = effectiveRangeOf(times, text, m_page.range(), now);
    }
    if (range == m_range)
        return;
    m_range = range;
    emit changed();
}

} // namespace sonde
