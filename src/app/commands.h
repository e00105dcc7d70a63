#pragma once

#include "core/commanddescription.h"

namespace sonde {

/// `sonde`: the window.
CommandDescription windowCommandDescription();
/// `sonde query`: one query without a window.
CommandDescription queryCommandDescription();
/// The words that --format takes; the results library knows them, too.
QStringList queryFormats();

} // namespace sonde
