#include "widgets/tabpin.h"

#include "widgets/icons.h"
#include "widgets/keeptranslated.h"

#include <QStyle>
#include <QTabBar>

namespace sonde {

namespace {

constexpr int iconSide = 14;

/// Where the style has the close buttons.
QTabBar::ButtonPosition sideOf(const QTabBar &bar)
{
    return static_cast<QTabBar::ButtonPosition>(
        bar.style()->styleHint(QStyle::SH_TabBar_CloseButtonPosition, nullptr, &bar));
}

} // namespace

TabPin::TabPin(QTabBar &bar, QWidget *close, const Icons &icons)
    : QToolButton(&bar)
    , m_close(close)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::NoFocus);
    setIcon(icons.icon(QLatin1StringView("pin"), ColorRole::MutedText));
    setIconSize(QSize(iconSide, iconSide));
    const QStyle *style = bar.style();
    setFixedSize(style->pixelMetric(QStyle::PM_TabCloseIndicatorWidth, nullptr, &bar),
                 style->pixelMetric(QStyle::PM_TabCloseIndicatorHeight, nullptr, &bar));
    // A tab bar tells of its tabs alone: that this one is pinned is in the tab's name.
    keepTranslated(this, [this] { setToolTip(tr("Pinned; a click unpins the tab")); });
}

TabPin *TabPin::of(const QTabBar &bar, int index)
{
    return qobject_cast<TabPin *>(bar.tabButton(index, sideOf(bar)));
}

TabPin *TabPin::put(QTabBar &bar, int index, const Icons &icons)
{
    QWidget *close = bar.tabButton(index, sideOf(bar));
    auto *pin = new TabPin(bar, close, icons);
    bar.setTabButton(index, sideOf(bar), pin);
    // Its own child from now on, or it would stay in the bar when the tab goes.
    if (close != nullptr)
        close->setParent(pin);
    return pin;
}

void TabPin::take(QTabBar &bar, int index)
{
    TabPin *pin = of(bar, index);
    if (pin == nullptr)
        return;
    bar.setTabButton(index, sideOf(bar), pin->m_close);
    pin->hide();
    pin->deleteLater();
}

} // namespace sonde
