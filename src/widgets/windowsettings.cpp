#include "widgets/windowsettings.h"

#include "stores/settingsstore.h"

#include <algorithm>
#include <array>

namespace sonde {

namespace {

Theme::Mode modeOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        break;
    case ThemeChoice::Light:
        return Theme::Mode::Light;
    case ThemeChoice::Dark:
        return Theme::Mode::Dark;
    }
    return Theme::Mode::System;
}

ThemeChoice choiceOf(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::System:
        break;
    case Theme::Mode::Light:
        return ThemeChoice::Light;
    case Theme::Mode::Dark:
        return ThemeChoice::Dark;
    }
    return ThemeChoice::System;
}

/// As the choices stand in ContrastChoice.
constexpr std::array contrastModes{Theme::ContrastMode::System, Theme::ContrastMode::Usual,
                                   Theme::ContrastMode::High};

} // namespace

Theme::Mode loadThemeMode(const SettingsStore &store)
{
    return modeOf(store.get(settings::theme));
}

void saveThemeMode(SettingsStore &store, Theme::Mode mode)
{
    store.set(settings::theme, choiceOf(mode));
}

Theme::ContrastMode loadContrastMode(const SettingsStore &store)
{
    return contrastModes.at(static_cast<std::size_t>(store.get(settings::contrast)));
}

void saveContrastMode(SettingsStore &store, Theme::ContrastMode mode)
{
    const auto *found = std::find(contrastModes.begin(), contrastModes.end(), mode);
    store.set(settings::contrast, static_cast<ContrastChoice>(found - contrastModes.begin()));
}

TimeRange::Zone loadZone(const SettingsStore &store)
{
    const bool isLocal = store.get(settings::displayZone) == DisplayZone::Local;
    return isLocal ? TimeRange::Zone::Local : TimeRange::Zone::Utc;
}

void saveZone(SettingsStore &store, TimeRange::Zone zone)
{
    store.set(settings::displayZone, zone == TimeRange::Zone::Local ? DisplayZone::Local : DisplayZone::Utc);
}

WindowSettings loadWindowSettings(const SettingsStore &store)
{
    WindowSettings window;
    window.range = store.get(settings::timeRange);
    window.connectionId = store.get(settings::lastConnection);
    window.geometry = store.get(settings::geometry);
    window.state = store.get(settings::windowState);
    window.favourites = store.get(settings::favourites);
    return window;
}

void saveWindowSettings(SettingsStore &store, const WindowSettings &window)
{
    store.set(settings::timeRange, window.range);
    store.set(settings::lastConnection, window.connectionId);
    store.set(settings::geometry, window.geometry);
    store.set(settings::windowState, window.state);
    store.set(settings::favourites, window.favourites);
}

} // namespace sonde
