#pragma once

#include "widgets/windowservices.h"

#include <QObject>

class QMainWindow;

namespace sonde {

class Actions;

/// What the View menu's actions for theme, size of text and full screen do.
class ViewCommands final : public QObject
{
    Q_OBJECT

public:
    /// \a actions outlives this.
    ViewCommands(const WindowServices &services, Actions &actions, QMainWindow *window);
};

} // namespace sonde
