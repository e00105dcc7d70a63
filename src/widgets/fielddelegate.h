#pragma once

#include <QStyledItemDelegate>
#include <QTextLayout>

namespace sonde {

class Theme;

/// Draws the fields of a record: names on one line, values on as many as they need, up to a limit behind
/// which “More…” stands. What cannot be seen and what is about a value rather than in it is muted.
class FieldDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a theme outlives the delegate.
    FieldDelegate(const Theme &theme, QObject *parent);

    /// How wide values are drawn, in pixels of the whole cell.
    void setValueWidth(int width) { m_valueWidth = width; }
    /// What of the value is at \a position, in coordinates of the view; -1 where there is nothing.
    qsizetype textAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                     const QPoint &position) const;
    /// The options that paint() would work with.
    QStyleOptionViewItem optionsFor(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

signals:
    /// A click on “More…”.
    void moreRequested(const QModelIndex &index);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    struct Lines
    {
        int count = 0;
        bool hasMore = false;
    };
    /// Lays the value out in \a layout, which has its text.
    Lines layOut(QTextLayout &layout, int width, const QModelIndex &index) const;
    QRect moreRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
    int m_valueWidth = 200;
};

} // namespace sonde
