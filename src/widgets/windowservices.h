#pragma once

#include "widgets/programfacts.h"

namespace sonde {

class Clock;
class ColumnLayoutStore;
class ConnectionProbe;
class ConnectionStore;
class FavouriteStore;
class HistoryStore;
class Icons;
class KqlService;
class LocalTables;
class SchemaKeeper;
class SearchRunner;
class SecretStore;
class SettingsStore;
class SnippetStore;
class Theme;
class WindowList;

/// What main() lends to the windows; all of it outlives them.
struct WindowServices
{
    SearchRunner &runner;
    SecretStore &secrets;
    ConnectionProbe &probe;
    ConnectionStore &connections;
    SettingsStore &settings;
    FavouriteStore &favourites;
    HistoryStore &history;
    ColumnLayoutStore &layouts;
    Theme &theme;
    const Icons &icons;
    const Clock &clock;
    SchemaKeeper &schemas;
    ProgramFacts facts = {};
    KqlService *kql = nullptr;        ///< null: editors do without
    SnippetStore *snippets = nullptr; ///< null: there are none
    WindowList *windows = nullptr;    ///< null: each window is alone
    LocalTables *tables = nullptr;    ///< null: this build has no engine for them
};

} // namespace sonde
