#include "widgets/editorlines.h"

#include <Qsci/qsciscintilla.h>

namespace sonde {

using Sci = QsciScintillaBase;

namespace {

/// How many more brackets are opened than closed. Those in strings count, too: it is for an indent.
int openedIn(const QByteArray &line)
{
    int opened = 0;
    for (const char c : line) {
        opened += c == '(' || c == '[' || c == '{' ? 1 : 0;
        opened -= c == ')' || c == ']' || c == '}' ? 1 : 0;
    }
    return opened;
}

} // namespace

long EditorLines::send(unsigned int message, long first, long second) const
{
    return m_editor.SendScintilla(message, static_cast<unsigned long>(first), second);
}

int EditorLines::count() const
{
    return m_editor.lines();
}

int EditorLines::lineAt(long position) const
{
    return static_cast<int>(send(Sci::SCI_LINEFROMPOSITION, position));
}

long EditorLines::start(int line) const
{
    return send(Sci::SCI_POSITIONFROMLINE, line);
}

long EditorLines::end(int line) const
{
    return send(Sci::SCI_GETLINEENDPOSITION, line);
}

QByteArray EditorLines::text(int line) const
{
    return text(start(line), end(line));
}

QByteArray EditorLines::text(long from, long to) const
{
    if (to <= from)
        return {};
    QByteArray bytes(to - from + 1, '\0'); // Scintilla ends it with a NUL
    m_editor.SendScintilla(Sci::SCI_GETTEXTRANGE, from, to, bytes.data());
    bytes.chop(1);
    return bytes;
}

QByteArray EditorLines::indent(int line) const
{
    const QByteArray bytes = text(line);
    qsizetype length = 0;
    while (length < bytes.size() && (bytes.at(length) == ' ' || bytes.at(length) == '\t'))
        ++length;
    return bytes.left(length);
}

QByteArray EditorLines::pipeIndent(int line) const
{
    if (isPipe(line))
        return indent(line);
    int depth = 0;
    for (int above = line - 1; above >= 0 && !isBlank(above) && depth >= 0; --above) {
        depth -= openedIn(text(above));
        if (depth == 0 && isPipe(above))
            return indent(above);
    }
    depth = openedIn(text(line));
    for (int below = line + 1; below < count() && !isBlank(below) && depth >= 0; ++below) {
        if (depth == 0 && isPipe(below))
            return indent(below);
        depth += openedIn(text(below));
    }
    return indent(line);
}

QByteArray EditorLines::lineBreak(int line) const
{
    const QByteArray own = text(end(line), start(line + 1));
    if (!own.isEmpty())
        return own;
    switch (m_editor.eolMode()) {
    case QsciScintilla::EolWindows:
        return "\r\n";
    case QsciScintilla::EolMac:
        return "\r";
    case QsciScintilla::EolUnix:
        break;
    }
    return "\n";
}

long EditorLines::caret() const
{
    return send(Sci::SCI_GETCURRENTPOS);
}

long EditorLines::anchor() const
{
    return send(Sci::SCI_GETANCHOR);
}

void EditorLines::select(long anchor, long caret)
{
    send(Sci::SCI_SETSEL, anchor, caret);
}

bool EditorLines::hasOneCaret() const
{
    return send(Sci::SCI_GETSELECTIONS) == 1 && send(Sci::SCI_SELECTIONISRECTANGLE) == 0;
}

void EditorLines::replace(long from, long to, const QByteArray &by)
{
    send(Sci::SCI_SETTARGETRANGE, from, to);
    m_editor.SendScintilla(Sci::SCI_REPLACETARGET, static_cast<unsigned long>(by.size()), by.constData());
}

OneUndoStep::OneUndoStep(QsciScintilla &editor)
    : m_editor(editor)
{
    m_editor.beginUndoAction();
}

OneUndoStep::~OneUndoStep()
{
    m_editor.endUndoAction();
}

} // namespace sonde
