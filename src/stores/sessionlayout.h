#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace sonde {

/// Where one window was and which tabs it had, in their order.
struct WindowLayout
{
    QString id;
    QByteArray geometry; ///< as of QWidget::saveGeometry
    QByteArray state;    ///< as of QMainWindow::saveState
    QStringList tabs;    ///< ids of drafts
    QString currentTab;
    bool operator==(const WindowLayout &) const = default;
};

/// How the drafts of a session stand in windows.
struct SessionLayout
{
    QList<WindowLayout> windows;
    QStringList closed; ///< drafts that were closed and can be reopened, the last one last
    bool operator==(const SessionLayout &) const = default;
};

QByteArray toJson(const SessionLayout &layout);
/// Decode where \a json is no layout.
Result<SessionLayout> sessionLayoutFromJson(const QByteArray &json);

} // namespace sonde
