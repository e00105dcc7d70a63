#include "widgets/quietstyle.h"

#include "widgets/quietpainting.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>

namespace sonde {

using namespace quiet;

namespace {

constexpr int scrollBarWidth = 12;
constexpr int menuMarkWidth = 4 * unit;
constexpr int focusFrame = 2;

/// Whether the whole button opens a menu; one with a separate arrow part draws that itself.
bool opensMenu(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button && button->features.testFlag(QStyleOptionToolButton::HasMenu) &&
           !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

} // namespace

QuietStyle::QuietStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{}

QPalette QuietStyle::standardPalette() const
{
    return Theme::palette(m_dark, m_highContrast);
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarIconSize:
        return 20;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_DefaultFrameWidth:
        // Wide enough for a frame that shows the focus.
        return qobject_cast<const QAbstractScrollArea *>(widget) != nullptr
                   ? focusFrame
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_ToolBarFrameWidth:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ToolBarItemMargin:
    case PM_ToolBarItemSpacing:
        return unit;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 2 * unit;
    case PM_TabBarTabHSpace:
        return 6 * unit;
    case PM_TabBarTabVSpace:
        return 3 * unit;
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return 8 * unit;
    case PM_HeaderMargin:
        return unit;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_Widget_Animate:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove has the whole length, and the handle is placed within it.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return QProxyStyle::subControlRect(control, option, subControl, widget);
        const bool horizontal = bar->orientation == Qt::Horizontal;
        const int length = horizontal ? bar->rect.width() : bar->rect.height();
        const qint64 span = qint64(bar->maximum) - bar->minimum;
        int handle = length;
        if (span > 0) {
            const qint64 wanted = qint64(bar->pageStep) * length / (span + bar->pageStep);
            handle = qBound(qMin(8 * unit, length), static_cast<int>(wanted), length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - handle, bar->upsideDown);
        const auto along = [&](int from, int size) {
            const QRect rect = horizontal ? QRect(from, 0, size, bar->rect.height())
                                          : QRect(0, from, bar->rect.width(), size);
            return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
        };
        switch (subControl) {
        case SC_ScrollBarSlider:
            return along(start, handle);
        case SC_ScrollBarGroove:
            return along(0, length);
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + handle, length - start - handle);
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize QuietStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    // The field inside a spin box has no frame, and its box the height.
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool isField = type == CT_LineEdit && (frame == nullptr || frame->lineWidth > 0);
    // Fusion keeps more room for the arrow than it asks for where the text is large.
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box != nullptr && type == CT_ComboBox) {
        QStyleOptionComboBox wide(*box);
        wide.rect = QRect(0, 0, 1000, 100);
        const QRect field = proxy()->subControlRect(CC_ComboBox, &wide, SC_ComboBoxEditField, widget);
        result.setWidth(qMax(result.width(), size.width() + wide.rect.width() - field.width() + 2 * unit));
    }
    if (type == CT_PushButton || type == CT_ComboBox || isField || type == CT_SpinBox)
        result.setHeight(qMax(result.height(), 7 * unit));
    if (type == CT_PushButton)
        result.rwidth() += 3 * unit;
    if (type == CT_ToolButton && opensMenu(option))
        result.rwidth() += menuMarkWidth;
    return result;
}

QRect QuietStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return rect.adjusted(unit, 0, -unit, 0);
    }
    return rect;
}

QColor QuietStyle::veil(const QStyleOption *option) const
{
    QColor veil = color(ColorRole::Text);
    if (option->state.testFlag(State_Sunken) || option->state.testFlag(State_On))
        veil.setAlphaF(m_highContrast ? 0.2F : 0.14F);
    else if (isHot(option))
        veil.setAlphaF(m_highContrast ? 0.12F : 0.07F);
    else
        veil.setAlpha(0);
    return veil;
}

void QuietStyle::drawPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &frame,
                           qreal width) const
{
    const PainterGuard guard(painter);
    const qreal inset = width / 2;
    painter->setPen(frame.isValid() ? QPen(frame, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

void QuietStyle::drawField(const QStyleOption *option, QPainter *painter) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool focused = enabled && option->state.testFlag(State_HasFocus);
    QColor frame = color(ColorRole::Line);
    if (focused)
        frame = color(ColorRole::Accent);
    else if (enabled)
        frame = option->palette.color(QPalette::Shadow);
    drawPanel(painter, option->rect, color(enabled ? ColorRole::Base : ColorRole::Window), frame,
              focused ? 2 : 1);
}

void QuietStyle::drawPushButton(const QStyleOption *option, QPainter *painter) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton) && enabled;
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    if (isDefault)
        drawPanel(painter, option->rect, color(ColorRole::Accent), {}, 0);
    else if (!flat)
        drawPanel(painter, option->rect, color(enabled ? ColorRole::Base : ColorRole::Window),
                  option->palette.color(enabled ? QPalette::Shadow : QPalette::Mid), 1);
    drawPanel(painter, option->rect, veil(option), {}, 0);
    if (enabled && option->state.testFlag(State_HasFocus)) {
        // On the accent fill the ring stands inside, in the text's colour; elsewhere it is the accent itself.
        const QRect ring = isDefault ? option->rect.adjusted(2, 2, -2, -2) : option->rect;
        drawPanel(painter, ring, {}, color(isDefault ? ColorRole::AccentText : ColorRole::Accent),
                  isDefault ? 1.5 : 2);
    }
}

void QuietStyle::drawToolButton(const QStyleOption *option, QPainter *painter) const
{
    // The veil alone would hardly tell a button that is on from one that is not.
    const QColor frame =
        option->state.testFlag(State_On) ? option->palette.color(QPalette::Shadow) : QColor();
    drawPanel(painter, option->rect, veil(option), frame, frame.isValid() ? 1 : 0);
    if (option->state.testFlag(State_Enabled) && option->state.testFlag(State_HasFocus))
        drawPanel(painter, option->rect, {}, color(ColorRole::Accent), 2);
}

void QuietStyle::drawChevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction,
                             bool enabled) const
{
    const PainterGuard guard(painter);
    QPainterPath path;
    const qreal half = 3.5;
    const bool vertical = direction == Qt::UpArrow || direction == Qt::DownArrow;
    const qreal sign = direction == Qt::UpArrow || direction == Qt::LeftArrow ? -1 : 1;
    const QPointF centre = QRectF(rect).center();
    const auto at = [&](qreal across, qreal along) {
        return centre + (vertical ? QPointF(across, along * sign) : QPointF(along * sign, across));
    };
    path.moveTo(at(-half, -half / 2));
    path.lineTo(at(0, half / 2));
    path.lineTo(at(half, -half / 2));
    const QColor pen = enabled ? color(ColorRole::MutedText) : color(ColorRole::Line);
    painter->setPen(QPen(pen, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
}

void QuietStyle::drawIndicator(const QStyleOption *option, QPainter *painter, bool round) const
{
    const PainterGuard guard(painter);
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool on = option->state.testFlag(State_On);
    const bool partly = option->state.testFlag(State_NoChange);
    const QColor accent = enabled ? color(ColorRole::Accent) : option->palette.color(QPalette::Shadow);
    const QRectF box = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
    const qreal corner = round ? box.width() / 2 : 3;
    const bool filled = on || partly;
    painter->setPen(QPen(filled ? accent : color(enabled ? ColorRole::MutedText : ColorRole::Line), 1));
    painter->setBrush(filled ? accent : color(enabled ? ColorRole::Base : ColorRole::Window));
    painter->drawRoundedRect(box, corner, corner);
    if (!filled) {
        if (isHot(option)) {
            painter->setBrush(veil(option));
            painter->drawRoundedRect(box, corner, corner);
        }
        return;
    }
    const QColor mark = color(ColorRole::AccentText);
    const QPointF centre = box.center();
    if (round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(centre, 3, 3);
        return;
    }
    painter->setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    QPainterPath path;
    path.moveTo(centre + (partly ? QPointF(-3, 0) : QPointF(-3.2, 0.2)));
    if (!partly)
        path.lineTo(centre + QPointF(-0.9, 2.6));
    path.lineTo(centre + (partly ? QPointF(3, 0) : QPointF(3.4, -2.6)));
    painter->drawPath(path);
}

void QuietStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                              const QWidget *widget) const
{
    drawField(option, painter);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawChevron(painter, arrow, Qt::DownArrow, option->state.testFlag(State_Enabled));
}

void QuietStyle::drawMenuToolButton(const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button)
        return;
    drawToolButton(option, painter);
    QStyleOptionToolButton label(*button);
    label.rect =
        visualRect(option->direction, option->rect, option->rect.adjusted(unit, 0, -menuMarkWidth, 0));
    label.features &= ~QStyleOptionToolButton::HasMenu;
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
    QRect mark = option->rect.adjusted(0, 0, -unit / 2, 0);
    mark.setLeft(mark.right() - menuMarkWidth + 1);
    drawChevron(painter, visualRect(option->direction, option->rect, mark), Qt::DownArrow,
                option->state.testFlag(State_Enabled));
}

void QuietStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                             const QWidget *widget) const
{
    drawField(option, painter);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const bool enabled = option->state.testFlag(State_Enabled);
    drawChevron(painter, proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), Qt::UpArrow,
                enabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
    drawChevron(painter, proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), Qt::DownArrow,
                enabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawPushButton(option, painter);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_IndicatorTabClose:
        drawTabClose(option, painter);
        return;
    case PE_PanelButtonTool:
        drawToolButton(option, painter);
        return;
    case PE_IndicatorHeaderArrow:
        // Ascending points up: smallest on top, growing downwards, as in every spreadsheet.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            if (header->sortIndicator != QStyleOptionHeader::None)
                drawChevron(painter, header->rect,
                            header->sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow
                                                                                  : Qt::DownArrow,
                            true);
            return;
        }
        break;
    case PE_PanelItemViewItem:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        // The fill of what is selected is paler than its frame may be.
        if (m_highContrast && option->state.testFlag(State_Selected)) {
            const PainterGuard guard(painter);
            painter->setPen(QPen(color(ColorRole::Accent), 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        }
        return;
    case PE_FrameFocusRect:
        // The frame of what is selected, which high contrast has, must not pass for it.
        drawPanel(painter, option->rect, {}, color(ColorRole::Accent), m_highContrast ? 3 : 1.5);
        return;
    case PE_PanelLineEdit:
        // Inside a spin or combo box the field's frame is theirs.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget) != nullptr) {
            const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
            drawScrollAreaFrame(option, painter, text != nullptr && !text->isReadOnly());
            return;
        }
        [[fallthrough]];
    case PE_FrameMenu:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget: {
        painter->save();
        painter->setPen(color(ColorRole::Line));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    }
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameTabBarBase: {
        const auto *base = qstyleoption_cast<const QStyleOptionTabBarBase *>(option);
        if (base && base->shape == QTabBar::RoundedNorth)
            painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                              color(ColorRole::Line));
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(option, painter, true);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
    case PE_IndicatorButtonDropDown:
        drawChevron(painter, option->rect, Qt::DownArrow, option->state.testFlag(State_Enabled));
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        drawChevron(painter, option->rect, Qt::UpArrow, option->state.testFlag(State_Enabled));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && button->features.testFlag(QStyleOptionButton::DefaultButton) &&
            option->state.testFlag(State_Enabled)) {
            QStyleOptionButton copy(*button);
            copy.palette.setColor(QPalette::ButtonText, color(ColorRole::AccentText));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    }
    case CE_ToolBar:
        painter->fillRect(option->rect, color(ColorRole::Window));
        return;
    case CE_Splitter: {
        const bool upright = option->state.testFlag(State_Horizontal);
        const QRect &r = option->rect;
        const QRect line = upright ? QRect(r.center().x(), r.top(), 1, r.height())
                                   : QRect(r.left(), r.center().y(), r.width(), 1);
        if (isHot(option) || option->state.testFlag(State_Sunken))
            painter->fillRect(
                line.adjusted(upright ? -1 : 0, upright ? 0 : -1, upright ? 1 : 0, upright ? 0 : 1),
                color(ColorRole::Accent));
        else
            painter->fillRect(line, color(ColorRole::Line));
        return;
    }
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeader(option, painter);
        return;
    case CE_ProgressBarGroove:
        drawPanel(painter, option->rect, color(ColorRole::Line), {}, 0);
        return;
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (!bar || bar->maximum <= bar->minimum)
            break;
        QRect done = option->rect;
        const double share =
            double(qint64(bar->progress) - bar->minimum) / (qint64(bar->maximum) - bar->minimum);
        done.setWidth(qRound(done.width() * qBound(0.0, share, 1.0)));
        drawPanel(painter, visualRect(option->direction, option->rect, done), color(ColorRole::Accent), {},
                  0);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(option, painter, widget);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ToolButton:
        if (opensMenu(option)) {
            drawMenuToolButton(option, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace sonde
