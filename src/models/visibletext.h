#pragma once

#include <QList>
#include <QString>

namespace sonde {

/// A text in which nothing is hidden: control characters stand as their codes (\x1B), what takes no room or
/// turns the order of the others around as its number ([U+202E]). For the screen alone; what is copied is the
/// text itself.
struct VisibleText
{
    /// What stands for something else, and the place of that in the text itself.
    struct Mark
    {
        qsizetype at = 0;
        qsizetype length = 0;
        qsizetype sourceAt = 0;
        qsizetype sourceLength = 0;
        bool operator==(const Mark &) const = default;
    };

    QString text;
    QList<Mark> marks; ///< in the order of the text

    /// From a place in the text to the one in the text itself, and back. A place within a mark is its
    /// beginning.
    qsizetype toSource(qsizetype at) const;
    qsizetype fromSource(qsizetype at) const;
};

enum class LineBreaks {
    Keep, ///< and tabs too; CRLF and CR become LF
    Sign  ///< one line: a break is ↵, a tab a space
};

/// \a text, made visible. Joiners that a script or an emoji needs are let through.
VisibleText makeVisible(QStringView text, LineBreaks breaks);

/// Breaks lines of more than \a longest characters, at a space where there is one near. These breaks stand
/// for nothing: they are marks without a length in the text itself.
VisibleText breakLongLines(VisibleText text, qsizetype longest);

} // namespace sonde
