#include "widgets/celldelegate.h"

#include "models/visibletext.h"
#include "widgets/celltext.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace sonde {

namespace {

/// No letter of a font that is meant to be read is narrower, so what is behind cannot be seen.
constexpr int narrowestLetter = 2;

void drawLine(QPainter *painter, const QStyleOptionViewItem &item, const QRect &rect, const QString &text)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter->setFont(item.font);
    painter->setPen(item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    // One character more than there is room for, so that the end is seen to be missing.
    const QString seen = text.left(rect.width() / narrowestLetter + 1);
    const QString shown = item.fontMetrics.elidedText(seen, item.textElideMode, rect.width());
    const Qt::Alignment side = QStyle::visualAlignment(item.direction, item.displayAlignment);
    painter->drawText(rect, static_cast<int>(side) | Qt::TextSingleLine, shown);
}

} // namespace

CellDelegate::CellDelegate(const Theme &theme, const Roles &roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_roles(roles)
{}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + rowPadding};
}

void CellDelegate::setFoundText(const QString &text)
{
    m_found = text.isEmpty() ? std::nullopt : std::optional<TextNeedle>(text);
}

bool CellDelegate::isFound(const QString &shown, const QModelIndex &index) const
{
    const QVariant searched = index.data(m_roles.searched);
    return m_found->isIn((searched.isValid() ? searched.toString() : shown).toStdString());
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (m_found && isFound(option->text, index))
        option->backgroundBrush = m_theme.color(ColorRole::Found);
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    if (m_isStale || (!isSelected && index.data(m_roles.null).toBool())) {
        const QColor muted = m_theme.color(ColorRole::MutedText);
        option->palette.setColor(QPalette::Text, muted);
        if (!isSelected)
            option->palette.setColor(QPalette::HighlightedText, muted);
    }
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, {});
    // What is behind the text, which is nothing for most cells.
    const bool hasMore = (item.state & (QStyle::State_Selected | QStyle::State_HasFocus)) != 0;
    if (hasMore || item.backgroundBrush.style() != Qt::NoBrush) {
        const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    }
    const QRect rect = cellTextRect(item);
    // Hardly any cell has something hidden. The style would lay the others out as paragraphs, twice.
    if (!mayHaveMarks(text)) {
        drawLine(painter, item, rect, text);
        return;
    }
    const auto marks = index.data(m_roles.marks).value<QList<VisibleText::Mark>>();
    QTextLayout layout(item.fontMetrics.elidedText(text, item.textElideMode, rect.width()), item.font);
    layout.setFormats(cellFormats(marks, {}, m_theme));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setNumColumns(static_cast<int>(layout.text().size()));
    layout.endLayout();
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->setPen(item.palette.color(QPalette::Text));
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    painter->restore();
}

/// The text as it is: Qt would take one with tags in it for its own markup.
bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const QString text = index.data(Qt::ToolTipRole).toString();
    if (event->type() != QEvent::ToolTip || text.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString shown = makeVisible(text, LineBreaks::Keep).text.toHtmlEscaped();
    QToolTip::showText(event->globalPos(), u"<span style=\"white-space: pre-wrap\">" + shown + u"</span>",
                       view);
    return true;
}

QUrl CellDelegate::linkAt(const QAbstractItemView &view, const QPoint &position) const
{
    const QModelIndex index = view.indexAt(position);
    if (!index.isValid())
        return {};
    QStyleOptionViewItem option;
    option.initFrom(&view);
    option.widget = &view;
    option.font = view.font();
    option.rect = view.visualRect(index);
    initStyleOption(&option, index);
    const qsizetype at = cellTextAt(option, option.text, position.x());
    if (at < 0 || !option.text.contains(QLatin1String("http"), Qt::CaseInsensitive))
        return {};
    return linkAtPlace(index.data(m_roles.beginning).toString(), LineBreaks::Sign, at);
}

} // namespace sonde
