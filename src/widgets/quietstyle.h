#pragma once

#include "widgets/theme.h"

#include <QProxyStyle>

namespace sonde {

/// Fusion with the frames taken off: flat buttons, fields and tabs, one-pixel lines, and focus that is seen.
///
/// Fusion draws focus in shades of the selection colour, which is too pale for 3:1 here; this style draws it
/// in the accent colour. Belongs to Theme.
class QuietStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    QuietStyle();

    void setShade(bool dark, bool highContrast)
    {
        m_dark = dark;
        m_highContrast = highContrast;
    }

    QPalette standardPalette() const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    QColor color(ColorRole role) const { return Theme::color(role, m_dark, m_highContrast); }
    /// Pointer and press, as a veil over any ground.
    QColor veil(const QStyleOption *option) const;
    void drawPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &frame,
                   qreal width) const;
    void drawField(const QStyleOption *option, QPainter *painter) const;
    void drawScrollAreaFrame(const QStyleOption *option, QPainter *painter, bool isField) const;
    void drawPushButton(const QStyleOption *option, QPainter *painter) const;
    void drawToolButton(const QStyleOption *option, QPainter *painter) const;
    void drawIndicator(const QStyleOption *option, QPainter *painter, bool round) const;
    void drawChevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, bool enabled) const;
    void drawTab(const QStyleOption *option, QPainter *painter) const;
    void drawTabClose(const QStyleOption *option, QPainter *painter) const;
    void drawHeader(const QStyleOption *option, QPainter *painter) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawMenuToolButton(const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;

    bool m_dark = false;
    bool m_highContrast = false;
};

} // namespace sonde
