#pragma once

#include <QtGlobal>

class QsciScintilla;

namespace sonde {

/// Offsets in the text of an editor: Scintilla counts bytes of UTF-8, the program and the language service
/// UTF-16 units. Both ways take time that grows with the line alone. An offset behind the text is its end;
/// one within a character is that character's beginning.

/// Keeps the numbers of units of the lines from now on; once for each editor, before the others are called.
void countUnits(QsciScintilla &editor);
qsizetype unitsAt(const QsciScintilla &editor, long bytes);
long bytesAt(const QsciScintilla &editor, qsizetype units);

/// Of the caret that typing belongs to, where there are several.
qsizetype caretUnits(const QsciScintilla &editor);
/// Of the whole text.
qsizetype textUnits(const QsciScintilla &editor);

} // namespace sonde
