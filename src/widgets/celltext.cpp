#include "widgets/celltext.h"

#include "widgets/theme.h"

#include <QApplication>
#include <QStyleOptionViewItem>

namespace sonde {

QList<QTextLayout::FormatRange> cellFormats(const QList<VisibleText::Mark> &marks,
                                            const QList<WebLink> &links, const Theme &theme)
{
    QList<QTextLayout::FormatRange> formats;
    formats.reserve(marks.size() + links.size());
    QTextCharFormat link;
    link.setForeground(theme.color(ColorRole::Accent));
    link.setFontUnderline(true);
    for (const WebLink &found : links)
        formats.append({static_cast<int>(found.at), static_cast<int>(found.length), link});
    QTextCharFormat muted;
    muted.setForeground(theme.color(ColorRole::MutedText));
    for (const VisibleText::Mark &mark : marks)
        formats.append({static_cast<int>(mark.at), static_cast<int>(mark.length), muted});
    return formats;
}

bool mayHaveMarks(const QString &text)
{
    return text.contains(QLatin1String("\\x")) || text.contains(QLatin1String("[U+"));
}

QRect cellTextRect(const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1;
    return option.rect.adjusted(margin, 0, -margin, 0);
}

qsizetype cellTextAt(const QStyleOptionViewItem &option, const QString &text, int x)
{
    const QRect rect = cellTextRect(option);
    const QString shown = option.fontMetrics.elidedText(text, option.textElideMode, rect.width());
    QTextLayout layout(shown, option.font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (!line.isValid())
        return -1;
    line.setLineWidth(rect.width());
    layout.endLayout();
    const bool isRight = (option.displayAlignment & Qt::AlignRight) != 0;
    const qreal left = isRight ? rect.right() + 1 - line.naturalTextWidth() : rect.left();
    const qreal at = x - left;
    if (at < 0 || at >= line.naturalTextWidth())
        return -1;
    const int place = line.xToCursor(at, QTextLine::CursorOnCharacter);
    // What was put in place of the end is no part of the text.
    return place < shown.size() && text.startsWith(QStringView(shown).left(place + 1)) ? place : -1;
}

QUrl linkAtPlace(const QString &source, LineBreaks breaks, qsizetype at)
{
    const qsizetype place = makeVisible(source, breaks).toSource(at);
    const QList<WebLink> links = findWebLinks(source);
    for (const WebLink &link : links) {
        if (place >= link.at && place < link.at + link.length)
            return link.url;
    }
    return {};
}

} // namespace sonde
