#pragma once

#include <QByteArray>

class QsciScintilla;

namespace sonde {

/// The lines of an editor's text as its commands see them: UTF-8 without line breaks; lines from 0, positions
/// in bytes.
class EditorLines
{
public:
    /// \a editor outlives this.
    explicit EditorLines(QsciScintilla &editor)
        : m_editor(editor)
    {}

    int count() const;
    int lineAt(long position) const;
    long start(int line) const;
    /// Before the line break.
    long end(int line) const;
    QByteArray text(int line) const;
    QByteArray text(long from, long to) const;
    bool isBlank(int line) const { return text(line).trimmed().isEmpty(); }
    /// The white space that the line begins with.
    QByteArray indent(int line) const;
    /// Of the nearest line that begins with a pipe of the same query and within the same brackets: this one,
    /// one above, else one below; that of the line itself where there is none.
    QByteArray pipeIndent(int line) const;
    /// What ends lines here: that of the line if it has one, else as the editor makes them.
    QByteArray lineBreak(int line) const;

    /// The caret that typing belongs to, and the other end of its selection.
    long caret() const;
    long anchor() const;
    void select(long anchor, long caret);
    bool hasOneCaret() const;

    /// One step that can be undone.
    void replace(long from, long to, const QByteArray &by);

private:
    bool isPipe(int line) const { return text(line).trimmed().startsWith('|'); }
    long send(unsigned int message, long first = 0, long second = 0) const;

    QsciScintilla &m_editor;
};

/// Makes one step that can be undone of all that is done while it lives.
class OneUndoStep
{
public:
    explicit OneUndoStep(QsciScintilla &editor);
    ~OneUndoStep();
    OneUndoStep(const OneUndoStep &) = delete;
    OneUndoStep &operator=(const OneUndoStep &) = delete;

private:
    QsciScintilla &m_editor;
};

} // namespace sonde
