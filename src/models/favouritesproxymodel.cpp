#include "models/favouritesproxymodel.h"

#include "models/favouritesmodel.h"

namespace sonde {

FavouritesProxyModel::FavouritesProxyModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setRecursiveFilteringEnabled(true);
    setDynamicSortFilter(true);
    sort(0);
}

void FavouritesProxyModel::setSearch(const QString &words)
{
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words)
        return;
    m_words = wanted;
    invalidateFilter();
}

void FavouritesProxyModel::setOrder(Order order)
{
    if (order == m_order)
        return;
    m_order = order;
    invalidate();
}

bool FavouritesProxyModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    // Folders are shown for what is in them.
    if (index.data(FavouritesModel::KindRole).toInt() != static_cast<int>(FavouritesModel::Kind::Favourite))
        return false;
    const QString text = index.data(FavouritesModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool FavouritesProxyModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!left.parent().isValid())
        return left.data(FavouritesModel::RootOrderRole).toInt() <
               right.data(FavouritesModel::RootOrderRole).toInt();
    if (m_order == Order::LastUsed) {
        const QDateTime one = left.data(FavouritesModel::LastUsedRole).toDateTime();
        const QDateTime other = right.data(FavouritesModel::LastUsedRole).toDateTime();
        if (one != other)
            return one.isValid() && (!other.isValid() || one > other);
    } else if (m_order == Order::MostUsed) {
        const int one = left.data(FavouritesModel::TimesUsedRole).toInt();
        const int other = right.data(FavouritesModel::TimesUsedRole).toInt();
        if (one != other)
            return one > other;
    }
    const int leftKind = left.data(FavouritesModel::KindRole).toInt();
    const int rightKind = right.data(FavouritesModel::KindRole).toInt();
    if (leftKind != rightKind)
        return leftKind < rightKind;
    const int compared = m_collator.compare(left.data().toString(), right.data().toString());
    if (compared != 0)
        return compared < 0;
    return left.data(FavouritesModel::PathRole).toString() < right.data(FavouritesModel::PathRole).toString();
}

} // namespace sonde
