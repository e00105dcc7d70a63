#include "widgets/linkopener.h"

#include "widgets/linkquestion.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace sonde {

namespace {

bool isFollowing(Qt::KeyboardModifiers modifiers)
{
    return modifiers == Qt::ControlModifier;
}

} // namespace

LinkOpener::LinkOpener(QAbstractItemView &view, LinkAt linkAt)
    : QObject(&view)
    , m_view(view)
    , m_linkAt(std::move(linkAt))
{
    m_view.installEventFilter(this);
    m_view.viewport()->installEventFilter(this);
    m_view.viewport()->setMouseTracking(true); // the pointer also changes where no button is held
}

void LinkOpener::updatePointer(const QPoint &position, Qt::KeyboardModifiers modifiers)
{
    const bool isHand = isFollowing(modifiers) && !m_linkAt(position).isEmpty();
    if (isHand == std::exchange(m_isHand, isHand))
        return;
    if (isHand)
        m_view.viewport()->setCursor(Qt::PointingHandCursor);
    else
        m_view.viewport()->unsetCursor();
}

bool LinkOpener::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == &m_view && key->key() == Qt::Key_Control)
            updatePointer(m_view.viewport()->mapFromGlobal(QCursor::pos()),
                          event->type() == QEvent::KeyPress ? Qt::ControlModifier : Qt::NoModifier);
        break;
    }
    case QEvent::MouseMove:
        if (watched == m_view.viewport()) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            if (mouse->buttons() == Qt::NoButton)
                updatePointer(mouse->position().toPoint(), mouse->modifiers());
        }
        break;
    case QEvent::Leave:
        updatePointer({}, Qt::NoModifier);
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        m_pressed.clear();
        if (watched != m_view.viewport() || mouse->button() != Qt::LeftButton ||
            !isFollowing(mouse->modifiers()))
            break;
        // The cell beneath is neither selected nor left out of the selection by it.
        m_pressed = m_linkAt(mouse->position().toPoint());
        return !m_pressed.isEmpty();
    }
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (watched != m_view.viewport() || mouse->button() != Qt::LeftButton || m_pressed.isEmpty())
            break;
        const QUrl pressed = std::exchange(m_pressed, {});
        if (m_linkAt(mouse->position().toPoint()) == pressed)
            LinkQuestion::ask(pressed, &m_view);
        return true;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sonde
