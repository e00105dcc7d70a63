#pragma once

#include <QString>

namespace sonde {

/// The folder, inside the program, of the favourites that show the embedded workspace. They are read like
/// files, and cannot be changed.
QString sampleFavouritesFolder();

} // namespace sonde
