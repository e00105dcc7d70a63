#pragma once

#include "core/timerange.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace sonde {

enum class ThemeChoice { System, Light, Dark };
enum class DisplayZone { Utc, Local };

/// One setting: its key in the file, its type and its default.
template <typename T>
struct Setting
{
    const char *key;
    T standard;
};

/// Every setting of the program, declared once.
namespace settings {
inline const Setting<ThemeChoice> theme{"window/theme", ThemeChoice::System};
inline const Setting<int> fontSize{"window/fontSize", 0}; ///< points, of editor and tables; 0: the system's
inline const Setting<QByteArray> geometry{"window/geometry", {}}; ///< as of QWidget::saveGeometry
inline const Setting<QByteArray> windowState{"window/state", {}}; ///< as of QMainWindow::saveState
inline const Setting<QByteArray> splitter{"window/splitter", {}}; ///< as of QSplitter::saveState
inline const Setting<DisplayZone> displayZone{"results/displayZone", DisplayZone::Utc};
inline const Setting<bool> guardFormulas{"csv/guardFormulas", false};
inline const Setting<bool> openWhenDone{"csv/openWhenDone", false};
inline const Setting<QString> csvFolder{"csv/folder", {}};
inline const Setting<QString> lastConnection{"search/connection", {}};
inline const Setting<TimeRange> timeRange{"search/timeRange", {}};
} // namespace settings

/// What the user prefers and where the window was, in one INI file. A value that cannot be understood is its
/// default. For the GUI thread.
class SettingsStore
{
public:
    /// \a path is the file; it and its folder are made with the first write.
    explicit SettingsStore(const QString &path);

    bool get(const Setting<bool> &setting) const;
    int get(const Setting<int> &setting) const;
    QString get(const Setting<QString> &setting) const;
    QByteArray get(const Setting<QByteArray> &setting) const;
    ThemeChoice get(const Setting<ThemeChoice> &setting) const;
    DisplayZone get(const Setting<DisplayZone> &setting) const;
    TimeRange get(const Setting<TimeRange> &setting) const;

    void set(const Setting<bool> &setting, bool value);
    void set(const Setting<int> &setting, int value);
    void set(const Setting<QString> &setting, const QString &value);
    void set(const Setting<QByteArray> &setting, const QByteArray &value);
    void set(const Setting<ThemeChoice> &setting, ThemeChoice value);
    void set(const Setting<DisplayZone> &setting, DisplayZone value);
    void set(const Setting<TimeRange> &setting, const TimeRange &value);

    /// Writes what is still in memory. Io where the file could not be written.
    Result<void> sync();

private:
    QString read(const char *key) const;
    void write(const char *key, const QString &value);

    QSettings m_settings;
};

} // namespace sonde
