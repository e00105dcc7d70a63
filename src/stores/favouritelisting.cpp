#include "stores/favouritelisting.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace sonde {

namespace {

/// File systems count time in steps of up to two seconds (FAT): a file that was changed so shortly before it
/// was read may have changed again without looking it.
constexpr qint64 clockStepMs = 2500;

bool looksUnchanged(const FavouriteFile &known, const QFileInfo &info)
{
    return known.size == info.size() && known.modified == info.lastModified() &&
           known.isWritable == info.isWritable() && !(known.fault && known.fault->kind == ErrorKind::Io) &&
           known.modified.msecsTo(QDateTime::currentDateTime()) > clockStepMs;
}

} // namespace

FavouriteListing readListing(const FavouriteListing &before, const std::atomic_bool &isCancelled)
{
    FavouriteListing listing;
    listing.kind = before.kind;
    listing.path = before.path;
    if (!QFileInfo(before.path).isDir()) {
        // The user's own folder is made with the first favourite.
        listing.state = before.kind == FavouriteListing::Kind::Own ? FavouriteListing::State::Ready
                                                                   : FavouriteListing::State::Missing;
        return listing;
    }
    QHash<QString, const FavouriteFile *> known;
    for (const FavouriteFile &file : before.files)
        known.insert(file.path, &file);
    QSet<QString> seen{QFileInfo(before.path).canonicalFilePath()};
    QStringList waiting{before.path};
    listing.state = FavouriteListing::State::Ready;
    while (!waiting.isEmpty() && !isCancelled && !listing.isCut) {
        const QDir folder(waiting.takeFirst());
        const QFileInfoList entries =
            folder.entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &info : entries) {
            if (isCancelled || listing.folders.size() + listing.files.size() >= largestListing) {
                listing.isCut = true;
                break;
            }
            if (info.isDir()) {
                // A link may lead back to a folder above it.
                const QString real = info.canonicalFilePath();
                if (seen.contains(real))
                    continue;
                seen.insert(real);
                listing.folders.append(info.absoluteFilePath());
                waiting.append(info.absoluteFilePath());
            } else if (isFavouriteFileName(info.fileName())) {
                const FavouriteFile *old = known.value(info.absoluteFilePath());
                listing.files.append(old != nullptr && looksUnchanged(*old, info)
                                         ? *old
                                         : readFavouriteFile(info.absoluteFilePath()).file);
            }
        }
    }
    return listing;
}

} // namespace sonde
