#pragma once

#include "core/clock.h"
#include "core/timezone.h"
#include "stores/columnlayoutstore.h"
#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/historystore.h"
#include "stores/snippetstore.h"
#include "support/fakeconnectionprobe.h"
#include "support/fakelocaltables.h"
#include "support/fakeschemasource.h"
#include "support/fakesearchrunner.h"
#include "support/fakesecretstore.h"
#include "widgets/icons.h"
#include "widgets/mainwindow.h"
#include "widgets/programfacts.h"
#include "widgets/schemakeeper.h"
#include "widgets/theme.h"

#include <QTemporaryDir>
#include <memory>

class QAction;
class QPushButton;

namespace sonde {

class MessageBar;
class KqlService;
class SettingsStore;
class StatusLine;

/// A clock that stands still, so that texts with times in them can be compared.
class StandingClock final : public Clock
{
public:
    /// A Sunday.
    QDateTime nowUtc() const override { return QDateTime({2026, 11, 22}, {16, 2, 3}, utcZone); }
    qint64 monotonicMs() const override { return 0; }
};

/// A main window with everything it needs, in a folder of its own.
class WindowFixture
{
public:
    enum Columns { TimeColumn, ComputerColumn, CountColumn, MessageColumn, PropertiesColumn, IdColumn };

    WindowFixture();
    ~WindowFixture();

    /// A new window, shown; the one before it goes.
    MainWindow &openWindow();

    /// Before openWindow(): its editors ask Microsoft's language service, one for all fixtures, which loads
    /// in seconds.
    void askLanguageService();

    /// The one that openWindow() made.
    MainWindow &window() const { return *m_window; }

    /// \a count rows of the columns above, from \a first on.
    static ResultChunk chunk(int first, int count, ResultChunk::Mode mode = ResultChunk::Mode::Append);
    /// What is known about a complete answer.
    ResultInfo info() const;
    /// Opens a query and lets it come to its end with that many rows.
    QueryPage *runToEnd(int rows);
    QueryPage *runToEnd(int rows, const QString &text, const QString &title = {});

    FavouriteStore &favourites() { return m_favourites; }
    HistoryStore &history() { return m_history; }
    SettingsStore &settings() { return *m_settings; }
    SnippetStore &snippets() { return m_snippets; }
    ConnectionStore &connections() { return m_connections; }
    /// What every services struct of this fixture is made of.
    WindowServices services();

    QAction *action(const QString &text) const;
    /// As a person does, in the toolbar's menu.
    void chooseConnection(const QString &id) const;
    /// The visible button with that text, also in dialogs.
    QPushButton *button(const QString &text) const;
    StatusLine &status() const;
    MessageBar &messages() const;
    std::optional<TextPosition> errorPosition() const;
    /// Waits until the widget is shown and its layout stands.
    static bool settle(QWidget &widget);
    /// Saves a picture into the folder that SONDE_SCREENSHOTS names, if it is set.
    static void shoot(QWidget &widget, const char *name);

    KqlService *kql = nullptr; ///< before openWindow(): editors ask it
    FakeSearchRunner runner;
    FakeSecretStore secrets;
    FakeConnectionProbe probe;
    FakeSchemaSource schemaSource;
    FakeLocalTables tables;
    StandingClock clock;
    Theme theme;
    Icons icons{theme};
    Connection connection;
    ProgramFacts facts;

private:
    QTemporaryDir m_folder;
    ConnectionStore m_connections;
    FavouriteStore m_favourites;
    HistoryStore m_history;
    ColumnLayoutStore m_layouts;
    SnippetStore m_snippets;
    SchemaKeeper m_schemas;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace sonde
