#pragma once

#include <QStyledItemDelegate>

namespace sonde {

class Icons;
class Theme;

/// Draws a TabEntry in two lines: its title, and how its run stands; below them the beginning of its query in
/// the fixed font, and where it is. Where it is narrow the query gives way first.
class TabDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// In which an item has its TabEntry.
    static constexpr int entryRole = Qt::UserRole;

    /// Both outlive the delegate.
    TabDelegate(const Theme &theme, const Icons &icons, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace sonde
