#include "widgets/problemmarks.h"

#include "widgets/editormarks.h"
#include "widgets/editorpositions.h"
#include "widgets/queryeditor.h"
#include "widgets/scrollbarmarks.h"
#include "widgets/theme.h"

#include <QScrollBar>
#include <algorithm>

namespace sonde {

namespace {

int indicatorOf(KqlDiagnostic::Severity severity)
{
    switch (severity) {
    case KqlDiagnostic::Severity::Error:
        return indicators::problemError;
    case KqlDiagnostic::Severity::Warning:
        return indicators::problemWarning;
    case KqlDiagnostic::Severity::Suggestion:
        break;
    }
    return indicators::problemSuggestion;
}

} // namespace

ColorRole roleOf(KqlDiagnostic::Severity severity)
{
    switch (severity) {
    case KqlDiagnostic::Severity::Error:
        return ColorRole::Error;
    case KqlDiagnostic::Severity::Warning:
        return ColorRole::Warning;
    case KqlDiagnostic::Severity::Suggestion:
        break;
    }
    return ColorRole::Info;
}

QLatin1StringView iconOf(KqlDiagnostic::Severity severity)
{
    switch (severity) {
    case KqlDiagnostic::Severity::Error:
        return QLatin1StringView("circle-alert");
    case KqlDiagnostic::Severity::Warning:
        return QLatin1StringView("triangle-alert");
    case KqlDiagnostic::Severity::Suggestion:
        break;
    }
    return QLatin1StringView("info");
}

ProblemMarks::ProblemMarks(QueryEditor &editor, const EditorExamination &examination, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_examination(examination)
    , m_theme(theme)
    , m_overview(new ScrollBarMarks(*editor.verticalScrollBar(), theme))
{
    editor.indicatorDefine(QsciScintilla::SquiggleIndicator, indicators::problemError);
    editor.indicatorDefine(QsciScintilla::SquiggleIndicator, indicators::problemWarning);
    editor.indicatorDefine(QsciScintilla::DotsIndicator, indicators::problemSuggestion);
    connect(&examination, &EditorExamination::problemsChanged, this, &ProblemMarks::show);
    connect(&theme, &Theme::changed, this, &ProblemMarks::updateColors);
    updateColors();
}

void ProblemMarks::updateColors()
{
    m_editor.setIndicatorForegroundColor(m_theme.color(ColorRole::EditorSquiggle), indicators::problemError);
    m_editor.setIndicatorForegroundColor(m_theme.color(ColorRole::Warning), indicators::problemWarning);
    m_editor.setIndicatorForegroundColor(m_theme.color(ColorRole::Info), indicators::problemSuggestion);
}

void ProblemMarks::show()
{
    const auto send = [this](unsigned int message, unsigned long first, long second = 0) {
        m_editor.SendScintilla(message, first, second);
    };
    for (const int indicator :
         {indicators::problemError, indicators::problemWarning, indicators::problemSuggestion}) {
        send(QsciScintillaBase::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
        send(QsciScintillaBase::SCI_INDICATORCLEARRANGE, 0, m_editor.length());
    }
    for (const EditorProblem &problem : m_examination.problems()) {
        // What is missing has no length: the character before it is underlined, that it be seen.
        const bool isPoint = problem.length == 0;
        const qsizetype from = isPoint ? std::max<qsizetype>(problem.start - 1, 0) : problem.start;
        const long start = bytesAt(m_editor, from);
        const long end = bytesAt(m_editor, isPoint ? from + 1 : problem.start + problem.length);
        send(QsciScintillaBase::SCI_SETINDICATORCURRENT,
             static_cast<unsigned long>(indicatorOf(problem.severity)));
        send(QsciScintillaBase::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(start), end - start);
    }
    showOverview();
}

void ProblemMarks::showOverview()
{
    QList<ScrollBarMarks::Mark> marks;
    const double lines = std::max(1, m_editor.lines());
    const QList<EditorProblem> &problems = m_examination.problems();
    // The gravest last, over the others.
    for (const auto severity : {KqlDiagnostic::Severity::Suggestion, KqlDiagnostic::Severity::Warning,
                                KqlDiagnostic::Severity::Error}) {
        for (const EditorProblem &problem : problems) {
            if (problem.severity != severity)
                continue;
            const long line =
                m_editor.SendScintilla(QsciScintillaBase::SCI_LINEFROMPOSITION,
                                       static_cast<unsigned long>(bytesAt(m_editor, problem.start)));
            marks.append({static_cast<double>(line) / lines, roleOf(severity)});
        }
    }
    m_overview->setMarks(marks);
}

QList<EditorProblem> ProblemMarks::at(qsizetype units) const
{
    QList<EditorProblem> found;
    for (const EditorProblem &problem : m_examination.problems()) {
        const qsizetype start = problem.length == 0 ? problem.start - 1 : problem.start;
        const qsizetype end = problem.length == 0 ? problem.start : problem.start + problem.length;
        if (units >= start && units < end)
            found.append(problem);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const EditorProblem &a, const EditorProblem &b) { return a.severity < b.severity; });
    return found;
}

bool ProblemMarks::goToNext(bool forward)
{
    const QList<EditorProblem> &problems = m_examination.problems();
    if (problems.isEmpty())
        return false;
    const qsizetype caret = caretUnits(m_editor);
    const EditorProblem *target = nullptr;
    for (const EditorProblem &problem : problems) {
        const bool isCandidate = forward ? problem.start > caret : problem.start < caret;
        const bool isNearer =
            target == nullptr || (forward ? problem.start < target->start : problem.start > target->start);
        if (isCandidate && isNearer)
            target = &problem;
    }
    goTo(target != nullptr ? *target : (forward ? problems.first() : problems.last()));
    return true;
}

void ProblemMarks::goTo(const EditorProblem &problem)
{
    const auto position = static_cast<unsigned long>(bytesAt(m_editor, problem.start));
    m_editor.SendScintilla(QsciScintillaBase::SCI_GOTOPOS, position);
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    m_editor.ensureLineVisible(line);
    m_editor.ensureCursorVisible();
    m_editor.setFocus();
}

} // namespace sonde
