#pragma once

#include "core/timerange.h"
#include "widgets/theme.h"

#include <QByteArray>
#include <QString>

namespace sonde {

class SettingsStore;

/// What a window remembers until the next start.
struct WindowSettings
{
    TimeRange range;
    QString connectionId;
    QByteArray geometry;   ///< as of QWidget::saveGeometry
    QByteArray state;      ///< as of QMainWindow::saveState
    QByteArray favourites; ///< as of FavouritesDock::state
};

Theme::Mode loadThemeMode(const SettingsStore &store);
void saveThemeMode(SettingsStore &store, Theme::Mode mode);
Theme::ContrastMode loadContrastMode(const SettingsStore &store);
void saveContrastMode(SettingsStore &store, Theme::ContrastMode mode);
TimeRange::Zone loadZone(const SettingsStore &store);
void saveZone(SettingsStore &store, TimeRange::Zone zone);

WindowSettings loadWindowSettings(const SettingsStore &store);
void saveWindowSettings(SettingsStore &store, const WindowSettings &window);

} // namespace sonde
