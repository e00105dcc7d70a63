#pragma once

#include <QStyledItemDelegate>

namespace sonde {

class Icons;
class Theme;

/// Draws a row of the tables: names in the fixed font, behind them, muted, the type of a column or how many
/// tables a group has; a star at a starred table.
class TableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Both outlive the delegate.
    TableDelegate(const Theme &theme, const Icons &icons, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace sonde
