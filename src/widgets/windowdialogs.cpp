#include "widgets/windowdialogs.h"

#include "widgets/aboutdialog.h"
#include "widgets/actions.h"
#include "widgets/settingsdialog.h"
#include "widgets/shortcutsdialog.h"

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

void WindowDialogs::showAbout()
{
    auto *dialog = new AboutDialog(m_services.facts.components, m_window, m_services.facts.build);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace sonde
