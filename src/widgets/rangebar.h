#pragma once

#include "widgets/effectiverange.h"

#include <QWidget>

class QPainter;

namespace sonde {

/// Draws in \a rect, as a thin line, which parts of the time range a query leaves; paler where it may be
/// less.
void drawEffectiveRange(QPainter &painter, const QRect &rect, const EffectiveRange &range,
                        const QPalette &palette);

/// The same as a widget, for the popup in which a range is chosen.
class RangeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RangeBar(QWidget *parent = nullptr);
    void setRange(const EffectiveRange &range);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    EffectiveRange m_range;
};

} // namespace sonde
