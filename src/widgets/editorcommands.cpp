#include "widgets/editorcommands.h"

#include <Qsci/qsciscintilla.h>
#include <algorithm>
#include <set>

namespace sonde {

using Sci = QsciScintillaBase;

EditorCommands::EditorCommands(QsciScintilla &editor)
    : m_editor(editor)
    , m_lines(editor)
{}

long EditorCommands::send(unsigned int message, long first, long second) const
{
    return m_editor.SendScintilla(message, static_cast<unsigned long>(first), second);
}

bool EditorCommands::canEdit() const
{
    return !m_editor.isReadOnly();
}

EditorCommands::Lines EditorCommands::linesOf(long number) const
{
    const long start = send(Sci::SCI_GETSELECTIONNSTART, number);
    const long end = send(Sci::SCI_GETSELECTIONNEND, number);
    Lines lines{m_lines.lineAt(start), m_lines.lineAt(end)};
    if (end > start && lines.last > lines.first && m_lines.start(lines.last) == end)
        --lines.last;
    return lines;
}

EditorCommands::Lines EditorCommands::mainLines() const
{
    return linesOf(send(Sci::SCI_GETMAINSELECTION));
}

std::vector<int> EditorCommands::allLines() const
{
    std::set<int, std::greater<>> all;
    for (long number = send(Sci::SCI_GETSELECTIONS) - 1; number >= 0; --number) {
        const Lines lines = linesOf(number);
        for (int line = lines.first; line <= lines.last; ++line)
            all.insert(line);
    }
    return {all.begin(), all.end()};
}

bool EditorCommands::isCommented(int line) const
{
    return m_lines.text(line).trimmed().startsWith("//");
}

void EditorCommands::toggleComment()
{
    const std::vector<int> lines = allLines();
    const auto isBlank = [this](int line) { return m_lines.isBlank(line); };
    const auto isDone = [this](int line) { return m_lines.isBlank(line) || isCommented(line); };
    if (!std::all_of(lines.begin(), lines.end(), isBlank) && std::all_of(lines.begin(), lines.end(), isDone))
        uncomment();
    else
        comment();
}

void EditorCommands::comment()
{
    if (!canEdit())
        return;
    std::vector<int> lines = allLines();
    const auto isBlank = [this](int line) { return m_lines.isBlank(line); };
    if (!std::all_of(lines.begin(), lines.end(), isBlank))
        std::erase_if(lines, isBlank);
    qsizetype column = m_lines.indent(lines.front()).size();
    for (const int line : lines)
        column = std::min(column, m_lines.indent(line).size());
    const QByteArray sign = "// ";
    const OneUndoStep step(m_editor);
    for (const int line : lines) {
        const long place = m_lines.start(line) + column;
        const bool hasCaret = m_lines.caret() == place && m_lines.anchor() == place && m_lines.hasOneCaret();
        m_lines.replace(place, place, sign);
        if (hasCaret)
            send(Sci::SCI_GOTOPOS, place + sign.size());
    }
}

void EditorCommands::uncomment()
{
    if (!canEdit())
        return;
    const OneUndoStep step(m_editor);
    for (const int line : allLines()) {
        if (!isCommented(line))
            continue;
        const long start = m_lines.start(line) + m_lines.indent(line).size();
        const bool hasSpace = m_lines.text(start, m_lines.end(line)).startsWith("// ");
        m_lines.replace(start, start + (hasSpace ? 3 : 2), {});
    }
}

void EditorCommands::newLineWithPipe()
{
    if (!canEdit())
        return;
    const int line = m_lines.lineAt(m_lines.caret());
    const QByteArray text = m_lines.lineBreak(std::max(line - 1, 0)) + m_lines.pipeIndent(line) + "| ";
    const long end = m_lines.end(line);
    m_lines.replace(end, end, text);
    send(Sci::SCI_GOTOPOS, end + text.size());
}

void EditorCommands::moveLines(Direction direction)
{
    const auto [first, last] = mainLines();
    const bool isUp = direction == Direction::Up;
    if (!canEdit() || (isUp ? first == 0 : last + 1 >= m_lines.count()))
        return;
    const int neighbour = isUp ? first - 1 : last + 1;
    const QByteArray moved = m_lines.text(m_lines.start(first), m_lines.end(last));
    const QByteArray passed = m_lines.text(neighbour);
    const QByteArray lineBreak = m_lines.lineBreak(isUp ? neighbour : last);
    const long shift = static_cast<long>(passed.size() + lineBreak.size()) * (isUp ? -1 : 1);
    const long caret = m_lines.caret() + shift;
    const long anchor = m_lines.anchor() + shift;
    const OneUndoStep step(m_editor);
    if (isUp)
        m_lines.replace(m_lines.start(neighbour), m_lines.end(last), moved + lineBreak + passed);
    else
        m_lines.replace(m_lines.start(first), m_lines.end(neighbour), passed + lineBreak + moved);
    m_lines.select(anchor, caret);
}

void EditorCommands::copyLines(Direction direction)
{
    if (!canEdit())
        return;
    const Lines lines = mainLines();
    const long start = m_lines.start(lines.first);
    const QByteArray copy = m_lines.text(start, m_lines.end(lines.last)) + m_lines.lineBreak(lines.last);
    const long caret = m_lines.caret();
    const long anchor = m_lines.anchor();
    const OneUndoStep step(m_editor);
    m_lines.replace(start, start, copy);
    const long shift = direction == Direction::Down ? copy.size() : 0;
    m_lines.select(anchor + shift, caret + shift);
}

void EditorCommands::deleteLines()
{
    if (!canEdit())
        return;
    const OneUndoStep step(m_editor);
    for (const int line : allLines()) {
        long start = m_lines.start(line);
        const bool isLast = line + 1 >= m_lines.count();
        const long end = isLast ? m_lines.end(line) : m_lines.start(line + 1);
        if (isLast && line > 0)
            start = m_lines.end(line - 1);
        m_lines.replace(start, end, {});
    }
}

void EditorCommands::addCaret(Direction direction)
{
    const long count = send(Sci::SCI_GETSELECTIONS);
    long edge = send(Sci::SCI_GETSELECTIONNCARET, send(Sci::SCI_GETMAINSELECTION));
    for (long number = 0; number < count; ++number) {
        const long caret = send(Sci::SCI_GETSELECTIONNCARET, number);
        edge = direction == Direction::Up ? std::min(edge, caret) : std::max(edge, caret);
    }
    const int line = m_lines.lineAt(edge) + (direction == Direction::Up ? -1 : 1);
    if (line < 0 || line >= m_lines.count())
        return;
    const long place = send(Sci::SCI_FINDCOLUMN, line, send(Sci::SCI_GETCOLUMN, edge));
    send(Sci::SCI_ADDSELECTION, place, place);
    send(Sci::SCI_ENSUREVISIBLE, line);
    send(Sci::SCI_SCROLLRANGE, place, place);
}

void EditorCommands::addCaretAtNextWord()
{
    const long caret = m_lines.caret();
    const long wordStart = send(Sci::SCI_WORDSTARTPOSITION, caret, 1);
    const long wordEnd = send(Sci::SCI_WORDENDPOSITION, caret, 1);
    if (send(Sci::SCI_GETSELECTIONEMPTY) != 0) {
        if (wordEnd > wordStart)
            m_lines.select(wordStart, wordEnd);
        return;
    }
    const long start = send(Sci::SCI_GETSELECTIONSTART);
    const long end = send(Sci::SCI_GETSELECTIONEND);
    const bool isWord =
        send(Sci::SCI_WORDSTARTPOSITION, end, 1) == start && send(Sci::SCI_WORDENDPOSITION, start, 1) == end;
    send(Sci::SCI_SETSEARCHFLAGS, Sci::SCFIND_MATCHCASE | (isWord ? Sci::SCFIND_WHOLEWORD : 0));
    send(Sci::SCI_TARGETWHOLEDOCUMENT);
    send(Sci::SCI_MULTIPLESELECTADDNEXT);
    const long added = m_lines.caret();
    send(Sci::SCI_ENSUREVISIBLE, m_lines.lineAt(added));
    send(Sci::SCI_SCROLLRANGE, added, added);
}

bool EditorCommands::dropCarets()
{
    if (send(Sci::SCI_GETSELECTIONS) <= 1)
        return false;
    m_lines.select(m_lines.anchor(), m_lines.caret());
    return true;
}

} // namespace sonde
