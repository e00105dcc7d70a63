#pragma once

#include <QToolBar>

namespace sonde {

class Actions;
class ConnectionChooser;
class TimeRangePicker;

/// The window's one line of tools: where is searched, over which time, run and stop, keep and export.
class WindowToolBar final : public QToolBar
{
    Q_OBJECT

public:
    /// Takes the two choosers into itself, and opens them on their actions.
    WindowToolBar(const Actions &actions, ConnectionChooser *connections, TimeRangePicker *range,
                  QWidget *parent);

    /// At the far end: what shows and hides the docks.
    void addDockActions(const QList<QAction *> &actions);
};

} // namespace sonde
