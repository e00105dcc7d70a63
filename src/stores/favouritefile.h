#pragma once

#include "core/favouritetext.h"

#include <QDateTime>

namespace sonde {

/// A favourite's file as it was found.
struct FavouriteFile
{
    QString path;        ///< absolute; what it is known by
    Favourite favourite; ///< its name is never empty: a file that says none is called as itself
    /// Why it cannot be read; then the favourite has a name only, and nothing is ever written over the file.
    std::optional<Error> fault;
    bool isWritable = true;
    qint64 size = 0;
    QDateTime modified;

    bool operator==(const FavouriteFile &) const = default;
};

/// What readFavouriteFile() found: the list's entry, and the text to change it by.
struct ReadFavourite
{
    FavouriteFile file;
    FavouriteText text; ///< empty with a fault
};

/// Whether a file of that name is a favourite: .kql, .csl or .kusto.
bool isFavouriteFileName(const QString &fileName);
/// Never fails: what cannot be read is in the entry's fault. May be called from any thread.
ReadFavourite readFavouriteFile(const QString &path);

/// A file name, without its ending, that every system takes, as close to \a name as can be. Never empty.
QString fileNameFor(const QString &name);
/// A path in \a folder that nothing has yet: `base.kql`, else `base (2).kql`... An empty \a suffix is for
/// folders.
QString freeFavouritePath(const QString &folder, const QString &base,
                          const QString &suffix = QStringLiteral("kql"));
/// Writes a file that is not there yet, under a name like \a base, and returns its path. What somebody else
/// makes in the meantime is left alone.
Result<QString> createFavouriteFile(const QString &folder, const QString &base, const QByteArray &bytes);
/// A new name, in any folder of any disk; nothing is replaced. Io where it fails, in words for a person.
Result<void> moveFavouriteFile(const QString &from, const QString &to);

} // namespace sonde
