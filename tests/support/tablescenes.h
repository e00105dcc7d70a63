#pragma once

#include "support/scenes.h"

namespace sonde {

/// The tables of a workspace with groups, custom tables and functions.
KqlSchemaPtr sceneSchema();

/// Scenes of the dock of the tables.
QList<Scene> tableScenes();

} // namespace sonde
