#include "widgets/pagestatus.h"

#include "widgets/caretplace.h"
#include "widgets/editorexamination.h"
#include "widgets/keeptranslated.h"
#include "widgets/kqlassistant.h"
#include "widgets/pagerange.h"
#include "widgets/problemmarks.h"
#include "widgets/problemslist.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/shownanswer.h"
#include "widgets/statusline.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline

#include <algorithm>

namespace sonde {

PageStatus::PageStatus(StatusLine &line, TimeRangePicker &picker, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_line(line)
    , m_picker(picker)
    , m_clock(clock)
{
    keepTranslated(&m_line, [this] {
        showPlace();
        showProblems();
        if (m_range)
            m_range->update();
        showRange();
    });
    connect(&picker, &TimeRangePicker::rangeChanged, this, [this] {
        if (m_range)
            m_range->update();
    });
    connect(&line, &StatusLine::rangeRequested, &picker, &TimeRangePicker::openPopup);
    connect(&line, &StatusLine::problemsRequested, this, [this] {
        if (m_page)
            m_page->problems().toggle();
    });
}

PageStatus::~PageStatus() = default;

void PageStatus::follow(QueryPage *page)
{
    if (page != m_page) {
        if (m_page) {
            disconnect(m_page, nullptr, this, nullptr);
            disconnect(&m_page->pane(), nullptr, this, nullptr);
            disconnect(&m_page->editor(), nullptr, this, nullptr);
            disconnect(&m_page->assistant(), nullptr, this, nullptr);
            disconnect(&m_page->assistant().examination(), nullptr, this, nullptr);
        }
        m_page = page;
        m_range.reset();
        if (page != nullptr) {
            m_range = std::make_unique<PageRange>(*page, m_clock);
            connect(m_range.get(), &PageRange::changed, this, &PageStatus::showRange);
            connect(page, &QObject::destroyed, this, [this] { m_range.reset(); });
            connect(page, &QueryPage::statusChanged, this, &PageStatus::showStatus);
            connect(page, &QueryPage::copied, this,
                    [this](qint64 rows) { m_line.showNote(describeCopied(rows)); });
            connect(&page->assistant(), &KqlAssistant::noted, this,
                    [this](const QString &text) { m_line.showNote(text); });
            connect(&page->assistant().examination(), &EditorExamination::problemsChanged, this,
                    &PageStatus::showProblems);
            connect(&page->pane(), &ResultsPane::selectionFactsChanged, this, &PageStatus::showFacts);
            connect(&page->editor(), &QsciScintilla::cursorPositionChanged, this, &PageStatus::showPlace);
            connect(&page->editor(), &QsciScintilla::selectionChanged, this, &PageStatus::showPlace);
        }
    }
    showStatus();
    showFacts();
    showPlace();
    showProblems();
    showRange();
}

void PageStatus::showPlace()
{
    m_line.setPlace(m_page ? describePlace(m_page->editor()) : QStringList());
}

void PageStatus::showProblems()
{
    const QList<EditorProblem> problems =
        m_page ? m_page->assistant().examination().problems() : QList<EditorProblem>();
    auto gravest = KqlDiagnostic::Severity::Suggestion;
    for (const EditorProblem &problem : problems)
        gravest = std::min(gravest, problem.severity);
    m_line.setProblems(ProblemsList::summaryOf(problems), iconOf(gravest), roleOf(gravest));
}

void PageStatus::showRange()
{
    const EffectiveRange range = m_range ? m_range->range() : EffectiveRange();
    m_line.setEffectiveRange(range);
    m_picker.setEffectiveRange(range);
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
