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

    /// Whether tabs can be dragged out; the pointer says so.
    void setDetachable(bool isDetachable) { m_isDetachable = isDetachable; }

    /// Puts a line over the tab to type its title in; renamed() follows unless the user thinks better of it.
    void editTitle(int index, const QString &title);
    /// Takes that line away again.
    void cancelEdit() { endEdit(false); }

signals:
    void closeRequested(int index);
    void renameRequested(int index);
    void menuRequested(int index, const QPoint &globalPosition);
    void renamed(int index, const QString &title);
    /// A tab was let go of there on the screen, clearly outside of the bar; only where isDetachable.
    void draggedOut(int index, const QPoint &globalPosition);
    /// The line is gone, and the keyboard with it.
    void editEnded();

protected:
    bool event(QEvent *event) override;
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
    bool isOutside(const QPoint &pointer) const;
    void showDraggedOut(bool isOut);
    QPoint heldBack(const QPoint &pointer) const;

    int m_pinned = 0;         ///< that many tabs, the first ones
    int m_grip = 0;           ///< from the left of the tab that is dragged to where it is held
    bool m_isGripped = false; ///< the left button went down on the tab in front
    bool m_isDetachable = false;
    bool m_isDraggedOut = false; ///< and the pointer is another one
    int m_pressed = -1;          ///< the tab that the middle button went down on
    int m_edited = -1;
    QLineEdit *m_edit;
};

} // namespace sonde
