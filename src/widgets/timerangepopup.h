#pragma once

#include "core/clock.h"
#include "core/timerange.h"
#include "widgets/effectiverange.h"
#include "widgets/theme.h"

#include <QFrame>

class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace sonde {

class RangeBar;

/// What opens below the TimeRangePicker: ready-made ranges on the left, a start and an end of one's own on
/// the right.
///
/// Deletes itself when closed; Esc and a click elsewhere close it without choosing.
class TimeRangePopup final : public QFrame
{
    Q_OBJECT

public:
    TimeRangePopup(const Clock &clock, const TimeRange &range, TimeRange::Zone zone, QWidget *parent);

    /// Shows what the query leaves of the range, and offers the range that the query asks for.
    void setEffectiveRange(const EffectiveRange &range);

    struct Preset
    {
        QString text; ///< without the zone, which has its own field here
        TimeRange range;
    };
    /// The ready-made ranges in the order shown; calendar ranges begin in \a zone.
    static QList<Preset> presets(TimeRange::Zone zone);

signals:
    void rangeChosen(const sonde::TimeRange &range);
    /// At once, whether or not a range is chosen after it.
    void zoneChosen(sonde::TimeRange::Zone zone);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeCustomPane();
    QList<Preset> offered() const; ///< presets(), and what the query asks for
    void addField(QGridLayout *grid, int row, const QString &label, QDateTimeEdit *edit);
    TimeRange::Zone zone() const;
    void setFieldsZone();
    void fillFields(const ResolvedRange &range);
    void fillPresets(const TimeRange &current);
    void changeZone();
    void choosePreset(const QListWidgetItem *item);
    void applyCustom();
    void updateProblem();
    void showResolved(const ResolvedRange &range);

    const Clock &m_clock;
    const TimeRange m_current;
    std::optional<TimeRange> m_asked; ///< by the query, where the current range cuts off a part of it
    QListWidget *m_presets;
    QDateTimeEdit *m_start;
    QDateTimeEdit *m_end;
    QComboBox *m_zone;
    QLabel *m_problem;
    QLabel *m_resolved;
    RangeBar *m_bar;
    QLabel *m_left; ///< what the query leaves
    QPushButton *m_apply;
};

} // namespace sonde
