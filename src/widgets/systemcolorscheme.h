#pragma once

#include <QObject>

namespace sonde {

/// What the desktop says about light and dark and about contrast, now and whenever it changes.
///
/// On Linux from the desktop portal over D-Bus (org.freedesktop.portal.Settings, namespace
/// org.freedesktop.appearance, keys color-scheme: 0 no preference, 1 dark, 2 light; and contrast: 0 no
/// preference, 1 higher); elsewhere from Qt where it knows, which for contrast it does not before 6.10: on
/// Windows and macOS high contrast is the entry in View alone. A desktop that does not answer, or has no
/// preference, causes no signal.
class SystemColorScheme final : public QObject
{
    Q_OBJECT

public:
    explicit SystemColorScheme(QObject *parent = nullptr);

    /// Asks, and listens from then on. The answer comes later, as a signal.
    void start();

signals:
    void darkChanged(bool dark);
    void highContrastChanged(bool isHigh);

private:
    void report(const QString &key, uint portalValue);
};

} // namespace sonde
