#pragma once

#include <QString>

namespace sonde {

/// The folder of settings and connections.
QString configFolder();
/// The folder of favourites, history and sessions: what a person made.
QString dataFolder();
/// The folder of what workspaces listed, which can be fetched again.
QString tablesFolder();
/// Where requests are written if the user wants them written, as the XDG Base Directory Specification has it
/// for logs.
QString requestLogFile();

} // namespace sonde
