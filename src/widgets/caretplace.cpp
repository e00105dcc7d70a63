#include "widgets/caretplace.h"

#include "widgets/runstatus.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>
#include <Qsci/qsciscintilla.h>

namespace sonde {

using Sci = QsciScintillaBase;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaretPlace)
};

/// Of a longer stretch the code points are counted, which takes no copy of it.
constexpr long longestStretch = 50'000;

long send(const QsciScintilla &editor, unsigned int message, long first = 0, long second = 0)
{
    return editor.SendScintilla(message, static_cast<unsigned long>(first), second);
}

qint64 charactersIn(const QsciScintilla &editor, long from, long to)
{
    if (to <= from)
        return 0;
    if (to - from > longestStretch)
        return send(editor, Sci::SCI_COUNTCHARACTERS, from, to);
    QByteArray bytes(to - from + 1, '\0');
    editor.SendScintilla(Sci::SCI_GETTEXTRANGE, from, to, bytes.data());
    bytes.chop(1);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, QString::fromUtf8(bytes));
    qint64 count = 0;
    while (finder.toNextBoundary() >= 0)
        ++count;
    return count;
}

} // namespace

QString describePlace(const QsciScintilla &editor)
{
    const long caret = send(editor, Sci::SCI_GETCURRENTPOS);
    const long line = send(editor, Sci::SCI_LINEFROMPOSITION, caret);
    const long start = send(editor, Sci::SCI_POSITIONFROMLINE, line);
    //: %L1: number of a line; %L2: which character of it. As short as can be
    const QString numbers = Words::tr("Ln %L1, Col %L2");
    const QString place = numbers.arg(line + 1).arg(charactersIn(editor, start, caret) + 1);
    const long count = send(editor, Sci::SCI_GETSELECTIONS);
    qint64 selected = 0;
    for (long number = 0; number < count; ++number) {
        selected += charactersIn(editor, send(editor, Sci::SCI_GETSELECTIONNSTART, number),
                                 send(editor, Sci::SCI_GETSELECTIONNEND, number));
    }
    if (count > 1) {
        //: %1: where the caret is; %L2: how many there are
        const QString several = Words::tr("%1 (%L2 carets)");
        return several.arg(place).arg(count);
    }
    if (selected == 0)
        return place;
    const long lines = send(editor, Sci::SCI_LINEFROMPOSITION, send(editor, Sci::SCI_GETSELECTIONEND)) -
                       send(editor, Sci::SCI_LINEFROMPOSITION, send(editor, Sci::SCI_GETSELECTIONSTART)) + 1;
    if (lines > 1) {
        //: %1: where the caret is; %L2: how many characters; %L3: on how many lines, two at least
        const QString onLines = Words::tr("%1 (%L2 selected, %L3 lines)");
        return onLines.arg(place).arg(selected).arg(lines);
    }
    //: %1: where the caret is; %L2: how many characters
    const QString one = Words::tr("%1 (%L2 selected)");
    return one.arg(place).arg(selected);
}

} // namespace sonde
