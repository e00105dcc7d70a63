#include "widgets/appearance.h"

#include "stores/settingsstore.h"
#include "widgets/theme.h"
#include "widgets/windowsettings.h"

#include <QApplication>
#include <QDockWidget>
#include <QFontInfo>
#include <QWheelEvent>
#include <algorithm>

namespace sonde {

Appearance::Appearance(SettingsStore &settings, Theme &theme, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_theme(theme)
    , m_window(window)
{
    m_theme.setMode(loadThemeMode(m_settings));
    m_theme.setContrastMode(loadContrastMode(m_settings));
    m_theme.setSeverityMarks(m_settings.get(settings::severityMarks));
    takeFonts();
    connect(&m_settings, &SettingsStore::changed, this, &Appearance::takeSetting);
    // Scroll areas use the wheel up before their window hears of it, and floating docks are no part of it.
    qApp->installEventFilter(this);
}

void Appearance::takeSetting(const QString &key)
{
    const auto is = [&key](const auto &setting) { return key == QLatin1String(setting.key); };
    if (is(settings::theme))
        m_theme.setMode(loadThemeMode(m_settings));
    else if (is(settings::contrast))
        m_theme.setContrastMode(loadContrastMode(m_settings));
    else if (is(settings::severityMarks))
        m_theme.setSeverityMarks(m_settings.get(settings::severityMarks));
    else if (is(settings::fontFamily) || is(settings::fontSize) || is(settings::fixedCells))
        takeFonts();
}

void Appearance::takeFonts()
{
    m_theme.setFonts({m_settings.get(settings::fontFamily), m_settings.get(settings::fontSize),
                      m_settings.get(settings::fixedCells)});
    emit zoomChanged();
}

/// In points, as the editor shows it.
int Appearance::size() const
{
    return QFontInfo(m_theme.editorFont()).pointSize();
}

bool Appearance::canZoomIn() const
{
    return size() < settings::fontSize.most;
}

bool Appearance::canZoomOut() const
{
    return size() > settings::fontSize.least;
}

bool Appearance::isZoomed() const
{
    return m_theme.fonts().size > 0;
}

void Appearance::zoomBy(int points)
{
    m_settings.set(settings::fontSize,
                   std::clamp(size() + points, settings::fontSize.least, settings::fontSize.most));
}

void Appearance::zoomIn()
{
    zoomBy(1);
}

void Appearance::zoomOut()
{
    zoomBy(-1);
}

void Appearance::resetZoom()
{
    m_settings.set(settings::fontSize, settings::fontSize.standard);
}

bool Appearance::isInWindow(const QWidget *widget) const
{
    while (widget != nullptr && widget != m_window) {
        if (widget->isWindow() && qobject_cast<const QDockWidget *>(widget) == nullptr)
            return false;
        widget = widget->parentWidget();
    }
    return widget != nullptr;
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return false;
    auto *wheel = static_cast<QWheelEvent *>(event);
    if (wheel->modifiers() != Qt::ControlModifier || !isInWindow(qobject_cast<QWidget *>(watched)))
        return false;
    // Fine wheels and touch pads tell a step in many parts.
    m_wheelAngle += wheel->angleDelta().y();
    const int steps = m_wheelAngle / QWheelEvent::DefaultDeltasPerStep;
    m_wheelAngle %= QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0)
        zoomBy(steps);
    event->accept();
    return true;
}

} // namespace sonde
