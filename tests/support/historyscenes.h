#pragma once

#include "support/scenes.h"

namespace sonde {

/// The history, and two of its queries side by side.
QList<Scene> historyScenes();

} // namespace sonde
