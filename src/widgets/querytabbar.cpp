#include "widgets/querytabbar.h"

#include "widgets/keeptranslated.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTabWidget>

namespace sonde {

namespace {

/// A short title leaves a tab too narrow to type a longer one in.
constexpr int narrowestEdit = 160;
constexpr int longestTitle = 100;
/// Below this a title says nothing; further tabs are scrolled to.
constexpr int narrowestTab = 140;
/// A pinned tab, in characters of its title: enough to tell it from the next one.
constexpr int pinnedCharacters = 16;

} // namespace

QueryTabBar::QueryTabBar(QWidget *parent)
    : QTabBar(parent)
    , m_edit(new QLineEdit(this))
{
    setElideMode(Qt::ElideMiddle);
    setExpanding(false);
    setUsesScrollButtons(true);
    keepTranslated(m_edit, [this] { m_edit->setAccessibleName(tr("Title of the tab")); });
    m_edit->setMaxLength(longestTitle);
    m_edit->hide();
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { endEdit(true); });
    // The line would stand over another tab.
    connect(this, &QTabBar::currentChanged, this, [this] { endEdit(false); });
    connect(this, &QTabBar::tabMoved, this, [this] { endEdit(false); });
}

void QueryTabBar::setPinnedCount(int count)
{
    if (count == m_pinned)
        return;
    m_pinned = count;
    setElideMode(elideMode()); // lays the tabs out again, which nothing else that is public does
}

QSize QueryTabBar::tabSizeHint(int index) const
{
    const QSize whole = QTabBar::tabSizeHint(index);
    if (index >= m_pinned)
        return whole;
    const int beside = whole.width() - fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width();
    return {std::min(whole.width(), beside + pinnedCharacters * fontMetrics().averageCharWidth()),
            whole.height()};
}

QSize QueryTabBar::minimumTabSizeHint(int index) const
{
    const QSize whole = tabSizeHint(index);
    return {std::min(whole.width(), narrowestTab), whole.height()};
}

void QueryTabBar::editTitle(int index, const QString &title)
{
    m_edited = index;
    QRect place = tabRect(index);
    place.setWidth(std::max(place.width(), narrowestEdit));
    if (place.right() > width())
        place.moveRight(std::max(width(), place.width()) - 1);
    m_edit->setGeometry(place.adjusted(2, 2, -2, -2));
    m_edit->setText(title);
    m_edit->selectAll();
    m_edit->show();
    m_edit->raise();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void QueryTabBar::endEdit(bool isTaken)
{
    const int index = std::exchange(m_edited, -1);
    if (index < 0)
        return;
    m_edit->hide();
    const QString title = m_edit->text().simplified();
    if (isTaken && !title.isEmpty() && index < count())
        emit renamed(index, title);
    emit editEnded();
}

bool QueryTabBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        endEdit(false);
        return true;
    }
    // Escape is the window's to stop a run with; here it is taken before that.
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QTabBar::eventFilter(watched, event);
}

void QueryTabBar::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::MiddleButton ? tabAt(event->pos()) : -1;
    QTabBar::mousePressEvent(event);
    m_grip = event->pos().x() - tabRect(currentIndex()).left();
    m_isGripped = event->button() == Qt::LeftButton && tabAt(event->pos()) >= 0;
}

/// Where the pointer would be if it drew the tab no further than among its own kind.
QPoint QueryTabBar::heldBack(const QPoint &pointer) const
{
    if (m_pinned == 0 || currentIndex() < 0)
        return pointer;
    const QRect lastPinned = tabRect(m_pinned - 1);
    const bool isPinned = currentIndex() < m_pinned;
    if (isRightToLeft()) {
        const int edge = lastPinned.left() + m_grip;
        return {isPinned ? std::max(pointer.x(), edge)
                         : std::min(pointer.x(), edge - tabRect(currentIndex()).width()),
                pointer.y()};
    }
    const int edge = lastPinned.right() + 1 + m_grip;
    return {isPinned ? std::min(pointer.x(), edge - tabRect(currentIndex()).width())
                     : std::max(pointer.x(), edge),
            pointer.y()};
}

/// By more than a hand strays while it moves a tab along the bar.
bool QueryTabBar::isOutside(const QPoint &pointer) const
{
    const int stray = height();
    return pointer.y() < -stray || pointer.y() > height() + stray || pointer.x() < -stray ||
           pointer.x() > width() + stray;
}

void QueryTabBar::showDraggedOut(bool isOut)
{
    if (isOut == m_isDraggedOut)
        return;
    m_isDraggedOut = isOut;
    // Escape is to call the drag off, wherever the keyboard is.
    if (isOut) {
        setCursor(Qt::DragMoveCursor);
        grabKeyboard();
    } else {
        unsetCursor();
        releaseKeyboard();
    }
}

bool QueryTabBar::event(QEvent *event)
{
    // Before it is the window's, which stops a run with it.
    if (event->type() == QEvent::ShortcutOverride && m_isDraggedOut &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_isGripped = false;
        showDraggedOut(false);
        event->accept();
        return true;
    }
    return QTabBar::event(event);
}

void QueryTabBar::mouseMoveEvent(QMouseEvent *event)
{
    showDraggedOut(m_isDetachable && m_isGripped && event->buttons().testFlag(Qt::LeftButton) &&
                   isOutside(event->pos()));
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        QTabBar::mouseMoveEvent(event);
        return;
    }
    const QPointF moved = event->position() + (heldBack(event->pos()) - event->pos());
    QMouseEvent held(event->type(), moved, event->globalPosition(), event->button(), event->buttons(),
                     event->modifiers(), event->pointingDevice());
    QTabBar::mouseMoveEvent(&held);
}

void QueryTabBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (event->button() == Qt::MiddleButton && pressed >= 0 && pressed == tabAt(event->pos())) {
        emit closeRequested(pressed);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
    const bool isDropped = event->button() == Qt::LeftButton && m_isDraggedOut;
    showDraggedOut(false);
    m_isGripped = false;
    if (isDropped && currentIndex() >= 0)
        emit draggedOut(currentIndex(), event->globalPosition().toPoint());
}

void QueryTabBar::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = tabAt(event->pos());
    if (event->button() == Qt::LeftButton && index >= 0)
        emit renameRequested(index);
    else
        QTabBar::mouseDoubleClickEvent(event);
}

void QueryTabBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2 && currentIndex() >= 0)
        emit renameRequested(currentIndex());
    else
        QTabBar::keyPressEvent(event);
}

void QueryTabBar::contextMenuEvent(QContextMenuEvent *event)
{
    // The menu key means the tab in front.
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = isKey ? currentIndex() : tabAt(event->pos());
    if (index >= 0)
        emit menuRequested(index, isKey ? mapToGlobal(tabRect(index).bottomLeft()) : event->globalPos());
}

} // namespace sonde
