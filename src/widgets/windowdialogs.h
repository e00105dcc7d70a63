#pragma once

#include "widgets/windowservices.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace sonde {

class Actions;
class SettingsDialog;
class TourDialog;
struct SampleQuery;

/// Opens the dialogs that belong to no query: settings, keyboard shortcuts and what the program is made of.
class WindowDialogs final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over \a window.
    WindowDialogs(const WindowServices &services, QMainWindow *window);

    /// The menus' entries open the dialogs.
    void connectTo(const Actions &actions);

    void showSettings();
    /// At the page with the proxy and the certificates.
    void showNetworkSettings();
    /// The keys of the window's menus as they are now.
    void showShortcuts();
    void showAbout();
    /// Stays beside the window, whose queries go on; once however often it is asked for.
    void showTour();

signals:
    void settingsApplied();
    /// A query of the tour is to run.
    void sampleRequested(const sonde::SampleQuery &query);

private:
    SettingsDialog *openSettings();

    WindowServices m_services;
    QMainWindow *m_window;
    QPointer<TourDialog> m_tour;
};

} // namespace sonde
