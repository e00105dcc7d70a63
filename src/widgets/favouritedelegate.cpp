#include "widgets/favouritedelegate.h"

#include "models/favouritesmodel.h"
#include "widgets/icons.h"

namespace sonde {

namespace {

constexpr int rowPadding = 6;
constexpr int iconSide = 16;

} // namespace

FavouriteDelegate::FavouriteDelegate(const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_icons(icons)
{}

QSize FavouriteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + rowPadding};
}

void FavouriteDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    using Kind = FavouritesModel::Kind;
    const auto kind = static_cast<Kind>(index.data(FavouritesModel::KindRole).toInt());
    const bool hasFault = !index.data(FavouritesModel::FaultRole).toString().isEmpty();
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {iconSide, iconSide};
    if (hasFault)
        option->icon = m_icons.icon(kind == Kind::Root ? QLatin1StringView("folder-x")
                                                       : QLatin1StringView("triangle-alert"),
                                    ColorRole::Warning);
    else if (kind == Kind::Favourite)
        option->icon = m_icons.icon(QLatin1StringView("star"), ColorRole::MutedText);
    else if (kind == Kind::Root && !index.data(FavouritesModel::ChangeableRole).toBool())
        option->icon = m_icons.icon(QLatin1StringView("flask-conical"), ColorRole::MutedText);
    else
        option->icon =
            m_icons.icon(option->state.testFlag(QStyle::State_Open) ? QLatin1StringView("folder-open")
                                                                    : QLatin1StringView("folder"),
                         ColorRole::MutedText);
}

} // namespace sonde
