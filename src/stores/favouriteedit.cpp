#include "stores/favouriteedit.h"

#include "core/atomicfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FavouriteEdit)
};

/// A change takes milliseconds; who waits longer than this waits for a program that is stuck.
constexpr int longestWaitMs = 3000;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString lockPath(const QString &folder, const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    const QByteArray hash =
        QCryptographicHash::hash((real.isEmpty() ? path : real).toUtf8(), QCryptographicHash::Sha1);
    return QDir(folder).filePath(QString::fromLatin1(hash.toHex()) + QLatin1String(".lock"));
}

/// Whether the file is called after that name, a number behind it or not.
bool isCalledAfter(const QString &path, const QString &name)
{
    const QString base = QFileInfo(path).completeBaseName();
    const QString made = fileNameFor(name);
    return base == made || (base.startsWith(made + QLatin1String(" (")) && base.endsWith(u')'));
}

/// The favourite as the file's own text has it: without a name that only comes from the file's.
Favourite inText(Favourite favourite, const ReadFavourite &read)
{
    if (favourite.name == read.file.favourite.name)
        favourite.name = read.text.favourite().name;
    return favourite;
}

Result<SavedFavourite> besides(const ReadFavourite &theirs, const Favourite &mine, const QDateTime &now)
{
    //: %1: when, as 2026-03-01 1015; part of a file’s name
    const QString mark = Words::tr("(conflict %1)").arg(now.toString(QStringLiteral("yyyy-MM-dd HHmm")));
    FavouriteText text = theirs.text; // with what others are not to lose: properties of other names, endings
    Favourite favourite = mine;
    favourite.name = mine.name + u' ' + mark;
    text.set(favourite);
    const Result<QByteArray> bytes = text.toBytes();
    if (!bytes)
        return failure(bytes.error());
    const QFileInfo info(theirs.file.path);
    const Result<QString> path =
        createFavouriteFile(info.absolutePath(), info.completeBaseName() + u' ' + mark, *bytes);
    if (!path)
        return failure(path.error());
    return SavedFavourite{readFavouriteFile(*path).file, true};
}

Result<SavedFavourite> again(const QString &path, const Favourite &mine)
{
    FavouriteText text;
    text.set(mine);
    const Result<QByteArray> bytes = text.toBytes();
    if (!bytes)
        return failure(bytes.error());
    const QFileInfo info(path);
    QDir().mkpath(info.absolutePath());
    const Result<QString> made = createFavouriteFile(info.absolutePath(), info.completeBaseName(), *bytes);
    if (!made)
        return failure(made.error());
    return SavedFavourite{readFavouriteFile(*made).file, false};
}

/// Where the file is to be after the change of its name.
QString pathFor(const QString &path, const QString &oldName, const QString &newName)
{
    const QString base = fileNameFor(newName);
    const QFileInfo info(path);
    if (oldName == newName || base == info.completeBaseName() || !isCalledAfter(path, oldName))
        return path;
    const QString plain = info.dir().filePath(base + u'.' + info.suffix());
    // Only the case may be another, and then the name is its own.
    if (base.toCaseFolded() == info.completeBaseName().toCaseFolded())
        return plain;
    return freeFavouritePath(info.absolutePath(), base, info.suffix());
}

} // namespace

Result<SavedFavourite> changeFavouriteFile(const QString &path, const Favourite &base, const Favourite &mine,
                                           const QDateTime &now, const QString &lockFolder)
{
    QDir().mkpath(lockFolder);
    QLockFile lock(lockPath(lockFolder, path));
    if (!lock.tryLock(longestWaitMs) && lock.error() == QLockFile::LockFailedError) {
        return failure(ErrorKind::Io,
                       Words::tr("Another program is writing “%1”.").arg(QFileInfo(path).fileName()),
                       Words::tr("Save it again in a moment."));
    }
    if (!QFileInfo::exists(path))
        return again(path, mine);
    ReadFavourite theirs = readFavouriteFile(path);
    if (theirs.file.fault)
        return besides(theirs, mine, now);
    const std::optional<Favourite> both = merged(base, mine, theirs.file.favourite);
    if (!both)
        return besides(theirs, mine, now);
    const QString target = pathFor(path, theirs.file.favourite.name, both->name);
    FavouriteText text = theirs.text;
    Favourite wanted = inText(*both, theirs);
    // A file that says no name is called by its own, as long as that can hold the name.
    if (text.favourite().name.isEmpty() && QFileInfo(target).completeBaseName() == both->name)
        wanted.name.clear();
    text.set(wanted);
    const Result<QByteArray> before = theirs.text.toBytes();
    const Result<QByteArray> after = text.toBytes();
    if (!after)
        return failure(after.error());
    if (!before || *before != *after) {
        AtomicFile file(path);
        if (auto opened = file.open(); !opened)
            return failure(opened.error());
        if (auto wrote = file.write(view(*after)); !wrote)
            return failure(wrote.error());
        // Editors take no lock of ours: once more, as late as can be.
        const FavouriteFile last = readFavouriteFile(path).file;
        if (last.favourite != theirs.file.favourite || last.fault)
            return besides(readFavouriteFile(path), mine, now);
        if (auto committed = file.commit(); !committed)
            return failure(committed.error());
    }
    if (target != path) {
        if (auto renamed = moveFavouriteFile(path, target); !renamed)
            return failure(renamed.error());
    }
    return SavedFavourite{readFavouriteFile(target).file, false};
}

} // namespace sonde
