#pragma once

namespace sonde {

class Clock;
class ConnectionStore;
class Icons;
class SearchRunner;
class SecretStore;
class SettingsStore;
class Theme;

/// What main() lends to the windows; all of it outlives them.
struct WindowServices
{
    SearchRunner &runner;
    SecretStore &secrets;
    ConnectionStore &connections;
    SettingsStore &settings;
    Theme &theme;
    const Icons &icons;
    const Clock &clock;
};

} // namespace sonde
