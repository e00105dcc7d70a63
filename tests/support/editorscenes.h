#pragma once

#include "support/scenes.h"

namespace sonde {

/// Scenes in which the query's editor is what is looked at.
QList<Scene> editorScenes();

} // namespace sonde
