#pragma once

#include "core/timerange.h"
#include "widgets/exportdialog.h"
#include "widgets/theme.h"

#include <QByteArray>
#include <QString>

namespace sonde {

class SettingsStore;

/// What a window remembers until the next start.
struct WindowSettings
{
    Theme::Mode theme = Theme::Mode::System;
    TimeRange::Zone zone = TimeRange::Zone::Utc;
    TimeRange range;
    QString connectionId;
    QByteArray geometry;         ///< as of QWidget::saveGeometry
    QByteArray state;            ///< as of QMainWindow::saveState
    ExportRequest exportChoices; ///< its path is the folder of the last export
};

WindowSettings loadWindowSettings(const SettingsStore &store);
void saveWindowSettings(SettingsStore &store, const WindowSettings &window);

} // namespace sonde
