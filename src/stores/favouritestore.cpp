#include "stores/favouritestore.h"

#include "core/clock.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace sonde {

namespace {

using std::chrono::milliseconds;

/// Programs write a file in several steps.
constexpr milliseconds settling(150);
/// Of the system's watches, which other programs want, too. What is not watched is found by refresh().
constexpr qsizetype watchedPaths = 4000;
constexpr int keptDays = 30;

bool isWithin(const QString &folder, const QString &path)
{
    return path == folder || path.startsWith(folder + u'/');
}

void emptyTrash(const QString &trash, const QDate &today)
{
    const QFileInfoList removals = QDir(trash).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &removal : removals) {
        const QDate day = QDate::fromString(removal.fileName().left(8), QStringLiteral("yyyyMMdd"));
        if (day.isValid() && day.daysTo(today) > keptDays)
            QDir(removal.filePath()).removeRecursively();
    }
}

} // namespace

FavouriteStore::FavouriteStore(Places places, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_places(std::move(places))
    , m_clock(clock)
{
    m_places.own = QDir::cleanPath(m_places.own);
    m_writer.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(settling);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        const QSet<QString> folders = std::exchange(m_noticed, {});
        for (const QString &folder : folders)
            startReading(folder);
    });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FavouriteStore::noticeChange);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FavouriteStore::noticeChange);
}

FavouriteStore::~FavouriteStore()
{
    m_isClosing = true;
    m_readers.waitForDone();
    m_writer.waitForDone();
}

Result<void> FavouriteStore::load()
{
    const Result<FavouriteLedger> ledger = FavouriteLedger::read(m_places.ledger);
    m_ledger = ledger.value_or(FavouriteLedger());
    m_listings.clear();
    show(FavouriteListing::Kind::Own, m_places.own);
    for (const QString &folder : std::as_const(m_ledger.folders))
        show(FavouriteListing::Kind::Added, folder);
    if (!m_places.samples.isEmpty())
        show(FavouriteListing::Kind::Samples, m_places.samples);
    emit changed();
    m_writer.start([trash = trashFolder(), today = m_clock.nowUtc().date()] { emptyTrash(trash, today); });
    if (!ledger)
        return failure(ledger.error());
    return {};
}

void FavouriteStore::show(FavouriteListing::Kind kind, const QString &path)
{
    FavouriteListing listing;
    listing.kind = kind;
    listing.path = path;
    const auto samples =
        std::find_if(m_listings.begin(), m_listings.end(), [](const FavouriteListing &other) {
            return other.kind == FavouriteListing::Kind::Samples;
        });
    m_listings.insert(samples, listing);
    startReading(path);
}

void FavouriteStore::refresh()
{
    for (const FavouriteListing &listing : std::as_const(m_listings)) {
        if (listing.kind != FavouriteListing::Kind::Samples)
            startReading(listing.path);
    }
}

void FavouriteStore::startReading(const QString &folder)
{
    const FavouriteListing *before = listingOf(folder);
    if (before == nullptr)
        return;
    Reading &reading = m_readings[folder];
    reading.isWanted = reading.isRunning;
    if (reading.isRunning)
        return;
    reading.isRunning = true;
    // The answer is an event also where it is there at once: our own changes come in several steps.
    m_readers.start([this, before = *before, version = reading.version] {
        QMetaObject::invokeMethod(
            this,
            [this, listing = readListing(before, m_isClosing), version] { takeListing(listing, version); },
            Qt::QueuedConnection);
    });
}

void FavouriteStore::takeListing(const FavouriteListing &listing, int version)
{
    m_readings[listing.path].isRunning = false;
    FavouriteListing *known = listingOf(listing.path);
    if (known == nullptr || known->path != listing.path)
        return; // forgotten in the meantime
    const bool isOld = version != m_readings.value(listing.path).version;
    if (!isOld && *known != listing) {
        *known = listing;
        emit changed();
    }
    if (isOld || m_readings.value(listing.path).isWanted)
        startReading(listing.path);
    else if (watch())
        noticeChange(listing.path); // what changed between the reading and the watch
}

bool FavouriteStore::watch()
{
    QStringList wanted;
    for (const FavouriteListing &listing : std::as_const(m_listings)) {
        if (listing.kind == FavouriteListing::Kind::Samples ||
            listing.state != FavouriteListing::State::Ready)
            continue;
        wanted.append(listing.path);
        wanted += listing.folders;
    }
    // A folder's watch tells of what comes and goes, a file's of what is written into it.
    for (const FavouriteListing &listing : std::as_const(m_listings)) {
        for (const FavouriteFile &file : listing.files) {
            if (listing.kind != FavouriteListing::Kind::Samples && wanted.size() < watchedPaths)
                wanted.append(file.path);
        }
    }
    const QStringList watchedNow = m_watcher.directories() + m_watcher.files();
    const QSet<QString> had(watchedNow.begin(), watchedNow.end());
    const QSet<QString> want(wanted.begin(), wanted.end());
    const QStringList old = (had - want).values();
    const QStringList fresh = (want - had).values();
    if (!old.isEmpty())
        m_watcher.removePaths(old);
    return !fresh.isEmpty() && m_watcher.addPaths(fresh).size() < fresh.size();
}

void FavouriteStore::noticeChange(const QString &path)
{
    const QString folder = folderOf(path);
    if (folder.isEmpty())
        return;
    m_noticed.insert(folder);
    if (!m_soon.isActive())
        m_soon.start();
}

QString FavouriteStore::folderOf(const QString &path) const
{
    for (const FavouriteListing &listing : m_listings) {
        if (isWithin(listing.path, path))
            return listing.path;
    }
    return {};
}

FavouriteListing *FavouriteStore::listingOf(const QString &path)
{
    for (FavouriteListing &listing : m_listings) {
        if (isWithin(listing.path, path))
            return &listing;
    }
    return nullptr;
}

const FavouriteFile *FavouriteStore::find(const QString &path) const
{
    for (const FavouriteListing &listing : m_listings) {
        if (!isWithin(listing.path, path))
            continue;
        for (const FavouriteFile &file : listing.files) {
            if (file.path == path)
                return &file;
        }
    }
    return nullptr;
}

bool FavouriteStore::isChangeable(const QString &path) const
{
    const QString folder = folderOf(QDir::cleanPath(path));
    return !folder.isEmpty() && folder != m_places.samples;
}

Result<void> FavouriteStore::refusal(const QString &path) const
{
    if (isChangeable(path))
        return {};
    if (!m_places.samples.isEmpty() && isWithin(m_places.samples, path)) {
        return failure(ErrorKind::Usage, tr("The samples are a part of the program and stay as they are."),
                       tr("Save the query as a favourite of your own."));
    }
    return failure(ErrorKind::Usage,
                   tr("“%1” is in none of the favourites’ folders.").arg(QDir::toNativeSeparators(path)),
                   tr("Add its folder first."));
}

void FavouriteStore::use(const QString &path)
{
    const QDateTime now = m_clock.nowUtc();
    m_ledger.use(path, now);
    write([path, now](FavouriteLedger &ledger) { ledger.use(path, now); });
    emit used(path);
}

void FavouriteStore::write(std::function<void(FavouriteLedger &)> edit)
{
    m_writer.start([this, edit = std::move(edit)] {
        QMetaObject::invokeMethod(
            this,
            [this, written = FavouriteLedger::change(m_places.ledger, edit)] {
                // One sentence for a disk that is full, not one for each use.
                if (!written && !std::exchange(m_isFailing, true))
                    emit failed(written.error());
                else if (written)
                    m_isFailing = false;
            },
            Qt::QueuedConnection);
    });
}

void FavouriteStore::touch(const QString &path)
{
    const QString folder = folderOf(path);
    ++m_readings[folder].version;
    startReading(folder);
}

void FavouriteStore::place(const FavouriteFile &file)
{
    FavouriteListing *listing = listingOf(file.path);
    if (listing == nullptr)
        return;
    for (QString folder = QFileInfo(file.path).absolutePath();
         folder != listing->path && isWithin(listing->path, folder);
         folder = QFileInfo(folder).absolutePath()) {
        if (!listing->folders.contains(folder))
            listing->folders.prepend(folder);
    }
    const auto known = std::find_if(listing->files.begin(), listing->files.end(),
                                    [&file](const FavouriteFile &other) { return other.path == file.path; });
    if (known == listing->files.end())
        listing->files.append(file);
    else
        *known = file;
    touch(file.path);
}

void FavouriteStore::drop(const QString &path)
{
    FavouriteListing *listing = listingOf(path);
    if (listing == nullptr)
        return;
    listing->files.removeIf([&path](const FavouriteFile &file) { return isWithin(path, file.path); });
    listing->folders.removeIf([&path](const QString &folder) { return isWithin(path, folder); });
    touch(path);
}

void FavouriteStore::follow(QString from, QString to)
{
    FavouriteListing *listing = listingOf(from);
    QStringList folders;
    QList<FavouriteFile> files;
    if (listing != nullptr) {
        for (const QString &folder : std::as_const(listing->folders)) {
            if (isWithin(from, folder))
                folders.append(to + folder.sliced(from.size()));
        }
        for (const FavouriteFile &file : std::as_const(listing->files)) {
            if (isWithin(from, file.path))
                files.append(readFavouriteFile(to + file.path.sliced(from.size())).file);
        }
        drop(from);
    }
    if (FavouriteListing *target = listingOf(to); target != nullptr) {
        target->folders += folders;
        for (const FavouriteFile &file : std::as_const(files))
            place(file);
        touch(to);
    }
    m_ledger.move(from, to);
    write([from, to](FavouriteLedger &ledger) { ledger.move(from, to); });
    emit moved(from, to);
    emit changed();
}

Result<QString> FavouriteStore::add(const Favourite &favourite, const QString &folder)
{
    if (auto allowed = refusal(folder); !allowed)
        return failure(allowed.error());
    FavouriteText text;
    text.set(favourite);
    const Result<QByteArray> bytes = text.toBytes();
    if (!bytes)
        return failure(bytes.error());
    if (isWithin(m_places.own, folder))
        QDir().mkpath(folder);
    const Result<QString> path = createFavouriteFile(folder, fileNameFor(favourite.name), *bytes);
    if (!path)
        return path;
    place(readFavouriteFile(*path).file);
    emit changed();
    return path;
}

Result<SavedFavourite> FavouriteStore::update(QString path, const Favourite &base, const Favourite &mine)
{
    // A tab may still show what was in a folder that is shown no more.
    if (auto allowed = refusal(path); !allowed && !folderOf(path).isEmpty())
        return failure(allowed.error());
    const Result<SavedFavourite> saved =
        changeFavouriteFile(path, base, mine, m_clock.nowUtc().toLocalTime(),
                            QFileInfo(m_places.ledger).dir().filePath(QStringLiteral("locks")));
    // Also where it failed: it may have been because the file is another now.
    const FavouriteFile there = readFavouriteFile(path).file;
    if (saved && saved->file.path != path && !saved->isConflict) {
        follow(path, saved->file.path);
        place(saved->file);
        return saved;
    }
    if (QFileInfo::exists(path))
        place(there);
    else
        drop(path);
    if (saved)
        place(saved->file);
    emit changed();
    return saved;
}

Result<SavedFavourite> FavouriteStore::rename(QString path, const QString &name)
{
    const FavouriteFile *file = find(path);
    if (file == nullptr) {
        return failure(ErrorKind::NotFound, tr("“%1” is no longer there.").arg(QFileInfo(path).fileName()),
                       tr("It was moved or deleted by another program."));
    }
    if (file->fault) {
        // Its text cannot be touched, but its name can.
        const QFileInfo info(path);
        const QString to = freeFavouritePath(info.absolutePath(), fileNameFor(name), info.suffix());
        if (auto allowed = refusal(path); !allowed)
            return failure(allowed.error());
        if (auto moved = moveAny(path, to); !moved)
            return failure(moved.error());
        return SavedFavourite{readFavouriteFile(to).file, false};
    }
    const Favourite base = file->favourite;
    Favourite mine = base;
    mine.name = name;
    return update(path, base, mine);
}

Result<void> FavouriteStore::moveAny(QString from, QString to)
{
    if (!QFileInfo(from).isDir()) {
        if (auto moved = moveFavouriteFile(from, to); !moved)
            return moved;
    } else if (!QDir().rename(from, to)) {
        return failure(ErrorKind::Io,
                       tr("The folder “%1” could not be moved or renamed.").arg(QFileInfo(from).fileName()),
                       tr("Check that you may change it, and that both places are on one disk."));
    }
    follow(from, to);
    return {};
}

Result<QString> FavouriteStore::move(QString path, const QString &folder)
{
    for (const QString &place : {path, folder}) {
        if (auto allowed = refusal(place); !allowed)
            return failure(allowed.error());
    }
    const QFileInfo info(path);
    if (info.absolutePath() == folder)
        return path;
    const bool isFolder = info.isDir();
    if (isFolder && isWithin(path, folder)) {
        return failure(ErrorKind::Usage, tr("A folder cannot be moved into itself."),
                       tr("Choose another folder."));
    }
    if (isWithin(m_places.own, folder))
        QDir().mkpath(folder);
    const QString to = isFolder ? freeFavouritePath(folder, info.fileName(), {})
                                : freeFavouritePath(folder, info.completeBaseName(), info.suffix());
    if (auto moved = moveAny(path, to); !moved)
        return failure(moved.error());
    return to;
}

Result<QString> FavouriteStore::makeFolder(const QString &parent, const QString &name)
{
    if (auto allowed = refusal(parent); !allowed)
        return failure(allowed.error());
    const QString path = freeFavouritePath(parent, fileNameFor(name), {});
    if (!QDir().mkpath(path)) {
        return failure(ErrorKind::Io,
                       tr("The folder “%1” could not be made.").arg(QFileInfo(path).fileName()),
                       tr("Check that you may change “%1”, and that there is room.")
                           .arg(QDir::toNativeSeparators(parent)));
    }
    listingOf(parent)->folders.append(path);
    touch(path);
    emit changed();
    return path;
}

Result<QString> FavouriteStore::renameFolder(QString path, const QString &name)
{
    if (auto allowed = refusal(path); !allowed)
        return failure(allowed.error());
    const QFileInfo info(path);
    const QString base = fileNameFor(name);
    if (base == info.fileName())
        return path;
    const QString to = base.toCaseFolded() == info.fileName().toCaseFolded()
                           ? info.dir().filePath(base)
                           : freeFavouritePath(info.absolutePath(), base, {});
    if (auto moved = moveAny(path, to); !moved)
        return failure(moved.error());
    return to;
}

QString FavouriteStore::trashFolder() const
{
    // Hidden, so that it is not listed; in the own folder, so that most ways there are a renaming.
    return m_places.own + QStringLiteral("/.trash");
}

Result<int> FavouriteStore::remove(const QStringList &paths)
{
    const QString trash = trashFolder() + u'/' +
                          m_clock.nowUtc().toString(QStringLiteral("yyyyMMdd-HHmmss")) +
                          QStringLiteral("-%1").arg(++m_lastRemoval);
    QList<Moved> done;
    for (const QString &path : paths) {
        Result<void> moved = refusal(path);
        if (moved && (path == folderOf(path)))
            moved = failure(ErrorKind::Usage, tr("This folder is not deleted with its favourites."),
                            tr("Delete the favourites in it."));
        if (moved) {
            QDir().mkpath(trash);
            const QFileInfo info(path);
            const QString to = info.isDir()
                                   ? freeFavouritePath(trash, info.fileName(), {})
                                   : freeFavouritePath(trash, info.completeBaseName(), info.suffix());
            moved =
                info.isDir() && !QDir().rename(path, to)
                    ? failure(ErrorKind::Io, tr("The folder “%1” could not be deleted.").arg(info.fileName()),
                              tr("Delete the favourites in it first, or check that you may change it."))
                : info.isDir() ? Result<void>()
                               : moveFavouriteFile(path, to);
            if (moved)
                done.append({path, to});
        }
        if (!moved) {
            for (const Moved &entry : std::as_const(done))
                QFile::rename(entry.to, entry.from);
            return failure(moved.error());
        }
    }
    for (const Moved &entry : std::as_const(done))
        drop(entry.from);
    m_removals[m_lastRemoval] = done;
    emit changed();
    return m_lastRemoval;
}

Result<QStringList> FavouriteStore::restore(int removal)
{
    const auto found = m_removals.find(removal);
    if (found == m_removals.end())
        return QStringList();
    QStringList paths;
    while (!found->second.isEmpty()) {
        const Moved entry = found->second.last();
        const QFileInfo info(entry.from);
        QDir().mkpath(info.absolutePath());
        QString to = entry.from;
        const bool isFolder = QFileInfo(entry.to).isDir();
        if (QFileInfo::exists(to))
            to = isFolder ? freeFavouritePath(info.absolutePath(), info.fileName(), {})
                          : freeFavouritePath(info.absolutePath(), info.completeBaseName(), info.suffix());
        if (isFolder && !QDir().rename(entry.to, to)) {
            return failure(ErrorKind::Io,
                           tr("The folder “%1” could not be brought back.").arg(info.fileName()),
                           tr("It is kept as “%1”.").arg(QDir::toNativeSeparators(entry.to)));
        }
        if (!isFolder) {
            if (auto moved = moveFavouriteFile(entry.to, to); !moved)
                return failure(moved.error());
            place(readFavouriteFile(to).file);
        }
        found->second.removeLast();
        paths.append(to);
        touch(to);
    }
    m_removals.erase(found);
    emit changed();
    return paths;
}

Result<void> FavouriteStore::addFolder(const QString &folder)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (!QFileInfo(path).isDir()) {
        return failure(ErrorKind::NotFound,
                       tr("The folder “%1” does not exist.").arg(QDir::toNativeSeparators(path)),
                       tr("Choose another one."));
    }
    const auto real = [](const QString &name) {
        const QString canonical = QFileInfo(name).canonicalFilePath();
        return canonical.isEmpty() ? name : canonical;
    };
    for (const FavouriteListing &listing : std::as_const(m_listings)) {
        if (isWithin(real(listing.path), real(path)) || isWithin(real(path), real(listing.path))) {
            return failure(ErrorKind::Usage,
                           tr("“%1” is among the favourites already, or holds a folder that is.")
                               .arg(QDir::toNativeSeparators(path)),
                           tr("Take that folder off the list first, or choose another one."));
        }
    }
    m_ledger.folders.append(path);
    write([path](FavouriteLedger &ledger) {
        if (!ledger.folders.contains(path))
            ledger.folders.append(path);
    });
    show(FavouriteListing::Kind::Added, path);
    emit changed();
    return {};
}

void FavouriteStore::forgetFolder(const QString &path)
{
    m_ledger.folders.removeAll(path);
    write([path](FavouriteLedger &ledger) { ledger.folders.removeAll(path); });
    m_listings.removeIf([&path](const FavouriteListing &listing) {
        return listing.kind == FavouriteListing::Kind::Added && listing.path == path;
    });
    watch();
    emit changed();
}

} // namespace sonde
