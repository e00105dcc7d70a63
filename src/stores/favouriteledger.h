#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <functional>

namespace sonde {

/// How often a favourite was opened.
struct FavouriteUse
{
    QDateTime last; ///< UTC; invalid: never
    int times = 0;
    bool operator==(const FavouriteUse &) const = default;
};

/// What is remembered about favourites outside of their files: the folders that were added, and how often
/// each was used. One JSON file, which several programs may change.
class FavouriteLedger
{
public:
    QStringList folders;               ///< absolute, in the order they were added
    QHash<QString, FavouriteUse> uses; ///< by path

    void use(const QString &path, const QDateTime &nowUtc);
    /// A file or a whole folder has another place.
    void move(const QString &from, const QString &to);

    /// Nothing there is an empty ledger. A file that cannot be understood is set aside as `<path>.damaged`
    /// and said with Decode, one that cannot be read with Io.
    static Result<FavouriteLedger> read(const QString &path);
    /// Reads the file, lets \a edit change it and writes it, while no other program does. For any thread.
    static Result<void> change(const QString &path, const std::function<void(FavouriteLedger &)> &edit);

private:
    QJsonObject m_root; ///< as read, for keys that are not ours
};

} // namespace sonde
