#pragma once

#include "widgets/theme.h"

#include <QList>
#include <QWidget>

class QAbstractSlider;

namespace sonde {

/// Short lines on a vertical scroll bar at the places of a long text that are of interest. The bar takes the
/// mouse as before.
class ScrollBarMarks final : public QWidget
{
public:
    struct Mark
    {
        double place = 0; ///< from 0, the first line, to 1, the end of the last
        ColorRole role = ColorRole::Error;
        bool operator==(const Mark &) const = default;
    };

    /// A child of \a bar; \a theme outlives it.
    ScrollBarMarks(QAbstractSlider &bar, const Theme &theme);

    /// Later ones are drawn over earlier ones.
    void setMarks(const QList<Mark> &marks);
    const QList<Mark> &marks() const { return m_marks; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<Mark> m_marks;
};

} // namespace sonde
