#pragma once

#include <QToolBar>

namespace sonde {

class Actions;

/// The window's one line of tools: where is searched, over which time, run and stop, keep and export.
class WindowToolBar final : public QToolBar
{
    Q_OBJECT

public:
    /// Takes the two choosers into itself.
    WindowToolBar(const Actions &actions, QWidget *connections, QWidget *range, QWidget *parent);

    /// At the far end: what shows and hides the docks.
    void addDockActions(const QList<QAction *> &actions);
};

} // namespace sonde
