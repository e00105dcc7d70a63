#pragma once

#include "support/scenes.h"

namespace sonde {

/// Scenes of writing KQL; those that show what the language service says wait for it.
QList<Scene> kqlScenes();

} // namespace sonde
