#pragma once

#include "core/clock.h"
#include "core/timerange.h"
#include "widgets/effectiverange.h"
#include "widgets/icons.h"

#include <QPointer>
#include <QToolButton>

namespace sonde {

class TimeRangePopup;

/// The toolbar's button that shows the time range in words and opens the popup in which it is chosen.
class TimeRangePicker final : public QToolButton
{
    Q_OBJECT

public:
    /// \a clock outlives the picker.
    TimeRangePicker(const Clock &clock, const Icons &icons, QWidget *parent = nullptr);

    const TimeRange &range() const { return m_range; }
    /// Emits rangeChanged where it is another one.
    void setRange(const TimeRange &range);

    /// The zone in which the custom fields are typed and calendar days begin.
    TimeRange::Zone zone() const { return m_zone; }
    void setZone(TimeRange::Zone zone);

    /// Whether the tables are read whole, whatever the range; then none can be chosen.
    void setIgnored(bool isIgnored);
    bool isIgnored() const { return m_isIgnored; }

    /// Which part of the range the query in front leaves: drawn below the text, where it sets any.
    void setEffectiveRange(const EffectiveRange &range);

    /// "Last 24 hours", "Yesterday (UTC)", "21 Nov 2026 16:02 to 22 Nov 2026 16:02 UTC".
    static QString describe(const TimeRange &range, TimeRange::Zone zone);

    /// Opens the popup below the button; what a click and the Down key do.
    void openPopup();
    /// The popup while it is open, else null.
    TimeRangePopup *popup() const { return m_popup; }

signals:
    void rangeChanged(const sonde::TimeRange &range);
    void zoneChanged(sonde::TimeRange::Zone zone);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void initStyleOption(QStyleOptionToolButton *option) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    void updateText();

    const Clock &m_clock;
    TimeRange m_range;
    EffectiveRange m_effective;
    TimeRange::Zone m_zone = TimeRange::Zone::Utc;
    bool m_isIgnored = false;
    QPointer<TimeRangePopup> m_popup;
};

} // namespace sonde
