#include "widgets/editorpositions.h"

#include <Qsci/qsciscintilla.h>
#include <algorithm>

namespace sonde {

namespace {

using Sci = QsciScintillaBase;

constexpr long utf16 = Sci::SC_LINECHARACTERINDEX_UTF16;

unsigned long number(long value)
{
    return static_cast<unsigned long>(value);
}

} // namespace

void countUnits(QsciScintilla &editor)
{
    editor.SendScintilla(Sci::SCI_ALLOCATELINECHARACTERINDEX, number(utf16));
}

qsizetype unitsAt(const QsciScintilla &editor, long bytes)
{
    const long place = std::clamp(bytes, 0L, editor.SendScintilla(Sci::SCI_GETLENGTH));
    const long line = editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, number(place));
    const long start = editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(line));
    return editor.SendScintilla(Sci::SCI_INDEXPOSITIONFROMLINE, number(line), utf16) +
           editor.SendScintilla(Sci::SCI_COUNTCODEUNITS, number(start), place);
}

long bytesAt(const QsciScintilla &editor, qsizetype units)
{
    const long place = static_cast<long>(std::clamp<qsizetype>(units, 0, textUnits(editor)));
    const long line = editor.SendScintilla(Sci::SCI_LINEFROMINDEXPOSITION, number(place), utf16);
    const long start = editor.SendScintilla(Sci::SCI_POSITIONFROMLINE, number(line));
    const long before = editor.SendScintilla(Sci::SCI_INDEXPOSITIONFROMLINE, number(line), utf16);
    return editor.SendScintilla(Sci::SCI_POSITIONRELATIVECODEUNITS, number(start), place - before);
}

qsizetype caretUnits(const QsciScintilla &editor)
{
    return unitsAt(editor, editor.SendScintilla(Sci::SCI_GETCURRENTPOS));
}

qsizetype textUnits(const QsciScintilla &editor)
{
    return unitsAt(editor, editor.SendScintilla(Sci::SCI_GETLENGTH));
}

} // namespace sonde
