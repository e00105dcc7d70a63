#pragma once

#include <QObject>

class QWidget;

namespace sonde {

class SettingsStore;
class Theme;

/// Keeps the theme's colours and fonts as the settings say, in one window and from then on; and makes the
/// text of editor and tables larger and smaller, also with Ctrl and the wheel anywhere in the window.
///
/// Any number of windows may have one: they share the settings and the theme.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    /// \a settings and \a theme outlive \a window, which owns this.
    Appearance(SettingsStore &settings, Theme &theme, QWidget *window);

    bool canZoomIn() const;
    bool canZoomOut() const;
    /// Whether the text has a size of the user's own.
    bool isZoomed() const;

public slots:
    void zoomIn();
    void zoomOut();
    /// To the system's size.
    void resetZoom();

signals:
    /// canZoomIn(), canZoomOut() and isZoomed() may be others now.
    void zoomChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeSetting(const QString &key);
    void takeFonts();
    int size() const;
    void zoomBy(int points);
    bool isInWindow(const QWidget *widget) const;

    SettingsStore &m_settings;
    Theme &m_theme;
    QWidget *m_window;
    int m_wheelAngle = 0; ///< turned so far without making a step
};

} // namespace sonde
