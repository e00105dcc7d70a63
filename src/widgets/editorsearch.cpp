#include "widgets/editorsearch.h"

#include "widgets/editormarks.h"
#include "widgets/editorpositions.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

#include <algorithm>

namespace sonde {

using Sci = QsciScintillaBase;

namespace {

constexpr qsizetype mostMarks = 5000; ///< each costs a little whenever the text is drawn
constexpr int delayMs = 150;

} // namespace

EditorSearch::EditorSearch(QueryEditor &editor, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_theme(theme)
{
    for (const int indicator : {indicators::found, indicators::searched}) {
        editor.indicatorDefine(QsciScintilla::FullBoxIndicator, indicator);
        editor.setIndicatorDrawUnder(true, indicator);
    }
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &EditorSearch::look);
    connect(&editor, &QsciScintilla::textChanged, this, &EditorSearch::noteText);
    connect(&editor, &QsciScintilla::selectionChanged, this, &EditorSearch::noteSelection);
    connect(&theme, &Theme::changed, this, &EditorSearch::updateColors);
    updateColors();
}

void EditorSearch::updateColors()
{
    QColor scope = m_theme.color(ColorRole::Selection);
    scope.setAlpha(90);
    m_editor.setIndicatorForegroundColor(scope, indicators::searched);
    m_editor.setIndicatorOutlineColor(scope, indicators::searched);
    m_editor.setIndicatorForegroundColor(m_theme.color(ColorRole::Found), indicators::found);
    m_editor.setIndicatorOutlineColor(m_theme.color(ColorRole::Found), indicators::found);
}

void EditorSearch::setPattern(const SearchPattern &pattern)
{
    m_pattern = pattern;
    m_search.reset();
    m_problem.clear();
    if (!pattern.text.isEmpty()) {
        auto search = PatternSearch::of(pattern);
        if (search)
            m_search = *search;
        else
            m_problem = search.error().message;
    } else {
        setInSelection(false);
    }
    look();
}

void EditorSearch::setInSelection(bool isOn)
{
    if (isOn == m_isInSelection)
        return;
    clear(indicators::searched);
    const TextMatch selected = selection();
    m_isInSelection = isOn && selected.length > 0;
    if (m_isInSelection)
        fill(indicators::searched, selected.start, selected.length);
    look();
}

TextMatch EditorSearch::scope() const
{
    if (!m_isInSelection)
        return {0, textUnits(m_editor)};
    const auto at = [this](unsigned int message, long position) {
        return m_editor.SendScintilla(message, static_cast<unsigned long>(indicators::searched), position);
    };
    long start = 0;
    if (at(Sci::SCI_INDICATORVALUEAT, 0) == 0)
        start = at(Sci::SCI_INDICATOREND, 0);
    const long end = at(Sci::SCI_INDICATOREND, start);
    if (at(Sci::SCI_INDICATORVALUEAT, start) == 0)
        return {}; // all of it was deleted
    const qsizetype first = unitsAt(m_editor, start);
    return {first, unitsAt(m_editor, end) - first};
}

void EditorSearch::noteText()
{
    m_isKnown = false;
    if (m_search)
        m_timer.start();
}

void EditorSearch::look()
{
    m_timer.stop();
    m_matches.clear();
    m_isKnown = true;
    if (m_search) {
        m_text = m_editor.text();
        const TextMatch part = scope();
        if (auto matches = m_search->matches(m_text, part.start, part.end())) {
            m_problem.clear();
            m_matches = *matches;
        } else {
            m_problem = matches.error().message;
        }
    } else {
        m_text.clear();
    }
    updateMarks();
    emit changed();
}

void EditorSearch::updateMarks()
{
    clear(indicators::found);
    m_unmarked.reset();
    const TextMatch selected = selection();
    for (const TextMatch &match : m_matches.first(std::min(m_matches.size(), mostMarks))) {
        if (match == selected)
            m_unmarked = match;
        else
            fill(indicators::found, match.start, match.length);
    }
}

void EditorSearch::noteSelection()
{
    if (!m_isKnown)
        return; // it is said when it is
    const TextMatch selected = selection();
    if (m_unmarked && *m_unmarked != selected)
        fill(indicators::found, m_unmarked->start, m_unmarked->length);
    m_unmarked.reset();
    if (std::binary_search(m_matches.cbegin(), m_matches.cend(), selected,
                           [](const TextMatch &one, const TextMatch &other) {
                               return std::pair(one.start, one.length) < std::pair(other.start, other.length);
                           })) {
        m_unmarked = selected;
        const long first = bytesAt(m_editor, selected.start);
        m_editor.SendScintilla(Sci::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicators::found));
        m_editor.SendScintilla(Sci::SCI_INDICATORCLEARRANGE, static_cast<unsigned long>(first),
                               bytesAt(m_editor, selected.end()) - first);
    }
    emit changed();
}

qsizetype EditorSearch::count()
{
    if (!m_isKnown)
        look();
    return m_matches.size();
}

qsizetype EditorSearch::current()
{
    count();
    const auto found = std::find(m_matches.cbegin(), m_matches.cend(), selection());
    return found == m_matches.cend() ? 0 : found - m_matches.cbegin() + 1;
}

TextMatch EditorSearch::selection() const
{
    const qsizetype start = unitsAt(m_editor, m_editor.SendScintilla(Sci::SCI_GETSELECTIONSTART));
    return {start, unitsAt(m_editor, m_editor.SendScintilla(Sci::SCI_GETSELECTIONEND)) - start};
}

bool EditorSearch::findFromHere()
{
    if (count() == 0)
        return false;
    const qsizetype from = selection().start;
    const auto next = std::find_if(m_matches.cbegin(), m_matches.cend(),
                                   [from](const TextMatch &match) { return match.start >= from; });
    show(next == m_matches.cend() ? m_matches.first() : *next);
    return true;
}

bool EditorSearch::findNext()
{
    if (count() == 0)
        return false;
    const TextMatch here = selection();
    const auto next = std::find_if(m_matches.cbegin(), m_matches.cend(), [&here](const TextMatch &match) {
        return match.start >= here.end() && match != here;
    });
    show(next == m_matches.cend() ? m_matches.first() : *next);
    return true;
}

bool EditorSearch::findPrevious()
{
    if (count() == 0)
        return false;
    const qsizetype before = selection().start;
    const auto previous = std::find_if(m_matches.crbegin(), m_matches.crend(),
                                       [before](const TextMatch &match) { return match.start < before; });
    show(previous == m_matches.crend() ? m_matches.last() : *previous);
    return true;
}

void EditorSearch::show(const TextMatch &match)
{
    m_editor.selectFound(match.start, match.length);
    noteSelection();
}

void EditorSearch::put(const TextMatch &place, const QString &text)
{
    TextMatch part = scope();
    part.length += text.size() - place.length;
    m_editor.replacePart(place.start, place.length, text);
    if (m_isInSelection) { // also what was put in at its ends
        clear(indicators::searched);
        fill(indicators::searched, part.start, part.length);
    }
    look();
}

void EditorSearch::replace(const QString &by)
{
    if (m_editor.isReadOnly() || !m_search)
        return;
    if (const qsizetype number = current(); number > 0) {
        const TextMatch match = m_matches.at(number - 1);
        m_search->setLineBreak(m_editor.eolMode() == QsciScintilla::EolWindows ? QStringLiteral("\r\n")
                                                                               : QStringLiteral("\n"));
        put(match, m_search->replacement(m_text, match, by));
    }
    findFromHere();
}

qsizetype EditorSearch::replaceAll(const QString &by)
{
    if (m_editor.isReadOnly() || !m_search || count() == 0)
        return 0;
    m_search->setLineBreak(m_editor.eolMode() == QsciScintilla::EolWindows ? QStringLiteral("\r\n")
                                                                           : QStringLiteral("\n"));
    QList<TextMatch> matches = m_matches;
    if (isCut()) {
        const TextMatch part = scope();
        if (const auto all = m_search->allMatches(m_text, part.start, part.end()))
            matches = *all;
    }
    // In one piece: each change of the text is heard of by many.
    const TextMatch all{matches.first().start, matches.last().end() - matches.first().start};
    put(all, m_search->replaced(m_text, matches, by));
    return matches.size();
}

void EditorSearch::fill(int indicator, qsizetype start, qsizetype length)
{
    const long first = bytesAt(m_editor, start);
    m_editor.SendScintilla(Sci::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    m_editor.SendScintilla(Sci::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(first),
                           bytesAt(m_editor, start + length) - first);
}

void EditorSearch::clear(int indicator)
{
    m_editor.SendScintilla(Sci::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    m_editor.SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0UL, m_editor.SendScintilla(Sci::SCI_GETLENGTH));
}

} // namespace sonde
