#pragma once

#include "app/commandline.h"
#include "app/services.h"
#include "app/sessionchoice.h"
#include "stores/columnlayoutstore.h"
#include "stores/favouritestore.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "stores/snippetstore.h"
#include "widgets/icons.h"
#include "widgets/schemakeeper.h"
#include "widgets/theme.h"
#include "widgets/windowservices.h"

#include <QObject>
#include <QTemporaryDir>
#include <memory>
#include <optional>

namespace sonde {

class Language;

class MainWindow;
class QueryPage;
class Windows;

/// The program with windows: finds its session, brings the windows back, opens what the command line asks for
/// and, for `--screenshot`, waits for the first query and takes the picture.
class WindowSession final : public QObject
{
    Q_OBJECT

public:
    /// \a services and \a language outlive the session.
    WindowSession(Services &services, Language &language, WindowCommand command);
    ~WindowSession() override;

    /// False where the running program opens the window instead: this one has nothing left to do.
    bool start();

signals:
    /// Only with `--screenshot`: the program is to end with that code.
    void ended(int exitCode);

private:
    /// Where this run keeps what it is told to keep.
    QString folder(const QString &usual) const;
    WindowServices windowServices();
    bool chooseStore();
    Result<void> applyNetwork();
    void say(const Error &error);
    bool isEmbeddedChosen() const;
    void openFirstQuery();
    void takeHandOver(const HandOver &request);
    void takeScreenshotWhenDone(QueryPage *page);
    void takeScreenshot();

    Services &m_services;
    Language &m_language;
    WindowCommand m_command;
    QTemporaryDir m_scratch; ///< settings and tabs of a window that is made for its picture only
    SettingsStore m_settings;
    FavouriteStore m_favourites;
    HistoryStore m_history;
    ColumnLayoutStore m_layouts;
    SnippetStore m_snippets;
    SchemaKeeper m_schemas;
    Theme m_theme;
    Icons m_icons;
    std::unique_ptr<DraftStore> m_store;
    std::unique_ptr<SingleInstance> m_instance;
    std::optional<Error> m_storeError; ///< why nothing can be kept
    std::unique_ptr<Windows> m_windows;
};

} // namespace sonde
