#pragma once

#include "support/scenes.h"

namespace sonde {

/// Scenes of the tabs of queries.
QList<Scene> tabScenes();

} // namespace sonde
