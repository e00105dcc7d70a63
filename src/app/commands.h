#pragma once

#include "core/commanddescription.h"

namespace sonde {

/// `sonde`: the window.
CommandDescription windowCommandDescription();
/// `sonde query`: one query without a window.
CommandDescription queryCommandDescription();
/// `sonde check`: what is wrong with query files.
CommandDescription checkCommandDescription();
/// `sonde format`: query files as the language service writes them.
CommandDescription formatCommandDescription();
/// All of them, the window's first.
QList<CommandDescription> commandDescriptions();
/// The words that --format takes; the results library knows them, too.
QStringList queryFormats();

} // namespace sonde
