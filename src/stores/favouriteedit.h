#pragma once

#include "stores/favouritefile.h"

namespace sonde {

/// What became of a change.
struct SavedFavourite
{
    FavouriteFile file; ///< as it is now; its path may be another
    /// Somebody else had changed the same in the meantime: theirs is where it was, and \a file lies beside
    /// it.
    bool isConflict = false;
};

/// Brings a favourite's file from \a base to \a mine.
///
/// What the file holds now is read first. What others changed in it stays; where they changed the same, or
/// the file cannot be read any more, a file `name (conflict 2026-11-22 1602).kql` is written beside it. A
/// file that is gone is made again. With another name the file is called so, too, if it was called after the
/// old one. Programs of this user take turns by a lock in \a lockFolder. For any thread.
Result<SavedFavourite> changeFavouriteFile(const QString &path, const Favourite &base, const Favourite &mine,
                                           const QDateTime &now, const QString &lockFolder);

} // namespace sonde
