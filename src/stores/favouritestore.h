#pragma once

#include "stores/favouriteedit.h"
#include "stores/favouriteledger.h"
#include "stores/favouritelisting.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <map>

namespace sonde {

class Clock;

/// The favourites: query files in the user's own folder, in folders that the user added, and in the program.
///
/// Folders are read on threads of the store's own, and watched; changed() tells of everything new. Changes to
/// single files are made at once, in the GUI thread, and each begins with what the file holds then: nothing
/// that others wrote is written over. For the GUI thread.
class FavouriteStore final : public QObject
{
    Q_OBJECT

public:
    /// Where things lie; all paths are absolute.
    struct Places
    {
        QString own;     ///< the user's own folder; made with the first favourite
        QString ledger;  ///< the file of the added folders and of what was used
        QString samples; ///< see sampleFavouritesFolder(); may be empty
    };

    /// \a clock outlives the store. Nothing is read before load().
    FavouriteStore(Places places, const Clock &clock, QObject *parent = nullptr);
    /// Waits for what is being written.
    ~FavouriteStore() override;

    /// Begins to read the folders. A failure is that of the ledger (see FavouriteLedger::read).
    Result<void> load();
    /// Looks for changes that the system did not tell of, as network drives do not: for when the window is
    /// activated.
    void refresh();

    const QString &ownFolder() const { return m_places.own; }
    /// The user's own folder, the added ones in their order, the samples.
    /// Copy what is to outlive the next change.
    const QList<FavouriteListing> &listings() const { return m_listings; }
    /// Null where it is not (yet) known; valid until the next change.
    const FavouriteFile *find(const QString &path) const;
    /// Whether that file or folder is in a folder of the user's.
    bool isChangeable(const QString &path) const;
    FavouriteUse useOf(const QString &path) const { return m_ledger.uses.value(path); }
    /// It was opened or run.
    void use(const QString &path);

    /// A new file in \a folder, called after the favourite; its path.
    Result<QString> add(const Favourite &favourite, const QString &folder);
    /// See changeFavouriteFile(): \a base is the favourite as it was when the user began to change it. The
    /// file may also be one of a folder that is shown no more, or not yet.
    Result<SavedFavourite> update(QString path, const Favourite &base, const Favourite &mine);
    /// Changes the name that is shown; see changeFavouriteFile() for the file's.
    Result<SavedFavourite> rename(QString path, const QString &name);
    /// A file or a folder, into another folder; its path there. A name that is taken gets a number.
    Result<QString> move(QString path, const QString &folder);
    /// Returns its path.
    Result<QString> makeFolder(const QString &parent, const QString &name);
    Result<QString> renameFolder(QString path, const QString &name);

    /// Files and folders, all or none of them, into a folder of the store's own that is emptied of what is
    /// older than 30 days. Returns what restore() wants.
    Result<int> remove(const QStringList &paths);
    /// The paths where they are now: where they were, if that is still free.
    Result<QStringList> restore(int removal);

    /// Shows that folder, too. Usage where it is shown already.
    Result<void> addFolder(const QString &path);
    /// Shows it no more; nothing is deleted.
    void forgetFolder(const QString &path);

signals:
    void changed();
    void used(const QString &path);
    /// A file, or a folder with all that is in it, has another place; changed() follows.
    void moved(const QString &from, const QString &to);
    /// Of what is written in the background.
    void failed(const sonde::Error &error);

private:
    struct Reading
    {
        bool isRunning = false;
        bool isWanted = false; ///< once more, when it is done
        int version = 0;       ///< counts our own changes, which an older reading does not know of
    };
    struct Moved
    {
        QString from;
        QString to;
    };

    QString folderOf(const QString &path) const;
    FavouriteListing *listingOf(const QString &path);
    void show(FavouriteListing::Kind kind, const QString &path);
    void startReading(const QString &folder);
    void takeListing(const FavouriteListing &listing, int version);
    bool watch();
    void noticeChange(const QString &path);
    void touch(const QString &path);
    void place(const FavouriteFile &file);
    void drop(const QString &path);
    void follow(QString from, QString to);
    void write(std::function<void(FavouriteLedger &)> edit);
    Result<void> moveAny(QString from, QString to);
    Result<void> refusal(const QString &path) const;
    QString trashFolder() const;

    Places m_places;
    const Clock &m_clock;
    FavouriteLedger m_ledger;
    QList<FavouriteListing> m_listings;
    QHash<QString, Reading> m_readings; ///< by folder
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    QSet<QString> m_noticed; ///< folders to read again soon
    std::map<int, QList<Moved>> m_removals;
    int m_lastRemoval = 0;
    bool m_isFailing = false; ///< the ledger could not be written, which was said
    std::atomic_bool m_isClosing = false;
    QThreadPool m_readers;
    QThreadPool m_writer;
};

} // namespace sonde
