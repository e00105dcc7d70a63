#pragma once

#include "results/textneedle.h"

#include <QStyledItemDelegate>
#include <QUrl>
#include <optional>

namespace sonde {

class Theme;

/// Draws cells of results: nulls in the muted colour, as what stands for a character that cannot be seen, and
/// everything muted while the rows are those of an earlier run.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// A row is so much higher than its font.
    static constexpr int rowPadding = 6;

    /// What the delegate asks the model for.
    struct Roles
    {
        int null = 0;                   ///< whether the cell is null
        int marks = 0;                  ///< QList<VisibleText::Mark> of what is displayed
        int beginning = 0;              ///< the first thousands of characters of the cell itself
        int searched = Qt::DisplayRole; ///< the texts that a cell is found by; invalid: what is displayed
    };

    /// \a theme outlives the delegate.
    CellDelegate(const Theme &theme, const Roles &roles, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    void setStale(bool isStale) { m_isStale = isStale; }
    /// Marks the cells that show this text; empty: none.
    void setFoundText(const QString &text);
    /// The address of the web that is drawn at \a position of the viewport; empty where there is none.
    QUrl linkAt(const QAbstractItemView &view, const QPoint &position) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    bool isFound(const QString &shown, const QModelIndex &index) const;

    const Theme &m_theme;
    Roles m_roles;
    bool m_isStale = false;
    std::optional<TextNeedle> m_found;
};

} // namespace sonde
