#include "app/folders.h"

#include <QDir>
#include <QStandardPaths>

namespace sonde {

QString configFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/sonde");
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/sonde");
}

QString tablesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/sonde/tables");
}

QString requestLogFile()
{
    // Qt 6.4 has no name for this place.
    const QString usual = QDir::homePath() + QStringLiteral("/.local/state");
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state : usual) + QStringLiteral("/sonde/requests.log");
}

} // namespace sonde
