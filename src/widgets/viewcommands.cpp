#include "widgets/viewcommands.h"

#include "stores/settingsstore.h"
#include "widgets/actions.h"
#include "widgets/appearance.h"
#include "widgets/theme.h"
#include "widgets/windowsettings.h"

#include <QMainWindow>

namespace sonde {

ViewCommands::ViewCommands(const WindowServices &services, Actions &actions, QMainWindow *window)
    : QObject(window)
{
    auto *appearance = new Appearance(services.settings, services.theme, window);
    const auto updateZoom = [appearance, &actions] {
        actions.view.zoomIn->setEnabled(appearance->canZoomIn());
        actions.view.zoomOut->setEnabled(appearance->canZoomOut());
        actions.view.zoomReset->setEnabled(appearance->isZoomed());
    };
    connect(actions.view.zoomIn, &QAction::triggered, appearance, &Appearance::zoomIn);
    connect(actions.view.zoomOut, &QAction::triggered, appearance, &Appearance::zoomOut);
    connect(actions.view.zoomReset, &QAction::triggered, appearance, &Appearance::resetZoom);
    connect(appearance, &Appearance::zoomChanged, this, updateZoom);
    updateZoom();
    connect(&actions, &Actions::themeModeChosen, this,
            [&settings = services.settings](Theme::Mode mode) { saveThemeMode(settings, mode); });
    connect(&services.theme, &Theme::modeChanged, &actions, &Actions::showThemeMode);
    actions.showThemeMode(services.theme.mode());
    const auto showContrast = [&actions, &theme = services.theme] {
        actions.view.highContrast->setChecked(theme.isHighContrast());
    };
    connect(actions.view.highContrast, &QAction::triggered, this,
            [&settings = services.settings, &theme = services.theme](bool isHigh) {
                saveContrastMode(settings, theme.contrastModeFor(isHigh));
            });
    connect(&services.theme, &Theme::changed, this, showContrast);
    showContrast();
    connect(
        actions.view.severityMarks, &QAction::triggered, this,
        [&settings = services.settings](bool isShown) { settings.set(settings::severityMarks, isShown); });
    const auto showMarks = [&actions, &theme = services.theme] {
        actions.view.severityMarks->setChecked(theme.showsSeverityMarks());
    };
    connect(&services.theme, &Theme::severityMarksChanged, this, showMarks);
    showMarks();
    connect(actions.view.wordWrap, &QAction::triggered, this,
            [&settings = services.settings](bool isWrapped) { settings.set(settings::wordWrap, isWrapped); });
    const auto showWrap = [&actions, &settings = services.settings] {
        actions.view.wordWrap->setChecked(settings.get(settings::wordWrap));
    };
    connect(&services.settings, &SettingsStore::changed, this, showWrap);
    showWrap();
    connect(actions.view.fullScreen, &QAction::toggled, window, [window](bool isFull) {
        window->setWindowState(window->windowState().setFlag(Qt::WindowFullScreen, isFull));
    });
}

} // namespace sonde
