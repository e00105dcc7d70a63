#pragma once

#include <QObject>
#include <QPoint>
#include <QUrl>
#include <functional>

class QAbstractItemView;

namespace sonde {

/// Opens addresses of the web in the cells of a view with Ctrl and a click, after LinkQuestion was asked. The
/// pointer is a hand over a link while Ctrl is held.
class LinkOpener final : public QObject
{
    Q_OBJECT

public:
    /// What is drawn at that position of the viewport; empty: no link.
    using LinkAt = std::function<QUrl(const QPoint &)>;
    /// Belongs to \a view.
    LinkOpener(QAbstractItemView &view, LinkAt linkAt);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updatePointer(const QPoint &position, Qt::KeyboardModifiers modifiers);

    QAbstractItemView &m_view;
    LinkAt m_linkAt;
    QUrl m_pressed;
    bool m_isHand = false;
};

} // namespace sonde
