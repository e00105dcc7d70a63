#pragma once

#include "core/commanddescription.h"

namespace sonde {

/// What completes a program's command line in each shell. The first of \a commands is what the program does
/// with no command's name.
QString bashCompletion(const QList<CommandDescription> &commands);
QString zshCompletion(const QList<CommandDescription> &commands);
QString fishCompletion(const QList<CommandDescription> &commands);

} // namespace sonde
