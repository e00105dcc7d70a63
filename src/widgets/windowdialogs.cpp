#include "widgets/windowdialogs.h"

#include "widgets/aboutdialog.h"
#include "widgets/actions.h"
#include "widgets/settingsdialog.h"
#include "widgets/shortcutsdialog.h"
#include "widgets/tourdialog.h"

#include <QMainWindow>
#include <QMenuBar>

namespace sonde {

WindowDialogs::WindowDialogs(const WindowServices &services, QMainWindow *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{}

void WindowDialogs::connectTo(const Actions &actions)
{
    connect(actions.file.settings, &QAction::triggered, this, &WindowDialogs::showSettings);
    connect(actions.help.shortcuts, &QAction::triggered, this, &WindowDialogs::showShortcuts);
    connect(actions.help.about, &QAction::triggered, this, &WindowDialogs::showAbout);
    connect(actions.help.tour, &QAction::triggered, this, &WindowDialogs::showTour);
}

SettingsDialog *WindowDialogs::openSettings()
{
    auto *dialog = new SettingsDialog(m_services.settings, m_services.secrets, m_services.icons,
                                      m_services.facts, m_window);
    if (m_services.snippets != nullptr)
        dialog->addSnippets(*m_services.snippets, m_services.theme);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::applied, this, &WindowDialogs::settingsApplied);
    dialog->open();
    return dialog;
}

void WindowDialogs::showSettings()
{
    openSettings();
}

void WindowDialogs::showNetworkSettings()
{
    openSettings()->showPage(SettingsDialog::Network);
}

void WindowDialogs::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(*m_window->menuBar(), ShortcutsDialog::keysWithoutActions(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowDialogs::showTour()
{
    if (!m_tour) {
        m_tour = new TourDialog(m_services.theme, m_window);
        m_tour->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_tour, &TourDialog::runRequested, this, &WindowDialogs::sampleRequested);
        // Beside the editor and the first rows, where windows may say where they are.
        const QPoint corner = m_window->mapToGlobal(m_window->rect().bottomRight());
        m_tour->move(corner - QPoint(m_tour->width() + 24, m_tour->height() + 48));
    }
    m_tour->show();
    m_tour->raise();
    m_tour->activateWindow();
}

void WindowDialogs::showAbout()
{
    auto *dialog = new AboutDialog(m_services.facts.components, m_window, m_services.facts.build);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace sonde
