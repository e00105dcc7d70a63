#pragma once

#include <QToolButton>

class QTabBar;

namespace sonde {

class Icons;

/// The sign on a pinned tab, where others have the button that closes them; a click on it unpins the tab.
/// Keeps that button meanwhile.
class TabPin final : public QToolButton
{
    Q_OBJECT

public:
    /// Null where the tab has none.
    static TabPin *of(const QTabBar &bar, int index);
    /// In place of the tab's close button; \a icons outlives it. The caller connects clicked().
    static TabPin *put(QTabBar &bar, int index, const Icons &icons);
    /// The close button comes back.
    static void take(QTabBar &bar, int index);

private:
    TabPin(QTabBar &bar, QWidget *close, const Icons &icons);

    QWidget *m_close; ///< a child, hidden; null where the tab had none
};

} // namespace sonde
