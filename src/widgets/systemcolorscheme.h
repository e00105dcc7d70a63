#pragma once

#include <QObject>

namespace sonde {

/// What the desktop says about light and dark, now and whenever it changes.
///
/// On Linux from the desktop portal over D-Bus (org.freedesktop.portal.Settings, namespace
/// org.freedesktop.appearance, key color-scheme: 0 no preference, 1 dark, 2 light); elsewhere from Qt where
/// it knows. A desktop that does not answer, or has no preference, causes no signal.
class SystemColorScheme final : public QObject
{
    Q_OBJECT

public:
    explicit SystemColorScheme(QObject *parent = nullptr);

    /// Asks, and listens from then on. The answer comes later, as a signal.
    void start();

signals:
    void darkChanged(bool dark);

private:
    void report(uint portalValue);
};

} // namespace sonde
