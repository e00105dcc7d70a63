#pragma once

#include "models/visibletext.h"
#include "models/weblinks.h"

#include <QTextLayout>

class QStyleOptionViewItem;

namespace sonde {

class Theme;

/// How the text of a cell is drawn where it is more than letters: muted what stands for something that cannot
/// be seen, as links what leads into the web.
QList<QTextLayout::FormatRange> cellFormats(const QList<VisibleText::Mark> &marks,
                                            const QList<WebLink> &links, const Theme &theme);

/// Whether a displayed text may have marks beside those of line breaks and tabs, which everybody knows: a
/// quick look before the model is asked for them.
bool mayHaveMarks(const QString &text);

/// Where QStyledItemDelegate draws the text of such a cell, one line, its height that of the cell.
QRect cellTextRect(const QStyleOptionViewItem &option);

/// The place in \a text, drawn in one line within \a option and elided at its end, that is at \a x; -1 where
/// there is none. \a x and the option's rectangle are in the same coordinates.
qsizetype cellTextAt(const QStyleOptionViewItem &option, const QString &text, int x);

/// The address in \a source that is drawn at \a at of its text made visible; empty where there is none.
QUrl linkAtPlace(const QString &source, LineBreaks breaks, qsizetype at);

/// Where links are looked for; cells can have millions of characters.
inline constexpr qsizetype searchedForLinks = 10'000;

} // namespace sonde
