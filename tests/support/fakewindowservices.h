#pragma once

#include "core/clock.h"
#include "stores/columnlayoutstore.h"
#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "support/fakeconnectionprobe.h"
#include "support/fakeschemasource.h"
#include "support/fakesearchrunner.h"
#include "support/fakesecretstore.h"
#include "widgets/icons.h"
#include "widgets/schemakeeper.h"
#include "widgets/theme.h"
#include "widgets/windowservices.h"

#include <QString>

namespace sonde {

/// Everything that windows and pages are lent, with nothing behind it, in a folder of the test's.
class FakeWindowServices
{
public:
    explicit FakeWindowServices(const QString &folder)
        : connections(folder + QStringLiteral("/connections.json"))
        , settings(folder + QStringLiteral("/settings.ini"))
        , favourites(
              {folder + QStringLiteral("/favourites"), folder + QStringLiteral("/favourites.json"), {}},
              clock)
        , history(folder + QStringLiteral("/history"))
        , layouts(folder + QStringLiteral("/columns.json"))
        , schemas({schemaSource, SchemaCache(folder + QStringLiteral("/tables")), connections, clock})
    {
        theme.install();
    }

    WindowServices services()
    {
        return {runner,  secrets, probe, connections, settings, favourites,
                history, layouts, theme, icons,       clock,    schemas};
    }

    FakeSearchRunner runner;
    FakeSecretStore secrets;
    FakeConnectionProbe probe;
    SystemClock clock;
    ConnectionStore connections;
    SettingsStore settings;
    FavouriteStore favourites;
    HistoryStore history;
    ColumnLayoutStore layouts;
    FakeSchemaSource schemaSource;
    SchemaKeeper schemas;
    Theme theme;
    Icons icons{theme};
};

} // namespace sonde
