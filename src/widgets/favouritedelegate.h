#pragma once

#include <QStyledItemDelegate>

namespace sonde {

class Icons;

/// Draws a row of the favourites: the icon of its kind, and a warning where a file or folder has a fault.
class FavouriteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a icons outlives the delegate.
    explicit FavouriteDelegate(const Icons &icons, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Icons &m_icons;
};

} // namespace sonde
