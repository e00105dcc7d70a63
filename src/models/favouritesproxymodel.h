#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace sonde {

/// The favourites that a search finds, in the order the user wants. Its source is a FavouritesModel.
class FavouritesProxyModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order {
        Name,     ///< folders first, as the user's language sorts
        LastUsed, ///< latest first, folders by the latest in them
        MostUsed
    };
    Q_ENUM(Order)

    explicit FavouritesProxyModel(QObject *parent = nullptr);

    /// Shows what has each word in its name, tags, description, folder or query; nothing is all.
    void setSearch(const QString &words);
    bool isSearching() const { return !m_words.isEmpty(); }
    void setOrder(Order order);
    Order order() const { return m_order; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    Order m_order = Order::Name;
    QCollator m_collator;
};

} // namespace sonde
