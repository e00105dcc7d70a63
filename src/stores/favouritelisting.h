#pragma once

#include "stores/favouritefile.h"

#include <atomic>

namespace sonde {

/// What lies in one of the folders that favourites are kept in.
struct FavouriteListing
{
    enum class Kind {
        Own,    ///< the user's own, in the data folder
        Added,  ///< any other that the user added
        Samples ///< in the program itself
    };
    enum class State {
        Reading, ///< for the first time
        Ready,
        Missing ///< it is away now: deleted, or its disk is
    };

    Kind kind = Kind::Own;
    State state = State::Reading;
    QString path;        ///< absolute
    QStringList folders; ///< in it, however deep; absolute, each behind the one it lies in
    QList<FavouriteFile> files;
    bool isCut = false; ///< there is more than is listed

    bool operator==(const FavouriteListing &) const = default;
};

/// Files and folders of one listing together; who adds a whole disk is told so.
inline constexpr qsizetype largestListing = 20'000;

/// Reads the folder of \a before anew; files that look as they did then are not opened again. For any thread;
/// ends early, with something useless, when \a isCancelled becomes true.
FavouriteListing readListing(const FavouriteListing &before, const std::atomic_bool &isCancelled);

} // namespace sonde
