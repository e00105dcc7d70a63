#pragma once

#include "app/commandline.h"
#include "app/services.h"
#include "stores/settingsstore.h"
#include "widgets/icons.h"
#include "widgets/mainwindow.h"
#include "widgets/theme.h"

#include <QObject>
#include <QTemporaryDir>
#include <memory>

namespace sonde {

/// The program with a window: makes it, opens what the command line asks for and, for `--screenshot`, waits
/// for the first query and takes the picture.
class WindowSession final : public QObject
{
    Q_OBJECT

public:
    /// \a services outlives the session.
    WindowSession(Services &services, WindowCommand command);
    ~WindowSession() override;

    void start();

signals:
    /// Only with `--screenshot`: the program is to end with that code.
    void ended(int exitCode);

private:
    bool isEmbeddedChosen() const;
    void openFirstQuery();
    void takeScreenshotWhenDone(QueryPage *page);
    void takeScreenshot();

    Services &m_services;
    WindowCommand m_command;
    QTemporaryDir m_scratch; ///< settings of a window that is made for its picture only
    SettingsStore m_settings;
    Theme m_theme;
    Icons m_icons;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace sonde
