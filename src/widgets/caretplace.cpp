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

QStringList describePlace(const QsciScintilla &editor)
{
    const long caret = send(editor, Sci::SCI_GETCURRENTPOS);
    const long line = send(editor, Sci::SCI_LINEFROMPOSITION, caret);
    const long start = send(editor, Sci::SCI_POSITIONFROMLINE, line);
    //: %L1: number of a line; %L2: which character of it. As short as can be
    const QString numbers = Words::tr("Ln %L1, Col %L2");
    QStringList place{numbers.arg(line + 1).arg(charactersIn(editor, start, caret) + 1)};
    const long count = send(editor, Sci::SCI_GETSELECTIONS);
    if (count > 1) {
        //: %L1: how many, two at least
        const QString carets = Words::tr("%L1 carets");
        place << carets.arg(count);
        return place;
    }
    const long from = send(editor, Sci::SCI_GETSELECTIONSTART);
    const long to = send(editor, Sci::SCI_GETSELECTIONEND);
    if (from == to)
        return place;
    //: %L1: how many characters
    const QString selected = Words::tr("%L1 selected");
    place << selected.arg(charactersIn(editor, from, to));
    const long lines =
        send(editor, Sci::SCI_LINEFROMPOSITION, to) - send(editor, Sci::SCI_LINEFROMPOSITION, from) + 1;
    if (lines > 1) {
        //: %L1: how many lines a selection is on, two at least
        const QString onLines = Words::tr("on %L1 lines");
        place << onLines.arg(lines);
    }
    return place;
}

} // namespace sonde
