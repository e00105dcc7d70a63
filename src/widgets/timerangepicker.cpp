#include "widgets/timerangepicker.h"

#include "widgets/keeptranslated.h"
#include "widgets/rangebar.h"
#include "widgets/timerangepopup.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QStyleOptionToolButton>

namespace sonde {

namespace {

QString instantText(const QDateTime &instant, bool withDate)
{
    const bool seconds = instant.time().second() != 0 || instant.time().msec() != 0;
    const QString time = instant.toString(seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    if (!withDate)
        return time;
    return QLocale().toString(instant.date(), QStringLiteral("d MMM yyyy")) + QLatin1Char(' ') + time;
}

QString lastText(std::chrono::seconds duration)
{
    using namespace std::chrono_literals;
    // Whole sentences for the ready-made ranges; the rest is rare and does with units.
    if (duration == 30min)
        return TimeRangePicker::tr("Last 30 minutes");
    if (duration == 1h)
        return TimeRangePicker::tr("Last hour");
    if (duration == 4h)
        return TimeRangePicker::tr("Last 4 hours");
    if (duration == 12h)
        return TimeRangePicker::tr("Last 12 hours");
    if (duration == 24h)
        return TimeRangePicker::tr("Last 24 hours");
    if (duration == 3 * 24h)
        return TimeRangePicker::tr("Last 3 days");
    if (duration == 7 * 24h)
        return TimeRangePicker::tr("Last 7 days");
    if (duration == 30 * 24h)
        return TimeRangePicker::tr("Last 30 days");
    const qint64 count = duration.count();
    if (count % 86400 == 0)
        //: %1: how many days
        return TimeRangePicker::tr("Last %1 d").arg(count / 86400);
    if (count % 3600 == 0)
        //: %1: how many hours
        return TimeRangePicker::tr("Last %1 h").arg(count / 3600);
    if (count % 60 == 0)
        //: %1: how many minutes
        return TimeRangePicker::tr("Last %1 min").arg(count / 60);
    //: %1: how many seconds
    return TimeRangePicker::tr("Last %1 s").arg(count);
}

} // namespace

TimeRangePicker::TimeRangePicker(const Clock &clock, const Icons &icons, QWidget *parent)
    : QToolButton(parent)
    , m_clock(clock)
{
    setIcon(icons.icon(QLatin1StringView("clock")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::clicked, this, &TimeRangePicker::openPopup);
    keepTranslated(this, [this] { updateText(); });
}

void TimeRangePicker::setRange(const TimeRange &range)
{
    if (range == m_range)
        return;
    m_range = range;
    updateText();
    emit rangeChanged(m_range);
}

void TimeRangePicker::setZone(TimeRange::Zone zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    updateText();
    emit zoneChanged(m_zone);
    // A day of the calendar begins elsewhere now.
    if (m_range.kind() != TimeRange::Kind::Last && m_range.kind() != TimeRange::Kind::Between)
        setRange(TimeRange::calendar(m_range.kind(), zone));
}

void TimeRangePicker::setIgnored(bool isIgnored)
{
    m_isIgnored = isIgnored;
    setEnabled(!isIgnored);
    updateText();
    update();
}

void TimeRangePicker::setEffectiveRange(const EffectiveRange &range)
{
    if (range == m_effective)
        return;
    m_effective = range;
    updateText();
    update();
    if (m_popup)
        m_popup->setEffectiveRange(range);
}

QString TimeRangePicker::describe(const TimeRange &range, TimeRange::Zone zone)
{
    const bool rangeInUtc = range.zone() == TimeRange::Zone::Utc;
    switch (range.kind()) {
    case TimeRange::Kind::Last:
        return lastText(range.duration());
    case TimeRange::Kind::Today:
        return rangeInUtc ? tr("Today (UTC)") : tr("Today (local time)");
    case TimeRange::Kind::Yesterday:
        return rangeInUtc ? tr("Yesterday (UTC)") : tr("Yesterday (local time)");
    case TimeRange::Kind::ThisWeek:
        return rangeInUtc ? tr("This week (UTC)") : tr("This week (local time)");
    case TimeRange::Kind::Between:
        break;
    }
    const bool utc = zone == TimeRange::Zone::Utc;
    const QDateTime start = utc ? range.start() : range.start().toLocalTime();
    const QDateTime end = utc ? range.end() : range.end().toLocalTime();
    const QString zoneText = utc ? tr("UTC") : tr("local time");
    return tr("%1 to %2 %3", "start, end, time zone")
        .arg(instantText(start, true), instantText(end, start.date() != end.date()), zoneText);
}

void TimeRangePicker::openPopup()
{
    if (m_popup || m_isIgnored)
        return;
    m_popup = new TimeRangePopup(m_clock, m_range, m_zone, this);
    m_popup->setEffectiveRange(m_effective);
    connect(m_popup, &TimeRangePopup::rangeChosen, this, &TimeRangePicker::setRange);
    connect(m_popup, &TimeRangePopup::zoneChosen, this, &TimeRangePicker::setZone);
    m_popup->adjustSize();
    const QRect available = screen()->availableGeometry();
    QPoint place = mapToGlobal(rect().bottomLeft() + QPoint(0, 2));
    if (place.y() + m_popup->height() > available.bottom())
        place.setY(qMax(available.top(), mapToGlobal(QPoint()).y() - m_popup->height() - 2));
    place.setX(
        qBound(available.left(), place.x(), qMax(available.left(), available.right() - m_popup->width())));
    m_popup->move(place);
    m_popup->show();
}

void TimeRangePicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down) {
        openPopup();
        return;
    }
    QToolButton::keyPressEvent(event);
}

void TimeRangePicker::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->features |= QStyleOptionToolButton::HasMenu;
}

void TimeRangePicker::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (!m_effective.isSet || m_isIgnored)
        return;
    constexpr int thickness = 2;
    constexpr int margin = 4;
    QPainter painter(this);
    drawEffectiveRange(painter, QRect(margin, height() - thickness - 1, width() - 2 * margin, thickness),
                       m_effective, palette());
}

void TimeRangePicker::updateText()
{
    const QString text = m_isIgnored ? tr("All rows") : describe(m_range, m_zone);
    setText(text);
    //: %1: a time range, as Last 24 h
    setAccessibleName(tr("Time range: %1").arg(text));
    const QString toolTip = tr("The span of time that the query looks at");
    if (m_isIgnored) {
        setToolTip(tr("Your tables are read whole; set a time in the query"));
        setAccessibleDescription({});
        return;
    }
    setToolTip(m_effective.isSet ? toolTip + QStringLiteral("\n\n") + m_effective.toolTip : toolTip);
    setAccessibleDescription(m_effective.isSet ? m_effective.text : QString());
}

} // namespace sonde
