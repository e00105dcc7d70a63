#include "widgets/editorblocks.h"

#include "widgets/editormarks.h"
#include "widgets/editorpositions.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

#include <utility>

namespace sonde {

namespace {

/// Up to this many bytes the blocks are looked for with every key; it takes a millisecond.
constexpr int shortText = 200'000;
constexpr int delayMs = 150;

} // namespace

EditorBlocks::EditorBlocks(QueryEditor &editor, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_theme(theme)
{
    countUnits(editor);
    editor.markerDefine(QsciScintilla::Background, markers::currentQuery);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &EditorBlocks::shade);
    connect(&editor, &QsciScintilla::textChanged, this, &EditorBlocks::noteText);
    connect(&editor, &QsciScintilla::cursorPositionChanged, this, [this] {
        if (m_isKnown)
            shade();
    });
    connect(&theme, &Theme::changed, this, &EditorBlocks::updateColors);
    updateColors();
}

void EditorBlocks::setLanguage(QueryLanguage language)
{
    if (language == m_language)
        return;
    m_language = language;
    noteText();
}

const QList<QueryBlock> &EditorBlocks::blocks()
{
    if (!m_isKnown) {
        m_blocks = queryBlocks(m_editor.text(), m_language);
        m_isKnown = true;
    }
    return m_blocks;
}

QueryBlock EditorBlocks::current()
{
    const QList<QueryBlock> &all = blocks();
    if (countQueries(all) > 1)
        return all.at(blockToRun(all, caretUnits(m_editor)));
    return {0, textUnits(m_editor), !all.isEmpty()};
}

void EditorBlocks::noteText()
{
    m_isKnown = false;
    m_isTold = false;
    if (m_editor.length() > shortText)
        m_timer.start();
    else
        shade();
}

void EditorBlocks::shade()
{
    m_timer.stop();
    if (countQueries(blocks()) > 1) {
        const QueryBlock block = current();
        const auto lineOf = [this](qsizetype units) {
            return static_cast<int>(m_editor.SendScintilla(
                QsciScintilla::SCI_LINEFROMPOSITION, static_cast<unsigned long>(bytesAt(m_editor, units))));
        };
        const int first = lineOf(block.start);
        const int last = lineOf(block.end());
        // The lines keep their mark when they move; only what is another block is marked anew.
        if (first != m_firstShaded || last != m_lastShaded || m_editor.lines() != m_lineCount) {
            clearShade();
            for (int line = first; line <= last; ++line)
                m_editor.markerAdd(line, markers::currentQuery);
            m_editor.setCaretLineBackgroundColor(m_theme.color(ColorRole::EditorBlockLine));
            m_firstShaded = first;
            m_lastShaded = last;
            m_lineCount = m_editor.lines();
        }
    } else if (m_firstShaded >= 0) {
        clearShade();
    }
    if (!std::exchange(m_isTold, true))
        emit blocksChanged();
}

void EditorBlocks::clearShade()
{
    m_editor.markerDeleteAll(markers::currentQuery);
    m_editor.setCaretLineBackgroundColor(m_theme.color(ColorRole::AlternateBase));
    m_firstShaded = -1;
    m_lastShaded = -1;
}

void EditorBlocks::updateColors()
{
    m_editor.setMarkerBackgroundColor(m_theme.color(ColorRole::EditorBlock), markers::currentQuery);
    m_firstShaded = -1;
    m_editor.markerDeleteAll(markers::currentQuery);
    if (m_isKnown)
        shade();
}

} // namespace sonde
