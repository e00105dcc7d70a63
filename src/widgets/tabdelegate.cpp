#include "widgets/tabdelegate.h"

#include "widgets/icons.h"
#include "widgets/tablisting.h"

#include <QApplication>
#include <QPainter>

namespace sonde {

namespace {

constexpr int unit = 4;
constexpr int margin = 2 * unit;
constexpr int inset = 6;
constexpr int iconSide = 14;

QFont titleFont(const QFont &font)
{
    QFont title = font;
    title.setWeight(QFont::DemiBold);
    return title;
}

/// What stands at the right end of a line, at most half of it; \a room is what is left of it.
void drawRight(QPainter &painter, QRect &room, const QString &text)
{
    if (text.isEmpty())
        return;
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideMiddle, room.width() / 2);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, shown);
    room.setRight(room.right() - metrics.horizontalAdvance(shown) - unit);
}

void drawRightIcon(QPainter &painter, QRect &room, const QIcon &icon)
{
    const QRect place(room.right() + 1 - iconSide, room.center().y() - iconSide / 2, iconSide, iconSide);
    icon.paint(&painter, place);
    room.setRight(place.left() - 1 - unit);
}

void drawLeft(QPainter &painter, const QRect &room, const QString &text)
{
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

/// Where the tab is: its connection, and that it is in another window.
QString placeOf(const TabEntry &entry)
{
    if (!entry.isElsewhere)
        return entry.connection;
    const QString window = TabDelegate::tr("another window");
    return entry.connection.isEmpty() ? window : QString(entry.connection + QStringLiteral(" · ") + window);
}

} // namespace

TabDelegate::TabDelegate(const Theme &theme, const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_icons(icons)
{}

QSize TabDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, QFontMetrics(titleFont(option.font)).height() + QFontMetrics(Theme::fixedFont()).height() +
                   unit + 2 * inset};
}

void TabDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const auto entry = index.data(entryRole).value<TabEntry>();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = m_theme.color(ColorRole::Text);
    const QColor muted = isSelected ? text : m_theme.color(ColorRole::MutedText);
    const QRect room = option.rect.adjusted(margin, inset, -margin, -inset);
    painter->save();
    QRect top(room.left(), room.top(), room.width(), QFontMetrics(titleFont(option.font)).height());
    QRect bottom(room.left(), top.bottom() + 1 + unit, room.width(), room.bottom() - top.bottom() - unit);

    painter->setFont(option.font);
    painter->setPen(isSelected ? text : m_theme.color(entry.role));
    drawRight(*painter, top, entry.state);
    if (!entry.icon.isEmpty())
        drawRightIcon(*painter, top, m_icons.icon(entry.icon, entry.role));
    top.setRight(top.right() - margin);
    if (entry.isPinned) {
        const QRect pin(top.left(), top.center().y() - iconSide / 2, iconSide, iconSide);
        m_icons.icon(QLatin1StringView("pin"), ColorRole::MutedText).paint(painter, pin);
        top.setLeft(pin.right() + 1 + unit);
    }
    painter->setFont(titleFont(option.font));
    painter->setPen(text);
    drawLeft(*painter, top, entry.title);

    painter->setFont(option.font);
    painter->setPen(muted);
    drawRight(*painter, bottom, placeOf(entry));
    bottom.setRight(bottom.right() - margin);
    painter->setFont(Theme::fixedFont());
    drawLeft(*painter, bottom, entry.line);
    painter->restore();
}

} // namespace sonde
