#include "widgets/windowsettings.h"

#include "stores/settingsstore.h"

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

} // namespace

WindowSettings loadWindowSettings(const SettingsStore &store)
{
    WindowSettings window;
    window.theme = modeOf(store.get(settings::theme));
    const bool isLocal = store.get(settings::displayZone) == DisplayZone::Local;
    window.zone = isLocal ? TimeRange::Zone::Local : TimeRange::Zone::Utc;
    window.range = store.get(settings::timeRange);
    window.connectionId = store.get(settings::lastConnection);
    window.geometry = store.get(settings::geometry);
    window.state = store.get(settings::windowState);
    window.exportChoices.path = store.get(settings::csvFolder);
    window.exportChoices.guardFormulas = store.get(settings::guardFormulas);
    window.exportChoices.openWhenDone = store.get(settings::openWhenDone);
    return window;
}

void saveWindowSettings(SettingsStore &store, const WindowSettings &window)
{
    store.set(settings::theme, choiceOf(window.theme));
    store.set(settings::displayZone,
              window.zone == TimeRange::Zone::Local ? DisplayZone::Local : DisplayZone::Utc);
    store.set(settings::timeRange, window.range);
    store.set(settings::lastConnection, window.connectionId);
    store.set(settings::geometry, window.geometry);
    store.set(settings::windowState, window.state);
    store.set(settings::csvFolder, window.exportChoices.path);
    store.set(settings::guardFormulas, window.exportChoices.guardFormulas);
    store.set(settings::openWhenDone, window.exportChoices.openWhenDone);
}

} // namespace sonde
