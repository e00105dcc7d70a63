#pragma once

#include "widgets/editorlines.h"

class QKeyEvent;

namespace sonde {

class QueryEditor;

/// What the editor adds to single keys: brackets and quotes come in pairs, and lines begin where they belong.
///
/// A closing sign that came by itself is typed over, and goes with its opening one on Backspace; what is
/// selected is wrapped. In strings and comments, and with several carets, keys do just what they say. Each
/// key is one step that can be undone.
class TypingHelp
{
public:
    /// \a editor outlives this.
    explicit TypingHelp(QueryEditor &editor);

    /// Whether the key was seen to; else it does what it does anyway.
    bool take(const QKeyEvent &event);
    /// A closing sign at \a position, in Scintilla's bytes, that came by itself.
    void noteAutomatic(long position) { mark(position, true); }

private:
    bool takeReturn();
    bool takeBackspace();
    bool takeOpening(char open, char close);
    bool takeClosing(char sign);
    bool takeFirstSign(char sign);
    bool canPair(char open) const;
    void insertPair(char open, char close);
    void wrap(char open, char close);
    QByteArray indentOfOpening(int line) const;
    char at(long position) const;
    bool isAutomatic(long position) const;
    void mark(long position, bool isAutomatic);
    bool isInStringOrComment(long position) const;
    long send(unsigned int message, long first = 0, long second = 0) const;

    QueryEditor &m_editor;
    EditorLines m_lines;
};

} // namespace sonde
