#pragma once

#include <QTabBar>

class QLineEdit;

namespace sonde {

/// The tabs of the queries, and of the results of one: the middle button closes, F2 and a double click rename
/// in place, and the context menu is asked for with the tab it is for.
class QueryTabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit QueryTabBar(QWidget *parent = nullptr);

    /// The first \a count tabs are smaller; dragging moves no tab from these to the others or back.
    void setPinnedCount(int count);

    /// Puts a line over the tab to type its title in; renamed() follows unless the user thinks better of it.
    void editTitle(int index, const QString &title);
    /// Takes that line away again.
    void cancelEdit() { endEdit(false); }

signals:
    void closeRequested(int index);
    void renameRequested(int index);
    void menuRequested(int index, const QPoint &globalPosition);
    void renamed(int index, const QString &title);
    /// The line is gone, and the keyboard with it.
    void editEnded();

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void endEdit(bool isTaken);
    QPoint heldBack(const QPoint &pointer) const;

    int m_pinned = 0;   ///< that many tabs, the first ones
    int m_grip = 0;     ///< from the left of the tab that is dragged to where it is held
    int m_pressed = -1; ///< the tab that the middle button went down on
    int m_edited = -1;
    QLineEdit *m_edit;
};

} // namespace sonde
