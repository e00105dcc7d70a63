#include "widgets/tabledelegate.h"

#include "models/schemamodel.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QPainter>

namespace sonde {

namespace {

constexpr int rowPadding = 6;
constexpr int iconSide = 16;
constexpr int starSide = 14;
constexpr int gap = 8;
/// Less of a name than so many letters tells nothing: the type gives way.
constexpr int fewestLetters = 10;

using Kind = SchemaModel::Kind;

Kind kindOf(const QModelIndex &index)
{
    return static_cast<Kind>(index.data(SchemaModel::KindRole).toInt());
}

} // namespace

TableDelegate::TableDelegate(const Theme &theme, const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_icons(icons)
{}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = std::max(option.fontMetrics.height(), QFontMetrics(Theme::fixedFont()).height());
    return {QStyledItemDelegate::sizeHint(option, index).width(), line + rowPadding};
}

void TableDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Kind kind = kindOf(index);
    if (kind == Kind::Group) {
        option->font.setWeight(QFont::DemiBold);
        return;
    }
    option->font = Theme::fixedFont();
    option->fontMetrics = QFontMetrics(option->font);
    if (kind == Kind::Column)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {iconSide, iconSide};
    option->icon =
        m_icons.icon(kind == Kind::Table ? QLatin1StringView("table-2") : QLatin1StringView("sigma"),
                     ColorRole::MutedText);
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString name = item.text;
    const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, item.widget) + 1;
    room.setRight(item.rect.right() - gap);
    room.setLeft(room.left() + margin);
    if (index.data(SchemaModel::StarRole).toBool()) {
        const QRect star(room.right() - starSide + 1, room.top() + (room.height() - starSide) / 2, starSide,
                         starSide);
        m_icons.icon(QLatin1StringView("star"), ColorRole::Accent).paint(painter, star);
        room.setRight(star.left() - gap);
    }
    const QString type = index.data(SchemaModel::TypeRole).toString();
    const QFontMetrics typeMetrics(option.font);
    const QFontMetrics nameMetrics(item.font);
    const int typeWidth = typeMetrics.horizontalAdvance(type);
    const int nameWidth = nameMetrics.horizontalAdvance(name);
    const int leastName = std::min(nameWidth, nameMetrics.averageCharWidth() * fewestLetters);
    if (!type.isEmpty() && kindOf(index) != Kind::Function && room.width() >= leastName + gap + typeWidth) {
        painter->setFont(option.font);
        painter->setPen(m_theme.color(ColorRole::MutedText));
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, type);
        room.setRight(room.right() - typeWidth - gap);
    }
    painter->setFont(item.font);
    painter->setPen(m_theme.color(ColorRole::Text));
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                      nameMetrics.elidedText(name, Qt::ElideRight, room.width()));
    // Parameters have no end: what is left of the row is theirs.
    if (kindOf(index) == Kind::Function && nameWidth < room.width()) {
        painter->setFont(option.font);
        painter->setPen(m_theme.color(ColorRole::MutedText));
        room.setLeft(room.left() + nameWidth);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                          typeMetrics.elidedText(type, Qt::ElideRight, room.width()));
    }
    painter->restore();
}

} // namespace sonde
