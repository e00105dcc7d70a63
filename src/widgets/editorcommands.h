#pragma once

#include "widgets/editorlines.h"

#include <vector>

namespace sonde {

/// What the keys and menus of the query's editor do to its text and carets. Each is one step that can be
/// undone; nothing happens to a text that cannot be edited.
class EditorCommands
{
public:
    enum class Direction { Up, Down };

    /// \a editor outlives the commands.
    explicit EditorCommands(QsciScintilla &editor);

    /// Of the lines with a caret or a selection. Blank ones stay as they are beside others.
    void toggleComment();
    void comment();
    void uncomment();

    /// A new line below that of the caret, which begins with `| ` and is indented as the query's pipes are.
    void newLineWithPipe();
    void moveLines(Direction direction);
    /// The copy is on that side and has the caret.
    void copyLines(Direction direction);
    void deleteLines();

    /// One more caret, above the uppermost or below the lowest one.
    void addCaret(Direction direction);
    /// Selects the word at the caret; if something is selected, the next place with the same text too.
    void addCaretAtNextWord();
    /// Leaves the caret that was made last; false if there is only one.
    bool dropCarets();

private:
    struct Lines
    {
        int first = 0;
        int last = 0;
    };

    long send(unsigned int message, long first = 0, long second = 0) const;
    bool canEdit() const;
    /// Those of the selection \a number; of a selection that ends before the first character of a line,
    /// without it.
    Lines linesOf(long number) const;
    Lines mainLines() const;
    /// With a caret or in a selection, each once, from the last to the first one.
    std::vector<int> allLines() const;
    bool isCommented(int line) const;

    QsciScintilla &m_editor;
    EditorLines m_lines;
};

} // namespace sonde
